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
        "反馈问题 {heading} 下面没有问题：{text}",
        "the heading {heading} has no issue: {text}",
        "用 rectledger new --heading {heading} 登记",
        "enter one with rectledger new --heading {heading}",
    ),
    "RL113": Text(
        "序号 {serial} 重复：{first} 已用",
        "the serial {serial} is taken: {first} has it",
        "照清单改正；一条拆成几条的，写成 {serial}-1、{serial}-2",
        "take it from the list; the parts of one finding are {serial}-1, {serial}-2",
    ),
    "RL113.list": Text(
        "清单上序号 {serial} 出现两次",
        "the list has the serial {serial} twice",
        "核对清单原件",
        "check the original list",
    ),
    "RL114": Text(
        "清单上的 {serial} 在台账里没有：{text}",
        "no issue has the serial {serial} of the list: {text}",
        "登记这个问题，或补上序号",
        "enter the issue, or give one its serial",
    ),
    "RL115": Text(
        "一个问题对应清单上的几条：{serials}",
        "one issue stands for several findings of the list: {serials}",
        "各立一个问题；经同意合并的写豁免",
        "make an issue of each; a merger that was agreed to takes a waiver",
    ),
    "RL116": Text("清单上没有序号 {serial}", "the list has no {serial}", "照清单改正", "take it from the list"),
    "RL116.none": Text(
        "没有写清单上的序号",
        "there is no serial of the list",
        "补上 serial；自查新增的写豁免",
        "add serial; what the unit found itself takes a waiver",
    ),
    "RL117": Text(
        "清单上 {serial} 属于 {listed}，这里是 {heading}",
        "on the list, {serial} is under {listed}; here it is under {heading}",
        "照清单改正",
        "make it what the list says",
    ),
    "RL118": Text(
        "序号是 {serial}，文字却像清单上的 {near}：{text}",
        "the serial is {serial}, the words are those of {near} on the list: {text}",
        "照清单改正序号",
        "take the serial from the list",
    ),
    "RL119": Text(
        "标题与清单上 {serial} 的原文毫无相同之处：{text}",
        "the title has no words in common with {serial} on the list: {text}",
        "确为同一条的，标题尽量用原文",
        "if it is the same finding, keep to its words",
    ),
    "RL120": Text(
        "{path} 下没有发现什么，忽略多余",
        "nothing was found in {path} to ignore",
        "删去这一条；路径从台账根目录写起，* 不含 /，** 含 /",
        "delete it; a path begins at the ledger's root, * stops at a /, ** does not",
    ),
}
