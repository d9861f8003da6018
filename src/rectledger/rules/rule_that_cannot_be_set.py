"""RL111."""

from collections.abc import Iterator

from rectledger.diagnostics import Key, Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.ledger import SETTINGS_FILE
from rectledger.rules.registry import Findings, afterthought


@afterthought("RL111", Severity.WARNING, since="0.1")
def rule_that_cannot_be_set(facts: Facts, found: Findings) -> Iterator[Problem]:
    """A rule is waived, ignored or given a level, and there is none of that code, or it is about reading.

    豁免、忽略或设置了不存在的、或不能关闭的规则。

    ## Why it matters

    A misspelt code excuses nothing. What cannot be read (RL0) cannot be excused: the record behind
    it is not there.

    ```yaml bad file=ledger/ledger.yaml
    schema: rectledger/1
    unit: office
    rules: {RL31: off}
    #       ^^^^ RL111
    ```

    ```yaml good file=ledger/ledger.yaml
    schema: rectledger/1
    unit: office
    rules: {RL301: off}
    ```
    """
    for code in facts.ledger.settings.rules:
        if not _can_be_set(code, found):
            yield Problem(SETTINGS_FILE, ("rules", Key(code)), "RL111", {"rule": code})
    for position, ignore in enumerate(facts.ledger.settings.ignores):
        for number, code in enumerate(ignore.rules):
            if not _can_be_ignored(code, found):
                yield Problem(SETTINGS_FILE, ("ignores", position, "rules", number), "RL111", {"rule": code})
    for filed in facts.ledger.issues:
        for position, waiver in enumerate(filed.record.waivers):
            if not _can_be_set(waiver.rule, found):
                yield Problem(filed.file, ("waivers", position, "rule"), "RL111", {"rule": waiver.rule})


def _can_be_set(code: str, found: Findings) -> bool:
    return code in found.codes and not code.startswith("RL0")


def _can_be_ignored(beginning: str, found: Findings) -> bool:
    """Whether a code, or the beginning of one, stands for rules that can be set."""
    return bool(beginning) and any(code.startswith(beginning) and _can_be_set(code, found) for code in found.codes)
