"""`record`: one event for each reference, all or none, in its place among the others."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ledgers import ISSUE, base_files
from tests.program import git, run, run_here, write
from tests.test_edit import read

DAY = ("--as-of", "2025-11-05")
SECOND = ISSUE.replace("01", "02")
EVERY_KIND: list[tuple[str, str, dict[str, str], dict[str, Any]]] = [
    (
        "1.1",
        "progress",
        {"note": "开会", "by": "office", "document": "示〔2025〕1号", "counts": "2"},
        {"by": "office", "counts": "2", "document": "示〔2025〕1号", "note": "开会"},
    ),
    ("1.1", "completed", {"extent": "partial", "left": "归档"}, {"extent": "partial", "left": "归档"}),
    ("1.1", "completed", {"extent": "full"}, {"extent": "full"}),
    (
        "1.1",
        "extended",
        {"until": "2026-12-31", "reason": "汛期", "approved-by": "lead"},
        {"until": "2026-12-31", "reason": "汛期", "approved_by": "lead"},
    ),
    (
        "1",
        "extended",
        {"until": "2026-12-31", "reason": "汛期", "approved-by": "lead"},
        {"until": "2026-12-31", "reason": "汛期", "approved_by": "lead"},
    ),
    (
        "1.1",
        "deferred",
        {"reason": "停工", "approved-by": "lead", "until": "2026-08-01"},
        {"reason": "停工", "approved_by": "lead", "until": "2026-08-01"},
    ),
    (
        "1.1",
        "plan-changed",
        {"request": "换设备", "decision": "refused"},
        {"request": "换设备", "decision": "refused"},
    ),
    (
        "1.1",
        "transferred",
        {"to": "receiver", "document": "示〔2025〕2号"},
        {"to": "receiver", "document": "示〔2025〕2号"},
    ),
    ("1.1", "handed-over", {"from": "office", "to": "finance"}, {"from": "office", "to": "finance"}),
    ("1", "supervised", {"by": "lead", "answer-by": "2025-12-01"}, {"by": "lead", "answer_by": "2025-12-01"}),
    ("1.1", "warned", {"level": "yellow", "to": "office"}, {"level": "yellow", "to": "office"}),
    ("1", "closure-requested", {"by": "office"}, {"by": "office"}),
    ("1", "closure-rejected", {"by": "lead", "reason": "缺材料"}, {"by": "lead", "reason": "缺材料"}),
    ("1", "closed", {"by": "lead", "outcome": "withdrawn"}, {"by": "lead", "outcome": "withdrawn"}),
    ("1", "followed-up", {"by": "lead", "result": "held"}, {"by": "lead", "result": "held"}),
    ("1.1", "reopened", {"by": "lead", "reason": "反弹"}, {"by": "lead", "reason": "反弹"}),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two issues; below a folder such as clerks have."""
    files = base_files()
    return write(tmp_path / "整改 台账", {**files, SECOND: files[ISSUE].replace("demo-01", "demo-02")})


def events(root: Path, file: str = ISSUE) -> list[dict[str, Any]]:
    """The events in an issue's file, by another reader than ours: its measure's, then its own."""
    data = read((root / file).read_bytes().decode("utf-8-sig"))
    return [*(data["measures"][0]["events"] or []), *(data.get("events") or [])]


@pytest.mark.parametrize(("ref", "event", "given", "written"), EVERY_KIND)
def test_every_kind_of_event_takes_all_its_keys(
    ledger: Path, ref: str, event: str, given: dict[str, str], written: dict[str, Any]
) -> None:
    options = [word for name, value in given.items() for word in (f"--{name}", value)]
    ran = run_here(
        ledger,
        "record",
        ref,
        event,
        *options,
        "--date",
        "2025-11-04",
        "--evidence-document",
        "示〔2025〕9号",
        "--force",
        *DAY,
    )
    assert ran.code == 0, ran.err
    new = events(ledger)[-1]
    assert new == {"date": "2025-11-04", "event": event, **written, "evidence": [{"document": "示〔2025〕9号"}]}
    assert list(new) == ["date", "event", *written, "evidence"]


def recorded(root: Path, *arguments: str | Path, code: int = 0) -> str:
    """What a `record` of 2025-11-05 says; on failure on standard error."""
    ran = run_here(root, "record", *arguments, *DAY)
    assert ran.code == code, ran.err
    return ran.err if code else ran.out


def contents(root: Path) -> dict[str, bytes]:
    return {file.as_posix(): file.read_bytes() for file in root.rglob("*.yaml")}


# What is said ---------------------------------------------------------------------------------------------------------


def test_it_says_what_became_of_it(ledger: Path) -> None:
    assert recorded(ledger, "1.1", "demo-02/rules", "完成", "--extent", "partial", "--left", "归档", "--force") == (
        "1.1  2025-11-05  完成  正在推进 → 阶段性完成\n2.1  2025-11-05  完成  正在推进 → 阶段性完成\n"
    )


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("1.1", "extended"), ["--until", "--reason", "--approved-by"]),
        (("1.1", "extended", "--reason", "汛期"), ["--until", "--approved-by"]),
        (("1.1", "completed", "--extent", "partial"), ["--left"]),
        (("1.1", "progress", "--note", "  "), ["--note"]),
        (("1.1", "handed-over"), ["--from", "--to"]),
        (("1", "followed-up"), ["--by", "--result"]),
        (("1.1", "progress", "--note", "x", "--until", "2026-01-01", "--level", "red"), ["--until", "--level"]),
        (("1.1", "progres", "--note", "x"), ["progres", "progress"]),
        (("1.1", "延期了"), ["延期了", "extended"]),
        (("1.1", "xyz"), ["xyz", "progress", "closure-requested", "reopened"]),
        (("progress", "--note", "x"), ["record 4.1 progress"]),
        (("1.9", "progress", "--note", "x"), ["1.9", "1.1"]),
        (("demo-2", "supervised", "--by", "lead"), ["demo-2", "demo-02"]),
        (("1", "progress", "--note", "x"), ["RL008", "progress"]),
        (("1.1", "closed", "--by", "lead"), ["RL008", "closed"]),
        (("1.1", "completed", "--extent", "half"), ["RL008", "partial | full"]),
        (("1.1", "progress", "--note", "x", "--date", "2025年11月3日"), ["RL009", "2025-11-03"]),
        (("1.1", "progress", "--note", "x", "--date", "2025-02-30"), ["RL009", "2025-02-30"]),
        (("1.1", "progress", "--note", "x", "--counts", "many"), ["--counts", "many"]),
    ],
)
def test_what_cannot_be_written_is_named(ledger: Path, arguments: tuple[str, ...], named: list[str]) -> None:
    before = contents(ledger)
    said = recorded(ledger, *arguments, code=2)
    assert [word for word in named if word not in said] == []
    assert contents(ledger) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("1.1", "completed", "--extent", "full", "--force"), "RL401"),
        (("1.1", "progress", "--note", "x", "--by", "nobody", "--force"), "RL103"),
        (("1.1", "extended", "--until", "2026-01-01", "--reason", "x", "--approved-by", "lead", "--force"), "RL204"),
        (("1", "closed", "--by", "lead", "--evidence-document", "x", "--force"), "RL406"),
    ],
)
def test_an_error_of_the_rules_stands_in_the_way_even_of_force(
    ledger: Path, arguments: tuple[str, ...], code: str
) -> None:
    before = contents(ledger)
    assert code in recorded(ledger, *arguments, code=1)
    assert contents(ledger) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("1.1", "progress", "--note", "x", "--date", "2024-12-01"), "RL203"),
        (("1.1", "progress", "--note", "x", "--date", "2026-02-01"), "RL307"),
        (("1.1", "transferred", "--to", "receiver", "--document", "none"), "RL407"),
    ],
)
def test_a_warning_stands_in_the_way_until_it_is_forced(ledger: Path, arguments: tuple[str, ...], code: str) -> None:
    before = contents(ledger)
    said = recorded(ledger, *arguments, code=1)
    assert code in said
    assert "--force" in said
    assert contents(ledger) == before
    recorded(ledger, *arguments, "--force")
    assert len(events(ledger)) == 2


def test_what_was_wrong_before_does_not_stand_in_the_way(ledger: Path) -> None:
    file = ledger / ISSUE
    file.write_text(file.read_text("utf-8").replace("leader: lead", "leader: nobody"), "utf-8")
    assert "RL103" in run_here(ledger, "lint", *DAY).out
    recorded(ledger, "1.1", "progress", "--note", "照记")


# Where it goes --------------------------------------------------------------------------------------------------------


def test_events_stand_in_the_order_of_their_days(ledger: Path) -> None:
    for day, note in [("2025-11-01", "c"), ("2025-10-01", "a"), ("2025-10-20", "b"), ("2025-11-01", "d")]:
        recorded(ledger, "1.1", "progress", "--note", note, "--date", day)
    assert [event["note"] for event in events(ledger)] == ["a", "初稿已成", "b", "c", "d"]


def test_one_bad_reference_and_nothing_is_written(ledger: Path) -> None:
    before = contents(ledger)
    recorded(ledger, "1.1", "2.1", "3.1", "progress", "--note", "x", code=2)
    recorded(ledger, "1.1", "2", "progress", "--note", "x", code=2)
    assert contents(ledger) == before


def test_a_reference_given_twice_counts_once(ledger: Path) -> None:
    recorded(ledger, "1.1", "demo-01/rules", "2.1", "1.1", "progress", "--note", "x")
    assert (len(events(ledger)), len(events(ledger, SECOND))) == (2, 2)


def test_an_issue_and_its_measure_at_once(ledger: Path) -> None:
    recorded(ledger, "1", "1.1", "2", "supervised", "--by", "lead")
    assert [event["event"] for event in events(ledger)] == ["progress", "supervised", "supervised"]
    assert (ledger / SECOND).read_text("utf-8") == base_files()[ISSUE].replace("demo-01", "demo-02") + (
        "events:\n  - date: 2025-11-05\n    event: supervised\n    by: lead\n"
    )


# How it is written ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    [
        "a: b #c",
        "第一行\n第二行",
        "第一行\n\n  第三行\n",
        "\u2028分段\u0085",
        "\ufeff看不见",
        "\x1b[31m",
        "\t制表\x0b",
        "12:30",
        "“引”，[二]",
    ],
)
def test_a_note_reads_as_it_was_written(ledger: Path, note: str) -> None:
    (ledger / ISSUE).write_bytes((ledger / ISSUE).read_bytes().replace(b"{date: 2025-10-20", b"{date: 2025-10-21"))
    recorded(ledger, "1.1", "progress", "--note", note)
    recorded(ledger, "1", "supervised", "--by", "lead", "--note", note)
    assert [event["note"] for event in events(ledger)] == ["初稿已成", note, note]


def test_the_note_may_come_from_standard_input(ledger: Path) -> None:
    ran = run("record", "1.1", "progress", "--note", "-", *DAY, folder=ledger, data="第一行\r\n第二行\n".encode())
    assert ran.code == 0, ran.err
    assert events(ledger)[-1]["note"] == "第一行\n第二行"
    assert run("record", "1.1", "progress", "--note", "-", *DAY, folder=ledger, data=b"\xff").code == 2
    assert run("record", "1.1", "progress", "--note", "-", *DAY, folder=ledger).code == 2


def test_a_mark_and_line_breaks_stay(ledger: Path) -> None:
    file = ledger / ISSUE
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    recorded(ledger, "1.1", "progress", "--note", "第一行\n第二行")
    assert (
        file.read_bytes()
        == before + '      - {date: 2025-11-05, event: progress, note: "第一行\\n第二行"}\r\n'.encode()
    )


@pytest.mark.skipif(os.name == "nt", reason="modes and links are another thing there")
def test_the_mode_and_a_link_stay(ledger: Path) -> None:
    file, real = ledger / ISSUE, ledger / "issues/real.txt"
    file.rename(real)
    file.symlink_to("../real.txt")
    real.chmod(0o640)
    recorded(ledger, "1.1", "progress", "--note", "x")
    assert file.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert len(events(ledger)) == 2


def test_a_shared_list_is_refused_with_its_place(ledger: Path) -> None:
    file = ledger / ISSUE
    event = "{date: 2025-10-20, event: supervised, by: lead}"
    text = (
        file.read_text("utf-8").partition("    events:")[0] + f"    events: &shared\n      - {event}\nevents: *shared\n"
    )
    file.write_text(text, "utf-8")
    assert "issues/demo/demo-01.yaml:10:" in recorded(ledger, "1.1", "progress", "--note", "x", code=2)
    assert file.read_text("utf-8") == text


# Evidence -------------------------------------------------------------------------------------------------------------


def test_evidence_is_named_by_path_and_digest(ledger: Path) -> None:
    write(ledger, {"evidence/2025/会议 记录.txt": "会议"})
    ran = run_here(
        ledger / "evidence", "record", "1.1", "completed", "--extent", "full",
        "--evidence", "2025/会议 记录.txt", "--evidence-document", "示〔2025〕3号", *DAY,
    )  # fmt: skip
    assert ran.code == 0, ran.err
    digest = hashlib.sha256("会议".encode()).hexdigest()
    assert events(ledger)[-1]["evidence"] == [
        {"file": "evidence/2025/会议 记录.txt", "sha256": digest},
        {"document": "示〔2025〕3号"},
    ]
    assert run_here(ledger, "lint", *DAY).code == 0


@pytest.mark.parametrize("name", ["../outside.txt", "evidence", "evidence/none.txt", "evidence/way.txt"])
def test_evidence_that_is_not_there_or_outside_is_refused(ledger: Path, name: str) -> None:
    write(ledger.parent, {"outside.txt": "x", f"{ledger.name}/evidence/a.txt": "x"})
    (ledger / "evidence/way.txt").symlink_to("../../outside.txt")
    before = contents(ledger)
    said = recorded(ledger, "1.1", "progress", "--note", "x", "--evidence", name, code=2)
    assert Path(name).name in said
    assert contents(ledger) == before


# Without writing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("end", [b"", b"\n", b"\n# end"])
@pytest.mark.parametrize("below", [".", "单 位/台账"])
def test_a_dry_run_is_a_patch_that_git_takes(tmp_path: Path, newline: bytes, end: bytes, below: str) -> None:
    files = base_files()
    body = files[ISSUE].encode().rstrip(b"\n") + end
    root = write(tmp_path / below, {**files, ISSUE: body.replace(b"\n", newline)})
    git(tmp_path, "init", "--quiet")
    arguments = ("1", "1.1", "supervised", "--by", "lead", "--note", "第一行\n第二行")
    before = contents(root)
    patch = run("record", *arguments, "--dry-run", *DAY, folder=root)
    assert patch.code == 0, patch.err
    assert contents(root) == before
    assert not (root / ".rectledger").exists()
    recorded(root, *arguments)
    after = contents(root)
    write(root, {ISSUE: before[(root / ISSUE).as_posix()], "p.patch": patch.out})
    git(root, "apply", "p.patch")
    assert contents(root) == after


def test_a_dry_run_is_refused_like_the_real_one(ledger: Path) -> None:
    assert "RL103" in recorded(ledger, "1.1", "progress", "--note", "x", "--by", "nobody", "--dry-run", code=1)
    recorded(ledger, "1.1", "progress", "--dry-run", code=2)


# On a terminal --------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_on_a_terminal_it_asks_for_what_is_missing(ledger: Path) -> None:
    import pty

    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "rectledger", "-C", str(ledger), "record", "1.1", "completed", *DAY, "--force"]
    with subprocess.Popen(command, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE) as process:
        os.close(terminal)
        os.write(controller, "partial\n归档\n".encode())
        assert process.stdout is not None
        said = process.stdout.read().decode()
        asked = os.read(controller, 10_000).decode()
    os.close(controller)
    assert process.returncode == 0, asked
    assert "--extent" in asked
    assert "--left" in asked
    assert said == "1.1  2025-11-05  完成  正在推进 → 阶段性完成\n"
    assert events(ledger)[-1]["left"] == "归档"
