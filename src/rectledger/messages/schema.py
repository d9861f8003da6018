"""Words of the format, for editors: a title for each record and key, and beside it what belongs there."""

from rectledger.messages.text import Text

TEXTS = {
    "schema.null": Text("不填", "left empty"),
    # ledger.yaml
    "schema.settings": Text(
        "台账设置",
        "settings",
        "ledger/ledger.yaml：单位、口径、规则",
        "ledger/ledger.yaml: the unit, its policy, its rules",
    ),
    "schema.settings.schema": Text("格式版本", "version of the format", "固定写 rectledger/1", "always rectledger/1"),
    "schema.settings.schema.rectledger/1": Text("第一版", "the first"),
    "schema.settings.unit": Text(
        "整改单位", "unit", "台账属于哪个单位：parties.yaml 里的编号", "whose ledger this is: an id of parties.yaml"
    ),
    "schema.settings.language": Text(
        "用语", "language", "信息的用语，默认 zh", "the language of messages, by default zh"
    ),
    "schema.settings.language.zh": Text("中文", "Chinese"),
    "schema.settings.language.en": Text("英文", "English"),
    "schema.settings.timezone": Text(
        "时区", "time zone", "“今天”按哪里算，默认 Asia/Shanghai", "where today is, by default Asia/Shanghai"
    ),
    "schema.settings.current": Text(
        "当前巡察",
        "current inspection",
        "4.2 这样的简称指哪次巡察；不写则为反馈最晚的一次",
        "the inspection that references such as 4.2 mean; by default the one with the latest feedback",
    ),
    "schema.settings.policy": Text(
        "口径", "policy", "本单位自定的期限和要求", "the limits that the unit has set itself"
    ),
    "schema.settings.rules": Text(
        "规则轻重",
        "weights of rules",
        "规则编号: 轻重，如 RL304: off；RL0 不能改",
        "a rule's code and its weight, such as RL304: off; RL0 cannot be changed",
    ),
    "schema.settings.rules.off": Text("不报告", "not reported"),
    "schema.settings.rules.error": Text("错误", "error"),
    "schema.settings.rules.warning": Text("警告", "warning"),
    "schema.settings.rules.info": Text("提示", "info"),
    "schema.settings.ignores": Text(
        "不计的路径",
        "ignored paths",
        "哪些文件里哪些规则不计，各写理由",
        "rules that do not count in some files, each with a reason",
    ),
    "schema.ignore": Text(
        "不计", "ignore", "一处路径和在那里不计的规则", "a path and the rules that do not count there"
    ),
    "schema.ignore.path": Text(
        "路径",
        "path",
        "从台账根目录写起，* 不含 /，** 含 /，如 issues/old/**",
        "from the ledger's root; * stops at a /, ** does not, such as issues/old/**",
    ),
    "schema.ignore.rules": Text(
        "规则编号", "rules", "编号或编号的开头，如 [RL302, RL5]", "codes or their beginnings, such as [RL302, RL5]"
    ),
    "schema.ignore.reason": Text("理由", "reason", "为什么可以不计", "why they need not count"),
    "schema.policy": Text(
        "口径", "policy", "本单位自定的期限和要求；按自然日计", "the unit's own limits, in natural days"
    ),
    "schema.policy.warn": Text(
        "预警天数",
        "warning days",
        "距时限还剩几天转绿、黄、红，从大到小，默认 [20, 10, 0]",
        "days left at which a deadline turns green, yellow, red; falling, by default [20, 10, 0]",
    ),
    "schema.policy.max_extensions": Text(
        "延期次数上限",
        "most extensions",
        "一条措施最多延期几次，默认 2",
        "how often a deadline may be moved, by default 2",
    ),
    "schema.policy.stale_after": Text(
        "久无进展",
        "stale after",
        "未完成的措施多少天没有记录就提醒，默认 45",
        "days without an event on an open measure, by default 45",
    ),
    "schema.policy.follow_up_after": Text(
        "回头看期限",
        "follow-up after",
        "销号后多少天内回头看，默认 365",
        "days from closure to the follow-up, by default 365",
    ),
    "schema.policy.sign_within": Text(
        "签字时限",
        "sign within",
        "记录多久内签字：24h 或 2d，默认 24h",
        "records are signed within: 24h or 2d, by default 24h",
    ),
    "schema.policy.evidence_on": Text(
        "须附佐证的事件", "events that need evidence", "默认 [completed, closed]", "by default [completed, closed]"
    ),
    "schema.policy.evidence_on.completed": Text("完成", "completed"),
    "schema.policy.evidence_on.closed": Text("销号", "closed"),
    "schema.policy.four_eyes": Text(
        "办销分离",
        "four eyes",
        "销号人不得是责任单位，默认 true",
        "whoever closes is not whoever did the work, by default true",
    ),
    "schema.policy.percent_decimals": Text(
        "百分比小数位",
        "decimals of percentages",
        "通报统计用，0、1 或 2，默认 1",
        "in statistics: 0, 1 or 2, by default 1",
    ),
    "schema.policy.warn_to": Text(
        "预警函发给谁",
        "warning letters go to",
        "各级预警函的收件人",
        "who gets the letters of each level",
    ),
    "schema.policy.count_omitted": Text(
        "统计含不公开的问题",
        "count what is omitted",
        "不公开的问题是否计入统计，默认 false",
        "whether statistics count issues that are kept out of publication, by default false",
    ),
    "schema.settings.documents": Text("Word 文书", "Word documents", "字体和加粗", "fonts and bold headings"),
    "schema.documents": Text(
        "Word 文书", "Word documents", "版式按 GB/T 9704-2012", "laid out as GB/T 9704-2012 has it"
    ),
    "schema.documents.fonts": Text(
        "字体",
        "fonts",
        "本单位电脑上有的一套字体，默认 gb2312",
        "the fonts that the unit's computers have, by default gb2312",
    ),
    "schema.documents.fonts.gb2312": Text(
        "方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体", "the GB2312 fonts of offices"
    ),
    "schema.documents.fonts.windows": Text("华文中宋、仿宋、楷体、黑体", "what Windows and Office bring"),
    "schema.documents.fonts.wps": Text("方正 GBK 字体", "the Founder GBK fonts of WPS"),
    "schema.documents.fonts.fandol": Text("Fandol 开源字体", "the free Fandol fonts"),
    "schema.documents.bold": Text(
        "标题加粗",
        "bold headings",
        "各级标题是否加粗，默认 false（标准不加粗）",
        "whether headings are bold, by default false, as the standard has it",
    ),
    "schema.warn-to": Text(
        "预警函发给谁",
        "warning letters go to",
        "owner 责任单位、leader 责任领导、support 配合单位、unit 本单位，或 parties.yaml 里的编号",
        "owner, leader, support, unit, or ids of parties.yaml",
    ),
    "schema.warn-to.green": Text("绿色预警函", "green letters", "默认 [owner]", "by default [owner]"),
    "schema.warn-to.yellow": Text("黄色预警函", "yellow letters", "默认 [owner, leader]", "by default [owner, leader]"),
    "schema.warn-to.red": Text("红色预警函", "red letters", "默认 [unit]", "by default [unit]"),
    # parties.yaml
    "schema.party": Text(
        "单位、人员或地点",
        "party",
        "其他文件用编号指称的单位、科室、人员、企业、地点",
        "somebody or something that other files refer to by id",
    ),
    "schema.party.id": Text(
        "编号", "id", "不含空格、/ 和 \\，定了不改", "without white space, / or \\; it never changes"
    ),
    "schema.party.name": Text("真实名称", "name", "真实的全称", "the real name in full"),
    "schema.party.also": Text(
        "其他写法",
        "other spellings",
        "简称、曾用名；有公开名称时，这些写法也不得公开",
        "none of them may reach the public where there is a public name",
    ),
    "schema.party.kind": Text("类别", "kind", "单位、人员、科室、上级或外单位、企业、场所、地点", "what it is"),
    "schema.party.kind.unit": Text("整改单位", "the unit itself"),
    "schema.party.kind.person": Text("人员", "a person"),
    "schema.party.kind.section": Text("内设科室", "a section of the unit"),
    "schema.party.kind.authority": Text("上级或其他机关", "another authority"),
    "schema.party.kind.company": Text("企业", "a company"),
    "schema.party.kind.site": Text("场所、地块", "a site"),
    "schema.party.kind.place": Text("行政区划", "a place"),
    "schema.party.public": Text(
        "公开名称",
        "public name",
        "公开文字里的称呼，如某企业；不写则可以点名",
        "what public texts call it; absent: it may be named",
    ),
    "schema.party.role": Text("职务", "role", "如局长", "such as director"),
    "schema.party.active": Text("任职期间", "in post", "什么时候在任", "when a person is in post"),
    "schema.active": Text("任职期间", "in post", "缺起或止即不限", "without a beginning or an end it is open there"),
    "schema.active.from": Text("起", "from", "任职第一天", "the first day in post"),
    "schema.active.to": Text("止", "to", "任职最后一天", "the last day in post"),
    # inspections/<id>.yaml
    "schema.inspection": Text(
        "一次巡察、督察或审计",
        "inspection",
        "谁、何时、时限、反馈问题、通报用语",
        "who, when, limits, headings, words of the notice",
    ),
    "schema.inspection.id": Text("编号", "id", "与文件名相同", "the file's name"),
    "schema.inspection.title": Text("名称", "title", "如专项巡察；通报标题里用", "used in the title of the notice"),
    "schema.inspection.source": Text("来源", "source", "巡察、督察、审计、安全检查或自查", "what kind of inspection"),
    "schema.inspection.authority": Text(
        "实施机构", "authority", "巡察组、督察组、审计组：parties.yaml 里的编号", "who inspected: an id of parties.yaml"
    ),
    "schema.inspection.period": Text("进驻期间", "period", "起止两天都算", "both days included"),
    "schema.inspection.feedback": Text(
        "反馈日", "feedback day", "各种“反馈后”从这一天起算，这天是第 0 天", "day 0 of every span after the feedback"
    ),
    "schema.inspection.handed_over": Text("移交的清单", "list handed over", "如《问题清单》", "the list of findings"),
    "schema.inspection.clock": Text(
        "时限",
        "clock",
        "名称: 时限。常用 plan、concentrated（集中整改期）、report、publication",
        "a name and its limit; usual are plan, concentrated, report, publication",
    ),
    "schema.inspection.headings": Text(
        "反馈问题", "headings", "照录反馈意见，次序即编号", "word for word, in order: numbers are computed from it"
    ),
    "schema.inspection.list": Text(
        "清单内容",
        "the list itself",
        "移交的清单，逐条照抄，用来核对有没有遗漏、合并、改号",
        "the list handed over, word for word, to find what was dropped, merged or renumbered",
    ),
    "schema.listed": Text("清单里的一条", "a finding of the list", "移交的清单里的一个问题", "as it was handed over"),
    "schema.listed.serial": Text("序号", "serial", "清单上的序号，照抄", "its number on the list"),
    "schema.listed.text": Text("原文", "text", "清单上的原文，照抄", "its words on the list"),
    "schema.listed.heading": Text(
        "所属反馈问题", "heading", "headings 里的编号，可不写", "the id of a heading; may be left out"
    ),
    "schema.inspection.notice": Text(
        "通报用语", "words of the notice", "问题以外的内容", "what it says beside the issues"
    ),
    "schema.inspection.imported": Text(
        "导入的文件", "imported documents", "记录取自哪些文件", "documents that records were taken from"
    ),
    "schema.period": Text("进驻期间", "period", "起止两天都算", "both days included"),
    "schema.period.from": Text("起", "from", "进驻第一天", "the first day"),
    "schema.period.to": Text("止", "to", "进驻最后一天", "the last day"),
    "schema.limit": Text("一项时限", "limit", "到期日和完成日", "when it is due and when it was met"),
    "schema.limit.due": Text("到期", "due", "如 feedback+15wd、feedback+3m、2025-06-30", "such as feedback+15wd"),
    "schema.limit.done": Text("完成日", "met on", "哪一天办成；未办成不写", "the day on which it was met"),
    "schema.limit.document": Text("文号", "document", "方案、报告的文号，用〔〕", "the number of the plan or report"),
    "schema.limit.note": Text("备注", "note", "补充说明，不公开", "whatever else there is to say; not published"),
    "schema.heading": Text("一个反馈问题", "heading", "照录，只写一次", "worded once"),
    "schema.heading.id": Text("编号", "id", "问题文件的 heading 指它", "what an issue's heading means"),
    "schema.heading.text": Text("原文", "text", "照录反馈意见，会公开", "word for word; published"),
    "schema.notice-words": Text("通报用语", "words of the notice", "问题以外的内容", "what it says beside the issues"),
    "schema.notice-words.issuer": Text(
        "发布单位", "issuer", "落款：parties.yaml 里的编号", "who signs: an id of parties.yaml"
    ),
    "schema.notice-words.date": Text("落款日期", "date", "通报的日期", "the day of the notice"),
    "schema.notice-words.basis": Text("依据", "basis", "按照……；会公开", "what it rests on; published"),
    "schema.notice-words.statuses": Text(
        "写明进度", "statuses", "哪些措施后面写是否完成", "which measures say how far they are"
    ),
    "schema.notice-words.statuses.none": Text("都不写", "none"),
    "schema.notice-words.statuses.titled": Text("有标题的措施（默认）", "measures with a title of their own (default)"),
    "schema.notice-words.statuses.all": Text("都写", "all"),
    "schema.notice-words.statistics": Text("统计句", "statistics", "完成几个、完成率按什么数", "what is counted"),
    "schema.notice-words.statistics.none": Text("不写（默认）", "none (default)"),
    "schema.notice-words.statistics.headings": Text("按反馈问题", "headings"),
    "schema.notice-words.statistics.issues": Text("按问题", "issues"),
    "schema.notice-words.statistics.measures": Text("按措施", "measures"),
    "schema.notice-words.organisation": Text(
        "组织情况", "organisation", "第一部分，一段一项；会公开", "section one, a paragraph an item; published"
    ),
    "schema.notice-words.next_steps": Text(
        "下一步", "next steps", "第三部分，一段一项；会公开", "section three, a paragraph an item; published"
    ),
    "schema.notice-words.contact": Text("联系方式", "contact", "欢迎监督的电话、信箱", "where the public can turn to"),
    "schema.contact": Text("联系方式", "contact", "欢迎监督的电话、信箱", "where the public can turn to"),
    "schema.contact.phone": Text("联系电话", "phone", "监督电话，会公开", "published"),
    "schema.contact.mail": Text("邮政信箱", "postal address", "收信地址，会公开", "published"),
    "schema.contact.email": Text("电子邮件", "email", "邮箱，会公开", "published"),
    "schema.imported": Text("导入的文件", "imported document", "文件、校验码、日期", "file, digest, day"),
    "schema.imported.file": Text("文件", "file", "文件名", "its name"),
    "schema.imported.sha256": Text("校验码", "SHA-256", "文件的 SHA-256", "the file's"),
    "schema.imported.date": Text("导入日期", "date", "哪一天导入", "the day of the import"),
    # issues/<inspection>/<id>.yaml
    "schema.issue": Text("问题", "issue", "清单上的一个问题和它的整改措施", "one finding and its measures"),
    "schema.issue.id": Text(
        "编号",
        "id",
        "与文件名相同，永不另用；印出的序号另行计算",
        "the file's name, never used again; numbers are computed",
    ),
    "schema.issue.heading": Text(
        "所属反馈问题", "heading", "巡察文件 headings 里的编号", "the id of a heading of the inspection"
    ),
    "schema.issue.serial": Text(
        "清单序号", "serial", "移交清单上的序号", "the number on the list that was handed over"
    ),
    "schema.issue.title": Text("问题", "title", "一句话说清问题；会公开", "in a sentence; published"),
    "schema.issue.requirement": Text("整改要求", "requirement", "立行立改、限期、分阶段或长期坚持", "its class"),
    "schema.issue.leader": Text(
        "责任领导", "leader", "负总责的领导：parties.yaml 里的编号", "who answers for it: an id of parties.yaml"
    ),
    "schema.issue.owner": Text(
        "责任单位（牵头）",
        "owner",
        "牵头整改的单位：parties.yaml 里的编号；措施不另写的归它",
        "who does it: an id of parties.yaml; of measures too",
    ),
    "schema.issue.support": Text(
        "配合单位", "support", "一起整改的单位，列表：parties.yaml 里的编号", "who helps: a list of ids of parties.yaml"
    ),
    "schema.issue.due": Text(
        "整改时限",
        "due",
        "没有自己时限的措施都用它：2025-06-30、2025-06、2025、feedback+3m、clock.report 或 'pending: …'",
        "of every measure without one: 2025-06-30, 2025-06, 2025, feedback+3m, clock.report or 'pending: …'",
    ),
    "schema.issue.goal": Text("整改目标", "goal", "要达到什么", "what is to be reached"),
    "schema.issue.standard": Text("完成标准", "standard", "怎样算完成", "what counts as complete"),
    "schema.issue.cause": Text("原因分析", "cause", "为什么会发生", "why it came about"),
    "schema.issue.also_checked": Text("举一反三", "also checked", "还查了什么", "where else one looked"),
    "schema.issue.measures": Text(
        "整改措施", "measures", "一项一条：做什么、谁做、何时做完", "what will be done, an item each"
    ),
    "schema.issue.events": Text(
        "整个问题的记录", "events of the issue", "销号、延期、移交……只增不改", "appended and never changed"
    ),
    "schema.issue.publish": Text("是否公开", "publication", "不公开的须写理由和批准人", "whether it may be published"),
    "schema.issue.waivers": Text(
        "豁免的规则", "waivers", "经批准不计的检查，到期恢复", "rules that do not count, with somebody's approval"
    ),
    "schema.measure": Text("整改措施", "measure", "做什么、谁做、何时做完", "what will be done, by whom, until when"),
    "schema.measure.id": Text("编号", "id", "在本问题内不重复，如 air", "unique in its issue, such as air"),
    "schema.measure.title": Text(
        "具体问题", "title", "对应一个具体问题时写；会公开", "a problem of its own inside the issue; published"
    ),
    "schema.measure.text": Text(
        "措施内容", "text", "要做什么；没有 public 时会公开", "published where public is absent"
    ),
    "schema.measure.kind": Text("类别", "kind", "当下改还是长久立", "correction or safeguard"),
    "schema.measure.kind.correction": Text("当下改", "correction"),
    "schema.measure.kind.safeguard": Text("长久立", "safeguard"),
    "schema.measure.owner": Text(
        "责任单位",
        "owner",
        "谁来做：parties.yaml 里的编号；默认同问题",
        "who does it: an id of parties.yaml; by default the issue's",
    ),
    "schema.measure.due": Text(
        "整改时限",
        "due",
        "默认同问题，再默认集中整改期：2025-06-30、2025-06、2025、feedback+3m、clock.report 或 'pending: …'",
        "by default the issue's, then the clock's: 2025-06-30, 2025-06, 2025, feedback+3m, clock.report or 'pending: …'",
    ),
    "schema.measure.sustained": Text("长期坚持", "sustained", "完成后仍继续做", "goes on after completion"),
    "schema.measure.quota": Text("次数要求", "quota", "如每年至少两次", "such as at least twice a year"),
    "schema.measure.public": Text(
        "公开文字", "public text", "通报里怎么写；不写则用 text", "the words for the notice; by default the text"
    ),
    "schema.measure.events": Text(
        "措施的记录", "events of the measure", "进展、完成、延期……只增不改", "appended and never changed"
    ),
    "schema.quota": Text("次数要求", "quota", "每一时段至少几次", "so many times in each period"),
    "schema.quota.at_least": Text("至少几次", "at least", "每一时段的次数", "how many times"),
    "schema.quota.per": Text("时段", "per", "月、季度、半年或年", "month, quarter, half or year"),
    "schema.quota.from": Text("起", "from", "默认反馈日", "by default the feedback day"),
    "schema.quota.to": Text("止", "to", "不写则一直要求", "without it there is no end"),
    "schema.publication": Text("是否公开", "publication", "不公开的须写理由和批准人", "whether it may be published"),
    "schema.publication.omit": Text("不公开", "omit", "true 则不进任何公开文字", "true keeps it out of public texts"),
    "schema.publication.reason": Text("理由", "reason", "为什么不公开", "why not"),
    "schema.publication.reason.secret": Text("涉密", "secret"),
    "schema.publication.reason.under-investigation": Text("正在查办", "under investigation"),
    "schema.publication.reason.unrest": Text("影响稳定", "unrest"),
    "schema.publication.reason.petition": Text("涉信访", "petition"),
    "schema.publication.reason.other": Text("其他", "other"),
    "schema.publication.approved_by": Text(
        "批准人", "approved by", "谁同意不公开：parties.yaml 里的编号", "who agreed: an id of parties.yaml"
    ),
    "schema.waiver": Text("豁免", "waiver", "一条规则在本文件内不计", "a rule that does not count in this file"),
    "schema.waiver.rule": Text("规则编号", "rule", "如 RL301", "such as RL301"),
    "schema.waiver.reason": Text("理由", "reason", "为什么可以不计", "why it need not count"),
    "schema.waiver.approved_by": Text(
        "批准人", "approved by", "谁同意不计：parties.yaml 里的编号", "who agreed: an id of parties.yaml"
    ),
    "schema.waiver.until": Text(
        "有效期至", "until", "含当天；不写则一直有效", "this day included; without it there is no end"
    ),
    # events
    "schema.event": Text(
        "一条记录", "event", "先写日期和事件，再写该事件的键", "date and kind first, then the kind's own keys"
    ),
    "schema.event.event": Text("事件", "event", "发生了什么", "what happened"),
    "schema.event.date": Text("日期", "date", "哪一天，YYYY-MM-DD", "the day, YYYY-MM-DD"),
    "schema.event.note": Text("备注", "note", "补充说明，不公开", "whatever else there is to say; not published"),
    "schema.event.by": Text("经办", "by", "谁做的：parties.yaml 里的编号", "who did it: an id of parties.yaml"),
    "schema.event.document": Text(
        "文号", "document", "有关文件的文号，用〔〕，如示环〔2025〕1号", "the number of the document about it"
    ),
    "schema.event.evidence": Text("佐证材料", "evidence", "文件或文号的列表", "a list of files or document numbers"),
    "schema.event.reason": Text("原因", "reason", "为什么", "why"),
    "schema.event.approved_by": Text(
        "批准人", "approved by", "谁批准的：parties.yaml 里的编号", "who agreed: an id of parties.yaml"
    ),
    "schema.event.to": Text("接收方", "to", "交给谁：parties.yaml 里的编号", "to whom: an id of parties.yaml"),
    "schema.progress.note": Text("进展情况", "note", "做了什么；不公开", "what was done; not published"),
    "schema.progress.counts": Text(
        "计次", "counts", "计入次数要求几次，默认 0", "how many it adds to the quota, by default 0"
    ),
    "schema.completed.extent": Text("程度", "extent", "全部完成还是阶段性完成", "in full or in part"),
    "schema.completed.left": Text("尚余", "left", "阶段性完成的，还剩什么没做", "what is left of a partial completion"),
    "schema.extended.until": Text("延至", "until", "新的时限", "the new deadline"),
    "schema.deferred.until": Text("暂缓至", "until", "到哪一天；不写则未定", "without it there is no end"),
    "schema.plan-changed.request": Text("申请内容", "request", "改成怎样销号", "what was asked for"),
    "schema.plan-changed.decision": Text("批复", "decision", "批了没有，默认待批复", "by default pending"),
    "schema.transferred.document": Text(
        "移交文号", "document", "没有则写 none，并在 note 里说明", "none, with a note that says why"
    ),
    "schema.handed-over.from": Text(
        "交出人", "from", "原来的责任人：parties.yaml 里的编号", "who had it: an id of parties.yaml"
    ),
    "schema.handed-over.to": Text(
        "接手人", "to", "新的责任人：parties.yaml 里的编号", "who has it now: an id of parties.yaml"
    ),
    "schema.supervised.by": Text("督办人", "by", "谁督办的：parties.yaml 里的编号", "who asked: an id of parties.yaml"),
    "schema.supervised.answer_by": Text(
        "限期答复", "answer by", "哪一天前回复", "the day until which an answer is due"
    ),
    "schema.warned.level": Text("等级", "level", "预警函的颜色", "the colour of the letter"),
    "schema.warned.to": Text(
        "发给", "to", "发给谁：一个编号，或编号的列表", "to whom: an id of parties.yaml, or a list of them"
    ),
    "schema.closure-requested.by": Text(
        "申请人", "by", "谁申请的：parties.yaml 里的编号", "who applied: an id of parties.yaml"
    ),
    "schema.closure-rejected.by": Text(
        "退回人", "by", "谁退回的：parties.yaml 里的编号", "who sent it back: an id of parties.yaml"
    ),
    "schema.closed.by": Text(
        "销号人",
        "by",
        "谁销号的：parties.yaml 里的编号，不得是责任单位",
        "who signed: an id of parties.yaml, other than the owner",
    ),
    "schema.closed.outcome": Text(
        "结果", "outcome", "整改到位还是撤回，默认整改到位", "implemented, by default, or withdrawn"
    ),
    "schema.followed-up.by": Text(
        "回访人", "by", "谁回访的：parties.yaml 里的编号", "who looked: an id of parties.yaml"
    ),
    "schema.followed-up.result": Text("结果", "result", "有没有反弹", "whether it has come back"),
    "schema.evidence": Text("佐证材料", "evidence", "文件和校验码，或文号", "a file and its SHA-256, or a document"),
    "schema.evidence.file": Text(
        "文件", "file", "相对仓库根的路径，如 evidence/验收单.pdf", "relative to the repository's root"
    ),
    "schema.evidence.sha256": Text("校验码", "SHA-256", "64 位小写十六进制数", "64 lower-case hexadecimal digits"),
    "schema.evidence.document": Text("文号", "document", "不附文件时写文号或文件名", "where there is no file"),
    "schema.evidence.note": Text("备注", "note", "补充说明，不公开", "whatever else there is to say; not published"),
    # due
    "schema.due.day": Text("到这一天", "that day"),
    "schema.due.month": Text("到月底", "the last day of the month"),
    "schema.due.year": Text("到年底", "the last day of the year"),
    "schema.due.months": Text("反馈后三个月", "three months after the feedback"),
    "schema.due.days": Text("反馈后三十天", "thirty days after the feedback"),
    "schema.due.working-days": Text("反馈后十五个工作日", "fifteen working days after the feedback"),
    "schema.due.clock": Text("巡察的某项时限", "a limit of the inspection's clock"),
    "schema.due.pending": Text("等待批复，暂无时限", "no day until what is waited for has come"),
    # calendars/cn-YYYY.yaml
    "schema.calendar-year": Text(
        "一年的工作日历", "calendar of a year", "代替自带的同年日历", "in place of the shipped one"
    ),
    "schema.calendar-year.year": Text("年份", "year", "四位，与文件名相同", "four digits, as in the file's name"),
    "schema.calendar-year.holidays": Text("放假的工作日", "holidays", "周一至周五里放假的日子", "weekdays off"),
    # views/<name>.yaml
    "schema.layout": Text(
        "自定的台账样式",
        "a sheet of our own",
        "export --view 用哪些列、什么顺序、什么表头",
        "the columns of export --view",
    ),
    "schema.layout.columns": Text("列", "columns", "从左到右", "from left to right"),
    "schema.layout-column": Text("一列", "a column", "列的编号和自定的表头", "which one, and our own name for it"),
    "schema.layout-column.column": Text("哪一列", "column", "列的编号，如 title、due", "such as title or due"),
    "schema.layout-column.heading": Text("表头", "heading", "不写则用通用的表头", "by default the usual name"),
    "schema.calendar-year.workdays": Text("上班的周末", "working weekends", "周末里补班的日子", "weekend days worked"),
}
