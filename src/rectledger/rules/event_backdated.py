"""RL703."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rectledger.diagnostics import Problem
from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.revisions import Log, Revisions
from rectledger.facts.state import SETTLED, closing_state, history, until
from rectledger.model.events import Completed, Deferred, Event, Extended, Transferred
from rectledger.rules.registry import change_rule


@change_rule("RL703", since="0.1")
def event_backdated(revisions: Revisions) -> Iterator[Problem]:
    """An event is put back in time, or a new one is dated before what was already recorded.

    把记录的日期提前，或者补记早于已有记录的事件。

    ## Why it matters

    A deadline that was missed is kept by backdating. What happened earlier and was not recorded is recorded with
    the day of recording, and the note says when it happened. Tolerated is what the policy gives for signing records
    (`sign_within`). A new event that is dated before the ledger's last commit may not undo that a deadline had been
    missed on that day.

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
    """What is dated before the last commit and makes good a deadline that had been missed by then."""
    day = revisions.base_day
    if day is None or log.measure is None or log.was_measure is None or log.was is None:
        return
    due = _due_on(log.was_measure, log.was.issue.events, day)
    if due is None or due >= day or _settled(log.before, log.was, day):
        return
    for position, event in log.line.added:
        if event.date <= due and event.date + slack < day and _makes_good(event):
            values = {"ref": log.ref, "before": due, "after": event.date, "day": day}
            yield log.issue.problem("RL703.missed", (*log.route, position, "date"), **values)


def _due_on(measure: MeasureFacts, of_issue: Sequence[Event], day: date) -> date | None:
    """The deadline that was in force on a day."""
    past = until((*measure.measure.events, *of_issue), day)
    extended = [event.until for event in past if isinstance(event, Extended)]
    return extended[-1] if extended else measure.planned.day


def _settled(events: Sequence[Event], was: IssueFacts, day: date) -> bool:
    """Whether no deadline was to be kept on a day."""
    past = history(events, was.issue.events, day)
    return bool(past and past[-1][1] in SETTLED) or closing_state(was.issue.events, day) is not None


def _slack(span: str) -> timedelta:
    """`24h` or `3d`, as days that records may come late."""
    count = int(span[:-1])
    return timedelta(days=-(-count // 24) if span.endswith("h") else count)


def _makes_good(event: Event) -> bool:
    """Whether a deadline counts as kept, or as none, by an event."""
    full = isinstance(event, Completed) and event.extent == "full"
    return full or isinstance(event, Extended | Deferred | Transferred)
