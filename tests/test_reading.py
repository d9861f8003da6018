"""Hostile files in a real work tree: each has its own code and place, and no other file's findings are lost."""

import os
import socket
import sys
from pathlib import Path

import pytest

from rectledger.diagnostics import Diagnostic
from rectledger.source.tree import WorkTree
from tests.ledgers import INSPECTION, ISSUE, PARTIES, SETTINGS, Found, base_files, diagnostics, diagnostics_of, found_in
from tests.program import write

BAD = "issues/demo/bad.yaml"
OTHER = "issues/demo/demo-02.yaml"
OTHER_FOUND = Found("RL005", OTHER, 6, 1)
OTHER_TEXT = (
    "id: demo-02\nheading: h2\ntitle: 检查不够有力\nowner: office\nmeasures: [{id: a, text: 检查}]\nstatus: open\n"
)
HEAD = "id: bad\nheading: h1\ntitle: 会议记录不规范\nowner: office\n"
GOOD = HEAD + "measures: [{id: rules, text: 修订会议制度, due: 2026-06-30}]\n"
EVENTS = HEAD + "measures:\n  - id: rules\n    text: 修订会议制度\n    due: 2026-06-30\n    events:\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX file systems")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base ledger on disk, and beside it an issue with a finding of its own."""
    return write(tmp_path / "repository", {**base_files(), OTHER: OTHER_TEXT})


def found(root: Path) -> list[Found]:
    """Everything but the other file's own finding, which must not be lost."""
    everything = found_in(WorkTree(root))
    assert OTHER_FOUND in everything
    return [one for one in everything if one != OTHER_FOUND]


def one(root: Path) -> Diagnostic:
    """The one diagnostic of the bad file."""
    (diagnostic,) = [d for d in diagnostics_of(WorkTree(root)) if d.file == BAD]
    return diagnostic


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (GOOD + "goal: [a\n", "RL001", 7, 1),
        (HEAD + "goal: 'a\n", "RL001", 6, 1),
        (HEAD + "goal: *nothing\n", "RL001", 5, 7),
        (HEAD + "goal: !x!y z\n", "RL001", 5, 7),
        (HEAD + "measures:\n\t- id: rules\n", "RL002", 6, 1),
        (HEAD + "measures:\n  - id: rules\n\t  text: 修订\n", "RL002", 7, 1),
        (HEAD + "goal：规范\nmeasures: []\n", "RL003", 5, 5),
        (HEAD + "measures：\n  - id: rules\n", "RL003", 5, 9),
        (HEAD + "measures: [{id: rules, text：修订}]\n", "RL003", 5, 28),
        (GOOD + "owner: finance\n", "RL004", 6, 1),
        (GOOD + "ownr: finance\n", "RL005", 6, 1),
        (HEAD, "RL006", 1, 1),
        (GOOD + "support: office\n", "RL007", 6, 10),
        (GOOD.replace("title: 会议记录不规范", "title:"), "RL007", 3, 7),
        (GOOD + "? [a]\n: b\n", "RL007", 6, 3),
        (GOOD + "serial: 4\nrequirement: soon\n", "RL008", 7, 14),
        (EVENTS + "      - {date: 2025-02-29, event: progress, note: 初稿}\n", "RL009", 10, 16),
        (EVENTS + "      - {date: 2025-10-20, event: [a]}\n", "RL007", 10, 28),
        (EVENTS + "      - {date: 2025-10-20}\n", "RL006", 10, 9),
        (GOOD + "due: 2025年底前\n", "RL010", 6, 6),
        (HEAD + "<<<<<<< HEAD\ngoal: a\n=======\ngoal: b\n>>>>>>> other\n", "RL011", 5, 1),
        (GOOD + ">>>>>>> other\n", "RL011", 6, 1),
        (GOOD.encode("gbk"), "RL012", 3, 8),
        (GOOD.encode()[:-4] + b"\xff\n", "RL012", 5, 52),
        (GOOD.encode("utf-16"), "RL013", 1, 1),
        (GOOD.encode("utf-16-le"), "RL013", 1, 1),
        (GOOD.encode("utf-16-be"), "RL013", 1, 1),
        (GOOD + "goal: a\0b\n", "RL014", 6, 8),
        (b"\0" * 4096, "RL014", 1, 1),
        (GOOD + "goal: a\x1bb\n", "RL015", 6, 8),
        (GOOD + "goal: a\u2028b\n", "RL015", 6, 8),
        ("", "RL016", 1, 1),
        ("\ufeff", "RL016", 1, 1),
        ("\n# 待填写\n", "RL016", 1, 1),
        (GOOD + "---\n" + GOOD, "RL017", 6, 1),
        ("---\n" + GOOD + "---\n", "RL017", 7, 1),
        (b" " * 50_000_000, "RL020", 1, 1),
    ],
)
def test_broken_file(root: Path, data: str | bytes, code: str, line: int, column: int) -> None:
    write(root, {BAD: data})
    assert found(root) == [Found(code, BAD, line, column)]


def test_everything_wrong_with_a_file_is_said_at_once(root: Path) -> None:
    text = GOOD.replace("heading: h1\n", "").replace("2026-06-30", "2026-06-31") + "owner: a\nsupport: b\nx: c\n"
    write(root, {BAD: text, INSPECTION: b"\xff", PARTIES: "- {id: office}\n"})
    assert [(o.code, o.file) for o in found(root)] == [
        ("RL006", BAD),
        ("RL009", BAD),
        ("RL004", BAD),
        ("RL007", BAD),
        ("RL005", BAD),
        ("RL012", INSPECTION),
        ("RL006", PARTIES),
        ("RL006", PARTIES),
    ]


@pytest.mark.parametrize("levels", [10_000, 100_000])
@pytest.mark.parametrize(
    ("before", "level"),
    [
        ("", "["), ("", "{a: "), ("", "- "), ("", "? "), ("", "? - "), ("", "[? "), ("", "[{a: "), ("", "-\t"),
        ("a:\n", "- "), ("? a\n: ", "- "), ("#\r", "- "), ("#\n\ufeff", "- "), ("\ufeff\ufeff", "- "),
    ],
)  # fmt: skip
def test_deep_nesting_never_reaches_the_composer(root: Path, before: str, level: str, levels: int) -> None:
    write(root, {BAD: before + level * levels})
    (deep,) = found(root)
    assert (deep.code, deep.file) == ("RL001" if level == "-\t" else "RL019", BAD)


def test_deep_block_nesting(root: Path) -> None:
    write(root, {BAD: "".join(f"{' ' * level}a:\n" for level in range(2_000))})
    assert found(root) == [Found("RL019", BAD, 61, 61)]


def test_deep_nesting_by_aliases(root: Path) -> None:
    rows = [f"x{n}: &x{n} [*x{n - 1}]\n" for n in range(1, 100)]
    write(root, {BAD: "x0: &x0 [a]\n" + "".join(rows)})
    assert found(root) == [Found("RL019", BAD, 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else '*a'] * 9)}]\n" for n in range(9)),
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
    ],
)
def test_aliases_that_explode(root: Path, text: str) -> None:
    write(root, {BAD: text})
    assert found(root) == [Found("RL018", BAD, 1, 1)]


def test_an_alias_is_what_it_stands_for(root: Path) -> None:
    write(root, {ISSUE: base_files()[ISSUE].replace("leader: lead", "leader: &who lead\nsupport: [*who]")})
    assert found(root) == []


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("2025年底前", "2025"), ("2026年6月底", "2026-06"), ("反馈后15个工作日内", "feedback+15wd")],
)
def test_a_deadline_in_words_has_its_canonical_form_as_hint(root: Path, written: str, canonical: str) -> None:
    write(root, {BAD: GOOD.replace("2026-06-30", written)})
    diagnostic = one(root)
    assert (diagnostic.code, diagnostic.values["canonical"]) == ("RL010", canonical)


def test_an_unknown_key_has_the_near_one_as_hint(root: Path) -> None:
    write(root, {BAD: GOOD + "责任领导: lead\n"})
    assert one(root).values["near"] == "leader"


@pytest.mark.parametrize(("data", "key"), [(GOOD.encode("gbk"), "RL012.gbk"), (GOOD.encode()[:31] + b"\n", "RL012")])
def test_only_gbk_is_called_gbk(root: Path, data: bytes, key: str) -> None:
    write(root, {BAD: data})
    assert one(root).key == key


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_line_break_and_a_byte_order_mark_are_accepted(root: Path, mark: str, ending: str) -> None:
    text = base_files()[ISSUE] + "status: open\n"
    write(root, {ISSUE: (mark + text).replace("\n", ending)})
    assert found(root) == [Found("RL005", ISSUE, 12, 1)]
    write(root, {ISSUE: (mark + base_files()[ISSUE]).replace("\n", ending)})
    assert found(root) == []
    write(root, {ISSUE: (mark + text + "\ttab: a\n").replace("\n", ending)})
    assert [(o.code, o.line, o.column) for o in found(root)] == [("RL002", 13, 1)]


@pytest.mark.parametrize("text", ["no", "on", "12:30", "007", "0x1F", "1e3", "2025-06-31", "=", "yes", "1_000"])
def test_a_scalar_stays_text(text: str) -> None:
    files = {**base_files(), ISSUE: base_files()[ISSUE].replace("会议记录不规范", text)}
    assert diagnostics(files) == []


@pytest.mark.parametrize("nothing", ["", " ~", " null", " NULL"])
def test_nothing_is_nothing(nothing: str) -> None:
    files = {**base_files(), ISSUE: base_files()[ISSUE] + f"waivers:{nothing}\n"}
    assert diagnostics(files) == []


@pytest.mark.parametrize("nothing", ["'null'", '"~"'])
def test_quoted_it_is_text(nothing: str) -> None:
    (found,) = diagnostics({**base_files(), ISSUE: base_files()[ISSUE] + f"waivers: {nothing}\n"})
    assert found.code == "RL007"


@posix
@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("nowhere.yaml", "RL023"),
        ("bad.yaml", "RL023"),
        ("/etc/hosts", "RL024"),
        ("../../../outside.yaml", "RL024"),
        ("../demo", "RL021.link"),
    ],
)
def test_link(root: Path, target: str, key: str) -> None:
    write(root.parent, {"outside.yaml": GOOD})
    (root / BAD).symlink_to(target)
    assert found(root) == [Found(key[:5], BAD, 1, 1)]
    assert one(root).key == key


@posix
def test_a_link_inside_the_repository_is_followed(root: Path) -> None:
    (root / "kept.yaml").write_bytes((root / ISSUE).read_bytes())
    (root / ISSUE).unlink()
    (root / ISSUE).symlink_to("../../kept.yaml")
    assert found(root) == []


@posix
@pytest.mark.parametrize("place", ["issues/linked", "ledger/inspections/linked"])
def test_a_linked_folder_is_named_and_not_entered(root: Path, place: str) -> None:
    (root / place).symlink_to(root / "issues/demo", target_is_directory=True)
    assert found(root) == [Found("RL021", place, 1, 1)]


@posix
def test_a_linked_folder_out_of_the_repository(root: Path) -> None:
    write(root.parent, {"outside/a.yaml": GOOD})
    (root / "issues/linked").symlink_to(root.parent / "outside", target_is_directory=True)
    assert found(root) == [Found("RL024", "issues/linked", 1, 1)]


@posix
def test_even_the_top_folders_may_not_lead_out(root: Path) -> None:
    (root / "issues").rename(root.parent / "outside")
    (root / "issues").symlink_to(root.parent / "outside", target_is_directory=True)
    assert found_in(WorkTree(root)) == [Found("RL024", "issues", 1, 1)]


@posix
def test_a_folder_a_pipe_and_a_socket_named_like_a_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "issues/demo/a.yaml").mkdir()
    os.mkfifo(root / "issues/demo/b.yaml")
    monkeypatch.chdir(root / "issues/demo")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("c.yaml")
        assert found(root) == [
            Found("RL021", "issues/demo/a.yaml", 1, 1),
            Found("RL022", "issues/demo/b.yaml", 1, 1),
            Found("RL022", "issues/demo/c.yaml", 1, 1),
        ]


@posix
@pytest.mark.parametrize("place", [BAD, "issues/closed"])
def test_what_cannot_be_opened_is_named(root: Path, place: str) -> None:
    write(root, {BAD: GOOD, "issues/closed/a.yaml": GOOD})
    other = {BAD: "issues/closed", "issues/closed": BAD}[place]
    (root / other).rename(root.parent / "moved")
    (root / place).chmod(0)
    try:
        if os.access(root / place, os.R_OK):
            pytest.skip("permissions do not bind this user")
        assert found(root) == [Found("RL025", place, 1, 1)]
    finally:
        (root / place).chmod(0o700)


@pytest.mark.parametrize("name", ["issues/demo/a.yml", "ledger/parties.yml", "issues/demo/a.YAML", "issues/a.yml"])
def test_a_stray_suffix(root: Path, name: str) -> None:
    write(root, {name: GOOD})
    assert found(root) == [Found("RL026", name, 1, 1)]


@pytest.mark.parametrize(
    "name", ["issues/a.yaml", "ledger/a.yaml", "issues/demo/more/a.yaml", "ledger/calendars/a.yaml"]
)
def test_a_file_in_the_wrong_folder(root: Path, name: str) -> None:
    write(root, {name: GOOD})
    assert found(root) == [Found("RL106", name, 1, 1)]


def test_two_files_with_one_id(root: Path) -> None:
    write(root, {BAD: (root / ISSUE).read_bytes()})
    assert {o.code for o in found(root)} >= {"RL101"}


@pytest.mark.parametrize(
    "name", ["issues/demo/.hidden.yaml", "issues/.hidden/a.yaml", "issues/demo/a.txt", "other/a.yaml"]
)
def test_what_is_no_ledger_file_is_left_alone(root: Path, name: str) -> None:
    write(root, {name: "\t"})
    assert found(root) == []


def test_without_settings_the_other_files_are_still_read(root: Path) -> None:
    write(root, {SETTINGS: "schema: rectledger/1\nunit: office\npolicy: {warn: [20, 10]}\n"})
    assert found(root) == [Found("RL007", SETTINGS, 3, 10)]


def test_thousands_of_findings_in_one_file_take_no_longer_than_reading_it(root: Path) -> None:
    write(root, {BAD: GOOD + "owner: a\n" * 20_000 + "".join(f"k{n}: a\n" for n in range(2_000))})
    assert len(found(root)) == 22_000
