"""What a reference means: `4`, `4.2`, `zx2024-04`, `zx2024-04/air`."""

import re

from msgspec import Struct

from rectledger.errors import CannotRunError
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, MeasureFacts

_NUMBER = re.compile(r"([0-9]+)(?:\.([0-9]+))?")


class Referred(Struct, frozen=True):
    """An issue, or one of its measures."""

    issue: IssueFacts
    measure: MeasureFacts | None = None


def resolve(facts: Facts, ref: str) -> Referred:
    """What a reference means. Raises CannotRunError for one that is unknown or ambiguous, naming the near ones."""
    issue_part, slash, measure_part = ref.partition("/")
    by_id = [issue for issue in facts.issues if issue.issue.id == issue_part]
    if len(by_id) > 1:
        raise CannotRunError("cannot.ambiguous", ref=ref, files="、".join(issue.file for issue in by_id))
    if by_id:
        return Referred(by_id[0], _by_id(by_id[0], measure_part, ref) if slash else None)
    if match := _NUMBER.fullmatch(ref):
        return _by_number(facts, ref, int(match[1]), int(match[2]) if match[2] else None)
    raise _unknown(ref, [issue.issue.id for issue in facts.issues], issue_part)


def _by_number(facts: Facts, ref: str, number: int, measure: int | None) -> Referred:
    inspection = _current(facts)
    if inspection.inspection.id in facts.ledger.unnumbered:
        raise CannotRunError("cannot.numbers", ref=ref, inspection=inspection.inspection.id)
    if not inspection.issues:
        raise CannotRunError("cannot.no-issues", inspection=inspection.inspection.id)
    if not 1 <= number <= len(inspection.issues):
        raise CannotRunError(
            "cannot.no-number", ref=ref, inspection=inspection.inspection.id, last=len(inspection.issues)
        )
    issue = inspection.issues[number - 1]
    if measure is None:
        return Referred(issue)
    if not 1 <= measure <= len(issue.measures):
        raise _unknown(ref, [m.number for m in issue.measures], "")
    return Referred(issue, issue.measures[measure - 1])


def _current(facts: Facts) -> InspectionFacts:
    current = facts.ledger.current
    found = next((i for i in facts.inspections if i.inspection.id == current), None)
    if found is None:
        raise CannotRunError("cannot.no-inspection", inspection=current or "—")
    return found


def _by_id(issue: IssueFacts, measure: str, ref: str) -> MeasureFacts:
    found = next((m for m in issue.measures if m.measure.id == measure), None)
    if found is None:
        raise _unknown(ref, [f"{issue.issue.id}/{m.measure.id}" for m in issue.measures], "")
    return found


def _unknown(ref: str, known: list[str], word: str) -> CannotRunError:
    from difflib import get_close_matches  # noqa: PLC0415  # most references are right

    near = get_close_matches(word, known, n=3, cutoff=0.5) if word else known[:9]
    return CannotRunError("cannot.no-ref", ref=ref, near="、".join(near) or "—")
