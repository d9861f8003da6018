"""RL712."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Revisions
from rectledger.model.inspection import Inspection
from rectledger.model.ledger import Filed
from rectledger.rules.registry import change_rule


@change_rule("RL712", since="0.1")
def heading_reworded(revisions: Revisions) -> Iterator[Problem]:
    """The wording of a heading is changed, or a heading is taken away, after the feedback.

    反馈之后改动或删去反馈问题的文字。

    ## Why it matters

    The headings are the inspectors' words (反馈问题), verbatim. After the feedback day nobody under inspection rewords
    them.

    ```yaml bad base=ledger
    # --- was: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - id: h1
        text: 会议制度执行不到位
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - id: h1
        text: 会议制度执行总体较好
        #     ^^^^^^^^^^ RL712
    ```

    ```yaml good base=ledger
    # --- was: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - id: h1
        text: 会议制度执行不到位
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    feedback: 2025-01-17
    headings:
      - id: h1
        text: 会议制度执行不到位
      - id: h2
        text: 监督不力
    # --- file: issues/demo/demo-02.yaml
    id: demo-02
    heading: h2
    title: 监督检查次数不足
    owner: office
    measures:
      - {id: meet, text: 每季度检查, due: 2026-06-30}
    ```
    """
    for pair in revisions.inspections:
        if pair.before and pair.after and pair.before.record.feedback <= revisions.after.day:
            yield from _reworded(pair.before.record, pair.after)


def _reworded(before: Inspection, filed: Filed[Inspection]) -> Iterator[Problem]:
    now = {heading.id: (position, heading) for position, heading in enumerate(filed.record.headings)}
    for heading in before.headings:
        position, after = now.get(heading.id, (None, None))
        if after is None:
            yield Problem(filed.file, ("headings",), "RL712", {"id": heading.id, "before": heading.text, "after": "—"})
        elif after.text != heading.text:
            values = {"id": heading.id, "before": heading.text, "after": after.text}
            yield Problem(filed.file, ("headings", position or 0, "text"), "RL712", values)
