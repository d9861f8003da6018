"""RL703."""

from collections.abc import Iterator
from datetime import date, timedelta

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Log, Revisions
from rectledger.model.events import Completed, Deferred, Event, Extended, Transferred
from rectledger.rules.registry import change_rule


@change_rule("RL703", since="0.1")
def event_backdated(revisions: Revisions) -> Iterator[Problem]:
    """An event is put back in time, or a new one is dated before what was already recorded.

    把记录的日期提前，或者补记早于已有记录的事件。

    ## Why it matters

    A deadline that was missed is kept by backdating. What happened earlier and was not recorded is recorded with
    the day of recording, and the note says when it happened. Tolerated is what the policy gives for signing records
    (`sign_within`). An event that keeps a deadline, or moves it, and was committed after the deadline may not be
    dated before it.

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
          - {date: 2025-10-10, event: progress, note: 初稿已成}
          #        ^^^^^^^^^^ RL703
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
          - {date: 2025-10-28, event: progress, note: 二稿已成}
    ```
    """
    slack = _slack(revisions.policy.sign_within)
    for log in revisions.logs:
        for before, (position, after) in log.line.edited:
            if after.date < before.date:
                at = (*log.route, position, "date")
                yield log.issue.problem("RL703", at, ref=log.ref, before=before.date, after=after.date)
        last = max((event.date for event in log.before), default=date.min)
        for position, event in log.line.added:
            if event.date + slack < last:
                values = {"ref": log.ref, "before": last, "after": event.date}
                yield log.issue.problem("RL703.past", (*log.route, position, "date"), **values)
        yield from _missed_no_more(revisions, log, slack)


def _missed_no_more(revisions: Revisions, log: Log, slack: timedelta) -> Iterator[Problem]:
    """What was recorded after a deadline, under a day before it, and makes good that it was missed."""
    for position, event in log.line.added:
        at = (*log.route, position, "date")
        recorded = revisions.recorded.get((log.issue.issue.id, at[:-1]))
        due = _due_on(log, event) if recorded and _makes_good(event) else None
        if recorded and due and event.date <= due < recorded and event.date + slack < recorded:
            values = {"ref": log.ref, "before": due, "after": event.date, "day": recorded}
            yield log.issue.problem("RL703.missed", at, **values)


def _due_on(log: Log, event: Event) -> date | None:
    """The deadline that a measure had before an event of its own."""
    if log.was_measure is None:
        return None
    extended = [e.until for e in log.was_measure.events if isinstance(e, Extended) and e.date <= event.date]
    return extended[-1] if extended else log.was_measure.planned.day


def _slack(span: str) -> timedelta:
    """`24h` or `3d`, as days that records may come late."""
    count = int(span[:-1])
    return timedelta(days=-(-count // 24) if span.endswith("h") else count)


def _makes_good(event: Event) -> bool:
    """Whether a deadline counts as kept, or as none, by an event."""
    full = isinstance(event, Completed) and event.extent == "full"
    return full or isinstance(event, Extended | Deferred | Transferred)
