"""RL413."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.model.evidence import FileState
from rectledger.rules.registry import rule


@rule("RL413", Severity.ERROR, since="0.1")
def evidence_file_outside(facts: Facts) -> Iterator[Problem]:
    """A link leads from the path of an evidence file out of the ledger.

    佐证文件的路径经链接指到台账之外。

    ## Why it matters

    What lies outside is in no commit: it is not handed over with the ledger, and anybody may change
    it unseen.

    ```sh bad
    mkdir evidence
    ln -s /etc/hosts evidence/初稿.txt
    cat > issues/demo/demo-01.yaml <<'END'
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
                sha256: d8d3f9b33e8c38d6ef1ff0aa9a5e3d1ca10ed7a4bb1e0be3c6e4ed3b9bdef6ab
    END
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
          - {date: 2025-10-20, event: progress, note: 初稿已成, evidence: [{document: 会议制度（初稿）}]}
    ```
    """
    for proof in proofs(facts):
        found = facts.evidence.get(proof.file)
        if found and found.state is FileState.OUTSIDE:
            yield proof.problem("RL413", "file")
