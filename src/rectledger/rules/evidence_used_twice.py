"""RL414."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.evidence import Proof, proofs
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL414", Severity.INFO, since="0.1", across=True)
def evidence_used_twice(facts: Facts) -> Iterator[Problem]:
    """One file is the evidence of two measures, or of two issues.

    同一份文件用作两条措施或两个问题的佐证。

    ## Why it matters

    One set of minutes for everything is how rectification on paper begins. Files are compared by their
    content, so a copy under another name counts as the same. That a closure names again what
    completed its own measures is no finding.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - date: 2025-10-20
            event: progress
            note: 初稿已成
            evidence:
              - {file: evidence/纪要.txt, sha256: a73a863099d5dbeade935f0234de1a2cb39f6e127998dfd1de6c47294318c62b}
      - id: training
        text: 培训记录人员
        due: 2026-06-30
        events:
          - date: 2025-10-21
            event: progress
            note: 名单已定
            evidence:
              - file: evidence/纪要.txt
                #     ^^^^^^^^^^^^^^^ RL414
                sha256: a73a863099d5dbeade935f0234de1a2cb39f6e127998dfd1de6c47294318c62b
    # --- file: evidence/纪要.txt
    会议制度，第一稿。
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - date: 2025-10-20
            event: progress
            note: 初稿已成
            evidence:
              - {file: evidence/纪要.txt, sha256: a73a863099d5dbeade935f0234de1a2cb39f6e127998dfd1de6c47294318c62b}
    # --- file: evidence/纪要.txt
    会议制度，第一稿。
    ```
    """
    first: dict[str, Proof] = {}
    said: set[tuple[str, str]] = set()
    for proof in proofs(facts):
        other = first.setdefault(proof.sha256, proof)
        if _differ(proof, other) and (proof.sha256, proof.ref) not in said:
            said.add((proof.sha256, proof.ref))
            yield proof.problem("RL414", "file", ref=proof.ref, other=other.ref)


def _differ(proof: Proof, other: Proof) -> bool:
    """Whether two proofs are of different issues, or of different measures of one."""
    if proof.issue is not other.issue:
        return True
    return bool(proof.measure and other.measure) and proof.measure is not other.measure
