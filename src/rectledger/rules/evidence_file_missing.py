"""RL411."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.model.evidence import FileState
from rectledger.rules.registry import rule


@rule("RL411", Severity.ERROR, since="0.1")
def evidence_file_missing(facts: Facts) -> Iterator[Problem]:
    """There is no file to be read where evidence says that there is one.

    佐证材料写明的位置没有可读的文件。

    ## Why it matters

    Whoever checks a closure opens the evidence. A file that only ever lay on somebody's own machine,
    or was renamed later, proves nothing. Systems differ in whether `A.pdf` and `a.pdf` are one
    file: the name has to be exact.

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
                #     ^^^^^^^^^^^^^^^ RL411
                sha256: d8d3f9b33e8c38d6ef1ff0aa9a5e3d1ca10ed7a4bb1e0be3c6e4ed3b9bdef6ab
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
        match found.state if found else None:
            case FileState.MISSING if found and found.near:
                yield proof.problem("RL411.near", "file", near=found.near)
            case FileState.MISSING:
                yield proof.problem("RL411", "file")
            case FileState.NOT_A_FILE:
                yield proof.problem("RL411.kind", "file")
            case FileState.UNREADABLE if found:
                yield proof.problem("RL411.unreadable", "file", reason=found.reason)
