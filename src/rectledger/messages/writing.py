"""What commands that write say."""

from rectledger.messages.text import Text

TEXTS = {
    "cannot.lock": Text("锁不住 {path} 的台账：{reason}", "the ledger in {path} cannot be locked: {reason}"),
    "cannot.locked": Text(
        "台账一直被占用：{holder}",
        "the ledger stays locked by {holder}",
        "等它写完，或结束那个进程",
        "wait for it to finish, or end that process",
    ),
    "writing.waiting": Text("正在等待：{holder} 在写台账", "waiting: {holder} is writing"),
    "cannot.changed-meanwhile": Text(
        "{path} 刚被别的程序改过，没有写入",
        "{path} was changed by something else meanwhile; nothing was written",
        "再运行一次",
        "run it again",
    ),
    "cannot.journal": Text(
        "{path} 不是本程序写的，没有照它办",
        "{path} was not written by this program, and is not followed",
        "查明它是怎么来的，再删去",
        "find out where it comes from, then remove it",
    ),
    "cannot.outside": Text("{path} 在台账目录之外", "{path} lies outside of the ledger's folder"),
    "cannot.layout": Text(
        "{file}:{line}:{column} 这种写法不能安全地改动，没有写入",
        "{file}:{line}:{column} is laid out in a way that cannot be edited safely; nothing was written",
        "用编辑器改这一处（多半是 & 锚点或 * 别名）",
        "edit this place by hand (most likely an & anchor or an * alias)",
    ),
    "cannot.broken-file": Text(
        "{file} 读不了，没有写入",
        "{file} cannot be read; nothing was written",
        "先运行 rectledger lint",
        "run rectledger lint first",
    ),
    "cannot.list-heading": Text(
        "看不出属于哪个反馈问题：{places}",
        "no heading can be made out for {places}",
        "在清单里写明反馈问题，或用 --heading",
        "name the heading in the list, or use --heading",
    ),
    "cannot.list-own": Text(
        "{options} 由清单的每一行给出，不能同 --from-list 一起用",
        "{options} come from each row of the list and cannot go with --from-list",
    ),
    "new.columns": Text(
        "清单只收序号、问题和反馈问题，没有收下的列：{columns}；整张表用 import sheet --new 收下",
        "a list gives serials, findings and headings; columns left out: {columns}; import sheet --new takes them all",
    ),
    "new.registered": Text("清单 {serial} 已登记为 {ref}，未动", "{serial} of the list is {ref} already, and is left"),
    "cannot.no-event": Text("没有“{event}”这种事件", "there is no event “{event}”", "可用：{known}", "known: {known}"),
    "cannot.no-event.near": Text(
        "没有“{event}”这种事件", "there is no event “{event}”", "是不是 {near}？", "did you mean {near}?"
    ),
    "cannot.no-refs": Text(
        "没有说记在哪个问题或措施上",
        "which issue or measure it is about is missing",
        "例如 rectledger record 4.1 progress --note …",
        "for example: rectledger record 4.1 progress --note …",
    ),
    "cannot.missing": Text("{what} 缺少：{missing}", "{what} needs: {missing}"),
    "cannot.foreign": Text(
        "{event} 没有这些项：{foreign}", "{event} has no {foreign}", "可用：{known}", "known: {known}"
    ),
    "cannot.no-field": Text("没有“{field}”这一项", "there is no field “{field}”", "可用：{known}", "known: {known}"),
    "cannot.no-field.near": Text(
        "没有“{field}”这一项", "there is no field “{field}”", "是不是 {near}？", "did you mean {near}?"
    ),
    "cannot.own-command": Text(
        "“{field}”不能用 set 改",
        "“{field}” is not changed by set",
        "事件用 record；编号不改",
        "events are written by record; ids stay",
    ),
    "cannot.flow": Text("“{value}”不是一行 YAML", "“{value}” is not YAML on a line"),
    "cannot.no-evidence": Text("没有“{path}”这个佐证文件", "there is no evidence file “{path}”"),
    "cannot.evidence-outside": Text(
        "佐证文件 {path} 在台账目录之外",
        "the evidence file {path} lies outside of the ledger's folder",
        "先复制到 evidence/ 里",
        "copy it into evidence/ first",
    ),
    "cannot.no-heading": Text(
        "没有“{heading}”这个反馈问题", "there is no heading “{heading}”", "可用：{known}", "known: {known}"
    ),
    "cannot.evidence-read": Text(
        "读不了佐证文件 {path}：{reason}", "the evidence file {path} cannot be read: {reason}"
    ),
    "writing.refused": Text(
        "没有写入：这样改会违反上面的规则", "nothing was written: this would break the rules above"
    ),
    "writing.refused-warning": Text(
        "没有写入：这样改会有上面的警告；确实要写，加 --force",
        "nothing was written: this would bring the warnings above; add --force to write it all the same",
    ),
    "writing.invalid": Text("没有写入：内容不合格式", "nothing was written: the values are not well formed"),
    "writing.recorded": Text(
        "{ref}  {date}  {event}  {before} → {after}", "{ref}  {date}  {event}  {before} → {after}"
    ),
    "writing.set": Text("{ref}  {field}: {before} → {after}", "{ref}  {field}: {before} → {after}"),
    "writing.same": Text("没有变化", "nothing to change"),
    "init.unit": Text("本单位", "our unit"),
    "init.left": Text("已有，没有动：{path}", "there already, left alone: {path}"),
    "init.next": Text(
        "接下来：改 ledger/inspections 里的反馈日和反馈问题，再用 rectledger new 登记问题",
        "next: put the feedback day and the headings into ledger/inspections, then register issues by rectledger new",
    ),
    "lint.fixed": Text("改正了 {count} 个文件：{files}", "mended {count} files: {files}"),
    "cannot.fix-elsewhere": Text(
        "--fix 和 --diff 只用于工作目录里的文件", "--fix and --diff are for the files of the work tree"
    ),
    "doctor.well": Text("没有要修的", "nothing to repair"),
    "doctor.both-new": Text(
        "{file} 是两边各自新建的：先有的留用原编号，另一个改为 {other}",
        "{file} was made by both sides: the older keeps the id, the other becomes {other}",
    ),
    "doctor.twin": Text(
        "编号 {id} 用了两次：{keeper} 留用，{file} 改为 {other}",
        "the id {id} is used twice: {keeper} keeps it, {file} becomes {other}",
    ),
    "doctor.misplaced": Text("{file} 移到 {other}", "{file} moves to {other}"),
    "doctor.attributes": Text(".gitattributes 添上：{lines}", ".gitattributes gets: {lines}"),
    "doctor.drivers": Text("写进这个克隆的 git 设置：{names}", "into this clone's git configuration: {names}"),
    "doctor.calendar": Text(
        "需要人来做：有时限算到 {years} 年，还没有那一年的日历（ledger/calendars/cn-YYYY.yaml）",
        "for a person: deadlines run into {years}, for which there is no calendar (ledger/calendars/cn-YYYY.yaml)",
    ),
    "merge.clash": Text(
        "{file} {place}：两边都改了，原为 {base}，一边改成 {ours}，另一边改成 {theirs}",
        "{file} {place}: changed by both sides, from {base} to {ours} and to {theirs}",
    ),
    "merge.layout": Text(
        "{file}：两边都改了同一处的注释或排版", "{file}: both sides changed the comments or the layout of one place"
    ),
    "ask.unit": Text("单位名称", "the unit's name"),
    "ask.title": Text("问题", "title"),
    "ask.heading": Text("反馈问题（{known}）", "heading ({known})"),
    "ask.owner": Text("责任单位", "owner"),
    "ask.due": Text("完成时限，可留空", "deadline, may be left empty"),
    "ask.measure": Text("整改措施，留空结束", "measure, empty to end"),
}
