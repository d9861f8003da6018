"""Which rules have to see several issues at once: the marked ones, and no other."""

from collections.abc import Iterator
from datetime import date

import pytest

from rectledger.diagnostics import Problem
from rectledger.facts.assess import assess
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.load import load
from rectledger.rules import BY_CODE
from rectledger.rules.registry import Rule
from rectledger.source.text import UnreadableError
from rectledger.source.tree import MemoryTree, Tree
from tests.fences import examples_of, laid_out
from tests.ledgers import ISSUE

TWIN = ISSUE.replace("demo-01", "demo-77")


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> list[Facts]:
    """Every example of a page, each with a second issue like it: under its id, under another, of another party."""
    found = []
    for rule in BY_CODE.values():
        for fence in examples_of(rule):
            if fence.language == "yaml":
                tree = laid_out(fence, tmp_path_factory.mktemp("example"))
                found += [facts for twin in twins(tree) if (facts := judged(twin, fence.day))]
    return found


def twins(tree: Tree) -> Iterator[MemoryTree]:
    try:
        contents = {file: tree.read(file) for file in tree.files()}
    except UnreadableError:
        return
    for ident in (b"demo-01", b"demo-77"):
        copy = contents.get(ISSUE, b"").replace(b"id: demo-01", b"id: " + ident)
        yield MemoryTree({**contents, TWIN: copy})
    apart = contents.get(ISSUE, b"").replace(b"support: [mill]", b"")
    twin = apart.replace(b"id: demo-01", b"id: demo-77").replace(b"owner: plant", b"owner: mill")
    yield MemoryTree({**contents, ISSUE: apart, TWIN: twin})


def judged(tree: Tree, day: date) -> Facts | None:
    ledger = load(tree).ledger
    if ledger is None:
        return None
    facts = assess(ledger, day)
    return Facts(ledger, day, facts.inspections, tree.evidence({proof.file for proof in proofs(facts)}))


def gist(problem: Problem) -> tuple[str, str, str, str]:
    return problem.file, str(problem.at), problem.key, str(problem.values)


def file_by_file(rule: Rule, facts: Facts) -> set[tuple[str, str, str, str]]:
    assert rule.check is not None
    parts = [facts.about({filed.file}) for filed in facts.ledger.issues] or [facts]
    return {gist(problem) for part in parts for problem in rule.check(part)}


@pytest.mark.parametrize("rule", [rule for rule in BY_CODE.values() if rule.check], ids=lambda rule: rule.code)
def test_a_rule_is_marked_if_it_compares_issues(rule: Rule, ledgers: list[Facts]) -> None:
    assert rule.check is not None
    differ = any({gist(problem) for problem in rule.check(facts)} != file_by_file(rule, facts) for facts in ledgers)
    assert differ == rule.across
