"""RL5: what may be published, and the words of the notice."""

from rectledger.messages.text import Text

TEXTS = {
    "RL501": Text(
        "公开文字里有不得公开的名称“{name}”",
        "a public text holds the private name “{name}”",
        "写成“{public}”",
        "write “{public}”",
    ),
    "RL501.rendered": Text(
        "生成的文字里有不得公开的名称“{name}”：{sentence}",
        "the rendered text holds the private name “{name}”: {sentence}",
        "写成“{public}”",
        "write “{public}”",
    ),
    "RL502": Text(
        "公开文字里有相对的时间“{word}”",
        "a public text says “{word}”, which depends on the day of reading",
        "写绝对时间：按通报日期{day}，是“{absolute}”",
        "write the absolute form; by the notice's date, {day}, it is “{absolute}”",
    ),
    "RL502.open": Text(
        "公开文字里有相对的时间“{word}”",
        "a public text says “{word}”, which depends on the day of reading",
        "写明是哪年哪月哪日",
        "write the year, month or day that is meant",
    ),
    "RL503": Text(
        "公开文字里有{marks}处半角标点，如“{found}”",
        "half-width punctuation beside Chinese ({marks}), as in “{found}”",
        "用全角：“{right}”",
        "use full-width marks: “{right}”",
    ),
    "RL504": Text(
        "文号的年份没有用六角括号：“{found}”",
        "the year of a document number is not in 〔〕: “{found}”",
        "写成“{right}”",
        "write “{right}”",
    ),
    "RL505": Text(
        "公开文字里有文字处理软件留下的痕迹：{found}",
        "a public text holds residue of a word processor: {found}",
        "删去，或补上应有的文字",
        "delete it, or write the words that belong there",
    ),
    "RL506": Text(
        "公开文字里有看不见的字符 {character}：“{around}”",
        "a public text holds the invisible character {character}: “{around}”",
        "删去，或改用普通空格",
        "delete it, or use a plain space",
    ),
    "RL507": Text(
        "文字说“{claim}”，台账的状态是“{state}”",
        "the text says “{claim}”, the state is {state}",
        "补记事件，或按实际进展改写文字",
        "record the event, or write what has been done so far",
    ),
    "RL508": Text(
        "措施已完成，文字还说“{words}”",
        "the measure is complete, and its text still says “{words}”",
        "在 public 里写完成的结果",
        "write in public what came of it",
    ),
    "RL509": Text(
        "文字说“{words}”，措施没有佐证材料，计数 {counted}",
        "the text says “{words}”; the measure has no evidence and counts {counted}",
        "写 evidence，或在 progress 里记 counts",
        "name evidence, or record counts on progress events",
    ),
    "RL510": Text(
        "只有“{words}”这样的表态，没有可以核对的内容",
        "“{words}” promises effort, and nothing that can be checked is named",
        "写明成果：制度、清单、次数、时间",
        "name what will be there: a rule, a list, a number, a date",
    ),
    "RL511": Text(
        "公开文字里有{kind} {shown}",
        "a public text holds a personal {kind}: {shown}",
        "删去；供公众联系用的写在 notice.contact",
        "delete it; what the public may use belongs to notice.contact",
    ),
    "RL511.rendered": Text(
        "生成的文字里有{kind} {shown}：{sentence}",
        "the rendered text holds a personal {kind}, {shown}: {sentence}",
        "删去；供公众联系用的写在 notice.contact",
        "delete it; what the public may use belongs to notice.contact",
    ),
    "RL512": Text(
        "对外名称“{name}”已由 {party} 使用，公众分不清",
        "the public name “{name}” is also that of {party}; a reader cannot tell them apart",
        "加以区分：“{one}”“{other}”",
        "tell them apart: “{one}”, “{other}”",
    ),
    "RL513": Text(
        "文字说“{words}”，按台账是 {counted}",
        "the text says “{words}”, the ledger counts {counted}",
        "改数字，或用 notice.statistics 由程序生成",
        "correct the number, or let notice.statistics write it",
    ),
    "RL514": Text(
        "通报日期是 {day}，状态按 {today} 判断，其间已变：{refs}",
        "the notice is dated {day}, the states are those of {today}, and these changed in between: {refs}",
        "用 --as-of {day} 生成，或改日期",
        "render with --as-of {day}, or change the date",
    ),
    "personal.mobile": Text("手机号", "mobile number"),
    "personal.identity": Text("身份证号", "identity number"),
    "personal.card": Text("银行卡号", "card number"),
    "personal.email": Text("电子邮箱", "e-mail address"),
}
