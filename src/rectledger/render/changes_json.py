"""What differs between two revisions, as JSON."""

from typing import Any

from rectledger.changes.difference import Difference
from rectledger.render.changes import MARKED, Worded
from rectledger.render.machine import dumped


def changes_json(worded: Worded, as_of: object) -> str:
    """`rectledger.diff/1`."""
    found = [_change(worded, difference) for difference in worded.differences]
    return dumped("diff", {"base": worded.before, "head": worded.after or None, "as_of": as_of, "changes": found})


def _change(worded: Worded, difference: Difference) -> dict[str, Any]:
    group = difference.group
    return {
        "ref": difference.ref,
        "kind": difference.kind,
        "before": difference.before,
        "after": difference.after,
        "text": worded.sentence(difference, MARKED),
        "area": group.area.name.lower(),
        "id": group.id,
    }
