"""RL115."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL115", Severity.ERROR, since="0.1")
def several_serials_in_one_issue(facts: Facts) -> Iterator[Problem]:
    """One issue stands for several findings of the list.

    一个问题对应清单上的几个序号。

    ## Why it matters

    What was handed over as two findings is closed as one, and every count of the notice is lower than that
    of the inspectors. A range such as `3-4` is read as one only where the list has both numbers and not the
    range itself. Where the inspectors agreed to the merger, a waiver says who approved it.

    ```yaml bad
    id: demo-01
    heading: h1
    serial: "1、2"
    #       ^^^^^ RL115
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    serial: "1"
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
    for reconciled in reconciliations(facts):
        for issue in reconciled.issues:
            serials = reconciled.serials(issue)
            if len(serials) > 1:
                yield issue.problem("RL115", ("serial",), serials="、".join(serials))
