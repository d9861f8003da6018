"""What is said about templates, and about Word documents made from them."""

from rectledger.messages.text import Text

TEXTS = {
    "place.line": Text("第 {line} 行", "line {line}"),
    "place.paragraph": Text("{part}第 {number} 段（{text}）", "paragraph {number} of the {part} ({text})"),
    "place.before": Text("{place}：", "{place}: "),
    "part.body": Text("正文", "body"),
    "part.header": Text("页眉", "header"),
    "part.footer": Text("页脚", "footer"),
    "part.notes": Text("脚注", "footnotes"),
    "RL530.name": Text(
        "{place}没有“{name}”这个名称",
        "{place}there is no name “{name}”",
        "自带模板开头列有可用的名称",
        "the built-in templates begin with the names there are",
    ),
    "RL530.near": Text(
        "{place}没有“{name}”这个名称", "{place}there is no name “{name}”", "是否应为 {near}？", "did you mean {near}?"
    ),
    "RL530.braces": Text(
        "{place}“{written}”里有全角符号",
        "{place}“{written}” has full-width marks",
        "改成半角的 {{{{ }}}} 或 {{% %}}",
        "write {{{{ }}}} or {{% %}}, half-width",
    ),
    "RL530.unclosed": Text(
        "{place}标签不成对：{tag}",
        "{place}a tag without its other end: {tag}",
        "{{{{ 配 }}}}，{{% 配 %}}，写在同一段里",
        "{{{{ goes with }}}}, {{% with %}}, in one paragraph",
    ),
    "RL530.syntax": Text(
        "{place}{reason}", "{place}{reason}", "检查 if、for 和它们的结尾", "check if, for and their ends"
    ),
    "RL530.style": Text(
        "{place}文档里没有“{style}”这个样式",
        "{place}the document has no style “{style}”",
        "在 Word 里给这一段另选样式",
        "give the paragraph another style in Word",
    ),
    "RL530.across": Text(
        "{place}if 或 for 在这一段里没有收尾",
        "{place}an if or for does not end in its paragraph",
        "跨段的写成 {{%p if … %}}、{{%p endif %}}，各占一段；表格的行用 {{%tr",
        "across paragraphs write {{%p if … %}} and {{%p endif %}}, each a paragraph of its own; {{%tr for rows",
    ),
    "RL530.beside": Text(
        "{place}{tag} 旁边的文字会丢失",
        "{place}the words beside {tag} would be lost",
        "让 {{%p … %}} 独占一段",
        "give {{%p … %}} a paragraph of its own",
    ),
    "RL530.render": Text("{what}", "{what}"),
    "cannot.template": Text("模板 {template} {place}：{reason}", "template {template}, {place}: {reason}"),
    "cannot.template-name": Text(
        "模板 {template} {place}：没有“{reason}”",
        "template {template}, {place}: there is no “{reason}”",
        "检查拼写；可用的名称见自带模板的开头和 docs/documents.md",
        "check the spelling; built-in templates begin with the names there are, and docs/documents.md lists them",
    ),
    "cannot.template-unsafe": Text(
        "模板 {template} {place}：不允许（{reason}）", "template {template}, {place}: not allowed ({reason})"
    ),
    "cannot.template-size": Text(
        "模板 {template} {place}：输出超过 {reason} 个字符",
        "template {template}, {place}: the output has more than {reason} characters",
    ),
    "cannot.template-work": Text(
        "模板 {template} {place}：循环太多或文字太长，没有尽头（上限 {reason} 步）",
        "template {template}, {place}: loops or texts that come to no end (the limit is {reason} steps)",
        "文书里的统计由程序算好，模板只需要逐项列出",
        "the program counts; a template only has to list",
    ),
    "cannot.template-value": Text(
        "模板 {template} {place}：{reason} 不是文字或数字，印不出来",
        "template {template}, {place}: {reason} is neither text nor number and cannot be printed",
        "写到它的某一项，如 notice.date",
        "name a part of it, such as notice.date",
    ),
    "cannot.template-control": Text(
        "模板 {template} {place}要印的内容里有控制字符 {reason}",
        "what template {template} prints in {place} holds the control character {reason}",
        "在台账里删去它",
        "remove it from the ledger",
    ),
    "cannot.template-kind": Text(
        "{path} 不是模板",
        "{path} is no template",
        "模板是 .md.j2 或 .docx 文件",
        "a template is a .md.j2 or a .docx file",
    ),
    "template.kept": Text("{file} 已经有了，没有改动", "{file} is there already and was left alone"),
    "cannot.no-origin": Text(
        "{path} 没有注明出处，无法核对",
        "{path} does not say where it comes from, so it cannot be verified",
        "只能核对 rectledger render --to docx 生成的文件",
        "only what rectledger render --to docx made can be verified",
    ),
    "cannot.no-revision-named": Text(
        "{path} 没有注明台账版本，无法核对",
        "{path} names no revision of the ledger, so it cannot be verified",
        "生成时台账还不在 git 里；提交后重新生成",
        "the ledger was not in git then; commit it and render again",
    ),
    "cannot.verify-letter": Text("预警函记入台账后不再重做，不能核对", "letters are made once and cannot be verified"),
    "verify.uncommitted": Text(
        "{path} 生成时有未提交的改动；下面与 {revision} 比较，差异可能由此而来",
        "{path} was made with changes that were not committed; it is compared with {revision}, and may differ for that",
    ),
    "verify.same": Text("{path} 与 {revision}（{day}）生成的一致", "{path} is as it was made at {revision} for {day}"),
    "cannot.epoch": Text(
        "SOURCE_DATE_EPOCH 的“{value}”不是秒数", "“{value}” in SOURCE_DATE_EPOCH is no number of seconds"
    ),
    "cannot.word-statement": Text(
        "模板 {template} {place}：{reason} 不能直接做成 Word 模板",
        "template {template}, {place}: {reason} cannot be made into a Word template",
        "只用 if、for 和 set；别的写法请在自己的 templates/NAME.docx 里用",
        "use if, for and set; anything else belongs in a templates/NAME.docx of your own",
    ),
    "cannot.word-block": Text(
        "模板 {template} {place}：{reason} 在一段里开始，在另一段里结束",
        "template {template}, {place}: {reason} begins in one paragraph and ends in another",
        "让 if、for 和它们的结尾各占一行，或都写在同一行",
        "give if, for and their ends lines of their own, or keep all of it on one line",
    ),
    "cannot.word-style": Text(
        "模板 {template} {place}：没有“{reason}”这种版式",
        "template {template}, {place}: there is no style “{reason}”",
        "可用：{known}",
        "known: {known}",
    ),
    "cannot.word-torn": Text(
        "模板 {template}：填好后不是完整的文档（{reason}）",
        "template {template}: filled in, it is no whole document ({reason})",
        "整段的 if、for 要写成 {{%p if … %}}、{{%p for … %}}，表格的行写成 {{%tr for … %}}；rectledger template check 会指出是哪一段",
        "write {{%p if … %}} and {{%p for … %}} for paragraphs, {{%tr for … %}} for rows; rectledger template check finds the paragraph",
    ),
    "cannot.word-large": Text(
        "模板 {path} 的 {part} 超过 {limit} MB",
        "{part} of the template {path} has more than {limit} MB",
        "模板里只留版式和占位，不要贴图片和成稿",
        "keep only layout and tags in a template",
    ),
    "cannot.word-outside": Text(
        "模板 {path} 引用了外面的东西：{reason}",
        "the template {path} fetches something from outside: {reason}",
        "在 Word 里删去链接的图片、对象、附加模板和域，再保存",
        "remove linked pictures, objects, attached templates and fields in Word, and save it again",
    ),
}
