"""RL310."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.model.events import HandedOver
from rectledger.rules.registry import rule


@rule("RL310", Severity.WARNING, since="0.1")
def leader_who_left_the_post(facts: Facts) -> Iterator[Problem]:
    """Somebody who has left the post still has open measures.

    已离任的人名下还有未了结的措施。

    ## Why it matters

    Responsible leaders change post, and nobody takes over. Record a `handed-over` event, from one
    to the other.

    ```yaml bad
    # --- file: ledger/parties.yaml
    - {id: office, name: 办公室, kind: section}
    - {id: lead, name: 王某, kind: person, active: {to: 2025-08-31}}
    - {id: team, name: 巡察组, kind: authority}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    leader: lead
    #       ^^^^ RL310
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    # --- file: ledger/parties.yaml
    - {id: office, name: 办公室, kind: section}
    - {id: lead, name: 王某, kind: person, active: {to: 2025-08-31}}
    - {id: deputy, name: 李某, kind: person}
    - {id: team, name: 巡察组, kind: authority}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    leader: lead
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    events:
      - {date: 2025-09-01, event: handed-over, from: lead, to: deputy}
    ```
    """
    gone = _gone(facts)
    for issue in facts.issues if gone else ():
        held = defaultdict(list)
        for measure in filter(issue.running, issue.measures):
            for route, party in _holders(issue, measure):
                held[route, party].append(measure.ref)
        for (route, party), refs in held.items():
            if party in gone:
                yield issue.problem("RL310", route, party=party, left=gone[party], ref="、".join(refs))


def _holders(issue: IssueFacts, measure: MeasureFacts) -> Iterator[tuple[Route, str]]:
    """Owner and leader of a measure, each with the place that makes them so."""
    owner: Route = (*measure.route, "owner") if measure.measure.owner else ("owner",)
    yield _place(issue, measure, measure.owner, owner), measure.owner
    if measure.leader:
        yield _place(issue, measure, measure.leader, ("leader",)), measure.leader


def _place(issue: IssueFacts, measure: MeasureFacts, party: str, written: Route) -> Route:
    """The last handing-over to the party, else where the file names them."""
    received = (e for e in reversed(measure.events) if isinstance(e, HandedOver) and e.to == party)
    event = next(received, None)
    return issue.route_of(event) if event else written


def _gone(facts: Facts) -> dict[str, date]:
    """The parties whose last day in post is past, each with that day."""
    last = ((ident, party.active.to) for ident, party in facts.ledger.party.items() if party.active)
    return {ident: day for ident, day in last if day and day < facts.day}
