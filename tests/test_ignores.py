"""`ignores` of the settings: which findings they cover, what is said about them, what they cannot do."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.model.ignore import Ignore
from tests.ledgers import ISSUE, SETTINGS, base_files, diagnostics
from tests.program import run, write

DAY = ("--as-of", "2025-11-05")
LATE = base_files()[ISSUE].replace("2026-06-30", "2025-11-04")


def ignoring(*ignores: str) -> dict[str, str]:
    """A ledger with an issue that is late (RL301) and without a letter (RL308), and these ignores."""
    listed = "".join(f"  - {{{ignore}, reason: 旧台账照录}}\n" for ignore in ignores)
    return {**base_files(), ISSUE: LATE, SETTINGS: base_files()[SETTINGS] + f"ignores:\n{listed}"}


def counting(*ignores: str) -> list[str]:
    """The codes of what still counts."""
    return [d.code for d in diagnostics(ignoring(*ignores)) if not d.waived]


@pytest.mark.parametrize(
    ("path", "covered"),
    [
        ("issues/demo/demo-01.yaml", True),
        ("issues/demo/*.yaml", True),
        ("issues/**", True),
        ("**", True),
        ("**/demo-01.yaml", True),
        ("**/**/demo-01.yaml", True),
        ("issues/**/demo-01.yaml", True),
        ("issues/demo/**/demo-01.yaml", True),
        ("issues/*/demo-0?.yaml", True),
        ("issues/demo/demo-01", False),
        ("issues/demo", False),
        ("issues/demo/", False),
        ("issues/*", False),
        ("*", False),
        ("*/demo-01.yaml", False),
        ("issues?demo/demo-01.yaml", False),
        ("demo/**", False),
        ("./issues/**", False),
        ("/issues/**", False),
        ("issues/demo/demo-01.yam.", False),
        ("issues/[d]emo/**", False),
        ("Issues/**", False),
    ],
)
def test_a_path_covers(path: str, covered: bool) -> None:
    ignore = Ignore(path=path, rules=("RL3",), reason="旧台账")
    assert ignore.covers("issues/demo/demo-01.yaml", "RL301") == covered
    assert not ignore.covers("issues/demo/demo-01.yaml", "RL401")


NAMES = st.text(st.characters(exclude_characters="/*?", exclude_categories=["Cs"]), min_size=1, max_size=5)


@given(st.lists(NAMES, min_size=1, max_size=5), st.data())
def test_wild_signs_cover_what_they_stand_for(names: list[str], data: st.DataObject) -> None:
    file = "/".join(names)
    position = data.draw(st.integers(0, len(names) - 1))
    starred = "/".join([*names[:position], "*", *names[position + 1 :]])
    deep = "/".join([*names[:position], "**", *names[data.draw(st.integers(position, len(names) - 1)) :]])
    for path in (file, starred, deep):
        assert Ignore(path=path, rules=("RL3",), reason="旧台账").covers(file, "RL301")
    assert not Ignore(path=starred, rules=("RL3",), reason="旧台账").covers(f"{file}/x", "RL301")


@pytest.mark.parametrize(
    ("ignores", "counts"),
    [
        (["path: '**', rules: [RL301]"], ["RL308"]),
        (["path: '**', rules: [RL3]"], []),
        (["path: '**', rules: [RL]"], []),
        (["path: '**', rules: [RL308, RL301]"], []),
        (["path: '**', rules: [RL301]", "path: issues/**, rules: [RL308]"], []),
        (["path: issues/old/**, rules: [RL3]"], ["RL301", "RL308", "RL120"]),
        (["path: '**', rules: [RL5]"], ["RL301", "RL308", "RL120"]),
        (["path: '**', rules: [RL1]"], ["RL301", "RL308"]),
        (["path: '**', rules: [RL0]"], ["RL301", "RL308", "RL111"]),
        (["path: '**', rules: [RL005]"], ["RL301", "RL308", "RL111"]),
        (["path: '**', rules: ['']"], ["RL301", "RL308", "RL120", "RL111"]),
        (["path: '**', rules: [RL3011]"], ["RL301", "RL308", "RL120", "RL111"]),
        (["path: '**', rules: []"], ["RL301", "RL308", "RL120"]),
    ],
)
def test_what_is_ignored_does_not_count(ignores: list[str], counts: list[str]) -> None:
    assert counting(*ignores) == counts


def test_what_cannot_be_read_cannot_be_ignored() -> None:
    files = ignoring("path: '**', rules: [RL]") | {"issues/demo/demo-02.yaml": "id: [\n"}
    assert [(d.code, d.waived) for d in diagnostics(files)][-1] == ("RL001", "")


@pytest.mark.parametrize(
    ("ignore", "found"),
    [
        ("rules: [RL3], reason: 一", "RL006"),
        ("path: '**', reason: 一", "RL006"),
        ("path: '**', rules: [RL3]", "RL006"),
        ("path: '**', rules: [RL3], reason: ''", "RL007"),
        ("path: '**', rules: RL3, reason: 一", "RL007"),
        ("path: '**', rules: [RL3], reason: 一, until: 2026-01-01", "RL005"),
    ],
)
def test_an_ignore_of_another_shape_is_refused(ignore: str, found: str) -> None:
    files = base_files() | {SETTINGS: base_files()[SETTINGS] + f"ignores:\n  - {{{ignore}}}\n"}
    assert [d.code for d in diagnostics(files)] == [found]


def test_no_ignores_may_be_written_down() -> None:
    assert diagnostics(base_files() | {SETTINGS: base_files()[SETTINGS] + "ignores:\n"}) == []


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger in which nothing counts, each thing for another reason."""
    stale = LATE.replace("2025-10-20", "2025-09-01")
    files = ignoring("path: issues/**, rules: [RL305]")
    files[ISSUE] = stale + "waivers: [{rule: RL308, reason: 已当面通知, approved_by: deputy}]\n"
    files[SETTINGS] += "rules: {RL304: off, RL302: off}\n"
    return write(tmp_path, files)


def test_verbose_names_what_does_not_count_and_why(ledger: Path) -> None:
    ran = run("lint", "--verbose", "--ignore", "RL301", *DAY, folder=ledger)
    assert (ran.code, ran.out) == (0, "查了 4 个文件：错误 0，警告 0，提示 0\n")
    assert ran.err.splitlines() == [
        "不计 3 项",
        f"  {ISSUE}:7:9 RL305 stale-measure: 旧台账照录 (ignores issues/**)",
        f"  {ISSUE}:9:10 RL301 overdue: --ignore",
        f"  {ISSUE}:9:10 RL308 warning-letter-owed: 已当面通知 (waivers)",
        "台账关闭的规则：RL302, RL304",
    ]


def test_verbose_says_so_beside_every_format(ledger: Path) -> None:
    ran = run("lint", "--verbose", "--format", "json", "--ignore", "RL301", *DAY, folder=ledger)
    assert json.loads(ran.out)["diagnostics"] == []
    assert ran.err.startswith("不计 3 项\n")
    assert run("lint", *DAY, folder=ledger).err == ""


def test_an_ignore_opens_no_gate(tmp_path: Path) -> None:
    files = base_files() | {
        ISSUE: LATE.replace("会议记录不规范", "清泉厂异味扰民"),
        SETTINGS: base_files()[SETTINGS] + "ignores:\n  - {path: '**', rules: [RL5], reason: 试一试}\n",
    }
    write(tmp_path, files)
    assert run("lint", *DAY, folder=tmp_path).code == 0
    ran = run("render", "notice", *DAY, folder=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "RL501" in ran.err
