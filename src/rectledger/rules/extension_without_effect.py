"""RL204."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, extensions
from rectledger.model.events import Extended
from rectledger.rules.registry import rule


@rule("RL204", Severity.ERROR, since="0.1")
def extension_without_effect(facts: Facts) -> Iterator[Problem]:
    """An extension does not move the deadline forward.

    延期没有把时限推后。

    ## Why it matters

    An extension to a day that is not later is a shortening, or a slip of the pen; the list of
    extensions would count it all the same.

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
          - {date: 2025-11-01, event: extended, until: 2026-06-30, reason: 汛期, approved_by: lead}
          #                           ^^^^^^^^ RL204
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
          - {date: 2025-11-01, event: extended, until: 2026-12-31, reason: 汛期, approved_by: lead}
    ```
    """
    for issue, measure in facts.measures_with(Extended):
        for event, before in extensions(measure):
            if before is not None and event.until <= before:
                yield issue.problem("RL204", issue.route_of(event), until=event.until, due=before)
