"""RL405."""

from collections.abc import Iterator, Sequence
from datetime import date

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.facts.state import holder, until
from rectledger.model.events import Closed, ClosureRequested, Event
from rectledger.rules.registry import rule


@rule("RL405", Severity.ERROR, since="0.1")
def closed_by_its_owner(facts: Facts) -> Iterator[Problem]:
    """An issue was closed by somebody who owns it, or who asked for the closure.

    由责任单位或申请人自己销号。

    ## Why it matters

    Completion is the doer's claim, closure the overseer's signature. One person cannot give both
    (`four_eyes`).

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
    events:
      - {date: 2025-10-25, event: closed, by: office, evidence: [{document: 示验字〔2025〕1号}]}
      #                           ^^^^^^ RL405
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
    if not facts.ledger.settings.policy.four_eyes:
        return
    for issue in facts.issues:
        past = until(issue.issue.events, facts.day)
        for position, event in enumerate(past):
            if isinstance(event, Closed) and event.by in _doers(issue, past[:position], event.date):
                yield issue.problem("RL405", issue.route_of(event), party=event.by)


def _doers(issue: IssueFacts, before: Sequence[Event], day: date) -> set[str]:
    """Who had the issue or one of its measures on the day of its closing, and who asked for it."""
    asked = {event.by for event in before if isinstance(event, ClosureRequested)}
    owners = {issue.issue.owner, holder(issue.issue.owner, before)}
    return asked | owners | {_owner(issue, measure, day) for measure in issue.measures}


def _owner(issue: IssueFacts, measure: MeasureFacts, day: date) -> str:
    return holder(measure.measure.owner or issue.issue.owner, (e for e in measure.events if e.date <= day))
