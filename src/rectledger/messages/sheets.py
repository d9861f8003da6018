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
    "cannot.sheet-unstamped": Text(
        "{path} 不是本工具导出的可编辑表格",
        "{path} is no editable sheet that was exported here",
        "用 rectledger export xlsx 导出后再填",
        "fill in one that rectledger export xlsx has written",
    ),
}
