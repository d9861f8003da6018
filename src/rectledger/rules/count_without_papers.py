"""RL509."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.quoted_counts import COUNT, quoted_counts
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.model.events import Progress
from rectledger.rules.registry import rule


@rule("RL509", Severity.WARNING, since="0.1")
def count_without_papers(facts: Facts) -> Iterator[Problem]:
    """A public text counts papers or meetings, and the measure names none.

    公开文字列了份数、次数，措施却没有佐证材料，也没有计数。

    ## Why it matters

    A number in a notice is the first thing that is checked. Name the evidence, or count what was done
    with `counts` on a progress event. Plans (每年至少两次, 可延期2次) claim nothing and are left alone.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 已召开专题会议3次。
        #       ^^^^^^^^^^ RL509
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 已召开专题会议3次。
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 三次会议, counts: 3}
    ```
    """
    for file, route, text in facts.public_texts.holding(COUNT):
        issue = facts.issue_in.get(file)
        measure = issue and issue.measure_at(route)
        if not (issue and measure) or route[-1] == "title":
            continue
        quoted = next(quoted_counts(text, is_report=route[-1] == "public"), None)
        if quoted and not _has_papers(issue, measure, facts.day) and _counted(measure) < quoted.number:
            yield issue.problem("RL509", route, words=quoted.words, counted=_counted(measure))


def _has_papers(issue: IssueFacts, measure: MeasureFacts, day: date) -> bool:
    """Whether any event of the measure or of its issue names a paper."""
    events = (*measure.measure.events, *issue.issue.events)
    return any(event.evidence or event.document for event in events if event.date <= day)


def _counted(measure: MeasureFacts) -> int:
    return sum(event.counts for event in measure.events if isinstance(event, Progress))
