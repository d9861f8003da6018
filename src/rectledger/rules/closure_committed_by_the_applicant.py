"""RL709."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem
from rectledger.facts.revisions import Log, Revisions, Signature, Signed
from rectledger.model.events import Closed, ClosureRequested
from rectledger.rules.registry import change_rule


@change_rule("RL709", since="0.1")
def closure_committed_by_the_applicant(revisions: Revisions) -> Iterator[Problem]:
    """The commit that closes an issue is by the person whose commit asked for the closure.

    提交销号的人就是提交销号申请的人。

    ## Why it matters

    A name in a file is easily written. Git knows who committed the request and who committed the closure
    (`four_eyes`): not the same author, by name or address, nor the person that the request names.

    ```yaml bad base=ledger requested=clerk closed=clerk
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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-29, event: closure-requested, by: office}
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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-29, event: closure-requested, by: office}
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
      #                           ^^^^^^ RL709
    ```

    ```yaml good base=ledger requested=clerk closed=overseer
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
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-29, event: closure-requested, by: office}
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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-28, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    events:
      - {date: 2025-10-29, event: closure-requested, by: office}
      - {date: 2025-10-30, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}
    ```
    """
    if not revisions.policy.four_eyes:
        return
    for log in revisions.logs:
        signed = revisions.signed.get(log.issue.issue.id)
        for position, event in log.line.added:
            if isinstance(event, Closed) and signed and (asked := _same(revisions, log, signed)):
                closed = signed.closed or Signature("", "", "")
                values = {"ref": log.ref, "before": asked, "after": f"{closed.name} <{closed.email}>"}
                yield log.issue.problem("RL709", (*log.route, position, "event"), commit=closed.short, **values)


def _same(revisions: Revisions, log: Log, signed: Signed) -> str:
    """Who asked for the closure, where that is the person who committed it; else an empty text."""
    if signed.closed is None:
        return ""
    if signed.requested and signed.closed.is_also(signed.requested):
        return f"{signed.requested.name} <{signed.requested.email}>"
    requests = [event.by for event in log.issue.issue.events if isinstance(event, ClosureRequested)]
    parties = [revisions.before.ledger.party.get(by) or revisions.after.ledger.party.get(by) for by in requests]
    return next((party.name for party in parties if party and signed.closed.names(party)), "")
