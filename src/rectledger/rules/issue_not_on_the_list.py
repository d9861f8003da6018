"""RL116."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL116", Severity.WARNING, since="0.1")
def issue_not_on_the_list(facts: Facts) -> Iterator[Problem]:
    """An issue is not on the list that was handed over, or has no serial.

    问题不在移交的清单上，或没有写序号。

    ## Why it matters

    It may be a finding that the unit added itself, or one whose number was lost on the way; only the
    serial tells the two apart. Judged where the inspection has a `list`.

    ```yaml bad file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
    list:
      - {serial: "1", text: 会议记录不规范，部分会议没有记录人签字}
    # --- file: issues/demo/demo-01.yaml
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
    # --- file: issues/demo/demo-02.yaml
    id: demo-02
    heading: h1
    serial: "7"
    #       ^^^ RL116
    title: 会议纪要不完整
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
      - {id: h2, text: 监督检查不够有力}
    list:
      - {serial: "1", text: 会议记录不规范，部分会议没有记录人签字}
    # --- file: issues/demo/demo-01.yaml
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
        for issue in reconciled.issues if reconciled.entries else ():
            serial = issue.issue.serial
            if not serial:
                yield issue.problem("RL116.none", ("id",))
            elif not reconciled.listed(issue):
                yield issue.problem("RL116", ("serial",), serial=serial)
