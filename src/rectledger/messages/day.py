"""RL3: dates against the day."""

from rectledger.messages.text import Text

TEXTS = {
    "RL301": Text(
        "{ref} 已逾期 {days} 天（时限 {due}）",
        "{ref} is {days} days overdue (due {due})",
        "完成了就记录 completed；批准延期就记录 extended",
        "record what was completed, or an extension that was approved",
    ),
    "RL302": Text(
        "{ref} 还有 {days} 天到期（{due}），{level}色预警",
        "{ref} is due in {days} days ({due}): {level}",
        "抓紧办理，或事先申请延期",
        "see to it, or ask for an extension in time",
    ),
    "RL303": Text(
        "{ref} 在 {first} 至 {last} 应有 {asked} 次，只有 {counted} 次",
        "{ref} asked for {asked} from {first} to {last} and has {counted}",
        "做了没记的，补记 progress 并写 counts",
        "record what was done as progress with counts",
    ),
    "RL304": Text(
        "{limit} 的时限 {due} 已过，没有完成日期",
        "the limit {limit} passed on {due}, and it is not done",
        "完成后写 done",
        "write done when it is",
    ),
    "RL304.late": Text(
        "{limit} 于 {done} 完成，超过时限 {due}",
        "the limit {limit} was met on {done}, after {due}",
        "核对日期；确已超期则在 note 里说明",
        "look at the dates; if it is so, say why in the note",
    ),
    "RL305": Text(
        "{ref} 已 {days} 天没有记录（上次 {last}）",
        "nothing recorded on {ref} for {days} days (last {last})",
        "记录进展，或说明停在哪里",
        "record progress, or where it is stuck",
    ),
    "RL306": Text(
        "{closed} 销号已 {days} 天，没有回头看",
        "closed on {closed}, {days} days ago, and not followed up",
        "安排回头看，记录 followed-up",
        "look again and record followed-up",
    ),
    "RL307": Text(
        "{date} 还没有到（今天按 {day} 算）",
        "{date} has not come yet (judged on {day})",
        "核对年份",
        "look at the year",
    ),
    "RL308": Text(
        "{ref} 已到{level}色预警（时限 {due}），还没有预警函",
        "{ref} is at {level} (due {due}) and no letter of that level went out",
        "发出后记录 warned",
        "record warned when it has gone out",
    ),
    "RL309": Text(
        "对 {rule} 的豁免已于 {until} 到期",
        "the waiver of {rule} ended on {until}",
        "删去，或重新报批",
        "delete it, or have it approved anew",
    ),
    "RL310": Text(
        "{party} 已于 {left} 离任，{ref} 还没有移交",
        "{party} left on {left} and still has {ref}",
        "记录 handed-over",
        "record handed-over",
    ),
    "RL311": Text(
        "{ref} 暂缓到 {until}，之后没有记录",
        "{ref} was deferred until {until}, and nothing followed",
        "恢复推进，或再次报批",
        "go on, or have it approved anew",
    ),
    "RL312": Text(
        "{by} 要求 {answer_by} 前答复，{ref} 之后没有记录",
        "{by} asked for an answer by {answer_by}, and nothing followed on {ref}",
        "记录答复或进展",
        "record the answer or what was done",
    ),
}
