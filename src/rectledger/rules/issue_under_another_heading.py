"""RL117."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL117", Severity.WARNING, since="0.1")
def issue_under_another_heading(facts: Facts) -> Iterator[Problem]:
    """An issue stands under another heading than on the list.

    问题所属的反馈问题与清单不同。

    ## Why it matters

    The notice prints it where the public, and the inspectors, do not look for it, and the counts of two
    headings are wrong.

    ```yaml bad file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
      - {id: h2, text: 监督检查不够有力}
    list:
      - {serial: "1", heading: h2, text: 会议记录不规范}
      - {serial: "2", text: 监督检查流于形式}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    #        ^^ RL117
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
    heading: h2
    serial: "2"
    title: 监督检查流于形式
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
      - {serial: "1", heading: h1, text: 会议记录不规范}
      - {serial: "2", text: 监督检查流于形式}
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
    heading: h2
    serial: "2"
    title: 监督检查流于形式
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
        for issue in reconciled.compared:
            if entry := reconciled.moved(issue):
                values = {"serial": entry.serial, "listed": entry.heading, "heading": issue.issue.heading}
                yield issue.problem("RL117", ("heading",), **values)
