"""RL105."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.ledger import SETTINGS_FILE, inspection_of
from rectledger.rules.registry import rule


@rule("RL105", Severity.ERROR, since="0.1")
def unknown_inspection(facts: Facts) -> Iterator[Problem]:
    """There is no inspection of the name that an issue's folder has, or that `current` names.

    没有这次巡察或督察。

    ## Why it matters

    An issue belongs to the inspection whose folder it stands in. Without it there is no feedback
    day to count from, and the issue is in no picture.

    ```yaml bad file=ledger/ledger.yaml
    schema: rectledger/1
    unit: office
    current: demo2
    #        ^^^^^ RL105
    ```

    ```yaml good file=ledger/ledger.yaml
    schema: rectledger/1
    unit: office
    current: demo
    ```
    """
    known = facts.ledger.inspection.keys() | facts.ledger.unread_inspections | _names_of_files(facts)
    current = facts.ledger.settings.current
    if current is not None and current not in known:
        yield Problem(SETTINGS_FILE, ("current",), "RL105", {"inspection": current})
    for filed in facts.ledger.issues:
        folder = inspection_of(filed.file)
        if folder not in known:
            yield Problem(filed.file, ("id",), "RL105", {"inspection": folder})


def _names_of_files(facts: Facts) -> set[str]:
    """An inspection whose id is not its file's name is another rule's finding."""
    return {filed.file.rpartition("/")[2].removesuffix(".yaml") for filed in facts.ledger.known_inspections}
