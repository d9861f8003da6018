"""Two sets of files as two revisions."""

from collections.abc import Mapping
from datetime import date

from rectledger.changes.compare import differences
from rectledger.changes.difference import Difference
from rectledger.facts.assess import assess
from rectledger.facts.revisions import Revisions
from rectledger.messages import Language
from rectledger.model.ledger import Ledger
from rectledger.render.changes import MARKED, Worded
from tests.ledgers import DAY, loaded

Files = Mapping[str, str | bytes]


def revisions_of(before: Files, after: Files, day: date = DAY) -> Revisions:
    """Both sides, whole, judged on a day."""
    sides = [assess(ledger_of(files), day) for files in (before, after)]
    changed = {path for path in {**before, **after} if before.get(path) != after.get(path)}
    return Revisions(sides[0], sides[1], changed=frozenset(changed))


def ledger_of(files: Files) -> Ledger:
    ledger = loaded(files).ledger
    assert ledger is not None
    return ledger


def compared(before: Files, after: Files, day: date = DAY) -> list[Difference]:
    """What differs, under the numbers that are printed after."""
    revisions = revisions_of(before, after, day)
    return differences(revisions, {issue.issue.id: issue.number for issue in revisions.after.issues})


def told(before: Files, after: Files, language: Language = Language.ZH, day: date = DAY) -> list[tuple[str, str, str]]:
    """What differs: reference, kind, sentence."""
    worded = Worded(compared(before, after, day), ledger_of(after), "a", "b", language)
    return [(d.ref, d.kind, worded.sentence(d, MARKED)) for d in worded.differences]
