"""RL704."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem, Route
from rectledger.facts.assess import CONCENTRATED
from rectledger.facts.deadline import due_day
from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.revisions import Revisions
from rectledger.model.events import Extended
from rectledger.model.inspection import Inspection
from rectledger.model.issue import Issue, Measure
from rectledger.model.ledger import Filed
from rectledger.rules.registry import change_rule
from rectledger.workdays import WorkingDays


@change_rule("RL704", since="0.1")
def deadline_moved_without_extension(revisions: Revisions) -> Iterator[Problem]:
    """A deadline is moved to a later day, or given up, without an extension.

    没有延期手续，直接把时限改晚或取消。

    ## Why it matters

    A deadline is moved by `extended`, with a reason and somebody's approval; edited in place, nobody has approved
    it and nobody can count it. Judged are `due` of issues and measures, the limits of the clock, and the feedback
    day that others count from. An earlier deadline, another spelling of the same day, and a day in place of
    `pending` are no findings.

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
        due: 2026-12-31
        #    ^^^^^^^^^^ RL704
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
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
          - {date: 2025-11-01, event: extended, until: 2026-12-31, reason: 汛期, approved_by: lead}
    ```
    """
    for was, issue in revisions.both:
        for old, new in _measures(was, issue):
            yield from _measure(was, issue, old, new, revisions.before.ledger.working_days)
    for pair in revisions.inspections:
        if pair.before and pair.after:
            yield from _clock(pair.before.record, pair.after, revisions)


def _measures(was: IssueFacts, issue: IssueFacts) -> Iterator[tuple[MeasureFacts, MeasureFacts]]:
    old = {measure.measure.id: measure for measure in was.measures}
    return ((old[new.measure.id], new) for new in issue.measures if new.measure.id in old)


def _new(before: Issue | Measure, after: Issue | Measure) -> frozenset[date]:
    """The days that new extensions allow."""
    return frozenset(e.until for e in after.events if isinstance(e, Extended) and e not in before.events)


def _measure(
    was: IssueFacts, issue: IssueFacts, old: MeasureFacts, new: MeasureFacts, days: WorkingDays
) -> Iterator[Problem]:
    """A measure's deadline, its own or inherited, by the clock before the change: that is judged for itself."""
    same = was.inspection.id == issue.inspection.id
    before = old.measure.due or was.issue.due or CONCENTRATED
    after = new.measure.due or issue.issue.due or CONCENTRATED
    granted = _new(was.issue, issue.issue) | _new(old.measure, new.measure)
    own: Route = (*new.route, "due") if new.measure.due else ("due",) if issue.issue.due else (*new.route, "id")
    day = due_day(after, was.inspection if same else issue.inspection, days).day
    if day not in granted:
        ref = f"{issue.issue.id}/{new.measure.id}"
        yield from _later(issue.file, own, ref=ref, before=due_day(before, was.inspection, days).day, after=day)


def _later(file: str, at: Route, *, ref: str, before: date | None, after: date | None) -> Iterator[Problem]:
    """The problem where a deadline is later than it was, or none any more."""
    if before is not None and (after is None or after > before):
        yield Problem(file, at, "RL704", {"ref": ref, "before": before, "after": after or "—"})


def _clock(before: Inspection, filed: Filed[Inspection], revisions: Revisions) -> Iterator[Problem]:
    after, days = filed.record, revisions.before.ledger.working_days
    yield from _later(filed.file, ("feedback",), ref=before.id, before=before.feedback, after=after.feedback)
    for name, limit in before.clock.items():
        now = after.clock.get(name)
        at = ("clock", name, "due") if now else ("clock",)
        new = due_day(now.due, before, days).day if now else None
        yield from _later(filed.file, at, ref=f"clock.{name}", before=due_day(limit.due, before, days).day, after=new)
