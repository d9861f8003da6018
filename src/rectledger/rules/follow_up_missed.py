"""RL306."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.state import State, until
from rectledger.model.events import Closed, FollowedUp
from rectledger.rules.registry import rule


@rule("RL306", Severity.WARNING, since="0.1")
def follow_up_missed(facts: Facts) -> Iterator[Problem]:
    """A closed issue was not looked at again in time.

    销号后没有按期回头看。

    ## Why it matters

    What was closed comes back where nobody looks. The policy's `follow_up_after` says when to look.

    ```yaml bad as-of=2026-12-01
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
      #                           ^^^^^^ RL306
    ```

    ```yaml good as-of=2026-12-01
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
      - {date: 2026-10-20, event: followed-up, by: team, result: held}
    ```
    """
    longest = facts.ledger.settings.policy.follow_up_after
    for issue in facts.issues:
        if issue.state is not State.CLOSED:
            continue
        past = until(issue.issue.events, facts.day)
        closing = next(n for n in reversed(range(len(past))) if isinstance(past[n], Closed))
        looked = any(isinstance(event, FollowedUp) for event in past[closing:])
        days = (facts.day - past[closing].date).days
        if days > longest and not looked:
            yield issue.problem("RL306", issue.route_of(past[closing]), closed=past[closing].date, days=days)
