"""Evidence files as a table: what each entry names and what stands there."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rectledger.facts.evidence import Proof
from rectledger.model.evidence import FileState, FoundFile


class Verdict(StrEnum):
    """What became of an evidence file."""

    VERIFIED = "verified"
    CHANGED = "changed"
    MISSING = "missing"
    OUTSIDE = "outside"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"


class ProofLine(Struct, frozen=True):
    """An entry that names a file."""

    ref: str
    issue: str
    measure: str | None
    date: date
    event: str
    file: str
    verdict: Verdict
    sha256: str
    """As it was recorded."""
    found: FoundFile


def proof_lines(proofs: Iterable[Proof], found: Mapping[str, FoundFile]) -> tuple[ProofLine, ...]:
    """A line an entry."""
    return tuple(_line(proof, found[proof.file]) for proof in proofs)


def _line(proof: Proof, found: FoundFile) -> ProofLine:
    return ProofLine(
        ref=proof.ref,
        issue=proof.issue.issue.id,
        measure=proof.measure.measure.id if proof.measure else None,
        date=proof.event.date,
        event=proof.event.event,
        file=proof.file,
        verdict=_verdict(proof, found),
        sha256=proof.sha256,
        found=found,
    )


def _verdict(proof: Proof, found: FoundFile) -> Verdict:
    if found.state is not FileState.PRESENT:
        return Verdict(found.state.value)
    return Verdict.VERIFIED if found.sha256 == proof.sha256 else Verdict.CHANGED
