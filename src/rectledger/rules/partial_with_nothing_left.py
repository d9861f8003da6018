"""RL403."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.privacy import normalised
from rectledger.facts.records import Facts
from rectledger.model.events import Completed
from rectledger.rules.registry import rule


@rule("RL403", Severity.ERROR, since="0.1")
def partial_with_nothing_left(facts: Facts) -> Iterator[Problem]:
    """A measure is complete in part, and nothing is said to be left.

    称阶段性完成，却没有写还剩什么。

    ## Why it matters

    What is left is what has to be done next, and what the next notice has to report on.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: completed, extent: partial, left: 无, evidence: [{document: 示办发〔2025〕3号}]}
          #                           ^^^^^^^^^ RL403
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
          - {date: 2025-10-20, event: completed, extent: partial, left: 培训, evidence: [{document: 示办〔2025〕3号}]}
    ```
    """
    for issue, route, event in facts.events_of(Completed):
        if event.extent == "partial" and _is_nothing(event.left or ""):
            yield issue.problem("RL403", route, left=(event.left or "").strip())


def _is_nothing(text: str) -> bool:
    return normalised(text).strip("。.-—/") in {"", "无", "没有", "none", "nothing"}
