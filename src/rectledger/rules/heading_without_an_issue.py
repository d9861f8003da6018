"""RL112."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL112", Severity.WARNING, since="0.1", across=True)
def heading_without_an_issue(facts: Facts) -> Iterator[Problem]:
    """A heading has no issue.

    反馈问题下面没有问题。

    ## Why it matters

    A heading is a finding of the inspectors. One without an issue was forgotten: nobody owns it, and in the
    notice it stands without a word about what was done. Before the first issue is entered, nothing is said.

    ```yaml bad file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
      - {id: h2, text: 监督检查不够有力}
      #      ^^ RL112
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
    for reconciled in reconciliations(facts):
        inspection = reconciled.inspection
        headings = inspection.inspection.headings
        named = {issue.issue.heading for issue in inspection.issues}
        if not named or not reconciled.complete or named - {heading.id for heading in headings}:
            continue  # nothing entered yet, or what is missing may be in a file or under a heading that is broken
        for position, heading in enumerate(headings):
            if heading.id not in named:
                at = ("headings", position, "id")
                yield Problem(inspection.file, at, "RL112", {"heading": heading.id, "text": heading.text})
