"""RL501."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.privacy import private_names
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL501", Severity.ERROR, since="0.1")
def private_name_in_public_text(facts: Facts) -> Iterator[Problem]:
    """A name that must not reach the public stands in a public text.

    公开文字里出现了不得公开的名称。

    ## Why it matters

    Whoever is named by a public name in one place and by the real one in another is named. Names
    are compared without spaces, case and width; `also` holds other spellings.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 清泉污水处理厂异味扰民
    #      ^^^^^^^^^^^ RL501
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 某企业异味扰民
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    names = private_names(facts.ledger)
    for file, route, text in facts.public_texts.placed:
        for leak in names.leaks(text):
            yield Problem(file, route, "RL501", {"name": leak.name, "public": leak.public})
