"""RL407."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.events import Transferred
from rectledger.rules.registry import rule


@rule("RL407", Severity.WARNING, since="0.1")
def transferred_without_document(facts: Facts) -> Iterator[Problem]:
    """A measure was transferred without the number of a document.

    移交没有文号。

    ## Why it matters

    A transfer relieves somebody of a duty. What cannot be looked up relieves nobody; at least a
    note has to say why there is no number.

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
          - {date: 2025-10-20, event: progress, note: 初稿已成}
          - {date: 2025-10-21, event: transferred, to: receiver, document: none}
          #                           ^^^^^^^^^^^ RL407
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
          - {date: 2025-10-21, event: transferred, to: receiver, document: 示编办〔2025〕7号}
    ```
    """
    for issue, route, event in facts.events_of(Transferred):
        if event.document.strip().lower() in {"", "none"}:
            yield issue.problem("RL407" if event.note else "RL407.unexplained", route)
