"""RL511."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.personal import SUSPECT, contacts, personal_data
from rectledger.facts.records import Facts
from rectledger.messages import Term
from rectledger.rules.registry import rule


@rule("RL511", Severity.ERROR, since="0.1")
def personal_data_in_public_text(facts: Facts) -> Iterator[Problem]:
    """A mobile, identity or card number or an e-mail address stands in a public text.

    公开文字里有手机号、身份证号、银行卡号或电子邮箱。

    ## Why it matters

    What is published cannot be called back. Identity and card numbers are recognised by their check
    digit. What the notice gives as its contact is published on purpose, wherever it stands.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 由张某（13800138000）修订会议制度
        #     ^^^^^^^^^^^^^^^^^^^^^^ RL511
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
        text: 由专人修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    known = contacts(facts.ledger)
    for file, route, text in facts.public_texts.holding(SUSPECT):
        for datum in personal_data(text):
            if datum not in known:
                yield Problem(file, route, "RL511", {"kind": Term(f"personal.{datum.kind}"), "shown": datum.masked})
