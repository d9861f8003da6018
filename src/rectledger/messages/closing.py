"""RL4: completion, closure, transfer, follow-up."""

from rectledger.messages.text import Text

TEXTS = {
    "RL401": Text(
        "称已完成，没有佐证材料",
        "complete without evidence",
        "写 evidence：文件和 SHA-256，或文号",
        "name evidence: a file with its SHA-256, or a document's number",
    ),
    "RL402": Text(
        "称阶段性完成，没有佐证材料",
        "partly complete without evidence",
        "写 evidence：文件和 SHA-256，或文号",
        "name evidence: a file with its SHA-256, or a document's number",
    ),
    "RL403": Text(
        "阶段性完成，却没有写还剩什么：“{left}”",
        "partly complete with nothing left: “{left}”",
        "写明剩余事项；没有剩余就记 extent: full",
        "say what is left; if nothing is, the extent is full",
    ),
    "RL404": Text(
        "销号没有佐证材料",
        "closed without evidence",
        "写 evidence：文件和 SHA-256，或文号",
        "name evidence: a file with its SHA-256, or a document's number",
    ),
    "RL405": Text(
        "{party} 是责任单位或申请人，不能自己销号",
        "{party} owns it or asked for the closure, and closed it",
        "由其他人核验销号",
        "have somebody else verify and close",
    ),
    "RL406": Text(
        "销号时还有措施未了结：{refs}",
        "closed while these were open: {refs}",
        "先办完；确需撤回的写 outcome: withdrawn",
        "finish them first; outcome: withdrawn where it was withdrawn",
    ),
    "RL407": Text("移交没有文号", "transferred without a document", "补上文号", "add the document's number"),
    "RL407.unexplained": Text(
        "移交没有文号，也没有说明",
        "transferred without a document, and nobody says why",
        "补上文号，或在 note 里说明原因",
        "add the number, or say why in the note",
    ),
    "RL408": Text(
        "{ref} 的销号方案调整待批复，没有申请日期",
        "a plan change of {ref} is pending without the day of its request",
        "在 request 里写明哪天报送的哪份文件",
        "say in request what was sent and when",
    ),
    "RL409": Text(
        "已经反弹或重启，问题仍是“{state}”",
        "work starts again, and the issue is still {state}",
        "在问题的 events 里记录 reopened",
        "record reopened on the issue",
    ),
    "RL410": Text(
        "{ref} 已完成，又记了进展",
        "progress on {ref}, which is complete",
        "长期坚持的写 sustained: true；其实没完成的先记 reopened",
        "sustained: true where it goes on; reopened where it was not complete",
    ),
    "RL411": Text(
        "没有佐证文件 {file}",
        "there is no evidence file {file}",
        "放到这个位置并提交；只有纸质的写 document",
        "put it there and commit it; name a document where there is only paper",
    ),
    "RL411.near": Text(
        "没有佐证文件 {file}", "there is no evidence file {file}", "是否应为 {near}？", "did you mean {near}?"
    ),
    "RL411.kind": Text(
        "{file} 不是普通文件",
        "{file} is no regular file",
        "写到具体的文件",
        "name the file itself, not a folder or device",
    ),
    "RL411.unreadable": Text(
        "佐证文件 {file} 打不开：{reason}",
        "the evidence file {file} cannot be opened: {reason}",
        "检查权限",
        "check its permissions",
    ),
    "RL412": Text(
        "佐证文件 {file} 已不是登记时的内容",
        "the evidence file {file} is not the one that was recorded",
        "找回原件；换了新件的另记一次。现在的 SHA-256 是 {found}",
        "bring the original back; record a new one by an event of its own. Its SHA-256 is now {found}",
    ),
    "RL413": Text(
        "佐证文件 {file} 经链接指到台账之外",
        "the evidence file {file} is a link out of the ledger",
        "把文件本身复制到 evidence/",
        "copy the file itself into evidence/",
    ),
    "RL414": Text(
        "{ref} 的佐证与 {other} 是同一份文件",
        "{ref} and {other} have the same file as evidence",
        "确实通用可不改；各有佐证的换成各自的",
        "leave it where it serves both; else name each one's own",
    ),
}
