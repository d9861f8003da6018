"""RL304."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.clock import LimitState
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL304", Severity.WARNING, since="0.1")
def clock_limit_missed(facts: Facts) -> Iterator[Problem]:
    """A limit of the clock has passed, or was met too late.

    规定的时限已过，或完成时已超期。

    ## Why it matters

    Plan, report and publication have limits of their own, and they are the first thing that
    overseers look at.

    ```yaml bad file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    clock:
      report: {due: feedback+3m}
      #             ^^^^^^^^^^^ RL304
    headings:
      - {id: h1, text: 制度不健全}
    ```

    ```yaml good file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    clock:
      report: {due: feedback+3m, done: 2025-04-10}
    headings:
      - {id: h1, text: 制度不健全}
    ```
    """
    for inspection in facts.inspections:
        for limit in inspection.clock:
            if limit.state in {LimitState.MISSED, LimitState.LATE}:
                key = "RL304.late" if limit.done else "RL304"
                values = {"limit": limit.name, "due": limit.due, "done": limit.done}
                yield Problem(inspection.file, ("clock", limit.name, "due"), key, values)
