"""Every deadline that was moved: from which day to which, by whom, with whose approval."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from rectledger.facts.slip import Cause, Slip
from rectledger.model.ledger import Ledger
from rectledger.model.past import Commit


class SlipLine(Struct, frozen=True):
    """A movement as lists show it. Printed numbers change over time, so a reference is made of ids."""

    ref: str
    """`zx2024-04/air`, `zx2024-04`, or of the inspection `zx2024 clock.report`."""
    inspection: str
    issue: str | None
    measure: str | None
    limit: str | None
    title: str
    cause: Cause
    before: date | None
    after: date | None
    days: int | None
    wrote_before: str
    wrote_after: str
    decided: date | None
    """The day of the extension, as its event has it."""
    reason: str | None
    approved_by: str | None
    approver: str | None
    """The name of who approved it."""
    commit: Commit | None

    @property
    def approved(self) -> bool:
        """Whether somebody approved it."""
        return self.approved_by is not None


class Slippage(Struct, frozen=True):
    """The movements in the order in which they were committed."""

    lines: tuple[SlipLine, ...]
    cut: bool
    """Whether older history is missing, as it is in a shallow clone."""

    @property
    def unapproved(self) -> int:
        """How many movements nobody approved."""
        return sum(not line.approved for line in self.lines)

    @property
    def days(self) -> int:
        """The days of all movements together; those brought forward count against them."""
        return sum(line.days or 0 for line in self.lines)


def slippage(slips: Iterable[Slip], ledger: Ledger, *, cut: bool) -> Slippage:
    """Movements as lines. Parties are named as the ledger names them now."""
    return Slippage(tuple(_line(slip, ledger) for slip in slips), cut)


def _line(slip: Slip, ledger: Ledger) -> SlipLine:
    approver = ledger.party.get(slip.approved_by or "")
    return SlipLine(
        ref=_ref(slip),
        inspection=slip.inspection,
        issue=slip.issue.id if slip.issue else None,
        measure=slip.measure,
        limit=slip.limit,
        title=_title(slip),
        cause=slip.cause,
        before=slip.before,
        after=slip.after,
        days=slip.days,
        wrote_before=slip.wrote[0],
        wrote_after=slip.wrote[1],
        decided=slip.event.date if slip.event else None,
        reason=slip.event.reason if slip.event else None,
        approved_by=slip.approved_by,
        approver=approver.name if approver else slip.approved_by,
        commit=slip.commit,
    )


def _ref(slip: Slip) -> str:
    if slip.issue is None:
        return f"{slip.inspection} {f'clock.{slip.limit}' if slip.limit else 'feedback'}"
    return f"{slip.issue.id}/{slip.measure}" if slip.measure else slip.issue.id


def _title(slip: Slip) -> str:
    if slip.issue is None:
        return ""
    measure = next((m for m in slip.issue.measures if m.id == slip.measure), None)
    return (measure.title if measure else None) or slip.issue.title
