"""RL2: dates that contradict each other."""

from rectledger.messages.text import Text

TEXTS = {
    "RL201": Text(
        "{ref} 没有时限",
        "{ref} has no deadline",
        "在措施、问题或 clock.concentrated 里写 due；在等批复就写 'pending: …'",
        "write due in the measure, the issue or clock.concentrated; 'pending: …' where a reply is awaited",
    ),
    "RL202": Text(
        "时限 {due} 早于反馈日 {feedback}",
        "the deadline {due} is before the feedback of {feedback}",
        "核对年份",
        "look at the year",
    ),
    "RL203": Text(
        "{date} 早于反馈日 {feedback}",
        "{date} is before the feedback of {feedback}",
        "核对年份；确实如此则在 note 里说明",
        "look at the year; if it is so, say so in the note",
    ),
    "RL204": Text(
        "延期到 {until}，没有晚于原时限 {due}",
        "extended to {until}, not later than {due}",
        "核对 until；缩短时限应改 due",
        "look at until; to shorten, change due",
    ),
    "RL205": Text(
        "延期超过 {most} 次",
        "extended more than {most} times",
        "按规定重新研究，改走销号方案调整或暂缓",
        "decide anew: change the plan or defer",
    ),
    "RL206": Text(
        "{date} 批准延期时，时限 {due} 已过",
        "extended on {date}, when the deadline {due} had passed",
        "延期要在到期之前批准",
        "extensions are granted before the deadline",
    ),
    "RL207": Text(
        "{date} 的事件排在 {above} 之后",
        "an event of {date} stands below one of {above}",
        "按先后排列，或核对日期",
        "put them in order, or look at the dates",
    ),
    "RL208": Text(
        "止于 {last}，早于起始 {first}", "ends on {last}, before it begins on {first}", "核对起止", "look at both days"
    ),
    "RL209": Text(
        "{due} 是暂定的：所在年份的工作日历未公布",
        "{due} is provisional: no calendar for that year",
        "公布后写进 ledger/calendars/cn-YYYY.yaml",
        "once announced, write it to ledger/calendars/cn-YYYY.yaml",
    ),
}
