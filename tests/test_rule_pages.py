"""Every rule's page is complete and its examples are true; the registry is in order."""

import re
import shutil
from pathlib import Path

import pytest

from rectledger.messages import catalogue
from rectledger.rules import BY_CODE, CHANGES, INTAKE, JUDGING, READING
from rectledger.rules.registry import Rule
from tests.cells import found_in, marks_of, sent_back
from tests.fences import SOURCES, Fence, example_of, examples_of, fences_of, found_by, mark_of, placed
from tests.ledgers import base_files, diagnostics
from tests.program import REPOSITORY

SOURCE = REPOSITORY / "src/rectledger"
CASES = [
    pytest.param(rule, fence, id=f"{rule.code}-{'bad' if fence.bad else 'good'}-{n}")
    for rule in BY_CODE.values()
    for n, fence in enumerate(examples_of(rule), 1)
]


def test_the_base_ledger_has_no_findings() -> None:
    assert diagnostics(base_files()) == []


@pytest.mark.parametrize("rule", BY_CODE.values(), ids=lambda rule: rule.code)
def test_page_is_complete(rule: Rule) -> None:
    first, chinese, *_ = rule.page.split("\n\n")
    assert re.fullmatch(r"[A-Z`].*\.", first, re.DOTALL)
    assert re.fullmatch(r"[^\n]*[一-鿿][^\n]*。", chinese)
    assert "\n\n## Why it matters\n\n" in rule.page
    fences = fences_of(rule.page)
    assert {fence.bad for fence in fences} == {True, False}
    assert rule.page.count("```") == 2 * len(fences)
    assert {fence.language for fence in fences} <= {"yaml", "sh", "cells", *SOURCES}


@pytest.mark.parametrize(("rule", "fence"), CASES)
def test_example_is_true(rule: Rule, fence: Fence, tmp_path: Path) -> None:
    if fence.language == "cells":
        sent_back(fence, tmp_path)
        assert found_in(tmp_path) == (marks_of(fence) if fence.bad else [])
        return
    if fence.language == "sh" and shutil.which("sh") is None:
        pytest.skip("no shell")
    example = example_of(fence)
    found_here = [placed(example, found) for found in found_by(fence, tmp_path)]
    if "chmod" in fence.body and _is_readable(tmp_path):
        pytest.skip("permissions do not bind this user")
    if fence.language in SOURCES:  # a notice as short as an example lacks much that is beside the point
        found_here = [d for d in found_here if d.code == rule.code]
    if fence.language == "sh":
        found = {d.code for d in found_here}
        assert found == {rule.code} if fence.bad else rule.code not in found
    elif fence.bad:
        assert sorted(map(mark_of, found_here)) == sorted(example.marks)
        assert rule.code in {mark.code for mark in example.marks}
    else:
        assert example.marks == []
        assert rule.code not in {d.code for d in found_here}


def _is_readable(folder: Path) -> bool:
    try:
        return all(path.read_bytes() for path in folder.rglob("*.yaml"))
    except OSError:
        return False


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in BY_CODE.values()]
    assert codes == sorted(set(codes)) == list(BY_CODE)
    assert all(re.fullmatch(r"RL[0-7]\d\d", code) for code in codes)


def test_every_list_has_the_rules_of_its_kind_in_order() -> None:
    assert len(BY_CODE) == sum(map(len, (READING, JUDGING, INTAKE, CHANGES)))
    assert all(list(codes) == sorted(codes) for codes in (READING, JUDGING, INTAKE, CHANGES))
    assert all(BY_CODE[code].check or BY_CODE[code].afterthought for code in JUDGING)
    assert all(BY_CODE[code].comparison for code in CHANGES)
    pages = [BY_CODE[code] for code in (*READING, *INTAKE)]
    assert not any(rule.check or rule.afterthought or rule.comparison for rule in pages)


def test_names_are_unique_and_those_of_the_files() -> None:
    names = [rule.name for rule in BY_CODE.values()]
    assert len(set(names)) == len(names)
    modules = {path.stem for path in (SOURCE / "rules").glob("*.py")} - {"__init__", "registry"}
    helpers = {name for name in modules if not _makes_a_rule(SOURCE / f"rules/{name}.py")}
    assert {name.replace("-", "_") for name in names} == modules - helpers


def _makes_a_rule(path: Path) -> bool:
    made = r"^@(reading_rule|change_rule|intake_rule|rule|tracing|afterthought)\("
    return bool(re.search(made, path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("rule", BY_CODE.values(), ids=lambda rule: rule.code)
def test_file_begins_with_the_code(rule: Rule) -> None:
    text = (SOURCE / f"rules/{rule.name.replace('-', '_')}.py").read_text(encoding="utf-8")
    assert text.startswith(f'"""{rule.code}')


@pytest.mark.parametrize("rule", BY_CODE.values(), ids=lambda rule: rule.code)
def test_rule_has_its_messages(rule: Rule) -> None:
    assert any(key.partition(".")[0] == rule.code for key in catalogue())


def test_every_code_in_the_source_has_a_rule() -> None:
    used = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"""["']f?(RL\d{3})[."']""", path.read_text(encoding="utf-8"))
    }
    assert used <= set(BY_CODE)
    assert {key.partition(".")[0] for key in catalogue() if re.match(r"RL\d", key)} <= set(BY_CODE)
