"""What `evidence verify` looks at."""

from collections.abc import Sequence

from rectledger.cli.session import Session
from rectledger.facts.evidence import Proof, proofs
from rectledger.views.evidence import ProofLine, proof_lines
from rectledger.views.references import Referred, resolve


def proven(session: Session, refs: Sequence[str]) -> tuple[ProofLine, ...]:
    """Every evidence file of what is referred to, or of everything, each read once. Raises CannotRunError."""
    wanted = [resolve(session.facts, ref) for ref in refs]
    named = [proof for proof in proofs(session.facts) if not wanted or any(_is_of(proof, one) for one in wanted)]
    return proof_lines(named, session.tree.evidence({proof.file for proof in named}))


def _is_of(proof: Proof, referred: Referred) -> bool:
    return proof.issue is referred.issue and (referred.measure is None or referred.measure is proof.measure)
