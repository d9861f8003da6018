"""RL308."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.letters import addressees, unwarned
from rectledger.facts.records import Facts
from rectledger.messages import Term
from rectledger.rules.registry import rule


@rule("RL308", Severity.WARNING, since="0.1")
def warning_letter_owed(facts: Facts) -> Iterator[Problem]:
    """A deadline has reached a step of the ladder and nobody was warned.

    已到预警档次，还没有发出预警函。

    ## Why it matters

    Each step of the ladder has its letter. A measure that is overdue without a red one was not
    chased. A letter of a higher level will do; one that went out before the last extension was about
    another deadline. `policy.warn_to` says whom letters go to; a step that has nobody there
    asks for none. `rectledger render warning` writes them.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-11-12
        #    ^^^^^^^^^^ RL302
        #    ^^^^^^^^^^ RL308
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
        due: 2025-11-12
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-11-03, event: warned, level: yellow, to: [office, lead]}
    ```
    """
    for issue, measure in facts.measures:
        if unwarned(measure) and addressees(facts.ledger, issue, measure):
            level = Term(f"level.{measure.level}")
            yield issue.problem("RL308", measure.deadline.route, ref=measure.ref, due=measure.due, level=level)
