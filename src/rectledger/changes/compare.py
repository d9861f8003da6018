"""Everything that differs between two revisions, in the order in which it is told."""

from collections.abc import Iterator, Mapping

from rectledger.changes.difference import Area, Difference, Group
from rectledger.changes.inspections import inspection_differences
from rectledger.changes.issues import issue_differences
from rectledger.changes.settings import party_differences, settings_differences
from rectledger.facts.revisions import Revisions


def differences(revisions: Revisions, numbers: Mapping[str, int]) -> list[Difference]:
    """What differs, group by group. `numbers` are the printed numbers of issues by id, where they are known."""
    found = [
        *settings_differences(revisions),
        *party_differences(revisions),
        *inspection_differences(revisions),
        *issue_differences(revisions, numbers),
        *_unread(revisions),
    ]
    return sorted(found, key=lambda difference: difference.group[:2])


def _unread(revisions: Revisions) -> Iterator[Difference]:
    """Every file that differs and that a side could not read: nobody knows what else it says."""
    before, after = revisions.before.ledger.unread, revisions.after.ledger.unread
    for file in sorted((before | after) & revisions.changed):
        side = "both" if file in before & after else "before" if file in before else "after"
        yield Difference(Group(Area.FILE, ()), file, "unreadable", None, None, f"change.unreadable.{side}", {})
