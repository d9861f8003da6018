"""RL410."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.state import State, history
from rectledger.model.events import Completed, Event, Progress
from rectledger.rules.registry import rule


@rule("RL410", Severity.WARNING, since="0.1")
def progress_after_completion(facts: Facts) -> Iterator[Problem]:
    """Progress is recorded on a measure that is complete.

    措施已完成，又记了进展。

    ## Why it matters

    Either it was not complete, or it goes on: then it is `sustained`, or has a quota.

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
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
          - {date: 2025-10-28, event: progress, note: 补办培训}
          #                           ^^^^^^^^ RL410
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
        sustained: true
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
          - {date: 2025-10-28, event: progress, note: 补办培训}
    ```
    """
    for issue, measure in facts.measures_with(Completed):
        if not _went_on(measure.events) or measure.measure.sustained or measure.measure.quota:
            continue
        past = history(measure.measure.events, issue.issue.events, facts.day)
        for (_, before), (event, _) in pairwise(past):
            if before is State.COMPLETE and isinstance(event, Progress):
                yield issue.problem("RL410", issue.route_of(event), ref=measure.ref)


def _went_on(events: Sequence[Event]) -> bool:
    """Whether there is a progress behind a completion."""
    kinds = [type(event) for event in events]
    return Completed in kinds and Progress in kinds[kinds.index(Completed) :]
