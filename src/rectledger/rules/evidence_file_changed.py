"""RL412."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.model.evidence import FileState
from rectledger.rules.registry import rule


@rule("RL412", Severity.ERROR, since="0.1")
def evidence_file_changed(facts: Facts) -> Iterator[Problem]:
    """An evidence file is not the one that was recorded.

    佐证文件与登记时不同。

    ## Why it matters

    The SHA-256 says which file somebody saw when they signed. A better scan is new evidence, recorded
    by an event of its own; the old file stays.

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
              - file: evidence/初稿.txt
                sha256: a73a863099d5dbeade935f0234de1a2cb39f6e127998dfd1de6c47294318c62b
                #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RL412
    # --- file: evidence/初稿.txt
    会议制度，第二稿。
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
              - file: evidence/初稿.txt
                sha256: a73a863099d5dbeade935f0234de1a2cb39f6e127998dfd1de6c47294318c62b
    # --- file: evidence/初稿.txt
    会议制度，第一稿。
    ```
    """
    for proof in proofs(facts):
        found = facts.evidence.get(proof.file)
        if found and found.state is FileState.PRESENT and found.sha256 != proof.sha256:
            yield proof.problem("RL412", "sha256", found=found.sha256)
