"""RL110."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import Findings, afterthought


@afterthought("RL110", Severity.WARNING, since="0.1")
def useless_waiver(facts: Facts, found: Findings) -> Iterator[Problem]:
    """A waiver excuses something that was not found.

    豁免了并不存在的发现。

    ## Why it matters

    A waiver that is no longer needed would silently excuse the next mistake of the same kind. What
    only an import or a comparison of revisions finds is not judged here.

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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    waivers:
      - rule: RL301
        #     ^^^^^ RL110
        reason: 等待批复
        approved_by: lead
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
    codes = {(problem.file, problem.code) for problem in found.problems}
    for filed in facts.ledger.issues:
        for position, waiver in enumerate(filed.record.waivers):
            judged = waiver.rule in found.checked
            if judged and waiver.holds_on(facts.day) and (filed.file, waiver.rule) not in codes:
                yield Problem(filed.file, ("waivers", position, "rule"), "RL110", {"rule": waiver.rule})
