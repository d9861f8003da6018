"""`rectledger record`."""

from pathlib import Path
from typing import Annotated

import typer

from rectledger.cli.options import AsOf, DryRun, Force

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="REF... EVENT", help="问题或措施，最后是事件 · issues or measures, then the event", show_default=False
    ),
]

EPILOG = """措施的事件 · of a measure: progress 进展, completed 完成.

问题的事件 · of an issue: closure-requested 申请销号, closure-rejected 退回, closed 销号, followed-up 回头看.

两者都有 · of both: extended 延期, deferred 暂缓, plan-changed 销号方案调整, transferred 移交, handed-over 责任交接,
supervised 督办, warned 预警, reopened 重启."""


def _option(help_text: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=help_text, show_default=False)
    return option


def command(  # one parameter a key of the format
    context: typer.Context,
    words: Words,
    as_of: AsOf = None,
    date: Annotated[str | None, _option("发生日期，默认当天 · when; default the day", "YYYY-MM-DD")] = None,
    note: Annotated[str | None, _option("说明，- 为标准输入 · in words; - is stdin")] = None,
    by: Annotated[str | None, _option("办理人或单位 · who did it", "PARTY")] = None,
    document: Annotated[str | None, _option("文号 · the document's number", "文号")] = None,
    evidence: Annotated[list[Path] | None, _option("佐证文件，可多次 · an evidence file, repeatable", "FILE")] = None,
    evidence_document: Annotated[list[str] | None, _option("佐证文号，可多次 · evidence by number", "文号")] = None,
    counts: Annotated[int | None, _option("计入次数要求 · how many towards the quota", "N")] = None,
    extent: Annotated[str | None, _option("完成程度 · how much is done", "partial|full")] = None,
    left: Annotated[str | None, _option("还剩什么 · what is left to do")] = None,
    until: Annotated[str | None, _option("延至或暂缓至 · the new day", "YYYY-MM-DD")] = None,
    reason: Annotated[str | None, _option("理由 · why")] = None,
    approved_by: Annotated[str | None, _option("批准人 · who approved it", "PARTY")] = None,
    request: Annotated[str | None, _option("调整内容 · what is asked for")] = None,
    decision: Annotated[str | None, _option("批复 · the reply", "pending|approved|refused")] = None,
    to: Annotated[list[str] | None, _option("移交、交接或预警对象 · to whom; of a warning repeatable", "PARTY")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="PARTY", help="原责任人 · from whom")] = None,
    answer_by: Annotated[str | None, _option("何日前答复 · the day to answer by", "YYYY-MM-DD")] = None,
    level: Annotated[str | None, _option("预警级别 · how urgent", "green|yellow|red")] = None,
    outcome: Annotated[str | None, _option("销号结果 · how it ended", "implemented|withdrawn")] = None,
    result: Annotated[str | None, _option("回头看结果 · what was found", "held|relapsed")] = None,
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
    proof = Proof([context.obj.folder / path for path in evidence or []], evidence_document or [])
    record(open_session(context, as_of), words, own | shared, proof, dry_run=dry_run, force=force)


def _given(**options: object) -> dict[str, object]:
    return {name.removesuffix("_"): value for name, value in options.items() if value is not None}
