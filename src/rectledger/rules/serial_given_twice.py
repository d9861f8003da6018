"""RL113."""

from collections.abc import Iterable, Iterator

from rectledger.diagnostics import Cell, Problem, Route, Severity
from rectledger.facts.reconciliation import reconciliations
from rectledger.facts.records import Facts
from rectledger.facts.serials import normal_serial
from rectledger.rules.registry import rule


@rule("RL113", Severity.ERROR, since="0.1", across=True)
def serial_given_twice(facts: Facts) -> Iterator[Problem]:
    """Two issues have one serial, or the list has a serial twice.

    两个问题用了同一个序号，或清单上一个序号出现两次。

    ## Why it matters

    The list has it once. Mostly one of both is a slip, and the finding whose number it overwrote is lost.
    Where one finding was split on purpose, its parts are numbered `3-1` and `3-2`.

    ```yaml bad
    id: demo-01
    heading: h1
    serial: "1"
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    # --- file: issues/demo/demo-02.yaml
    id: demo-02
    heading: h1
    serial: "1"
    #       ^^^ RL113
    title: 会议纪要不完整
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
    serial: "1-1"
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    # --- file: issues/demo/demo-02.yaml
    id: demo-02
    heading: h1
    serial: "1-2"
    title: 会议纪要不完整
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for reconciled in reconciliations(facts):
        numbered = ((issue.file, ("serial",), issue.issue.serial) for issue in reconciled.issues if issue.issue.serial)
        yield from _again("RL113", numbered)
        yield from _again("RL113.list", ((entry.file, entry.at, entry.serial) for entry in reconciled.entries))


def _again(key: str, places: Iterable[tuple[str, Route | Cell, str]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, at, serial in places:
        normal = normal_serial(serial)
        if normal in first:
            yield Problem(file, at, key, {"serial": serial, "first": first[normal]})
        first.setdefault(normal, file)
