"""RL310."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.records import Facts, MeasureFacts
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
    for issue, measure in facts.measures:
        if not issue.running(measure):
            continue
        for key, party in (("leader", measure.leader), ("owner", measure.owner)):
            known = facts.ledger.party.get(party or "")
            active = known.active if known else None
            if active and active.to and active.to < facts.day:
                values = {"ref": measure.number, "party": party, "left": active.to}
                yield issue.problem("RL310", _route(measure, key), **values)


def _route(measure: MeasureFacts, key: str) -> Route:
    """The key itself where the measure has its own, else the issue's."""
    return (*measure.route, "owner") if key == "owner" and measure.measure.owner else (key,)
