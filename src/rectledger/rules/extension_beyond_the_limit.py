"""RL713."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.records import extensions
from rectledger.facts.revisions import Revisions
from rectledger.rules.registry import change_rule


@change_rule("RL713", since="0.1")
def extension_beyond_the_limit(revisions: Revisions) -> Iterator[Problem]:
    """A change extends a deadline more often than the policy allowed before the change.

    变更使延期次数超过变更前的口径。

    ## Why it matters

    To raise `max_extensions` and extend in one change would make the limit worthless. Raise it first, openly, in a
    change of its own.

    ```yaml bad base=ledger
    # --- was: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-21, event: extended, until: 2026-07-31, reason: 汛期, approved_by: lead}
          - {date: 2025-10-22, event: extended, until: 2026-08-31, reason: 汛期, approved_by: lead}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-21, event: extended, until: 2026-07-31, reason: 汛期, approved_by: lead}
          - {date: 2025-10-22, event: extended, until: 2026-08-31, reason: 汛期, approved_by: lead}
          - {date: 2025-10-23, event: extended, until: 2026-09-30, reason: 汛期, approved_by: lead}
          #                           ^^^^^^^^ RL205
          #                           ^^^^^^^^ RL713
    ```

    ```yaml good base=ledger
    # --- was: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-21, event: extended, until: 2026-07-31, reason: 汛期, approved_by: lead}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-21, event: extended, until: 2026-07-31, reason: 汛期, approved_by: lead}
          - {date: 2025-10-22, event: extended, until: 2026-08-31, reason: 汛期, approved_by: lead}
    ```
    """
    most = revisions.policy.max_extensions
    fresh = {id(event) for log in revisions.logs for _, event in log.line.added}
    for issue in {log.issue.file: log.issue for log in revisions.logs}.values():
        for measure in issue.measures:
            for event, _ in list(extensions(measure))[most:]:
                if id(event) in fresh:
                    values = {"ref": f"{issue.issue.id}/{measure.measure.id}", "before": most}
                    count = [e for e, _ in extensions(measure)].index(event) + 1
                    yield issue.problem("RL713", issue.route_of(event), after=count, **values)
