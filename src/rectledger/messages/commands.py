"""What commands say beside their data."""

from rectledger.messages.text import Text

TEXTS = {
    "cannot.no-ledger": Text(
        "从 {folder} 往上没有找到 ledger/ledger.yaml",
        "no ledger/ledger.yaml in {folder} or above it",
        "换到台账所在目录，或用 -C DIR",
        "change to the ledger's folder, or use -C DIR",
    ),
    "cannot.no-folder": Text("没有目录 {folder}", "there is no folder {folder}"),
    "cannot.settings": Text(
        "ledger/ledger.yaml 读不了，无法判断",
        "ledger/ledger.yaml cannot be read, so nothing can be judged",
        "先按上面所列改正",
        "mend what is listed above first",
    ),
    "cannot.git-missing": Text(
        "没有找到 git", "git was not found", "安装 git，并放进 PATH", "install git and have it on PATH"
    ),
    "cannot.git": Text("git {command} 失败：{reason}", "git {command} failed: {reason}"),
    "cannot.revision": Text(
        "没有“{revision}”这个版本",
        "there is no revision “{revision}”",
        "写提交、分支或标签的名字",
        "name a commit, a branch or a tag",
    ),
    "cannot.day": Text("“{value}”不是日期", "“{value}” is not a day", "写 YYYY-MM-DD", "write YYYY-MM-DD"),
    "cannot.no-ref": Text("没有“{ref}”", "there is no “{ref}”", "相近的有：{near}", "near ones: {near}"),
    "cannot.no-issues": Text(
        "{inspection} 里还没有问题",
        "there are no issues in {inspection} yet",
        "用 rectledger new 登记",
        "make one with rectledger new",
    ),
    "cannot.no-number": Text(
        "{inspection} 里没有“{ref}”：问题编号从 1 到 {last}",
        "there is no “{ref}” in {inspection}: issues are numbered from 1 to {last}",
    ),
    "cannot.ambiguous": Text(
        "“{ref}”不止一个：{files}", "“{ref}” is ambiguous: {files}", "先消除重复的编号", "mend the duplicate ids first"
    ),
    "cannot.no-inspection": Text("没有巡察/督察“{inspection}”", "there is no inspection “{inspection}”"),
    "cannot.no-path": Text("没有“{path}”这个文件或目录", "there is no file or folder “{path}”"),
    "cannot.no-rule": Text(
        "没有“{code}”这条规则",
        "there is no rule “{code}”",
        "rectledger explain 不带编号列出全部",
        "rectledger explain without a code lists them all",
    ),
    "cannot.stdin-name": Text(
        "从标准输入读取时要用 --stdin-filename 说明是哪个文件",
        "reading standard input needs --stdin-filename to say which file it is",
    ),
    "cannot.no-template": Text(
        "没有“{name}”这个模板",
        "there is no template “{name}”",
        "可用：{known}；自己的模板放在 templates/NAME.md.j2",
        "known: {known}; your own go to templates/NAME.md.j2",
    ),
    "cannot.template-file": Text(
        "模板 {path} 读不了：须是台账目录里的 UTF-8 文本文件",
        "the template {path} cannot be read: it must be a UTF-8 text file inside the ledger's folder",
    ),
    "cannot.write": Text("写不了 {path}：{reason}", "{path} cannot be written: {reason}"),
    "cannot.usage": Text(
        "参数有误：{reason}", "wrong arguments: {reason}", "rectledger --help 有说明", "see rectledger --help"
    ),
    "cannot.bug": Text(
        "程序出错了，这是我们的错；请附上 {file} 报告", "this is a bug of ours; please report it with {file}"
    ),
    "cannot.settings-unreadable": Text("打不开 ledger/ledger.yaml", "ledger/ledger.yaml cannot be opened"),
    "cannot.read": Text("读不了 {path}：{reason}", "{path} cannot be read: {reason}"),
    "cannot.no-output": Text(
        "{format} 不能显示在终端上", "{format} cannot be shown on a terminal", "写 -o FILE", "write -o FILE"
    ),
    "render.outdated": Text("{file} 不是最新的", "{file} is out of date"),
    "cannot.output": Text("写不出结果：{reason}", "the output cannot be written: {reason}"),
    "cannot.numbers": Text(
        "{inspection} 有问题文件读不了，序号“{ref}”暂不可靠",
        "issues of {inspection} could not be read, so the number “{ref}” may mean another one",
        "改用编号，如 zx2024-04 或 zx2024-04/air；或先按 rectledger lint 改正",
        "use ids, such as zx2024-04 or zx2024-04/air, or mend what rectledger lint names",
    ),
    "cannot.rules-import": Text(
        "软件包 {package} 的规则装不进来：{reason}",
        "the rules of the package {package} cannot be imported: {reason}",
        "更新或卸载这个软件包",
        "update or uninstall the package",
    ),
    "cannot.rules-none": Text(
        "软件包 {package} 的 {name} 不是规则",
        "{name} of the package {package} is no rule",
        "规则的写法见 docs/own-rules.md",
        "docs/own-rules.md tells how a rule is written",
    ),
    "cannot.rules-code": Text(
        "软件包 {package} 的规则不能用编号 {code}",
        "a rule of the package {package} cannot have the code {code}",
        "编号是二至五个大写字母加三位数字，如 XY101，不以 RL 开头",
        "a code is two to five capitals, not beginning with RL, and three digits, such as XY101",
    ),
    "cannot.rules-taken": Text(
        "软件包 {package} 的规则编号 {code} 已被占用",
        "the code {code} of a rule of the package {package} is taken",
        "换一个编号，或卸载其中一个软件包",
        "choose another code, or uninstall one of the packages",
    ),
    "cannot.rules-words": Text(
        "软件包 {package} 的规则 {code} 缺少说明或信息",
        "the rule {code} of the package {package} lacks its page or its message",
        "函数的说明先写一句英文、一句中文；texts 里要有 {code}",
        "its docstring begins with a sentence in English and one in Chinese, and texts holds {code}",
    ),
    "cannot.rule-failed": Text(
        "软件包 {package} 的规则 {code} 出错：{reason}",
        "the rule {code} of the package {package} failed: {reason}",
        "更新或卸载这个软件包",
        "update or uninstall the package",
    ),
    "cannot.list-columns": Text(
        "{path} 里没有找到清单：前 20 行里没有“序号”和“问题”这两列",
        "there is no list in {path}: no headers for the serial and the finding in the first 20 rows",
        "把这两列的表头写成“序号”“问题”",
        "name these two columns 序号 and 问题",
    ),
    "cannot.reconcile-part": Text(
        "--reconcile 只核对整份清单，不能与 PATH 或 --base 合用",
        "--reconcile compares the whole list; it takes no PATH and no --base",
    ),
    "cannot.unread": Text(
        "{file} 读不了", "{file} cannot be read", "先运行 rectledger lint", "run rectledger lint first"
    ),
    "cannot.no-list": Text(
        "{path} 不是有 list 的巡察文件",
        "{path} is no inspection with a list",
        "清单写进巡察文件的 list，或给出 .xlsx、.csv 文件",
        "write the list into the inspection's list, or name an .xlsx or .csv file",
    ),
    "cannot.sheet-kind": Text(
        "{path} 不是能读的表格",
        "{path} is no spreadsheet that can be read",
        "在 Excel 或 WPS 里另存为 .xlsx 或 CSV（UTF-8）",
        "save it as .xlsx or as CSV (UTF-8)",
    ),
    "cannot.sheet-macros": Text(
        "{path} 里有宏",
        "{path} has macros",
        "另存为不带宏的 .xlsx",
        "save it as .xlsx, which has none",
    ),
    "cannot.sheet-entities": Text(
        "{path} 里有自定义的 XML 实体，不是正常的表格",
        "{path} defines XML entities, which no spreadsheet does",
        "用 Excel 或 WPS 打开并另存为 .xlsx",
        "open it and save it as .xlsx again",
    ),
    "cannot.sheet-locked": Text(
        "{path} 是有密码的或旧格式的工作簿",
        "{path} has a password or is of the old .xls kind",
        "去掉密码，另存为 .xlsx",
        "remove the password and save it as .xlsx",
    ),
    "cannot.sheet-large": Text(
        "{path} 超过 {limit} MB",
        "{path} is larger than {limit} MB",
        "只留要读的工作表，删去图片",
        "keep only the sheet that is needed, without pictures",
    ),
    "cannot.sheet-unpacked": Text(
        "{path} 解压后超过 {limit} MB，不像是表格",
        "{path} unpacks to more than {limit} MB, which no list does",
    ),
    "cannot.sheet-broken": Text(
        "{path} 读不了：{reason}",
        "{path} cannot be read: {reason}",
        "用 Excel 或 WPS 打开并另存为 .xlsx",
        "open it and save it as .xlsx again",
    ),
    "cannot.sheet-far": Text(
        "{path} 里有离得太远的单元格 {cell}",
        "{path} has a cell too far out, {cell}",
        "删去表格下方和右侧的空行空列，再保存",
        "delete the empty rows and columns below and beside the table, and save",
    ),
    "cannot.sheet-encoding": Text(
        "{path} 既不是 UTF-8 也不是 GBK",
        "{path} is neither UTF-8 nor GBK",
        "另存为 CSV（UTF-8）",
        "save it as CSV (UTF-8)",
    ),
    "sheet.guessed": Text("{file} 不是 UTF-8，按 GBK 读取", "{file} is not UTF-8 and was read as GBK"),
}
