"""RL702."""

from collections.abc import Iterator, Sequence
from datetime import date

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Log, Revisions
from rectledger.facts.state import State, closing_state, history
from rectledger.facts.timeline import Edited
from rectledger.messages import Term
from rectledger.model.events import Event
from rectledger.rules.registry import change_rule


@change_rule("RL702", since="0.1")
def event_edited(revisions: Revisions) -> Iterator[Problem]:
    """A change makes an event say something else.

    变更改动了已有的记录。

    ## Why it matters

    An event is what somebody stood by on a day. Edited later, it says that they stood by something else. Evidence
    may be added to an event; its day put back is RL703. The order in a file means nothing, but of one day: two
    events of one day may not change places where that changes the state.

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
          - {date: 2025-10-20, event: progress, note: 全部完成}
          #                                           ^^^^ RL702
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
          - {date: 2025-10-20, event: progress, note: 初稿已成, evidence: [{document: 示办发〔2025〕3号}]}
    ```
    """
    for log in revisions.logs:
        for edited in log.line.edited:
            yield from _fields(log, edited)
        yield from _swapped(log, revisions.after.day)


def _fields(log: Log, edited: Edited) -> Iterator[Problem]:
    before, (position, after) = edited
    for name in edited.fields:
        old, new = getattr(before, name), getattr(after, name)
        if name != "date" or new > old:
            at = (*log.route, position, name.rstrip("_") if new is not None else "event")
            terms = {"event": Term(f"event.{before.event}"), "field": Term(f"change.key.{name.rstrip('_')}")}
            values = {"ref": log.ref, "date": before.date, "before": _words(old), "after": _words(new)}
            yield log.issue.problem("RL702", at, **values, **terms)


def _words(value: object) -> object:
    return "—" if value is None else "、".join(value) if isinstance(value, tuple) else value


def _swapped(log: Log, day: date) -> Iterator[Problem]:
    """Events of one day that stand in another order, where the state depends on it."""
    if log.line.removed or log.line.edited:
        return
    was, now = (_state(log, events, day) for events in (log.before, log.line.kept))
    if was is not now:
        terms = {"before": Term(f"state.{was}"), "after": Term(f"state.{now}")}
        yield log.issue.problem("RL702.order", log.route, ref=log.ref, **terms)


def _state(log: Log, events: Sequence[Event], day: date) -> State:
    if log.measure is None:
        return closing_state(events, day) or State.NOT_STARTED
    past = history(events, (), day)
    return past[-1][1] if past else State.NOT_STARTED
