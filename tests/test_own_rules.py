"""Rules of installed packages: the one that the documentation shows, and those that are not what they should be."""

import json
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable
from importlib.machinery import ModuleSpec, PathFinder
from importlib.metadata import Distribution, DistributionFinder, MetadataPathFinder
from pathlib import Path

import pytest

from rectledger.cli import app
from rectledger.installed import known_rules
from tests.ledgers import ISSUE, SETTINGS, base_files
from tests.program import REPOSITORY, Ran, run, write

PAGE = (REPOSITORY / "docs/own-rules.md").read_text(encoding="utf-8")
DAY = ("--as-of", "2025-11-05")
HEAD = """\
from rectledger.diagnostics import Problem, Severity
from rectledger.messages.text import Text
from rectledger.rules.registry import afterthought, rule

TEXTS = {"XY101": Text("甲 {x}", "a {x}")}
"""
DOC = '    """A.\n\n    甲。\n    """\n'


def install(site: Path, name: str, point: str, module: str) -> Path:
    """A distribution as an installer leaves it; its module has its name."""
    info = f"{name}-1.0.0.dist-info"
    files = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0.0\n",
        f"{info}/entry_points.txt": f"[rectledger.rules]\n{point}\n",
        f"{name.replace('-', '_')}.py": module,
    }
    return write(site, files)


def in_a_ledger(*arguments: str, folder: Path, site: Path) -> Ran:
    """Run with the packages of a folder installed."""
    path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH", "")]))
    return run(*arguments, folder=folder, more={"PYTHONPATH": path})


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write(tmp_path / "ledger", base_files())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The example of the documentation, installed."""
    shown = dict(re.findall(r"^```\w+ file=(\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    project = tomllib.loads(shown["pyproject.toml"])["project"]
    ((name, target),) = project["entry-points"]["rectledger.rules"].items()
    return install(tmp_path / "site", project["name"], f"{name} = {target}", shown["xingyang_rules.py"])


def test_the_example_finds_what_the_page_shows(ledger: Path, site: Path) -> None:
    command, shown = re.findall(r"^```console\n\$ rectledger (.*?)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    ran = in_a_ledger(*command.split(), *DAY, folder=ledger, site=site)
    assert ran.out.startswith(shown)
    chinese = in_a_ledger("lint", *DAY, "--fail-on", "warning", folder=ledger, site=site)
    assert (chinese.code, chinese.out.splitlines()[1]) == (1, "  问题 1 没有写原因分析")


@pytest.mark.parametrize("output", ["json", "sarif", "junit", "github", "gitlab"])
def test_its_finding_is_in_every_format(ledger: Path, site: Path, output: str) -> None:
    out = in_a_ledger("lint", *DAY, "--format", output, folder=ledger, site=site).out
    assert "XY101" in out
    assert "没有写原因分析" in out


def test_it_is_explained(ledger: Path, site: Path) -> None:
    page = in_a_ledger("explain", "xy101", folder=ledger, site=site).out
    assert page.startswith(
        "# XY101 issue-without-cause\n\nAn issue does not say what caused it.\n\n问题没有写原因分析。\n"
    )
    listed = in_a_ledger("explain", folder=ledger, site=site).out.splitlines()
    assert re.fullmatch(r"XY101  警告 +issue-without-cause", listed[-1])
    assert run("explain", "XY101", folder=ledger).code == 2


@pytest.mark.parametrize(
    ("settings", "issue", "options"),
    [
        ("rules: {XY101: off}\n", "", ()),
        ("ignores: [{path: issues/**, rules: [XY101], reason: 旧台账}]\n", "", ()),
        ("ignores: [{path: issues/**, rules: [XY], reason: 旧台账}]\n", "", ()),
        ("", "waivers: [{rule: XY101, reason: 原因未明, approved_by: deputy}]\n", ()),
        ("", "", ("--ignore", "xy101")),
        ("", "", ("--select", "RL")),
    ],
)
def test_a_ledger_treats_it_like_ours(
    ledger: Path, site: Path, settings: str, issue: str, options: tuple[str, ...]
) -> None:
    files = base_files()
    write(ledger, {SETTINGS: files[SETTINGS] + settings, ISSUE: files[ISSUE] + issue})
    ran = in_a_ledger("lint", *DAY, "--format", "json", *options, folder=ledger, site=site)
    assert json.loads(ran.out)["diagnostics"] == []


def test_a_level_and_useless_excuses(ledger: Path, site: Path) -> None:
    files = base_files()
    excuse = "cause: 制度空转\nwaivers: [{rule: XY101, reason: 原因未明, approved_by: deputy}]\n"
    ignore = "rules: {XY101: error}\nignores: [{path: issues/**, rules: [XY], reason: 旧台账}]\n"
    write(ledger, {SETTINGS: files[SETTINGS] + ignore, ISSUE: files[ISSUE] + excuse})
    ran = in_a_ledger("lint", *DAY, "--format", "json", folder=ledger, site=site)
    assert [d["code"] for d in json.loads(ran.out)["diagnostics"]] == ["RL110", "RL120"]
    write(ledger, {ISSUE: files[ISSUE], SETTINGS: files[SETTINGS] + "rules: {XY101: error}\n"})
    assert in_a_ledger("lint", *DAY, folder=ledger, site=site).code == 1


def test_without_the_package_its_code_is_unknown(ledger: Path) -> None:
    write(ledger, {SETTINGS: base_files()[SETTINGS] + "rules: {XY101: off}\n"})
    ran = run("lint", *DAY, "--format", "json", folder=ledger)
    assert [d["code"] for d in json.loads(ran.out)["diagnostics"]] == ["RL111"]


def test_an_afterthought_sees_what_the_checks_found(ledger: Path, tmp_path: Path) -> None:
    module = (
        f'{HEAD}\n@afterthought("XY101", Severity.INFO, since="1", texts=TEXTS)\ndef many(facts, found):\n{DOC}'
        '    yield Problem("ledger/ledger.yaml", (), "XY101", {"x": len(found.problems)})\n'
    )
    site = install(tmp_path / "site", "many", "many = many:many", module)
    write(ledger, {ISSUE: base_files()[ISSUE].replace("2026-06-30", "2025-11-04")})
    assert "甲 2" in in_a_ledger("lint", *DAY, folder=ledger, site=site).out


def made(body: str, *, code: str = "XY101", doc: str = DOC, texts: str = "TEXTS") -> str:
    """A module with one rule."""
    return f'{HEAD}\n@rule("{code}", Severity.INFO, since="1", texts={texts})\ndef found(facts):\n{doc}    {body}\n'


@pytest.mark.parametrize(
    ("module", "says"),
    [
        ("1 / 0\n", "ZeroDivisionError"),
        ("import nothing_of_that_name\n", "nothing_of_that_name"),
        ("raise SystemExit(0)\n", "SystemExit"),
        ("def (\n", "SyntaxError"),
        ("", "found"),
        ("found = 1\n", "broken:found"),
        ("found = (1,)\n", "broken:found"),
        ("def found(facts): return ()\n", "broken:found"),
        (made("return ()", code="RL999"), "RL999"),
        (made("return ()", code="RL301"), "RL301"),
        (made("return ()", code="XY1"), "XY1"),
        (made("return ()", code="xy101"), "xy101"),
        (made("return ()", doc=""), "XY101"),
        (made("return ()", doc='    """A."""\n'), "XY101"),
        (made("return ()", texts="{}"), "XY101"),
        (made("return ()", texts="{'XY1': Text('', '')}"), "XY101"),
        (made("1 / 0"), "ZeroDivisionError: division by zero"),
        (made("raise SystemExit"), "SystemExit"),
        (made("return None"), "TypeError"),
        (made("return 'ab'"), "AttributeError"),
        (made("yield Problem('ledger/ledger.yaml', (), 'XY101')"), "KeyError: 'x'"),
        (made("yield Problem('ledger/ledger.yaml', (), 'XY101', {'x': 1, 'y': 2}); 1 / 0"), "ZeroDivisionError"),
        (made("yield Problem('ledger/ledger.yaml', (), 'XY101.other', {'x': 1})"), "XY101.other"),
        (made("yield Problem('ledger/ledger.yaml', (), 'RL301', {'x': 1})"), "RL301"),
        (made("yield Problem('ledger/ledger.yaml', None, 'XY101', {'x': 1})"), "TypeError"),
        (made("yield Problem('ledger/ledger.yaml', ({},), 'XY101', {'x': 1})"), "TypeError"),
        (made("yield Problem('ledger/ledger.yaml', ('unit', -9), 'XY101', {'x': 1})"), "TypeError"),
        (made("yield Problem('../secret\\0', (), 'XY101', {'x': 1})"), "LookupError"),
    ],
)
def test_a_package_that_fails_is_named(
    ledger: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    says: str,
) -> None:
    monkeypatch.syspath_prepend(install(tmp_path / "site", "broken", "broken = broken:found", module))
    monkeypatch.delitem(sys.modules, "broken", raising=False)
    known_rules.cache_clear()
    try:
        code = app.run(["-C", str(ledger), "--lang", "en", "lint", *DAY])
    finally:
        known_rules.cache_clear()
        sys.modules.pop("broken", None)
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, ""), printed.err
    assert "package broken" in printed.err
    assert says in printed.err


def test_two_packages_cannot_have_one_code(ledger: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        install(tmp_path / "site", name, f"{name} = {name}:found", made("return ()"))
    ran = in_a_ledger("--lang", "en", "lint", *DAY, folder=ledger, site=tmp_path / "site")
    assert (ran.code, ran.out) == (2, "")
    assert "XY101 of a rule of the package second is taken" in ran.err


def test_a_package_that_fails_stops_nothing_else(ledger: Path, tmp_path: Path) -> None:
    site = install(tmp_path / "site", "broken", "broken = broken:found", "1 / 0\n")
    assert in_a_ledger("explain", folder=ledger, site=site).code == 2
    assert in_a_ledger("explain", "RL301", folder=ledger, site=site).code == 0
    assert in_a_ledger("status", *DAY, folder=ledger, site=site).code == 0


def test_a_package_is_found_however_it_is_installed(ledger: Path, tmp_path: Path) -> None:
    installed = install(tmp_path / "site", "ours", "ours = ours:found", made("return ()"))
    archive = Path(shutil.make_archive(str(tmp_path / "ours"), "zip", installed))
    legacy = shutil.copytree(installed, tmp_path / "legacy")
    (legacy / "ours-1.0.0.dist-info").rename(legacy / "ours-1.0.0.egg-info")
    for site in (installed, archive, legacy):
        assert in_a_ledger("explain", "XY101", folder=ledger, site=site).code == 0
    assert in_a_ledger("explain", "XY101", folder=ledger, site=tmp_path / "nowhere").code == 2


class Finder:
    """Finds what is installed in a folder that is not on the path, as some environments do."""

    def __init__(self, site: Path) -> None:
        self.site = site

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        return PathFinder.find_spec(name, [str(self.site)])

    def find_distributions(self, context: DistributionFinder.Context) -> Iterable[Distribution]:
        return MetadataPathFinder.find_distributions(
            DistributionFinder.Context(name=context.name, path=[str(self.site)])
        )


def test_a_package_that_only_a_finder_knows_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = install(tmp_path / "site", "hidden", "hidden = hidden:found", made("return ()"))
    known_rules.cache_clear()
    assert "XY101" not in known_rules()
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder(site)])
    known_rules.cache_clear()
    try:
        assert known_rules()["XY101"].name == "found"
    finally:
        known_rules.cache_clear()
        sys.modules.pop("hidden", None)
