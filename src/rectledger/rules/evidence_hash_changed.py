"""RL706."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Revisions
from rectledger.rules.registry import change_rule


@change_rule("RL706", since="0.1")
def evidence_hash_changed(revisions: Revisions) -> Iterator[Problem]:
    """The recorded hash of an evidence file is another one.

    改了佐证文件的校验码。

    ## Why it matters

    The SHA-256 says which file was seen when the claim was made. With another one, another file stands in its
    place.

    ```yaml bad base=ledger
    # --- was: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
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
              - file: docs/a.pdf
                sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
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
              - file: docs/a.pdf
              #       ^^^^^^^^^^ RL411
                sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ RL706
    ```

    ```yaml good base=ledger
    # --- was: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    leader: lead
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成, evidence: [{document: 示办发〔2025〕3号}]}
    ```
    """
    for log in revisions.logs:
        for (position, event), before, after in log.line.evidence:
            if before and after and before.sha256 != after.sha256:
                at = (*log.route, position, "evidence", event.evidence.index(after), "sha256")
                values = {"ref": log.ref, "file": after.file, "before": before.sha256, "after": after.sha256}
                yield log.issue.problem("RL706", at, **values)
