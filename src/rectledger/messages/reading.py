"""RL0: reading files and their shape."""

from rectledger.messages.text import Text

TEXTS = {
    "RL001": Text(
        "YAML 语法错误：{problem}",
        "YAML syntax error: {problem}",
        "检查这一行和上一行的缩进、引号和冒号；含有“: ”或“#”的文字要加引号",
        "look at indentation, quotes and colons of this line and the one above; text with ': ' or ' #' needs quotes",
    ),
    "RL002": Text("用制表符缩进", "indented with a tab", "改用空格，每级两个", "use spaces, two for each level"),
    "RL003": Text(
        "键 {key} 后面是全角冒号“：”",
        "a full-width colon follows the key {key}",
        "改为半角冒号加空格：{key}: …",
        "write a half-width colon and a space: {key}: …",
    ),
    "RL004": Text(
        "键 {key} 重复出现",
        "the key {key} stands twice",
        "只留一个；YAML 不会合并它们",
        "keep one of them; YAML does not merge them",
    ),
    "RL005": Text("没有 {key} 这个键", "there is no key {key}", "此处可用：{known}", "known here: {known}"),
    "RL005.near": Text("没有 {key} 这个键", "there is no key {key}", "是否应为 {near}？", "did you mean {near}?"),
    "RL006": Text("缺少 {missing}", "{missing} is missing", "补上 {missing}: …", "add {missing}: …"),
    "RL006.evidence": Text(
        "佐证材料须写 file 或 document 其中之一",
        "evidence needs either file or document",
        "写 {{file: 路径, sha256: …}} 或 {{document: 文号}}",
        "write {{file: path, sha256: …}} or {{document: number}}",
    ),
    "RL007": Text("这里应为{expected}", "{expected} belongs here"),
    "RL007.key": Text("键必须是文字", "a key must be text"),
    "RL008": Text("不能是“{value}”", "“{value}” is not allowed here", "可用：{choices}", "allowed: {choices}"),
    "RL008.near": Text("不能是“{value}”", "“{value}” is not allowed here", "是否应为 {near}？", "did you mean {near}?"),
    "RL008.id": Text(
        "“{value}”不能作编号", "“{value}” cannot be an id", "编号不含空格、/ 和 \\", "an id has no white space, / or \\"
    ),
    "RL008.timezone": Text(
        "没有“{value}”这个时区", "there is no time zone “{value}”", "如 Asia/Shanghai", "such as Asia/Shanghai"
    ),
    "RL008.span": Text("“{value}”不是时长", "“{value}” is no length of time", "如 24h 或 2d", "such as 24h or 2d"),
    "RL008.warn": Text(
        "预警天数须从大到小：{value}",
        "warning days must fall: {value}",
        "如 [20, 10, 0]：绿、黄、红",
        "such as [20, 10, 0]: green, yellow, red",
    ),
    "RL008.no-columns": Text("没有列", "no columns"),
    "RL008.column-twice": Text(
        "“{value}”出现了两次",
        "“{value}” stands here twice",
        "每一列只用一次，表头各不相同",
        "take a column once, and give each a name of its own",
    ),
    "RL008.path": Text(
        "路径“{value}”不在仓库之内",
        "the path “{value}” is not inside the repository",
        "写相对仓库根的路径，用 /，不含 ..",
        "write it relative to the repository's root, with /, without ..",
    ),
    "RL008.sha256": Text(
        "“{value}”不是 SHA-256", "“{value}” is no SHA-256", "64 位小写十六进制数", "64 lower-case hexadecimal digits"
    ),
    "RL008.year": Text(
        "{value} 不在 {year} 年内",
        "{value} is not in {year}",
        "每个文件只写本年的日子",
        "a file holds days of its own year",
    ),
    "RL008.on_measure": Text(
        "{value} 是整个问题的事件，不能记在措施下",
        "{value} is an event of an issue, not of a measure",
        "移到文件末尾的 events",
        "move it to the issue's own events",
    ),
    "RL008.on_issue": Text(
        "{value} 是措施的事件，不能记在问题下",
        "{value} is an event of a measure, not of the issue",
        "移到那条措施的 events",
        "move it to a measure's events",
    ),
    "RL009": Text(
        "“{value}”不是日期",
        "“{value}” is not a day",
        "写 YYYY-MM-DD，且确有这一天",
        "write YYYY-MM-DD, a day that exists",
    ),
    "RL009.form": Text(
        "日期写法不对：“{value}”", "a day in another form: “{value}”", "写 {canonical}", "write {canonical}"
    ),
    "RL009.due": Text(
        "“{value}”不是时限",
        "“{value}” is not a deadline",
        "写 2025-06-30、2025-06、2025、feedback+3m、feedback+15wd、clock.<名称> 或 'pending: …'",
        "write 2025-06-30, 2025-06, 2025, feedback+3m, feedback+15wd, clock.<name> or 'pending: …'",
    ),
    "RL010": Text(
        "时限用文字写成：“{value}”",
        "a deadline in words: “{value}”",
        "写日期、feedback+3m 一类的写法，或 'pending: …'；立行立改、长期坚持写在 requirement 和 sustained",
        "write a day, a form such as feedback+3m, or 'pending: …'; classes belong to requirement and sustained",
    ),
    "RL010.canonical": Text(
        "时限用文字写成：“{value}”", "a deadline in words: “{value}”", "写 {canonical}", "write {canonical}"
    ),
    "RL011": Text(
        "这里有未解决的合并冲突",
        "an unresolved merge conflict stands here",
        "定下留哪一边，删去 <<<<<<<、=======、>>>>>>> 三行",
        "choose a side and delete the lines <<<<<<<, ======= and >>>>>>>",
    ),
    "RL012": Text("不是 UTF-8 文本：字节 {byte}", "not UTF-8 text: byte {byte}", "另存为 UTF-8", "save it as UTF-8"),
    "RL012.gbk": Text(
        "不是 UTF-8 文本，像是 GBK：字节 {byte}",
        "not UTF-8 text, GBK by the look of it: byte {byte}",
        "另存为 UTF-8（iconv -f GB18030 -t UTF-8）",
        "save it as UTF-8 (iconv -f GB18030 -t UTF-8)",
    ),
    "RL013": Text("文件是 UTF-16 编码", "the file is UTF-16", "另存为 UTF-8", "save it as UTF-8"),
    "RL014": Text(
        "文件里有空字符 NUL",
        "the file holds a NUL character",
        "删去；若成片出现，文件可能已损坏，从 git 取回",
        "delete it; where there are many the file is damaged: restore it from git",
    ),
    "RL015": Text(
        "文件里有控制字符 {character}", "the file holds a control character {character}", "删去", "delete it"
    ),
    "RL016": Text("文件是空的", "the file is empty", "写上内容，或删除文件", "fill it in, or delete the file"),
    "RL017": Text(
        "一个文件里有几份文档（---）",
        "several documents in one file (---)",
        "每份单独成一个文件",
        "make each a file of its own",
    ),
    "RL018": Text(
        "别名展开后超过 {limit} 个值",
        "aliases expand to more than {limit} values",
        "把内容直接写出来",
        "write the values out",
    ),
    "RL019": Text(
        "嵌套超过 {limit} 层",
        "nested deeper than {limit} levels",
        "台账最多六层；检查括号和缩进",
        "a ledger needs six; look at brackets and indentation",
    ),
    "RL020": Text(
        "文件超过 {limit} KiB",
        "the file is larger than {limit} KiB",
        "一个问题一个文件；附件放到 evidence/",
        "one issue is one file; attachments go to evidence/",
    ),
    "RL021": Text(
        "是目录，却以 .yaml 为名", "a folder with a name that ends in .yaml", "改名或移走", "rename or move it"
    ),
    "RL021.link": Text(
        "是指向目录的链接，不会跟随",
        "a link to a folder, which is not followed",
        "把目录本身放在这里",
        "put the folder itself here",
    ),
    "RL022": Text(
        "不是普通文件（管道、设备或套接字）", "not a regular file (a pipe, device or socket)", "移走", "move it away"
    ),
    "RL023": Text(
        "链接指向的 {target} 不存在",
        "the link leads to {target}, which is not there",
        "删除链接，或补上文件",
        "delete the link or restore the file",
    ),
    "RL024": Text(
        "链接指向仓库之外：{target}",
        "the link leads out of the repository: {target}",
        "把文件放进仓库",
        "put the file into the repository",
    ),
    "RL025": Text("打不开：{reason}", "cannot be opened: {reason}", "检查权限", "look at its permissions"),
    "RL026": Text(
        "扩展名是 {suffix}，不会被读取",
        "the name ends in {suffix}: it is not read",
        "改名为 .yaml",
        "rename it to .yaml",
    ),
    "type.text": Text("文字", "text"),
    "type.list": Text("列表", "a list"),
    "type.mapping": Text("键和值", "a mapping of keys and values"),
    "type.day": Text("日期（YYYY-MM-DD）", "a day (YYYY-MM-DD)"),
    "type.count": Text("0 到 9999 的整数", "a whole number from 0 to 9999"),
    "type.flag": Text("true 或 false", "true or false"),
    "type.due": Text("时限", "a deadline"),
    "type.year": Text("四位年份", "a year of four digits"),
    "type.three": Text("恰好三个数", "exactly three numbers"),
    "type.two": Text("0、1 或 2", "0, 1 or 2"),
}
