"""RL101."""

from collections.abc import Iterable, Iterator

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.records import Facts
from rectledger.model.ledger import PARTIES_FILE
from rectledger.rules.registry import Trace, tracing


def _ids(facts: Facts) -> Iterator[Trace]:
    """The ids of issues, and those of measures that stand twice in theirs."""
    for issue in facts.ledger.issues:
        yield issue.file, ("id",), issue.record.id, None
        seen: set[str] = set()
        for n, measure in enumerate(issue.record.measures):
            if measure.id in seen:
                yield issue.file, ("measures", n, "id"), measure.id, issue.file
            seen.add(measure.id)


@tracing("RL101", Severity.ERROR, since="0.1", trace=_ids)
def duplicate_id(facts: Facts, traces: Iterable[Trace]) -> Iterator[Problem]:
    """An id is given twice.

    编号重复。

    ## Why it matters

    References, history and follow-ups hold on to the id. Two issues of one id are one issue to
    whoever looks it up. The same goes for inspections, parties, headings, and measures within an
    issue.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events: [{date: 2025-10-20, event: progress, note: 初稿已成}]
      - id: rules
      #     ^^^^^ RL101
        text: 培训记录人员
        due: 2026-06-30
        events: [{date: 2025-10-20, event: progress, note: 名单已定}]
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    first: dict[str, str] = {}
    for file, route, ident, above in sorted(traces):
        known = above or first.setdefault(ident, file)
        if above or known != file:
            yield _problem(file, route, ident, known)
    yield from _again((filed.file, ("id",), filed.record.id) for filed in facts.ledger.inspections)
    yield from _again(((PARTIES_FILE, (n, "id"), party.id) for n, party in enumerate(facts.ledger.parties)))
    for inspection in facts.ledger.inspections:
        headings = enumerate(inspection.record.headings)
        yield from _again((inspection.file, ("headings", n, "id"), heading.id) for n, heading in headings)


def _again(places: Iterable[tuple[str, Route, str]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, route, ident in places:
        if ident in first:
            yield _problem(file, route, ident, first[ident])
        first.setdefault(ident, file)


def _problem(file: str, route: Route, ident: str, first: str) -> Problem:
    return Problem(file, route, "RL101", {"id": ident, "first": first})
