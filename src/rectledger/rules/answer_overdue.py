"""RL312."""

from collections.abc import Iterator, Sequence

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.events import Event, Supervised, Warned
from rectledger.rules.registry import rule


@rule("RL312", Severity.WARNING, since="0.1")
def answer_overdue(facts: Facts) -> Iterator[Problem]:
    """An answer that was asked for by a day has not come.

    督办要求的答复逾期未到。

    ## Why it matters

    Supervision without an answer is a letter in a drawer. Whatever is recorded after it is an answer,
    except another letter.

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
          - {date: 2025-10-21, event: supervised, by: lead, answer_by: 2025-10-31}
          #                                                            ^^^^^^^^^^ RL312
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
          - {date: 2025-10-21, event: supervised, by: lead, answer_by: 2025-10-31}
          - {date: 2025-10-28, event: progress, note: 已书面答复}
    ```
    """
    for issue, measure in facts.measures_with(Supervised):
        for position, event in enumerate(measure.events):
            if not (isinstance(event, Supervised) and event.answer_by and event.answer_by < facts.day):
                continue
            if issue.running(measure) and not _answered(measure.events[position + 1 :]):
                values = {"ref": measure.ref, "by": event.by, "answer_by": event.answer_by}
                yield issue.problem("RL312", (*issue.route_of(event)[:-1], "answer_by"), **values)


def _answered(later: Sequence[Event]) -> bool:
    """Whether anything but another letter followed."""
    return any(not isinstance(event, Supervised | Warned) for event in later)
