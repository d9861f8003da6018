"""RL1: identity and references."""

from rectledger.messages.text import Text

TEXTS = {
    "RL101": Text(
        "编号 {id} 重复：{first} 已用",
        "the id {id} is taken: {first} has it",
        "换一个没用过的编号",
        "choose an id that was never used",
    ),
    "RL102": Text(
        "编号 {id} 与文件名 {name} 不同",
        "the id {id} is not the file's name {name}",
        "改成一样的；编号一经公布不要改，改文件名",
        "make them one; a published id stays, so rename the file",
    ),
    "RL103": Text(
        "parties.yaml 里没有 {party}",
        "{party} is not in parties.yaml",
        "在 ledger/parties.yaml 里登记",
        "enter it in ledger/parties.yaml",
    ),
    "RL103.near": Text(
        "parties.yaml 里没有 {party}", "{party} is not in parties.yaml", "是否应为 {near}？", "did you mean {near}?"
    ),
    "RL104": Text("没有反馈问题 {heading}", "there is no heading {heading}", "现有：{known}", "there are: {known}"),
    "RL105": Text(
        "没有 ledger/inspections/{inspection}.yaml",
        "there is no ledger/inspections/{inspection}.yaml",
        "补上这个文件，或改目录名",
        "write that file, or rename the folder",
    ),
    "RL106": Text(
        "这个位置的 YAML 文件不会被读取",
        "a YAML file in this place is not read",
        "问题放在 issues/<巡察>/<编号>.yaml，巡察放在 ledger/inspections/",
        "issues belong to issues/<inspection>/<id>.yaml, inspections to ledger/inspections/",
    ),
    "RL107": Text("没有整改措施", "there are no measures", "至少写一条", "write at least one"),
    "RL108": Text(
        "clock 里没有可用的 {limit}", "the clock has no usable {limit}", "现有：{known}", "there are: {known}"
    ),
    "RL110": Text(
        "{rule} 没有发现什么，豁免多余", "{rule} found nothing here to waive", "删去这条豁免", "delete the waiver"
    ),
    "RL111": Text(
        "没有 {rule} 这条规则，或它不能豁免、忽略和关闭",
        "there is no rule {rule}, or it cannot be waived, ignored or set",
        "rectledger explain 列出全部规则；RL0 不能关闭",
        "rectledger explain lists the rules; RL0 cannot be switched off",
    ),
    "RL112": Text(
        "{path} 下没有发现什么，忽略多余",
        "nothing was found in {path} to ignore",
        "删去这一条；路径从台账根目录写起，* 不含 /，** 含 /",
        "delete it; a path begins at the ledger's root, * stops at a /, ** does not",
    ),
}
