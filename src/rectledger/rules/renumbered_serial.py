"""RL118."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL118", Severity.WARNING, since="0.1")
def renumbered_serial(facts: Facts) -> Iterator[Problem]:
    """An issue has the serial of one finding and the words of another.

    问题的序号是一条，文字却是清单上的另一条。

    ## Why it matters

    Serials shift when sheets are merged or sorted. From then on every letter that names a number means
    another finding. Judged where the inspection has a `list`: the title shares next to nothing with its own
    entry, and most of its words with another.

    ```yaml bad file=ledger/inspections/demo.yaml
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
    serial: "2"
    #       ^^^ RL118
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
    serial: "1"
    #       ^^^ RL118
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
        for issue in reconciled.compared:
            if entry := reconciled.renumbered(issue):
                values = {"serial": issue.issue.serial, "near": entry.serial, "text": entry.text}
                yield issue.problem("RL118", ("serial",), **values)
