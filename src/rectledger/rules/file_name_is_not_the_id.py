"""RL102."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.rules.registry import rule


@rule("RL102", Severity.ERROR, since="0.1")
def file_name_is_not_the_id(facts: Facts) -> Iterator[Problem]:
    """A record's id is not the name of its file.

    编号与文件名不同。

    ## Why it matters

    People find a record by the name of its file, the program by its id. Where the two differ, one
    of them opens the wrong record.

    ```yaml bad
    id: demo-02
    #   ^^^^^^^ RL102
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events: [{date: 2025-10-20, event: progress, note: 初稿已成}]
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
    for issue in facts.ledger.issues:
        yield from _differing(issue.file, issue.record.id)
    for inspection in facts.ledger.inspections:
        yield from _differing(inspection.file, inspection.record.id)


def _differing(file: str, ident: str) -> Iterator[Problem]:
    name = file.rpartition("/")[2].removesuffix(".yaml")
    if ident != name:
        yield Problem(file, ("id",), "RL102", {"id": ident, "name": name})
