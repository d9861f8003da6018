"""What differs between two revisions, and what `diff` says beside it."""

from rectledger.messages.text import Text

TEXTS = {
    "change.issue-added": Text("新增问题（措施 {count} 项）：{title}", "issue added ({count} measures): {title}"),
    "change.issue-removed": Text("删去问题（措施 {count} 项）：{title}", "issue removed ({count} measures): {title}"),
    "change.file": Text("文件移动：{before} → {after}", "file moved: {before} → {after}"),
    "change.state": Text("{before} → {after}", "{before} → {after}"),
    "change.state.proved": Text(
        "{before} → {after}（佐证 {count} 份）", "{before} → {after} (evidence: {count} papers)"
    ),
    "change.due": Text("计划时限 {before} → {after}（不是延期）", "planned deadline {before} → {after} (no extension)"),
    "change.extended": Text(
        "时限 {before} → {after}（第 {count} 次延期，最多 {most} 次，{party} 批准：{reason}）",
        "due {before} → {after} (extension {count} of {most}, approved by {party}: {reason})",
    ),
    "change.reworded": Text("{field}改了文字：{words}", "{field} reworded: {words}"),
    "change.field": Text("{field}：{before} → {after}", "{field}: {before} → {after}"),
    "change.measure-added": Text("新增措施：{text}", "measure added: {text}"),
    "change.measure-removed": Text("删去措施：{text}", "measure removed: {text}"),
    "change.measures-reordered": Text(
        "措施顺序变了，编号随之变动：{before} → {after}", "measures reordered, and so renumbered: {before} → {after}"
    ),
    "change.event-added": Text("新记 {event}", "recorded: {event}"),
    "change.event-removed": Text("删去记录 {event}", "event removed: {event}"),
    "change.event-edited": Text(
        "改了 {date} 的记录（{event}），{field}：{before} → {after}",
        "event of {date} edited ({event}), {field}: {before} → {after}",
    ),
    "change.evidence-added": Text(
        "{date} 的记录（{event}）添了佐证 {what}", "evidence added to {date} ({event}): {what}"
    ),
    "change.evidence-removed": Text(
        "{date} 的记录（{event}）少了佐证 {what}", "evidence removed from {date} ({event}): {what}"
    ),
    "change.evidence-changed": Text(
        "{date} 的记录（{event}）的佐证 {what} 变了 {before} → {after}",
        "evidence of {date} ({event}) changed: {what} {before} → {after}",
    ),
    "change.evidence-changed.moved": Text(
        "{date} 的记录（{event}）的佐证换了位置：{before} → {after}",
        "evidence of {date} ({event}) moved: {before} → {after}",
    ),
    "change.evidence-changed.note": Text(
        "{date} 的记录（{event}）的佐证 {what}，备注：{before} → {after}",
        "evidence of {date} ({event}), {what}, note: {before} → {after}",
    ),
    "change.party-added": Text("新增 {name}", "added: {name}"),
    "change.party-removed": Text("删去 {name}", "removed: {name}"),
    "change.party-renamed": Text("改名：{before} → {after}", "renamed: {before} → {after}"),
    "change.rules": Text("规则 {code}：{before} → {after}", "rule {code}: {before} → {after}"),
    "change.calendar": Text("{year} 年的工作日历变了", "the calendar of {year} changed"),
    "change.inspection-added": Text("新增巡察/督察：{title}", "inspection added: {title}"),
    "change.inspection-removed": Text("删去巡察/督察：{title}", "inspection removed: {title}"),
    "change.clock": Text("{limit}：{before} → {after}", "{limit}: {before} → {after}"),
    "change.heading": Text("反馈问题改了文字：{words}", "heading reworded: {words}"),
    "change.heading-added": Text("新增反馈问题：{text}", "heading added: {text}"),
    "change.heading-removed": Text("删去反馈问题：{text}", "heading removed: {text}"),
    "change.headings-reordered": Text(
        "反馈问题顺序变了，编号随之变动：{before} → {after}",
        "headings reordered, and so renumbered: {before} → {after}",
    ),
    "change.unreadable.before": Text("从前的读不了，无从比较", "could not be read before, so nothing is compared"),
    "change.unreadable.after": Text("现在的读不了，无从比较", "cannot be read now, so nothing is compared"),
    "change.unreadable.both": Text("前后都读不了，无从比较", "could and can not be read, so nothing is compared"),
    "change.key.date": Text("日期", "date"),
    "change.key.note": Text("备注", "note"),
    "change.key.by": Text("经办", "by"),
    "change.key.document": Text("文号", "document"),
    "change.key.counts": Text("计次", "counts"),
    "change.key.extent": Text("程度", "extent"),
    "change.key.left": Text("尚余", "left"),
    "change.key.until": Text("至", "until"),
    "change.key.reason": Text("原因", "reason"),
    "change.key.approved_by": Text("批准", "approved by"),
    "change.key.request": Text("申请内容", "request"),
    "change.key.decision": Text("批复", "decision"),
    "change.key.to": Text("接收方", "to"),
    "change.key.from": Text("移交人", "from"),
    "change.key.answer_by": Text("限期答复", "answer by"),
    "change.key.level": Text("等级", "level"),
    "change.key.outcome": Text("结论", "outcome"),
    "change.key.result": Text("结果", "result"),
    "diff.settings": Text("台账设置", "settings"),
    "diff.parties": Text("单位和人员", "parties"),
    "diff.inspection": Text("{title}（{id}）", "{title} ({id})"),
    "diff.files": Text("读不了的文件", "files that cannot be read"),
    "diff.none": Text("没有不同。", "Nothing differs."),
    "diff.summary": Text("{changes} 处不同，涉及 {issues} 个问题。", "{changes} changes in {issues} issues."),
    "diff.sides": Text("{before} → {after}", "{before} → {after}"),
    "diff.work-tree": Text("工作区", "work tree"),
    "diff.submodules": Text("不比较子模块里的文件：{paths}", "files of submodules are not compared: {paths}"),
    "cannot.revision-shallow": Text(
        "没有“{revision}”这个版本，而这是浅克隆",
        "there is no revision “{revision}”, and this is a shallow clone",
        "git fetch --unshallow，或在 CI 里取全部历史（fetch-depth: 0）",
        "git fetch --unshallow, or have CI fetch the whole history (fetch-depth: 0)",
    ),
    "cannot.settings-at": Text(
        "版本 {revision} 的 ledger/ledger.yaml 读不了，无从比较",
        "ledger/ledger.yaml cannot be read in {revision}, so nothing can be compared",
    ),
    "republished.head": Text("{name}：与 {base} 相比", "{name}, compared with {base}"),
    "republished.sentences": Text(
        "句子 {before} → {after}：新增 {new}，消失 {gone}，改动 {changed}",
        "sentences {before} → {after}: {new} new, {gone} gone, {changed} changed",
    ),
    "republished.headings": Text(
        "反馈问题 {total_before} → {total}，已完成 {done_before} → {done}",
        "headings {total_before} → {total}, done {done_before} → {done}",
    ),
    "republished.issues": Text(
        "问题 {total_before} → {total}，已完成 {done_before} → {done}",
        "issues {total_before} → {total}, done {done_before} → {done}",
    ),
    "republished.measures": Text(
        "措施 {total_before} → {total}，已完成 {done_before} → {done}",
        "measures {total_before} → {total}, done {done_before} → {done}",
    ),
    "cannot.broken-at": Text(
        "版本 {revision} 里这些文件读不了，生成不了文书：{files}",
        "these files cannot be read in {revision}, so no document can be made of it: {files}",
    ),
    "cannot.render-diff": Text(
        "--diff 只显示不同，不能与 {option} 合用", "--diff only shows what differs; it does not go with {option}"
    ),
    "cannot.render-md": Text("--format md 只用于 --diff", "--format md is for --diff only"),
}
