"""RL513."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, InspectionFacts
from rectledger.facts.texts import PlacedText, inspection_behind
from rectledger.facts.typed_numbers import COUNTED, disagreeing, figures
from rectledger.rules.registry import rule


@rule("RL513", Severity.WARNING, since="0.1", across=True)
def number_that_disagrees(facts: Facts) -> Iterator[Problem]:
    """A typed figure differs from what is counted.

    文字里写的数字，同台账算出的不一致。

    ## Why it matters

    Numbers that disagree between ledger, report and notice are what readers find first. The figures of
    the inspection's own words and of titles are compared with what is published of it: problems fed back,
    measures, how many are complete, the rate. A figure is right if it holds at any level; one about another
    inspection, a part, or another day is left alone.

    ```yaml bad
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    authority: team
    period: {from: 2024-08-22, to: 2024-09-29}
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
    notice:
      issuer: office
      date: 2025-11-05
      organisation: [收到反馈的3个问题后立即部署整改。]
      #              ^^^^^^^^^^^^^^^^^ RL513
      next_steps: [继续推进尚未完成的整改。]
    ```

    ```yaml good
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    authority: team
    period: {from: 2024-08-22, to: 2024-09-29}
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
    notice:
      issuer: office
      date: 2025-11-05
      organisation: [收到反馈的1个问题后立即部署整改。]
      next_steps: [继续推进尚未完成的整改。]
    ```
    """
    texts = defaultdict(list)
    for placed in filter(_is_of_the_whole, facts.public_texts.holding(COUNTED)):
        if behind := inspection_behind(facts.ledger, placed[0]):
            texts[behind.id].append(placed)
    for inspection in facts.inspections:
        if inspection.issues and inspection.inspection.id not in facts.ledger.unnumbered:
            yield from _of(inspection, texts[inspection.inspection.id], facts)


def _of(inspection: InspectionFacts, texts: Iterable[PlacedText], facts: Facts) -> Iterator[Problem]:
    signed = inspection.inspection.notice.date
    omitted = facts.ledger.settings.policy.count_omitted
    counted = cache(lambda: figures(inspection, facts.day, omitted=omitted))
    for file, route, text in texts:
        for typed in disagreeing(text, counted, states=signed is None or signed >= facts.day):
            values = {"words": typed.words, "counted": " / ".join(typed.counted)}
            yield Problem(file, route, "RL513", values)


def _is_of_the_whole(placed: PlacedText) -> bool:
    """Whether figures in a text are about the inspection as a whole; what a measure counts is its own."""
    _, route, _ = placed
    return route[0] != "measures" and route[:2] != ("notice", "contact")
