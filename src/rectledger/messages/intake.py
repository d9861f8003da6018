"""RL6: what is said about notices and tables of others that are taken in."""

from rectledger.messages.text import Text

TEXTS = {
    "RL640": Text(
        "编号写的是“{found}”，按顺序应为“{right}”",
        "numbered “{found}”, while the order asks for “{right}”",
        "已按顺序编号，核对是否漏了一条",
        "numbered by the order; see whether an item is missing",
    ),
    "RL640.left": Text(
        "“{found}”与前面的编号不衔接（前面数到 {after}），留在正文里",
        "“{found}” does not count on from {after}, and stays in the text",
        "如果是另一项措施，拆开它",
        "split the measure if it is another one",
    ),
    "RL641": Text(
        "“{text}”前面缺“反馈问题：”",
        "the words for a heading are missing before “{text}”",
        "已作为反馈问题收下",
        "taken as a heading",
    ),
    "RL642": Text(
        "“{found}”里的冒号是半角",
        "the colon in “{found}” is half-width",
        "生成通报时用全角冒号",
        "the notice is rendered with a full-width one",
    ),
    "RL643": Text("“{found}”是软件留下的痕迹", "“{found}” was left by software", "已去掉", "left out"),
    "RL643.page": Text("“{found}”是页码", "“{found}” is the number of a page", "已去掉", "left out"),
    "RL644": Text(
        "“{text}”这一行没有地方放",
        "there is no place for the line “{text}”",
        "改放到能放的地方，或用 --partial 不收这一行",
        "move it to where it can be taken, or leave it out by --partial",
    ),
    "RL645": Text(
        "“{word}”记不成事件：原文没有写由谁批准、交给谁",
        "“{word}” cannot be recorded: the text does not say who approved it, or who received it",
        "先记一条进展，查明后用 rectledger record 补记",
        "recorded as progress; find out and use rectledger record",
    ),
    "RL645.closed": Text(
        "“{word}”记成已完成：原文没有写由谁销号",
        "“{word}” is recorded as completed: the text does not say who closed it",
        "查明后用 rectledger record … closed 补记",
        "find out and use rectledger record … closed",
    ),
    "RL645.later": Text(
        "“{word}”不在第一句，没有作为状态",
        "“{word}” is not in the first sentence and counts as no state",
        "如果说的是整项措施，用 rectledger record 补记",
        "use rectledger record if it is about the whole measure",
    ),
    "RL646": Text(
        "写了“{words}”，没有写日期，以通报日期 {day} 记",
        "“{words}” without a date, dated {day} by the notice",
        "查明日期后改正，去掉【待核】",
        "put in the day and take the mark away",
    ),
    "RL646.unstated": Text(
        "没有写状态，也没有写日期，以通报日期 {day} 记一条进展",
        "neither a state nor a date: recorded as progress, dated {day} by the notice",
        "查明后改正，去掉【待核】",
        "find out, mend it and take the mark away",
    ),
    "RL647": Text(
        "“{word}”要看是哪一天读的", "“{word}” depends on the day of reading", "改为“{absolute}”", "write “{absolute}”"
    ),
    "RL647.open": Text("“{word}”要看是哪一天读的", "“{word}” depends on the day of reading"),
    "RL648": Text(
        "原文“{found}”，重新生成的通报是“{rendered}”",
        "“{found}” here, “{rendered}” in the notice as it is rendered",
    ),
    "RL648.joined": Text(
        "重新生成的通报里，这一行与前后连成一段",
        "the notice as it is rendered has this line and those around it in one paragraph",
    ),
    "RL648.left": Text(
        "重新生成的通报没有这一段：“{text}”",
        "the notice as it is rendered does not have this paragraph: “{text}”",
    ),
    "RL648.added": Text(
        "重新生成的通报在这里多一段：“{rendered}”",
        "the notice as it is rendered has one paragraph more here: “{rendered}”",
    ),
    "RL649": Text(
        "“{name}”不对外公开，已换成“{public}”",
        "“{name}” is not for the public and was replaced by “{public}”",
    ),
    "RL650": Text(
        "原文没有写{what}", "the text does not say: {what}", "在原文里补上再导入", "add it, then import again"
    ),
    "RL651": Text(
        "“{text}”不是真实的日期", "“{text}” is no real day", "在原文里改正再导入", "mend it, then import again"
    ),
    "RL651.due": Text(
        "“{text}”不是能读懂的时限",
        "“{text}” is no deadline that can be read",
        "写成 2025年6月底前、反馈后15个工作日内 这样再导入",
        "write it as a day, a month, a year or a span after the feedback, then import again",
    ),
    "RL652": Text(
        "只有问题，没有上一级的反馈问题",
        "there are issues and no headings above them",
        "每个问题同时作为一个反馈问题；要归类就改 headings",
        "each became a heading itself; change the headings to group them",
    ),
    "RL653": Text(
        "措施用“{found}”编号", "measures are numbered by “{found}”", "生成通报时改用（1）", "the notice has （1）"
    ),
    "RL655": Text(
        "还没有人核过：{text}",
        "nobody has looked at this yet: {text}",
        "核实改正后去掉【待核】",
        "mend it and take the mark away",
    ),
    "RL656": Text(
        "这一段没有对应的位置，移到前一部分的末尾",
        "there is no place for this paragraph; it was moved to the end of the section before",
    ),
    "RL657": Text(
        "台账里没有“{name}”，新增 {id}",
        "the ledger does not know “{name}”; {id} was added",
        "在 ledger/parties.yaml 里核对类别和对外的名称；若是已有的一家，改用原来的 id",
        "see to its kind and public name in ledger/parties.yaml, or use the id of the one it is",
    ),
    "RL658": Text("修订：插入“{words}”，已收下", "tracked change: “{words}” was inserted, and is taken"),
    "RL658.deleted": Text("修订：删去“{words}”，没有收", "tracked change: “{words}” was deleted, and is left out"),
    "RL659": Text(
        "这一段有{what}，其中的文字没有读",
        "the text of a {what} in this paragraph is not read",
        "把文字移到正文里再导入，或用 --partial",
        "move it into the text and import again, or use --partial",
    ),
    "RL660": Text("这一段有{what}，没有收", "a {what} in this paragraph is left out"),
    "RL661": Text(
        "移交的接收单位取“{first}”，另外还提到{others}",
        "transferred to “{first}”; the text names {others} as well",
        "接收单位不止一个时，拆成几项措施",
        "make it several measures if there are several receivers",
    ),
    "RL670": Text("表里没有一行问题", "no row of the table holds a problem", "核对表头", "see to the headers"),
    "RL671": Text(
        "看不懂“{heading}”这一列，里面有内容",
        "the column “{heading}” is not understood, and is not empty",
        "用 --map '{heading}=字段' 说明它是什么，不收就写 --map '{heading}=-'",
        "say what it is by --map '{heading}=field', or leave it out by --map '{heading}=-'",
    ),
    "RL672": Text(
        "“{text}”不是能读懂的时限",
        "“{text}” is no deadline that can be read",
        "写成 2025年6月底前、2025.6.30、立行立改、长期坚持 这样",
        "write it as a day, a month, a year, or a span after the feedback",
    ),
    "RL672.day": Text("“{text}”不是一个日期", "“{text}” is no day", "写成 2025.6.30 这样", "write it as 2025.6.30"),
    "RL673": Text(
        "“{text}”不是认得的状态",
        "“{text}” is no state that is known",
        "写成已完成、阶段性完成、正在推进或未启动",
        "write 已完成, 阶段性完成, 正在推进 or 未启动",
    ),
    "RL673.unrecorded": Text(
        "“{text}”记不成事件：表上没有由谁批准、交给谁、文号",
        "“{text}” cannot be recorded: who approved it, to whom it went and by what document is not said",
        "改成措施现在的状态，导入后用 rectledger record 补记",
        "write the state of the measure, and use rectledger record afterwards",
    ),
    "RL673.requirement": Text(
        "“{text}”不是认得的整改要求",
        "“{text}” is no requirement that is known",
        "写成立行立改、限期、分阶段或长期坚持",
        "write 立行立改, 限期, 分阶段 or 长期坚持",
    ),
    "RL674": Text(
        "“{text}”放不进任何问题或措施",
        "“{text}” belongs to no issue and no measure",
        "移到它所属的那一行，或从表里删去",
        "move it to the row that it belongs to, or delete it",
    ),
    "RL675": Text("“{text}”这一行没有收", "the row “{text}” is left out"),
    "RL676": Text(
        "“{title}”没有写整改措施",
        "there is no measure for “{title}”",
        "填上措施；只有问题清单就用 rectledger new --from-list",
        "put it in; a list of findings alone is taken by rectledger new --from-list",
    ),
    "RL677": Text(
        "“{text}”与同一问题上面写的“{known}”不一样",
        "“{text}”, while the same issue says “{known}” above",
        "一个问题只能有一种说法；不是同一问题就各写各的标题",
        "an issue has one; give another issue a title of its own",
    ),
    "RL677.leaders": Text(
        "责任领导写了几个人：{text}",
        "several leaders: {text}",
        "留一个，其余写在配合单位",
        "leave one, the others support",
    ),
    "RL678": Text(
        "“{text}”记成已完成：表上没有写由谁销号",
        "“{text}” is recorded as completed: the table does not say who closed it",
        "查明后用 rectledger record … closed 补记",
        "find out and use rectledger record … closed",
    ),
    "RL679": Text(
        "“{text}”没有写日期，以 {day} 记",
        "“{text}” has no date and is dated {day}",
        "查明日期后改正，去掉【待核】",
        "put in the day and take the mark away",
    ),
    "RL680": Text(
        "“{title}”没有写责任单位，以本单位记",
        "nobody is named for “{title}”; our unit is taken",
        "用 rectledger set 改正",
        "use rectledger set",
    ),
    "RL681": Text(
        "新增反馈问题 {id}：“{text}”",
        "a new heading {id}: “{text}”",
        "核对是否就是已有的一条",
        "see whether it is one that is there",
    ),
    "RL681.own": Text(
        "没有写属于哪个反馈问题，“{text}”同时作为反馈问题 {id}",
        "no heading is named; “{text}” became the heading {id} as well",
        "要归类就改 heading",
        "change the heading to group it",
    ),
    "RL682": Text(
        "只有部分措施写了“{text}”，整改要求没有记",
        "“{text}” is said of some measures only; the issue's class is left open",
        "把问题拆开，或用 rectledger set 写上 requirement",
        "split the issue, or use rectledger set for its requirement",
    ),
    "import.column": Text("{cell} {heading} → {key}", "{cell} {heading} → {key}"),
    "import.other-sheet": Text("工作表“{sheet}”没有读", "the sheet “{sheet}” was not read"),
    "cannot.no-table": Text(
        "{path} 里找不到有“问题”一列的表",
        "{path} has no table with a column for the problem",
        "用 --map '列名=title' 说明哪一列是问题",
        "say which column it is by --map 'column=title'",
    ),
    "cannot.only-new": Text(
        "{options} 只用于 --new：导出的表格自己记着", "{options} goes with --new: an exported sheet knows it itself"
    ),
    "cannot.map": Text(
        "--map “{option}”不是“列名=字段”", "--map “{option}” is no 'column=field'", "字段：{known}", "fields: {known}"
    ),
    "import.unproved": Text(
        "重新生成不了通报，没有核对：{reason}",
        "the notice could not be rendered again, and nothing was compared: {reason}",
    ),
    "document.footnote": Text("脚注", "footnote"),
    "document.endnote": Text("尾注", "endnote"),
    "document.textbox": Text("文本框", "text box"),
    "document.attached": Text("嵌入的文档", "document inside"),
    "document.formula": Text("公式", "formula"),
    "document.picture": Text("图片", "picture"),
    "document.comment": Text("批注", "comment"),
    "document.hidden": Text("隐藏文字", "stretch of hidden text"),
    "notice.title": Text("标题（关于……整改进展情况的通报）", "its title"),
    "notice.source": Text("是巡察、督察、审计、安全检查还是自查", "what kind of inspection it was"),
    "notice.feedback": Text("反馈日", "the feedback day"),
    "notice.date": Text("落款日期", "its own day"),
    "notice.issuer": Text("发布单位", "who published it"),
    "notice.heading": Text("这一条反馈问题的文字", "the words of this heading"),
    "notice.problem": Text("这一个问题的文字", "the words of this problem"),
    "notice.issues": Text("任何问题", "any issue"),
    "cannot.inspection-there": Text(
        "{inspection} 已经有了，没有覆盖",
        "{inspection} is there already, and was not overwritten",
        "用 --inspection 另起一个编号",
        "give another id by --inspection",
    ),
    "cannot.inspection-id": Text(
        "“{inspection}”不能作编号",
        "“{inspection}” cannot be an id",
        "不要有空格、/ 和 \\",
        "leave out white space, / and \\",
    ),
    "cannot.document-kind": Text(
        "{path} 不是能读的文书",
        "{path} is no document that can be read",
        "可用：.docx、.txt、.md",
        "use .docx, .txt or .md",
    ),
    "cannot.document-old": Text(
        "{path} 是旧格式或加密的文件，读不了",
        "{path} is of an old kind or has a password, and cannot be read",
        "用 Word 或 WPS 另存为 .docx，或运行 soffice --headless --convert-to docx {path}，再导入 {target}",
        "save it as .docx in Word or WPS, or run soffice --headless --convert-to docx {path}, then import {target}",
    ),
    "cannot.document-macros": Text(
        "{path} 里有宏，没有打开",
        "{path} has macros and was not opened",
        "另存为不带宏的 .docx",
        "save it as .docx without macros",
    ),
    "cannot.document-entities": Text(
        "{path} 的 XML 里有 DTD 或实体，没有打开",
        "the XML of {path} has a DTD or entities, and was not opened",
        "用 Word 或 WPS 重新保存",
        "save it again in Word or WPS",
    ),
    "cannot.document-bomb": Text(
        "{path} 解压后太大（上限 {limit} MB）或压得太紧，没有打开",
        "{path} unpacks to more than {limit} MB, or is packed too tightly, and was not opened",
    ),
    "cannot.document-broken": Text(
        "{path} 不是完好的 .docx：{reason}",
        "{path} is no sound .docx: {reason}",
        "用 Word 或 WPS 重新保存",
        "save it again in Word or WPS",
    ),
    "cannot.document-large": Text("{path} 超过 {limit} MB", "{path} is larger than {limit} MB"),
    "cannot.document-long": Text("{path} 超过 {limit} 个字", "{path} has more than {limit} characters"),
    "cannot.document-encoding": Text(
        "{path} 既不是 UTF-8 也不是 GBK", "{path} is neither UTF-8 nor GBK", "另存为 UTF-8", "save it as UTF-8"
    ),
}
