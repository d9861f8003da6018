"""RL710."""

from collections.abc import Iterator

from rectledger.diagnostics import START_OF_FILE, Problem
from rectledger.facts.revisions import Revisions
from rectledger.rules.registry import change_rule


@change_rule("RL710", since="0.1")
def issue_deleted(revisions: Revisions) -> Iterator[Problem]:
    """A change deletes an issue.

    变更删去了问题。

    ## Why it matters

    A finding that was handed over stays on the list until it is closed. What is no longer pursued is closed as
    withdrawn, what somebody else has is transferred. An issue that stands in another file under its id is not
    deleted. Nor may an inspection go, or an issue into a folder that belongs to none: nobody counts it there.

    ```yaml bad base=ledger
    # --- was: issues/demo/demo-02.yaml
    id: demo-02
    heading: h1
    title: 会议次数不足
    owner: office
    measures:
      - {id: meet, text: 每月召开, due: 2026-06-30}
    # --- gone: issues/demo/demo-02.yaml
    #RL710
    ```

    ```yaml good base=ledger
    # --- was: issues/demo/demo-02.yaml
    id: demo-02
    heading: h1
    title: 会议次数不足
    owner: office
    measures:
      - {id: meet, text: 每月召开, due: 2026-06-30}
    # --- gone: issues/demo/demo-02.yaml
    # --- file: issues/demo/demo-02-moved.yaml
    id: demo-02
    heading: h1
    title: 会议次数不足
    owner: office
    measures:
      - {id: meet, text: 每月召开, due: 2026-06-30}
    ```
    """
    for pair in revisions.issues:
        if pair.before and not pair.after and revisions.is_lost(pair.before):
            issue = pair.before.record
            values = {"id": issue.id, "before": issue.title, "after": "—"}
            yield Problem(pair.before.file, START_OF_FILE, "RL710", values)
        elif pair.before and pair.after and revisions.is_stray(pair.before, pair.after):
            values = {"id": pair.after.record.id, "before": pair.before.file, "after": pair.after.file}
            yield Problem(pair.after.file, ("id",), "RL710.stray", values)
    for inspection in revisions.inspections:
        if inspection.before and not inspection.after:
            values = {"id": inspection.before.record.id, "before": inspection.before.record.title, "after": "—"}
            yield Problem(inspection.before.file, START_OF_FILE, "RL710.inspection", values)
