"""RL209."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL209", Severity.INFO, since="0.1")
def provisional_date(facts: Facts) -> Iterator[Problem]:
    """A deadline counts working days of a year that has no calendar yet.

    时限要数的工作日，所在年份还没有日历。

    ## Why it matters

    Holidays are announced late in the year before. Until then only weekends are taken off, and the
    day may still move. Put the announced days into `ledger/calendars/`. A day that a measure has
    from the clock is reported there, once.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: feedback+600wd
        #    ^^^^^^^^^^^^^^ RL209
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
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for inspection in facts.inspections:
        for limit in inspection.clock:
            if limit.provisional and limit.done is None:
                yield Problem(inspection.file, ("clock", limit.name, "due"), "RL209", {"due": limit.due})
    for issue, measure in facts.measures:
        own = measure.measure.due or issue.issue.due
        if own and measure.deadline.provisional and issue.running(measure):
            yield issue.problem("RL209", measure.deadline.route, due=measure.due)
