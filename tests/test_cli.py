"""The command line as the contract has it, each run a process of its own."""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rectledger.cli.table import COMMANDS
from rectledger.messages import Language, say
from rectledger.model.events import KINDS
from tests.program import REPOSITORY, git, run, write

DAY = ("--as-of", "2025-11-05")
SETTINGS = "schema: rectledger/1\nunit: office\ncurrent: demo\n"
PARTIES = "- {id: office, name: 办公室, kind: section}\n- {id: lead, name: 局长, kind: person}\n"
INSPECTION = """id: demo
title: 专项巡察
source: party-inspection
feedback: 2025-01-17
clock:
  concentrated: {due: feedback+3m, done: 2025-04-10}
headings:
  - {id: h1, text: 制度不健全}
"""
ISSUE = """id: demo-01
heading: h1
title: "=cmd|' /C calc'!A0"
owner: office
leader: lead
measures:
  - id: rules
    text: 修订制度
    due: 2025-11-20
  - id: train
    text: 组织培训
    due: 2025-10-20
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A ledger with one overdue measure and one that comes due."""
    return write(
        tmp_path,
        {
            "ledger/ledger.yaml": SETTINGS,
            "ledger/parties.yaml": PARTIES,
            "ledger/inspections/demo.yaml": INSPECTION,
            "issues/demo/demo-01.yaml": ISSUE,
        },
    )


def parsed(*arguments: str | Path, folder: Path = REPOSITORY, code: int = 0) -> Any:
    ran = run(*arguments, "--format", "json", folder=folder)
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def test_status_of_the_worked_ledger_has_the_notices_counts_and_states() -> None:
    (inspection,) = parsed("status", *DAY)["inspections"]
    assert inspection["counts"] == {"headings": 7, "issues": 7, "measures": 19}
    assert [len(issue["measures"]) for issue in inspection["issues"]] == [4, 3, 1, 3, 2, 4, 2]
    states = {issue["number"]: issue["state"] for issue in inspection["issues"]}
    assert (states["3"], states["4"], states["7"]) == ("transferred", "partial", "deferred")
    fourth = inspection["issues"][3]
    assert [(m["number"], m["state"]) for m in fourth["measures"]] == [
        ("4.1", "partial"),
        ("4.2", "partial"),
        ("4.3", "complete"),
    ]
    assert sum(inspection["states"]["issues"].values()) == 7
    assert sum(inspection["states"]["measures"].values()) == 19


def test_soil_was_complete_by_the_end_of_november_2024() -> None:
    (inspection,) = parsed("status", "--as-of", "2024-11-30")["inspections"]
    assert inspection["issues"][3]["measures"][2]["state"] == "complete"


def test_every_state_of_the_contract_is_named() -> None:
    (inspection,) = parsed("status", *DAY)["inspections"]
    assert set(inspection["states"]["issues"]) - set(inspection["states"]["measures"]) == {
        "closure-requested",
        "closed",
    }


def test_lists_are_most_urgent_first(small: Path) -> None:
    overdue = parsed("overdue", *DAY, folder=small)
    assert overdue["schema"] == "rectledger.overdue/1"
    (late,) = overdue["items"]
    assert (late["ref"], late["measure"], late["days_left"], late["level"]) == ("1.2", "train", -16, "red")
    (soon,) = parsed("due", "--within", "20", *DAY, folder=small)["items"]
    assert (soon["ref"], soon["days_left"], soon["level"], soon["owner"], soon["leader"]) == (
        "1.1", 15, "green", "office", "lead",
    )  # fmt: skip
    assert parsed("due", "--within", "14", *DAY, folder=small)["items"] == []


def test_forecast_names_the_days(small: Path) -> None:
    items = parsed("forecast", "--until", "2025-11-21", *DAY, folder=small)["items"]
    assert [(i["day"], i["turn"]) for i in items] == [
        ("2025-11-10", "yellow"),
        ("2025-11-20", "red"),
        ("2025-11-21", "overdue"),
    ]


@pytest.mark.parametrize("ref", ["1.2", "demo-01/train"])
def test_show_takes_every_kind_of_reference(small: Path, ref: str) -> None:
    shown = parsed("show", ref, *DAY, folder=small)
    assert [measure["id"] for measure in shown["measures"]] == ["train"]
    assert [m["id"] for m in parsed("show", "demo-01", folder=small)["measures"]] == ["rules", "train"]


@pytest.mark.parametrize("ref", ["2", "1.3", "0", "demo-02", "demo-01/rule", "", "-1", "4.2.1"])
def test_an_unknown_reference_cannot_run(small: Path, ref: str) -> None:
    ran = run("show", "--", ref, folder=small)
    assert (ran.code, ran.out) == (2, "")


def test_csv_holds_no_formula(small: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("status", "--format", "csv", *DAY, folder=small).out)))
    assert [row["number"] for row in rows] == ["1.1", "1.2"]
    assert all(row["title"].startswith("'=cmd") for row in rows)
    assert [row["days_left"] for row in rows] == ["15", "-16"]


def test_markdown_is_a_table_of_equal_rows(small: Path) -> None:
    text = run("status", "--format", "md", *DAY, folder=small).out
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 4
    assert {line.replace("\\|", "").count("|") for line in rows} == {11}


@pytest.mark.parametrize("by", ["owner", "leader", "heading", "state"])
def test_status_counts_measures_by(small: Path, by: str) -> None:
    (inspection,) = parsed("status", "--by", by, *DAY, folder=small)["inspections"]
    assert sum(group["measures"] for group in inspection["groups"]) == 2
    assert sum(group["overdue"] for group in inspection["groups"]) == 1


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_no_rule_has_is_not_passed_over(small: Path, option: str) -> None:
    ran = run("lint", option, "RL3,RL3O1", *DAY, folder=small)
    assert (ran.code, ran.out) == (2, "")
    assert "没有“RL3O1”这条规则" in ran.err


def test_lint_exit_codes(small: Path) -> None:
    assert run("lint", *DAY, folder=small).code == 0
    assert run("lint", "--fail-on", "warning", *DAY, folder=small).code == 1
    assert run("lint", "--fail-on", "warning", "--select", "RL1", *DAY, folder=small).code == 0
    assert run("lint", "--fail-on", "warning", "--ignore", "RL3", *DAY, folder=small).code == 0
    write(small, {"issues/demo/demo-02.yaml": "id: demo-02\n"})
    assert run("lint", *DAY, folder=small).code == 1
    assert run("lint", "--fail-on", "never", *DAY, folder=small).code == 0
    assert run("lint", "issues/demo/demo-01.yaml", *DAY, folder=small).code == 0
    assert run("lint", "issues/demo/demo-02.yaml", *DAY, folder=small).code == 1
    assert run("lint", "issues/nothing", *DAY, folder=small).code == 2


def test_lint_json_has_the_keys_of_the_contract(small: Path) -> None:
    report = parsed("lint", *DAY, folder=small)
    assert report["schema"] == "rectledger.lint/1"
    assert set(report["summary"]) == {"error", "warning", "info", "files"}
    late = next(d for d in report["diagnostics"] if d["code"] == "RL301")
    assert (late["file"], late["line"], late["column"]) == ("issues/demo/demo-01.yaml", 12, 10)
    assert {"code", "name", "severity", "file", "line", "column", "message", "hint"} <= set(late)


def test_lint_shows_the_line_with_carets_under_wide_characters(small: Path) -> None:
    write(small, {"issues/demo/demo-01.yaml": ISSUE.replace("due: 2025-11-20", "due: 2025年6月底前")})
    lines = run("lint", *DAY, folder=small).out.splitlines()
    source = next(n for n, line in enumerate(lines) if "due: 2025年6月底前" in line)
    # four ASCII and two wide digits of the year come out as columns of the terminal, not as characters
    assert lines[source + 1].count("^") == len("2025") + 2 + 1 + 2 + 2 + 2
    assert lines[source + 1].index("^") == lines[source].index("2025")
    assert "2025-06" in lines[source + 2]


def test_the_line_that_lint_shows_repeats_no_personal_data(small: Path) -> None:
    text = re.sub("(?m)^title: .*", "title: 找张某13800138000补签会议记录", ISSUE)
    write(small, {"issues/demo/demo-01.yaml": text})
    ran = run("lint", "--select", "RL511", *DAY, folder=small)
    assert "│ title: 找张某138****8000补签会议记录" in ran.out
    assert "13800138000" not in ran.out


def test_lint_reads_an_editors_text_from_standard_input(small: Path) -> None:
    unsaved = ISSUE.replace("owner: office", "ownr: office").encode()
    ran = run(
        "lint", "-", "--stdin-filename", "issues/demo/demo-01.yaml", "--format", "json", folder=small, data=unsaved
    )
    found = json.loads(ran.out)["diagnostics"]
    assert [d["code"] for d in found] == ["RL006", "RL005"]
    assert run("lint", "-", folder=small, data=unsaved).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--as-of", "2025-02-30"),
        ("status", "--as-of", "20250101"),
        ("status", "--format", "yaml"),
        ("status", "--nothing"),
        ("nothing",),
        ("forecast",),
        ("forecast", "--until", "tomorrow"),
        ("due", "--within", "-1"),
        ("-C", "nowhere", "status"),
        ("--lang", "fr", "status"),
        ("explain", "RL999"),
        ("render", "nothing"),
        ("render", "../secret"),
        ("render", "notice", "--inspection", "nothing"),
        ("lint", "../outside"),
        ("status", "--at", "nothing"),
        ("status", "--at", "--output=x"),
    ],
)
def test_what_cannot_run_says_so_in_one_breath(small: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, folder=small)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("rectledger: ")
    assert not (small / "x").exists()


def test_without_a_ledger_nothing_runs(tmp_path: Path) -> None:
    ran = run("status", folder=tmp_path)
    assert ran.code == 2
    assert "ledger/ledger.yaml" in ran.err
    assert "no ledger/ledger.yaml" in run("--lang", "en", "status", folder=tmp_path).err


def test_a_ledger_is_found_from_below(small: Path) -> None:
    below = small / "issues/demo"
    assert parsed("status", folder=below)["inspections"][0]["id"] == "demo"
    assert parsed("-C", below, "status", folder=small.parent)["inspections"][0]["id"] == "demo"


def test_a_picture_that_leaves_something_out_does_not_look_whole(small: Path) -> None:
    write(small, {"issues/demo/demo-02.yaml": "id: [\n"})
    ran = run("status", "--format", "json", *DAY, folder=small)
    assert ran.code == 1
    assert json.loads(ran.out)["inspections"][0]["counts"]["issues"] == 1
    assert "demo-02.yaml" in ran.err


def test_settings_that_cannot_be_read_stop_everything_but_lint(small: Path) -> None:
    write(small, {"ledger/ledger.yaml": "unit: [\n"})
    assert run("status", folder=small).code == 2
    lint = run("lint", "--format", "json", folder=small)
    assert lint.code == 1
    assert json.loads(lint.out)["diagnostics"][0]["file"] == "ledger/ledger.yaml"


def test_the_day_can_come_from_the_environment(small: Path) -> None:
    ran = run("status", "--format", "json", folder=small, more={"RECTLEDGER_AS_OF": "2025-03-01"})
    assert json.loads(ran.out)["as_of"] == "2025-03-01"


def test_an_older_revision_is_read_as_it_was(small: Path) -> None:
    git(small, "init", "-q")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "one")
    git(small, "tag", "first")
    done = "    events: [{date: 2025-10-01, event: completed, extent: full, evidence: [{document: 一号}]}]\n"
    write(small, {"issues/demo/demo-01.yaml": ISSUE + done})
    assert parsed("overdue", *DAY, folder=small)["items"] == []
    assert len(parsed("overdue", *DAY, "--at", "first", folder=small)["items"]) == 1
    assert len(parsed("overdue", *DAY, "--at", "HEAD", folder=small / "issues")["items"]) == 1


def test_the_work_tree_and_its_commit_give_the_same(small: Path) -> None:
    git(small, "init", "-q")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "one")
    assert parsed("lint", *DAY, folder=small) == parsed("lint", *DAY, "--at", "HEAD", folder=small)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_for_every_shell(tmp_path: Path, shell: str) -> None:
    ran = run(folder=tmp_path, more={"_RECTLEDGER_COMPLETE": f"source_{shell}"})
    assert "_RECTLEDGER_COMPLETE" in ran.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_in_both_languages(command: str) -> None:
    ran = run(*filter(None, [command]), "--help")
    assert ran.code == 0
    assert any("一" <= character <= "鿿" for character in ran.out)
    assert all(len(line) <= 100 for line in ran.out.splitlines())


def test_output_into_a_pipe_is_utf8_whatever_the_locale(small: Path) -> None:
    ran = run("status", *DAY, folder=small, more={"LC_ALL": "C", "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"})
    assert "办公室" in ran.out


def test_no_colour_into_a_pipe(small: Path) -> None:
    assert "\x1b" not in run("status", *DAY, folder=small).out + run("lint", *DAY, folder=small).out


def test_control_characters_in_names_do_not_reach_the_terminal(small: Path) -> None:
    write(small, {"issues/demo/demo-01.yaml": ISSUE.replace("修订制度", '"\\e[31m\\u202E修订"')})
    shown = run("show", "1", folder=small).out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a system without /dev/full")
def test_output_that_cannot_be_written_is_no_bug(small: Path) -> None:
    for arguments in (["render", "notice", "-o", "/dev/full"], ["render", "notice", "-o", "no/such/folder"]):
        ran = run(*arguments, folder=small)
        assert (ran.code, ran.out) == (2, ""), ran.err
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rectledger", "status"], cwd=small, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert Path("/dev/full").is_char_device()


def test_a_number_in_a_ledger_without_issues(small: Path) -> None:
    (small / "issues/demo/demo-01.yaml").unlink()
    ran = run("show", "1", "--as-of", "2025-11-05", folder=small)
    assert (ran.code, ran.out) == (2, "")
    assert "demo 里还没有问题" in ran.err


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 2), ("2>&-", 0), ("<&-", 0), (">&- 2>&-", 2)])
@pytest.mark.parametrize("command", ["status", "lint --verbose"])
def test_a_stream_that_is_closed_is_no_bug(small: Path, command: str, closed: str, code: int) -> None:
    line = f"{shlex.quote(sys.executable)} -m rectledger {command} --as-of 2025-11-05 {closed}"
    done = subprocess.run(["sh", "-c", line], cwd=small, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stderr
    assert "Bad file descriptor" in done.stderr or closed != ">&-"


def test_a_document_replaces_a_file_and_keeps_a_link(small: Path) -> None:
    write(small, {"old.md": "old"})
    (small / "link.md").symlink_to("old.md")
    assert run("render", "notice", "-o", "link.md", *DAY, folder=small).code == 0
    assert (small / "link.md").is_symlink()
    assert (small / "old.md").read_text(encoding="utf-8").startswith("# ")
    assert run("render", "notice", "--check", "old.md", *DAY, folder=small).code == 0
    write(small, {"old.md": "old"})
    assert run("render", "notice", "--check", "old.md", *DAY, folder=small).code == 1
    assert [path.name for path in small.glob(".*.md*")] == []


def test_nothing_is_rendered_that_names_a_private_name(small: Path) -> None:
    write(small, {"ledger/parties.yaml": PARTIES + "- {id: plant, name: 清泉厂, kind: company, public: 某企业}\n"})
    write(small, {"issues/demo/demo-01.yaml": ISSUE.replace("修订制度", "督促清 泉厂整改") + "waivers:\n"
          "  - {rule: RL501, reason: 试一试, approved_by: lead}\n"})  # fmt: skip
    ran = run("render", "notice", "-o", "notice.md", "--format", "json", *DAY, folder=small)
    assert ran.code == 1
    assert {d["code"] for d in json.loads(ran.out)["diagnostics"]} == {"RL501"}
    assert not (small / "notice.md").exists()
    write(small, {"ledger/ledger.yaml": SETTINGS + "rules: {RL501: off}\n"})
    assert run("render", "notice", *DAY, folder=small).code == 1


def test_nothing_is_rendered_that_holds_personal_data(small: Path) -> None:
    write(small, {"templates/letter.md.j2": "请告知{{ notice.unit }}。来电138 0013 8000，或写信。\n"})
    ran = run("render", "letter", "-o", "letter.md", "--format", "json", *DAY, folder=small)
    assert ran.code == 1
    (leak,) = json.loads(ran.out)["diagnostics"]
    assert (leak["code"], leak["file"]) == ("RL511", "templates/letter.md.j2")
    assert "来电138******8000" in leak["message"]
    assert "0013" not in ran.out + ran.err
    assert not (small / "letter.md").exists()
    write(small, {"ledger/inspections/demo.yaml": INSPECTION + "notice: {contact: {phone: 13800138000}}\n"})
    assert "13800138000" in run("render", "notice", *DAY, folder=small).out
    assert run("render", "letter", *DAY, folder=small).code == 0


def test_the_sentence_around_a_private_name_repeats_no_personal_data(small: Path) -> None:
    write(small, {"ledger/parties.yaml": PARTIES + "- {id: plant, name: 清泉厂, kind: company, public: 某企业}\n"})
    write(small, {"templates/letter.md.j2": "请清泉厂来电13800138000。\n"})
    ran = run("render", "letter", *DAY, folder=small)
    assert (ran.code, ran.out) == (1, "")
    assert ["清泉厂" in ran.err, "RL501" in ran.err, "RL511" in ran.err] == [True] * 3


def test_nothing_is_rendered_from_a_broken_ledger(small: Path) -> None:
    write(small, {"issues/demo/demo-02.yaml": "id: [\n"})
    ran = run("render", "notice", "-o", "notice.md", *DAY, folder=small)
    assert (ran.code, ran.out) == (1, "")
    assert not (small / "notice.md").exists()


def test_a_broken_issue_does_not_give_its_number_to_another(small: Path) -> None:
    write(small, {"issues/demo/demo-02.yaml": ISSUE.replace("demo-01", "demo-02")})
    assert parsed("show", "2", *DAY, folder=small)["id"] == "demo-02"
    write(small, {"issues/demo/demo-01.yaml": "id: [\n"})
    refused = run("show", "1", *DAY, folder=small)
    assert (refused.code, refused.out) == (2, "")
    shown = json.loads(run("show", "demo-02/train", "--format", "json", *DAY, folder=small).out)
    assert (shown["id"], shown["ref"]) == ("demo-02", "demo-02")
    late = json.loads(run("overdue", "--format", "json", *DAY, folder=small).out)
    assert [item["ref"] for item in late["items"]] == ["demo-02/train"]
    found = json.loads(run("lint", "--select", "RL301", "--format", "json", *DAY, folder=small).out)["diagnostics"]
    assert [d["message"].split()[0] for d in found] == ["demo-02/train"]


def test_the_help_of_record_names_every_event_in_both_languages() -> None:
    text = run("record", "--help").out
    missing = [kind for kind in KINDS if f"{kind} {say(f'event.{kind}', Language.ZH)}" not in " ".join(text.split())]
    assert missing == []
