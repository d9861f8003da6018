"""RL114."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL114", Severity.ERROR, since="0.1", across=True)
def serial_without_an_issue(facts: Facts) -> Iterator[Problem]:
    """No issue answers a finding of the list that was handed over.

    清单上的问题在台账里没有。

    ## Why it matters

    A finding that is dropped between the list and the ledger is rectified by nobody and missed by nobody,
    until the inspectors come back with their own copy of the list.

    ```yaml bad file=ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
    list:
      - {serial: "1", text: 会议记录不规范，部分会议没有记录人签字}
      - {serial: "2", text: 监督检查流于形式}
      #          ^^^ RL114
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
        for entry in reconciled.entries if reconciled.complete else ():
            if not reconciled.holders(entry):
                yield Problem(entry.file, entry.at, "RL114", {"serial": entry.serial, "text": entry.text})
