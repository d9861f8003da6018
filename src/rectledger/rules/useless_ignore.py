"""RL120."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.model.ledger import SETTINGS_FILE
from rectledger.rules.registry import Findings, afterthought


@afterthought("RL120", Severity.INFO, since="0.1")
def useless_ignore(facts: Facts, found: Findings) -> Iterator[Problem]:
    """A path is ignored for rules that find nothing there.

    忽略了某个路径下并不存在的发现。

    ## Why it matters

    An ignore that is no longer needed, or whose path was never right, would silently excuse the next
    mistake of the same kind. It is only told, for what time causes comes and goes.

    ```yaml bad file=ledger/ledger.yaml
    schema: rectledger/1
    unit: office
    current: demo
    ignores:
      - path: issues/old/**
        #     ^^^^^^^^^^^^^ RL120
        rules: [RL302]
        reason: 旧台账照录，不再整理
    ```

    ```yaml good
    # --- file: ledger/ledger.yaml
    schema: rectledger/1
    unit: office
    current: demo
    ignores:
      - path: issues/demo/demo-01.yaml
        rules: [RL30]
        reason: 上级另行督办
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2025-11-10
    ```
    """
    for position, ignore in enumerate(facts.ledger.settings.ignores):
        judged = found.checked.issuperset(code for code in found.codes if ignore.names(code))
        if judged and not any(ignore.covers(problem.file, problem.code) for problem in found.problems):
            yield Problem(SETTINGS_FILE, ("ignores", position, "path"), "RL120", {"path": ignore.path})
