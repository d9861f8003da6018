"""`rectledger record`."""

from pathlib import Path
from typing import Annotated

from rectledger.cli.globals import Globals
from rectledger.cli.marks import Argument, Option
from rectledger.cli.options import AsOf, DryRun, Force

Words = Annotated[
    list[str],
    Argument(metavar="REF... EVENT", help="问题或措施，最后是事件 · issues or measures, then the event"),
]

EPILOG = """措施的事件 · of a measure: progress 进展, completed 完成.

问题的事件 · of an issue: closure-requested 申请销号, closure-rejected 退回, closed 销号, followed-up 回头看.

两者都有 · of both: extended 延期, deferred 暂缓, plan-changed 销号方案调整, transferred 移交, handed-over 责任交接,
supervised 督办, warned 预警, reopened 重启."""


def _option(flag: str, words: str, metavar: str = "TEXT") -> Option:
    return Option(flag, help=words, metavar=metavar)


def command(  # one parameter a key of the format
    said: Globals,
    words: Words,
    as_of: AsOf = None,
    date: Annotated[str | None, _option("--date", "发生日期，默认当天 · when; default the day", "YYYY-MM-DD")] = None,
    note: Annotated[str | None, _option("--note", "说明，- 为标准输入 · in words; - is stdin")] = None,
    by: Annotated[str | None, _option("--by", "办理人或单位 · who did it", "PARTY")] = None,
    document: Annotated[str | None, _option("--document", "文号 · the document's number", "文号")] = None,
    evidence: Annotated[
        list[Path] | None, _option("--evidence", "佐证文件，可多次 · an evidence file, repeatable", "FILE")
    ] = None,
    evidence_document: Annotated[
        list[str] | None, _option("--evidence-document", "佐证文号，可多次 · evidence by number", "文号")
    ] = None,
    counts: Annotated[int | None, _option("--counts", "计入次数要求 · how many towards the quota", "N")] = None,
    extent: Annotated[str | None, _option("--extent", "完成程度 · how much is done", "partial|full")] = None,
    left: Annotated[str | None, _option("--left", "还剩什么 · what is left to do")] = None,
    until: Annotated[str | None, _option("--until", "延至或暂缓至 · the new day", "YYYY-MM-DD")] = None,
    reason: Annotated[str | None, _option("--reason", "理由 · why")] = None,
    approved_by: Annotated[str | None, _option("--approved-by", "批准人 · who approved it", "PARTY")] = None,
    request: Annotated[str | None, _option("--request", "调整内容 · what is asked for")] = None,
    decision: Annotated[str | None, _option("--decision", "批复 · the reply", "pending|approved|refused")] = None,
    to: Annotated[
        list[str] | None, _option("--to", "移交、交接或预警对象 · to whom; of a warning repeatable", "PARTY")
    ] = None,
    from_: Annotated[str | None, _option("--from", "原责任人 · from whom", "PARTY")] = None,
    answer_by: Annotated[str | None, _option("--answer-by", "何日前答复 · the day to answer by", "YYYY-MM-DD")] = None,
    level: Annotated[str | None, _option("--level", "预警级别 · how urgent", "green|yellow|red")] = None,
    outcome: Annotated[str | None, _option("--outcome", "销号结果 · how it ended", "implemented|withdrawn")] = None,
    result: Annotated[str | None, _option("--result", "回头看结果 · what was found", "held|relapsed")] = None,
    dry_run: DryRun = False,
    force: Force = False,
) -> None:
    """记一件事 · record what happened.

    写在文件里按日期该在的地方，其余一个字节也不动。

    It is put where its day belongs in the file; every other byte stays.

    例 · for example: rectledger record 4.1 4.3 progress --note 初稿已成
    """
    from rectledger.cli.happening import Proof
    from rectledger.cli.recording import record
    from rectledger.cli.session import open_session

    own = _given(extent=extent, left=left, until=until, reason=reason, request=request, decision=decision, level=level)
    own |= _given(to=to, from_=from_, approved_by=approved_by, answer_by=answer_by, outcome=outcome, result=result)
    shared = _given(date=date, by=by, counts=counts, document=document, note=note)
    proof = Proof([said.folder / path for path in evidence or []], evidence_document or [])
    record(open_session(said, as_of), words, own | shared, proof, dry_run=dry_run, force=force)


def _given(**options: object) -> dict[str, object]:
    return {name.removesuffix("_"): value for name, value in options.items() if value is not None}
