"""RL7: what a change did that nobody may do, and what keeps it from being judged."""

from rectledger.messages.text import Text

TEXTS = {
    "RL701": Text(
        "{ref} 原有 {date} 的记录（{event}），被删去",
        "{ref} had an event of {date} ({event}); it is gone",
        "恢复；记错的另记一条说明",
        "bring it back; where it was wrong, record another one that says so",
    ),
    "RL702": Text(
        "{ref} {date} 的记录（{event}）被改：{field} {before} → {after}",
        "{ref}: the event of {date} ({event}) says something else: {field} {before} → {after}",
        "恢复原样；记错的另记一条说明",
        "bring it back; where it was wrong, record another one that says so",
    ),
    "RL702.order": Text(
        "{ref} 同一天的记录换了先后，状态变了：{before} → {after}",
        "{ref}: events of one day changed places, and so the state: {before} → {after}",
        "恢复原来的先后",
        "bring back their order",
    ),
    "RL703": Text(
        "{ref} 的记录日期被提前：{before} → {after}",
        "{ref}: an event was put back in time: {before} → {after}",
        "恢复原来的日期",
        "bring back its day",
    ),
    "RL703.past": Text(
        "{ref} 已记到 {before}，现在又补记 {after}",
        "{ref} was recorded up to {before}, and an event of {after} comes in",
        "按补记当天写日期，在 note 里说明何时发生",
        "date it on the day it is recorded, and say in the note when it happened",
    ),
    "RL703.missed": Text(
        "{ref} 的时限是 {before}，{day} 才补记 {after} 的事",
        "{ref} was due on {before}; an event of {after} was committed on {day}",
        "按补记当天写日期，在 note 里说明何时发生",
        "date it on the day it is recorded, and say in the note when it happened",
    ),
    "RL704": Text(
        "{ref} 的时限被改：{before} → {after}，没有延期手续",
        "{ref}: the deadline was moved without an extension: {before} → {after}",
        "恢复；确需延期的记录 extended，写明理由和批准人",
        "bring it back; record extended, with a reason and who approved it",
    ),
    "RL705": Text(
        "{ref} {date} 的佐证被抽走：{before} → {after}",
        "{ref}: evidence of {date} was taken away: {before} → {after}",
        "恢复；用错的另记一条说明",
        "bring it back; where it was the wrong one, record another event",
    ),
    "RL706": Text(
        "{ref} 的佐证 {file} 校验码被改：{before} → {after}",
        "{ref}: the evidence {file} has another hash: {before} → {after}",
        "恢复；换了新件的另记一次",
        "bring it back; record a new file by an event of its own",
    ),
    "RL707": Text(
        "{ref} 新记“{event}”没有佐证，变更前的口径要求有",
        "{ref}: {event} without evidence, which the policy before the change asks for",
        "补上佐证",
        "name evidence",
    ),
    "RL707.open": Text(
        "{ref} 销号时还有措施未了结：{refs}",
        "{ref} is closed while these are open: {refs}",
        "先办完；确需撤回的写 outcome: withdrawn",
        "finish them first; outcome: withdrawn where it was withdrawn",
    ),
    "RL708": Text(
        "{ref} 由 {after} 销号，而它是责任单位（变更前为 {before}）或申请人",
        "{ref} is closed by {after}, who owns it or asked for it (its owner before: {before})",
        "由其他人核验销号",
        "have somebody else verify and close",
    ),
    "RL709": Text(
        "{ref} 由 {before} 申请，销号又是 {after} 提交的（{commit}）",
        "{ref}: {before} asked for the closure, and {after} committed it ({commit})",
        "由核验的人自己提交",
        "have whoever verified it commit it",
    ),
    "RL710": Text(
        "问题 {id} 被删去：{before} → {after}",
        "the issue {id} was deleted: {before} → {after}",
        "恢复文件；不再整改的销号并写 outcome: withdrawn",
        "bring the file back; close it as withdrawn where it is no longer pursued",
    ),
    "RL710.inspection": Text(
        "巡察/督察 {id} 被删去：{before} → {after}，它的问题都没有了归属",
        "the inspection {id} was deleted: {before} → {after}; its issues belong to none",
        "恢复文件",
        "bring the file back",
    ),
    "RL710.stray": Text(
        "问题 {id} 移到了没有巡察文件的目录：{before} → {after}",
        "the issue {id} was moved to a folder that belongs to no inspection: {before} → {after}",
        "移回原处",
        "move it back",
    ),
    "RL711": Text(
        "措施 {ref} 被删去：{before} → {after}",
        "the measure {ref} was deleted: {before} → {after}",
        "恢复；不做的记录 deferred、transferred 或 plan-changed",
        "bring it back; record deferred, transferred or plan-changed where it will not be done",
    ),
    "RL712": Text(
        "反馈之后改了反馈问题 {id}：{before} → {after}",
        "the heading {id} was reworded after the feedback: {before} → {after}",
        "恢复原文",
        "bring back the inspectors' words",
    ),
    "RL713": Text(
        "{ref} 第 {after} 次延期，变更前最多 {before} 次",
        "{ref} is extended for the {after}th time; the limit before the change was {before}",
        "先单独修改 max_extensions，经审批后再延期",
        "change max_extensions first, in a change of its own",
    ),
    "RL714": Text(
        "{ref} 已销号，又改动了{field}：{before} → {after}",
        "{ref} was closed, and {field} changed: {before} → {after}",
        "先记录 reopened",
        "record reopened first",
    ),
    "gate.no-base": Text(
        "版本 {revision} 还没有台账，没有可比较的",
        "the revision {revision} has no ledger yet, so there is nothing to compare",
    ),
    "gate.unread": Text(
        "版本 {revision} 里这些文件读不了，没有比较：{files}",
        "these files cannot be read in {revision} and were not compared: {files}",
    ),
    "cannot.base-stdin": Text(
        "--base 比较已保存的文件，不能用标准输入", "--base compares files as they are stored, not standard input"
    ),
    "cannot.ledger-moved": Text(
        "版本 {revision} 的台账不在这里，而在 {places}",
        "the ledger of the revision {revision} is not here but in {places}",
        "台账换了位置的变更不能自动核对",
        "a change that moves the ledger cannot be judged",
    ),
    "cannot.no-merge-base": Text(
        "“{revision}”与现在的版本没有共同的来源",
        "“{revision}” and the revision that is checked have no common ancestor",
        "浅克隆请先 git fetch --unshallow，或在 CI 里取全部历史（fetch-depth: 0）",
        "in a shallow clone, git fetch --unshallow, or have CI fetch the whole history (fetch-depth: 0)",
    ),
    "cannot.four-eyes-shallow": Text(
        "浅克隆里查不到 {issue} 的销号是谁申请的",
        "a shallow clone does not say who asked for the closure of {issue}",
        "git fetch --unshallow，或在 CI 里取全部历史（fetch-depth: 0）",
        "git fetch --unshallow, or have CI fetch the whole history (fetch-depth: 0)",
    ),
}
