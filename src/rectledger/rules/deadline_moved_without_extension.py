"""RL704."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rectledger.diagnostics import Problem, Route
from rectledger.facts.assess import CONCENTRATED
from rectledger.facts.deadline import due_day
from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.revisions import Revisions
from rectledger.model.due import DueSpec
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
        inspection, days = was.inspection, revisions.before.ledger.working_days
        spot = _Spot(inspection, days, issue.file)
        yield from spot.moved(was.issue.id, ("due",), was.issue.due, issue.issue.due, _new(was.issue, issue.issue))
        for old, new in _measures(was, issue):
            before, after = (m.measure.due for m in (old, new))
            granted = _new(was.issue, issue.issue) | _new(old.measure, new.measure)
            inherited = before or was.issue.due or CONCENTRATED
            if before != after:
                at = (*new.route, "due")
                ref = f"{issue.issue.id}/{new.measure.id}"
                yield from spot.moved(ref, at, inherited, after or issue.issue.due or CONCENTRATED, granted)
    for pair in revisions.inspections:
        if pair.before and pair.after:
            yield from _clock(pair.before.record, pair.after, revisions)


def _measures(was: IssueFacts, issue: IssueFacts) -> Iterator[tuple[MeasureFacts, MeasureFacts]]:
    old = {measure.measure.id: measure for measure in was.measures}
    return ((old[new.measure.id], new) for new in issue.measures if new.measure.id in old)


def _new(before: Issue | Measure, after: Issue | Measure) -> frozenset[date]:
    """The days that new extensions allow."""
    return frozenset(e.until for e in after.events if isinstance(e, Extended) and e not in before.events)


@dataclass(frozen=True, slots=True)
class _Spot:
    """What a deadline comes to in a file: by the clock before the change, which is judged for itself."""

    inspection: Inspection
    working_days: WorkingDays
    file: str

    def moved(
        self, ref: str, at: Route, before: DueSpec | None, after: DueSpec | None, granted: frozenset[date] = frozenset()
    ) -> Iterator[Problem]:
        """The problem where a deadline is later than it was, or none any more, and nobody has granted that."""
        old = due_day(before, self.inspection, self.working_days).day
        new = due_day(after, self.inspection, self.working_days).day
        if old is not None and (new is None or new > old) and new not in granted:
            yield Problem(self.file, at, "RL704", {"ref": ref, "before": old, "after": new or "—"})


def _clock(before: Inspection, filed: Filed[Inspection], revisions: Revisions) -> Iterator[Problem]:
    after, days = filed.record, revisions.before.ledger.working_days
    if after.feedback > before.feedback:
        values = {"ref": before.id, "before": before.feedback, "after": after.feedback}
        yield Problem(filed.file, ("feedback",), "RL704", values)
    spot = _Spot(before, days, filed.file)
    for name, limit in before.clock.items():
        now = after.clock.get(name)
        at = ("clock", name, "due") if now else ("clock",)
        yield from spot.moved(f"clock.{name}", at, limit.due, now.due if now else None)
