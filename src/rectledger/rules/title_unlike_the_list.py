"""RL119."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL119", Severity.INFO, since="0.1")
def title_unlike_the_list(facts: Facts) -> Iterator[Problem]:
    """An issue's title has no words in common with the list.

    问题的标题与清单上的原文毫无相同之处。

    ## Why it matters

    Titles may be shortened. One that has nothing left of the wording handed over may be another finding
    altogether, or one that was made to sound smaller.

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
    title: 文件归档还可改进
    #      ^^^^^^^^ RL119
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
        for issue in reconciled.compared:
            if entry := reconciled.unlike(issue):
                yield issue.problem("RL119", ("title",), serial=entry.serial, text=entry.text)
