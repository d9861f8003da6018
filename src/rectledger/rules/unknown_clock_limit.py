"""RL108."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.records import Facts
from rectledger.model.due import ClockLimit, DueSpec
from rectledger.model.inspection import Inspection
from rectledger.rules.registry import rule


@rule("RL108", Severity.ERROR, since="0.1")
def unknown_clock_limit(facts: Facts) -> Iterator[Problem]:
    """A deadline means a limit that the clock does not have, or one that means itself.

    时限引用的 clock 里没有，或循环引用。

    ## Why it matters

    Such a deadline has no day, so nothing under it can ever be late.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: clock.repot
        #    ^^^^^^^^^^^ RL108
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: "pending: 批复"
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for filed in facts.ledger.inspections:
        for name, limit in filed.record.clock.items():
            yield from _unknown(filed.file, ("clock", name, "due"), limit.due, filed.record)
    for issue in facts.issues:
        if isinstance(issue.issue.due, ClockLimit):
            yield from _unknown(issue.file, ("due",), issue.issue.due, issue.inspection)
        for position, measure in enumerate(issue.issue.measures):
            if isinstance(measure.due, ClockLimit):
                yield from _unknown(issue.file, ("measures", position, "due"), measure.due, issue.inspection)


def _unknown(file: str, route: Route, due: DueSpec | None, inspection: Inspection) -> Iterator[Problem]:
    seen: set[str] = set()
    while isinstance(due, ClockLimit):
        if due.name in seen or due.name not in inspection.clock:
            yield Problem(file, route, "RL108", {"limit": due.name, "known": ", ".join(inspection.clock)})
            return
        seen.add(due.name)
        due = inspection.clock[due.name].due
