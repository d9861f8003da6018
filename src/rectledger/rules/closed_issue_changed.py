"""RL714."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Route
from rectledger.facts.records import IssueFacts
from rectledger.facts.revisions import Log, Revisions
from rectledger.facts.state import State
from rectledger.messages import Term
from rectledger.model.base import Record, keys_of
from rectledger.model.events import FollowedUp, HandedOver, Progress, Reopened
from rectledger.rules.registry import change_rule


@change_rule("RL714", since="0.1")
def closed_issue_changed(revisions: Revisions) -> Iterator[Problem]:
    """A change alters an issue that was closed.

    变更改动了已销号的问题。

    ## Why it matters

    What was verified and signed is what was closed. Afterwards only a follow-up, a handing-over, progress on what
    goes on (`sustained`, `quota`), the words for the notice (`public`, `publish`) and waivers may be added;
    anything else begins with `reopened`. Events removed or edited, deadlines and measures have their own rules.

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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录偶有疏漏
    #      ^^^^^^^^ RL714
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
      - {date: 2025-11-02, event: followed-up, by: team, result: held}
    ```
    """
    for log in revisions.logs:
        if log.was and log.was.state is State.CLOSED and log.issue.state is State.CLOSED:
            if log.measure is None:
                yield from _fields(log.issue, (), log.was.issue, log.issue.issue, _ISSUE)
            elif log.was_measure is None:
                values = {"ref": log.ref, "before": "—", "after": log.measure.measure.text}
                yield log.issue.problem("RL714", (*log.measure.route, "id"), field=Term("schema.measure"), **values)
            else:
                old, new = log.was_measure.measure, log.measure.measure
                yield from _fields(log.issue, log.measure.route, old, new, _MEASURE)
            yield from _events(log)


def _fields(issue: IssueFacts, route: Route, before: Record, after: Record, told: frozenset[str]) -> Iterator[Problem]:
    section = "measure" if route else "issue"
    for name, key in keys_of(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if name not in told and old != new:
            at = (*route, name if new else "id")
            values = {"ref": issue.issue.id, "before": _words(old), "after": _words(new)}
            yield issue.problem("RL714", at, field=Term(f"schema.{section}.{key}"), **values)


def _words(value: object) -> object:
    if isinstance(value, tuple):
        return "、".join(map(str, value)) or "—"
    return "—" if value is None else value


def _events(log: Log) -> Iterator[Problem]:
    """New events that say something of what is closed."""
    goes_on = log.measure and (log.measure.measure.sustained or log.measure.measure.quota)
    for position, event in log.line.added:
        if not isinstance(event, _HARMLESS) and not (goes_on and isinstance(event, Progress)):
            values = {"ref": log.ref, "before": "—", "after": event.date}
            at = (*log.route, position, "event")
            yield log.issue.problem("RL714", at, field=Term(f"event.{event.event}"), **values)


_ISSUE = frozenset(("id", "due", "measures", "events", "publish", "waivers"))
_MEASURE = frozenset(("id", "due", "events", "public"))
_HARMLESS = (FollowedUp, HandedOver, Reopened)
