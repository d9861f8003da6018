"""RL406."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.facts.state import SETTLED, State, history
from rectledger.model.events import Closed
from rectledger.rules.registry import rule


@rule("RL406", Severity.ERROR, since="0.1")
def closed_with_an_open_measure(facts: Facts) -> Iterator[Problem]:
    """An issue was closed while one of its measures was open.

    还有措施未了结就销号。

    ## Why it matters

    What is closed is looked at by nobody; the measure that was open stays undone.

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
          - {date: 2025-10-20, event: completed, extent: partial, left: 培训, evidence: [{document: 示办〔2025〕3号}]}
    events:
      - {date: 2025-10-25, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
      #                           ^^^^^^ RL406
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
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-25, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
    ```
    """
    for issue, route, event in facts.events_of(Closed):
        if event.outcome == "implemented":
            open_then = [m.ref for m in issue.measures if _state(issue, m, event.date) not in SETTLED]
            if open_then:
                yield issue.problem("RL406", route, refs="、".join(open_then))


def _state(issue: IssueFacts, measure: MeasureFacts, day: date) -> State:
    past = history(measure.measure.events, issue.issue.events, day)
    return past[-1][1] if past else State.NOT_STARTED
