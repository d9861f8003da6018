"""RL504."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.document_number import NUMBERED, misbracketed
from rectledger.facts.records import Facts
from rectledger.facts.texts import document_numbers
from rectledger.rules.registry import rule


@rule("RL504", Severity.WARNING, since="0.1")
def document_number_in_wrong_brackets(facts: Facts) -> Iterator[Problem]:
    """The year of a document number does not stand in 〔〕.

    文号里的年份没有用六角括号〔〕。

    ## Why it matters

    The same number in other brackets is not found by whoever searches for it, and in a notice it looks
    like a copy of something else. Public texts are looked at, and every `document`.

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
          - {date: 2025-10-20, event: progress, note: 初稿已成, document: 示办发（2025）3号}
          #                                                           ^^^^^^^^^^^ RL504
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
          - {date: 2025-10-20, event: progress, note: 初稿已成, document: 示办发〔2025〕3号}
    ```
    """
    for file, route, text in (*facts.public_texts.holding(NUMBERED), *document_numbers(facts.ledger)):
        for number in misbracketed(text):
            yield Problem(file, route, "RL504", number._asdict())
