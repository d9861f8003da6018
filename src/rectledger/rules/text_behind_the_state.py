"""RL508."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.claims import unfinished
from rectledger.facts.records import Facts
from rectledger.facts.state import State
from rectledger.rules.registry import rule


@rule("RL508", Severity.WARNING, since="0.1")
def text_behind_the_state(facts: Facts) -> Iterator[Problem]:
    """A public text speaks of work to come, and the measure is complete.

    措施已完成，公开文字还说正在做、准备做。

    ## Why it matters

    The words were written while the work went on, and nobody wrote new ones. A measure that is kept up,
    or that has a quota, may well go on. What a completed measure will be followed by (下一步……) is left alone.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 正在修订会议制度。
        #       ^^^^^^^^^ RL508
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 会议制度已经修订。
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    ```
    """
    for issue, measure in facts.published_measures:
        record = measure.measure
        if measure.state is State.COMPLETE and not record.sustained and record.quota is None:
            words = unfinished(record.public_text)
            if words:
                yield issue.problem("RL508", measure.words_route, words=words)
