"""RL208."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.records import Facts
from rectledger.model.ledger import PARTIES_FILE
from rectledger.rules.registry import rule


@rule("RL208", Severity.ERROR, since="0.1")
def reversed_period(facts: Facts) -> Iterator[Problem]:
    """A period ends before it begins.

    起止日期颠倒。

    ## Why it matters

    Nothing lies in it: a quota would ask for nothing, and a person would never have been in post.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        quota: {at_least: 2, per: year, from: 2026-01-01, to: 2025-12-31}
        #                                                     ^^^^^^^^^^ RL208
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
    for filed in facts.ledger.inspections:
        if filed.record.period:
            yield from _reversed(filed.file, ("period",), filed.record.period.from_, filed.record.period.to)
    for n, party in enumerate(facts.ledger.parties):
        if party.active:
            yield from _reversed(PARTIES_FILE, (n, "active"), party.active.from_, party.active.to)
    for issue in facts.ledger.issues:
        for n, measure in enumerate(issue.record.measures):
            if measure.quota:
                yield from _reversed(issue.file, ("measures", n, "quota"), measure.quota.from_, measure.quota.to)


def _reversed(file: str, route: Route, first: date | None, last: date | None) -> Iterator[Problem]:
    if first and last and last < first:
        yield Problem(file, (*route, "to"), "RL208", {"first": first, "last": last})
