"""What is said about sheets that go out and come back."""

from rectledger.messages.text import Text

TEXTS = {
    "sheet.late": Text("（逾期{days}天）", " ({days} days late)"),
    "sheet.left": Text("（还有{days}天）", " ({days} days left)"),
    "sheet.left-over": Text("尚余：{left}", "left: {left}"),
    "sheet.part.problems": Text("问题清单", "problems"),
    "sheet.part.tasks": Text("任务清单", "tasks"),
    "sheet.part.duties": Text("责任清单", "duties"),
    "sheet.part.ledger": Text("整改台账", "ledger"),
    "calendar.due": Text("到期：{ref} {title}", "due: {ref} {title}"),
    "calendar.quota": Text("还欠 {owed} 次：{ref} {title}", "{owed} still owed: {ref} {title}"),
    "calendar.limit": Text("{title}：{ref}", "{title}: {ref}"),
    "calendar.provisional": Text("暂定：该年工作日历未公布", "provisional: no calendar for that year yet"),
    "sheet.late-sign": Text("逾期", "late"),
    "sheet.left-sign": Text("还有", "days left"),
    "sheet.key": Text("标识", "key"),
    "sheet.caption": Text("{unit}{title}整改台账（{day}）", "{unit}, {title}: rectification ledger ({day})"),
    "sheet.not-in-list": Text("请从下拉列表里选", "choose from the list"),
    "sheet.advice.progress": Text(
        "已有的各行不要改；新进展另起一行，可以日期开头，不写日期则记为导入那天",
        "leave the lines that are there; a new one may begin with its date, and is else dated by the import",
    ),
    "sheet.advice.due": Text(
        "如 2025-12-31、2025-12、2025年底前、反馈后15个工作日内", "such as 2025-12-31, 2025-12, feedback+15wd"
    ),
    "sheet.advice.evidence": Text(
        "另起一行写文号；同一行的“整改进展”或“状态”也要写它证明什么",
        "a document number on a line of its own; say in this row's progress or state what it proves",
    ),
    "sheet.advice.state": Text(
        "只能改为“正在推进”（同时写进展）或“已完成”；其他状态要另外登记",
        "may become “in progress”, with progress beside it, or “complete”; other states are recorded elsewhere",
    ),
    "cannot.sheet-cell": Text(
        "{ref} 的“{column}”超过 {limit} 个字符，表格放不下",
        "{column} of {ref} has more than {limit} characters, which no spreadsheet holds",
        "把它改短，或用不含这一列的样式导出（--view）",
        "shorten it, or use a view without this column",
    ),
    "progress.import": Text("收表格", "taking the sheet back"),
    "progress.export": Text("写表格", "writing the sheet"),
    "cannot.export-stdout": Text("xlsx 要用 -o 写到文件", "xlsx needs -o", "如 -o 台账.xlsx", "such as -o ledger.xlsx"),
    "cannot.export-print": Text("--print 只用于 xlsx", "--print is for xlsx only"),
    "cannot.no-view": Text(
        "没有“{view}”这个样式",
        "there is no view “{view}”",
        "可用：{known}；样式放在 ledger/views/NAME.yaml",
        "known: {known}; views are ledger/views/NAME.yaml",
    ),
    "cannot.view-heading": Text(
        "样式 {view} 里有两列都叫“{heading}”",
        "two columns of the view {view} are called “{heading}”",
        "给其中一列写上 heading",
        "give one of them a heading of its own",
    ),
    "import.created": Text("新建 {file}", "created {file}"),
    "import.changed": Text("改了 {file}", "changed {file}"),
    "RL600": Text(
        "两边都改了：导出时是“{before}”，台账现在是“{ours}”，表格里是“{theirs}”",
        "changed on both sides: “{before}” when it went out, “{ours}” in the ledger now, “{theirs}” in the sheet",
        "定下用哪个，改成一致再导入；或重新导出",
        "settle on one and make both the same, or export anew",
    ),
    "RL601": Text(
        "{ref} 这一行不见了",
        "the row of {ref} is missing",
        "导入不会删除任何内容：把这一行补回来，或加 --partial 只收其余的",
        "an import deletes nothing: put the row back, or add --partial to take the others",
    ),
    "RL602": Text(
        "{ref} 这一行出现了两次，另一处在 {first}",
        "the row of {ref} stands here twice, first at {first}",
        "删去多余的一行；要新增措施，用空白行填写",
        "delete one of them; write a new measure into an empty row",
    ),
    "RL603": Text(
        "这一行的标识没有了，看样子是 {ref}",
        "this row has lost its key; it looks like {ref}",
        "撤销对隐藏列“标识”的改动，或把内容抄回导出的表格里",
        "undo what happened to the hidden column of keys, or copy the words into the sheet as it was exported",
    ),
    "RL604": Text(
        "“{column}”不能在表格里改：导出时是“{before}”",
        "{column} cannot be changed in a sheet: it was “{before}”",
        "改回原样",
        "change it back",
    ),
    "RL605": Text(
        "这一行的标识“{ref}”不是这张表格里的",
        "the key of this row, “{ref}”, is none that went out with this sheet",
        "不要从别的表格粘贴整行；只粘贴内容",
        "paste words alone, no whole rows of another sheet",
    ),
    "RL606": Text(
        "{ref} 已经不在台账里了，这一行的改动收不了",
        "{ref} is not in the ledger any more, so what was changed here cannot be taken",
        "重新导出",
        "export anew",
    ),
    "RL607": Text(
        "同一个问题 {issue} 的各行不一致：这里是“{value}”",
        "the rows of {issue} disagree: here it is “{value}”",
        "问题的各项在每一行都要相同，或只改其中一行",
        "what is the issue's has to be the same in each row that is changed; one is enough",
    ),
    "RL608.empty": Text(
        "这一项不能空着", "this cannot be left empty", "填上，或改回原样", "fill it in, or change it back"
    ),
    "RL608.inherited": Text(
        "这一时限是整个问题的，不能在一行里删去",
        "this deadline is the whole issue's and cannot be emptied in a row",
        "改回原样，或写这条措施自己的时限",
        "change it back, or write a deadline of this measure's own",
    ),
    "RL608.heading": Text(
        "没有“{value}”这个反馈问题", "there is no heading “{value}”", "从下拉列表里选", "choose from the list"
    ),
    "RL608.choice": Text(
        "“{value}”不是可用的词", "“{value}” is no word that is known here", "可用：{known}", "known: {known}"
    ),
    "RL608.party": Text(
        "台账里没有“{value}”这个单位或人",
        "the ledger knows no party “{value}”",
        "先写进 ledger/parties.yaml；这一格只写一个",
        "add it to ledger/parties.yaml first; a cell names one",
    ),
    "RL608.person": Text(
        "“{value}”是个人，这一格写单位",
        "“{value}” is a person, and here belongs none",
        "写到“责任人”一格",
        "it belongs in the other column",
    ),
    "RL608.unit": Text(
        "“{value}”不是个人，这一格写人",
        "“{value}” is no person, and here belongs one",
        "写到“责任单位”一格",
        "it belongs in the other column",
    ),
    "RL608.several": Text(
        "叫“{value}”的不止一个",
        "there are several called “{value}”",
        "写其中一个的编号：{known}",
        "write an id: {known}",
    ),
    "RL608.owners": Text(
        "“{one}”和“{other}”都写了，一条措施只有一个责任方",
        "both “{one}” and “{other}” are there, and a measure has one owner",
        "留一个，另一格清空",
        "keep one and empty the other cell",
    ),
    "RL608.due": Text(
        "看不懂的时限“{value}”",
        "the deadline “{value}” cannot be read",
        "如 2025-12-31、2025-12、2025年底前、反馈后15个工作日内",
        "such as 2025-12-31, 2025-12, feedback+15wd",
    ),
    "RL608.sustained": Text(
        "“{value}”还要长期坚持，一格记不下",
        "“{value}” goes on after its day, which a cell cannot hold",
        "这里只写日期；另用 rectledger set 给这条措施写 sustained true",
        "write the day alone, and give the measure sustained true by rectledger set",
    ),
    "RL608.date": Text(
        "“{value}”开头的日期不对，或后面没有写内容",
        "“{value}” begins with no real day, or says nothing after it",
        "如 2025-11-03 已召开推进会",
        "such as 2025-11-03 a meeting was held",
    ),
    "RL608.control": Text(
        "里面有看不见的字符 {character}",
        "it holds the invisible character {character}",
        "重新输入这一格",
        "type it anew",
    ),
    "RL608.failed": Text(
        "公式出错：{value}",
        "a formula has failed: {value}",
        "直接写内容，不用公式",
        "write the words instead of a formula",
    ),
    "RL616": Text(
        "要改的 {file} 第 {line} 行的写法不能安全地改动",
        "line {line} of {file}, which this would change, is laid out in a way that cannot be edited safely",
        "用编辑器改那一处（多半是 & 锚点或 * 别名）",
        "edit that place by hand (most likely an & anchor or an * alias)",
    ),
    "RL609": Text(
        "表格里不能把状态改为“{state}”：它要写明的事项表格里没有",
        "a sheet cannot make the state “{state}”, which takes more than a sheet holds",
        "改回原样，用 rectledger record 登记",
        "change it back and use rectledger record",
    ),
    "RL609.progress": Text(
        "改为“{state}”要同时写进展",
        "“{state}” needs progress beside it",
        "在“整改进展”里另起一行写做了什么",
        "say on a new line of the progress what was done",
    ),
    "RL609.closing": Text(
        "表格里只能写“{request}”，这里是“{state}”",
        "a sheet can only say “{request}” here, and says “{state}”",
        "销号和退回由核验的人用 rectledger record 登记",
        "who verifies records closure or rejection by rectledger record",
    ),
    "RL610": Text(
        "已登记的这一行被改动或删去了：“{line}”",
        "a line that was recorded is changed or gone: “{line}”",
        "恢复原文；新内容另起一行",
        "put it back; what is new goes on a line of its own",
    ),
    "RL611": Text(
        "“{evidence}”证明什么？这一行没有新的进展或状态",
        "what does “{evidence}” prove? this row has no new progress or state",
        "在“整改进展”里另起一行写明，或改状态",
        "say it on a new line of the progress, or change the state",
    ),
    "RL611.file": Text(
        "没有“{file}”这个文件",
        "there is no file “{file}”",
        "先把文件放进台账目录，或写文号",
        "put it into the ledger's folder first, or write the number of a document",
    ),
    "RL612.several": Text(
        "叫这个名字的问题不止一个：{known}",
        "several issues have this title: {known}",
        "写上反馈问题；还分不清的，用 rectledger new 登记",
        "say the heading as well; where that does not tell them apart, use rectledger new",
    ),
    "RL612": Text(
        "新的一行缺少：{missing}", "a new row needs: {missing}", "填全，或删去这一行", "fill it in, or delete the row"
    ),
    "RL613": Text(
        "“{column}”这一列不见了",
        "the column {column} is missing",
        "把它的表头改回来，或补回这一列",
        "give it back its heading, or put it back",
    ),
    "RL613.twice": Text(
        "“{column}”这一列出现了两次", "the column {column} stands here twice", "删去多余的一列", "delete one of them"
    ),
    "RL614": Text(
        "“{column}”这一列不是导出的，里面的内容没有收",
        "the column {column} did not go out with the sheet, and is not taken",
        "要收的内容写进原有的列",
        "what is to be taken belongs in the columns that went out",
    ),
    "RL615": Text(
        "{ref} 的责任已经交接，不能在表格里改人",
        "{ref} was handed over, so a sheet cannot name another one",
        "改回原样，用 rectledger record {ref} handed-over 登记交接",
        "change it back and use rectledger record {ref} handed-over",
    ),
    "cannot.sheet-renamed": Text(
        "{path} 里没有叫“{sheet}”的工作表",
        "{path} has no sheet called {sheet}",
        "把工作表的名字改回来",
        "give the sheet back its name",
    ),
    "cannot.sheet-key": Text(
        "{path} 里没有“{column}”这一列，分不清哪行是哪行",
        "{path} has no column {column}, so nobody can tell which row is which",
        "在导出的表格里重新填写；隐藏的列不要删",
        "fill in the sheet as it was exported, and leave its hidden column",
    ),
    "cannot.sheet-stamp": Text(
        "{path} 里导出时留下的底稿损坏了，或被改过",
        "what {path} remembers of its export is damaged or was changed",
        "重新导出，把改动抄过去",
        "export anew and copy what was changed",
    ),
    "cannot.sheet-unstamped": Text(
        "{path} 不是本工具导出的可编辑表格",
        "{path} is no editable sheet that was exported here",
        "填 rectledger export xlsx 导出的；别人的台账加 --new",
        "fill in one that rectledger export xlsx has written; for another's table add --new",
    ),
    "cannot.sheet-stamped": Text(
        "{path} 是从这本台账导出的，加 --new 会把每一行再收一遍",
        "{path} went out of this ledger, and --new would take every row a second time",
        "去掉 --new",
        "leave out --new",
    ),
}
