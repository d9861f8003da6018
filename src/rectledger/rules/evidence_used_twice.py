"""RL414."""

from collections.abc import Iterable, Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.rules.registry import Trace, tracing


def _proofs(facts: Facts) -> Iterator[Trace]:
    """Of every evidence file digest, file and route of the entry, the measure if any, what it proves, its path."""
    for proof in proofs(facts):
        measure = proof.measure.position if proof.measure else None
        yield proof.sha256, proof.issue.file, (*proof.route, "file"), measure, proof.ref, proof.file


@tracing("RL414", Severity.INFO, since="0.1", trace=_proofs)
def evidence_used_twice(_facts: Facts, traces: Iterable[Trace]) -> Iterator[Problem]:
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
    first: dict[str, Trace] = {}
    said: set[tuple[str, str]] = set()
    for trace in traces:
        sha256, file, route, _, ref, name = trace
        other = first.setdefault(sha256, trace)
        if _differ(trace, other) and (sha256, ref) not in said:
            said.add((sha256, ref))
            yield Problem(file, route, "RL414", {"file": name, "ref": ref, "other": other[4]})


def _differ(trace: Trace, other: Trace) -> bool:
    """Whether two proofs are of different issues, or of different measures of one."""
    _, file, _, measure, *_ = trace
    _, other_file, _, other_measure, *_ = other
    return file != other_file or (None not in {measure, other_measure} and measure != other_measure)
