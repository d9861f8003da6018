"""RL104."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.inspection import Inspection
from rectledger.model.ledger import Filed
from rectledger.rules.registry import rule


@rule("RL104", Severity.ERROR, since="0.1")
def unknown_heading(facts: Facts) -> Iterator[Problem]:
    """An issue stands under a heading that its inspection does not have.

    问题所属的反馈问题不存在。

    ## Why it matters

    An issue without a heading is printed nowhere in the notice.

    ```yaml bad
    id: demo-01
    heading: h9
    #        ^^ RL104
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
    for issue in facts.issues:
        known = [heading.id for heading in issue.inspection.headings]
        if issue.issue.heading not in known:
            yield issue.problem("RL104", ("heading",), heading=issue.issue.heading, known=", ".join(known))
    for filed in facts.ledger.inspections:
        yield from _in_list(filed)


def _in_list(filed: Filed[Inspection]) -> Iterator[Problem]:
    known = [heading.id for heading in filed.record.headings]
    for position, entry in enumerate(filed.record.list_):
        if entry.heading is not None and entry.heading not in known:
            at = ("list", position, "heading")
            yield Problem(filed.file, at, "RL104", {"heading": entry.heading, "known": ", ".join(known)})
