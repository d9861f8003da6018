"""`lint --base`: a story of honest and dishonest commits in a real repository, and what keeps it from judging."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ledgers import INSPECTION, ISSUE, PARTIES, SETTINGS, base_files
from tests.program import Ran, git, run, run_here, write

DAY = "2025-11-05"
SECOND, THIRD = "issues/demo/demo-02.yaml", "issues/demo/demo-03.yaml"
FIRST_NOTE = "{date: 2025-10-20, event: progress, note: 初稿已成}"
PAPER = f"{{file: evidence/a.pdf, sha256: {'a' * 64}}}"
DONE = f"{{date: 2025-07-16, event: completed, extent: full, evidence: [{PAPER}]}}"
REQUEST = "  - {date: 2025-07-20, event: closure-requested, by: office}\n"
CLOSED = "  - {date: 2025-07-25, event: closed, by: team, evidence: [{document: 示验字〔2025〕1号}]}\n"

Edits = Mapping[str, tuple[str, str] | str | None]
"""By file: a text and what stands in its place, the text of a new file, or None for a file that goes."""


@dataclass(frozen=True)
class Step:
    """A commit, and the rules that name it; none where it is honest."""

    day: str
    who: str
    what: str
    edits: Edits
    rules: frozenset[str] = frozenset()


def honest(day: str, what: str, edits: Edits, who: str = "clerk") -> Step:
    return Step(day, who, what, edits)


def dishonest(day: str, rule: str, what: str, edits: Edits, who: str = "clerk") -> Step:
    return Step(day, who, what, edits, frozenset({rule}))


def event(day: str, kind: str, more: str) -> str:
    return f"      - {{date: {day}, event: {kind}, {more}}}\n"


def extended(day: str, until: str) -> str:
    return event(day, "extended", f"until: {until}, reason: 汛期, approved_by: lead")


def issue(ident: str, due: str, events: str) -> str:
    return (
        f"id: {ident}\nheading: h1\ntitle: 会议记录不规范\nleader: lead\nowner: office\nmeasures:\n"
        f"  - id: rules\n    text: 修订会议制度\n    due: {due}\n    events:\n{events}"
    )


START = base_files() | {
    ISSUE: issue("demo-01", "2026-06-30", event("2025-02-01", "progress", "note: 提纲已成")),
    SECOND: issue("demo-02", "2025-06-30", event("2025-02-01", "progress", "note: 提纲已成"))
    + "  - {id: meet, text: 每月召开会议, due: 2025-06-30, events: []}\n",
    THIRD: issue("demo-03", "2026-06-30", event("2025-02-01", "progress", "note: 提纲已成")),
    "evidence/a.pdf": "甲",
}
NOTE = event("2025-02-01", "progress", "note: 提纲已成")
MORE = NOTE + event("2025-03-01", "progress", "note: 初稿已成")
EVENTS_2026 = "due: 2026\n    events"
LAST = "until: 2026-09-30, reason: 汛期, approved_by: lead}\n"
MOVED = "issues/demo/问题三.yaml"
OVERSEER = "overseer"
TWICE = MORE + extended("2025-05-01", "2026-09-30") + extended("2025-08-01", "2026-10-31")
MEETING = "{id: meet, text: 每月召开会议, due: 2025-06-30, events: []}"
HELD = MEETING.replace("[]", f"[{DONE}]")
WAIVED = "waivers:\n  - {rule: RL704, reason: 经党组会同意, approved_by: lead}\n"

STORY = [
    honest("2025-03-01", "progress", {ISSUE: (NOTE, MORE), SECOND: (NOTE, MORE)}),
    honest("2025-03-02", "another layout and order", {
        THIRD: "# 备注\ntitle: 会议记录不规范\nid: demo-03\nheading: h1\nowner: office\nleader: lead\nmeasures:\n"
        "  - id: rules\n    due: 2026-06\n    text: 修订会议制度\n    events:\n      - date: 2025-02-01\n"
        "        note: 提纲已成\n        event: progress\n"}),
    honest("2025-03-03", "another file", {THIRD: None, MOVED: issue("demo-03", "2026-06-30", NOTE)}),
    dishonest("2025-03-04", "RL701", "an event is gone", {ISSUE: (MORE, NOTE)}),
    dishonest("2025-03-04", "RL701", "… and the rule is switched off",
              {ISSUE: (MORE, NOTE), SETTINGS: ("current: demo\n", "current: demo\nrules: {RL701: 'off'}\n")}),
    dishonest("2025-03-05", "RL702", "an event says more", {ISSUE: ("初稿已成", "全部完成")}),
    dishonest("2025-03-05", "RL702", "… in another file",
              {MOVED: None, THIRD: issue("demo-03", "2026-06-30", NOTE.replace("提纲", "全文"))}),
    dishonest("2025-03-06", "RL703", "an event is put back", {ISSUE: ("2025-03-01", "2025-01-20")}),
    dishonest("2025-03-06", "RL703", "the past is filled in",
              {ISSUE: (NOTE, event("2025-01-20", "progress", "note: 早已启动") + NOTE)}),
    dishonest("2025-03-07", "RL704", "a deadline moves", {ISSUE: ("due: 2026-06-30", "due: 2026-12-31")}),
    dishonest("2025-03-07", "RL704", "a deadline is given up", {ISSUE: ("due: 2026-06-30", "due: 'pending: 批复'")}),
    dishonest("2025-03-08", "RL704", "the clock is set back", {INSPECTION: ("due: feedback+3m", "due: feedback+9m")}),
    dishonest("2025-03-08", "RL704", "a deadline moves and is waived at once",
              {ISSUE: ("measures:", WAIVED + "measures:"), SECOND: ("due: 2025-06-30\n    events", EVENTS_2026)}),
    honest("2025-05-01", "an extension with approval", {ISSUE: (MORE, MORE + extended("2025-05-01", "2026-09-30"))}),
    dishonest("2025-07-15", "RL703", "kept afterwards", {
        SECOND: (MORE, MORE + event("2025-06-29", "completed", f"extent: full, evidence: [{PAPER}]"))}),
    honest("2025-07-16", "completed late, with evidence", {
        SECOND: (f"{MORE}  - {MEETING}", f"{MORE}      - {DONE}\n  - {HELD}")}),
    dishonest("2025-07-17", "RL705", "evidence is gone",
              {SECOND: (f"      - {DONE}", f"      - {DONE.replace(PAPER, '')}")}),
    dishonest("2025-07-17", "RL706", "another hash",
              {SECOND: (f"      - {DONE}", f"      - {DONE.replace('a' * 64, 'b' * 64)}")}),
    dishonest("2025-07-18", "RL707", "completed without evidence, which is asked for no more", {
        ISSUE: (LAST,
                LAST + event("2025-07-18", "completed", "extent: full")),
        SETTINGS: ("current: demo\n", "current: demo\npolicy: {evidence_on: []}\n")}),
    honest("2025-07-20", "closure requested", {SECOND: (f"  - {HELD}\n", f"  - {HELD}\nevents:\n{REQUEST}")}),
    dishonest("2025-07-25", "RL708", "closed by its owner",
              {SECOND: (REQUEST, REQUEST + CLOSED.replace("team", "office"))}, OVERSEER),
    dishonest("2025-07-25", "RL709", "closed by who asked", {SECOND: (REQUEST, REQUEST + CLOSED)}),
    honest("2025-07-25", "closed by the overseer", {SECOND: (REQUEST, REQUEST + CLOSED)}, OVERSEER),
    dishonest("2025-07-26", "RL714", "closed, and reworded", {SECOND: ("会议记录不规范", "会议记录偶有疏漏")}),
    honest("2025-07-27", "followed up", {
        SECOND: (CLOSED, CLOSED + "  - {date: 2025-07-27, event: followed-up, by: team, result: held}\n")}, OVERSEER),
    dishonest("2025-07-28", "RL710", "an issue is gone", {MOVED: None}),
    dishonest("2025-07-28", "RL711", "a measure is gone",
              {MOVED: issue("demo-03", "2026-06-30", NOTE).replace("id: rules", "id: other")}),
    dishonest("2025-07-29", "RL712", "a heading is softened",
              {INSPECTION: ("会议制度执行不到位", "会议制度执行总体较好")}),
    honest("2025-08-01", "a second extension", {
        ISSUE: (MORE + extended("2025-05-01", "2026-09-30"), TWICE)}),
    dishonest("2025-08-02", "RL713", "a third, and the limit is raised", {
        ISSUE: (TWICE, TWICE + extended("2025-08-02", "2026-12-31")),
        SETTINGS: ("current: demo\n", "current: demo\npolicy: {max_extensions: 3}\n")}),
    honest("2025-08-03", "a waiver of its own", {MOVED: ("measures:", WAIVED + "measures:")}),
    honest("2025-08-04", "what was waived", {MOVED: ("due: 2026-06-30", "due: 2026-08-31")}),
    honest("2025-08-05", "a new issue, a new measure, a new party", {
        "issues/demo/demo-04.yaml": issue("demo-04", "2026-06-30", event("2025-08-05", "progress", "note: 启动")),
        PARTIES: ("- {id: team", "- {id: guest, name: 新来的, kind: person}\n- {id: team")}),
]  # fmt: skip


def apply(folder: Path, edits: Edits) -> None:
    for name, edit in edits.items():
        path = folder / name
        if edit is None:
            path.unlink()
        elif isinstance(edit, str):
            write(folder, {name: edit})
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(edit[0]) == 1, (name, edit[0])
            path.write_text(text.replace(*edit), encoding="utf-8")


def commit(folder: Path, what: str, who: str = "clerk", day: str = "2025-02-10") -> None:
    git(folder, "add", "-A")
    moment = f"{day}T09:00:00+08:00"
    author = ("-c", f"user.name={who}", "-c", f"user.email={who}@example.org")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_AUTHOR_DATE", moment)
        patch.setenv("GIT_COMMITTER_DATE", moment)
        git(folder, *author, "commit", "-qm", what)


def repository(folder: Path, files: Mapping[str, str] = START) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(write(folder, files), "init", "-q")
    commit(folder, "base")
    return folder


def gate(folder: Path, base: str, *options: str) -> Ran:
    return run_here(folder, "lint", "--select", "RL7", "--as-of", DAY, "--base", base, *options)


def named(folder: Path, base: str, *options: str) -> set[str]:
    """The rules that name a change."""
    ran = gate(folder, base, "--format", "json", *options)
    assert ran.code in {0, 1}, ran.err
    return {found["code"] for found in json.loads(ran.out)["diagnostics"]}


def test_every_dishonest_commit_is_named_and_no_honest_one_is(tmp_path: Path) -> None:
    repository(tmp_path)
    told = []
    for step in STORY:
        git(tmp_path, "checkout", "-q", "-b" if step.rules else "-q", "x" if step.rules else "main")
        apply(tmp_path, step.edits)
        commit(tmp_path, step.what, step.who, step.day)
        told.append((step.what, named(tmp_path, "HEAD~1", "--at", "HEAD")))
        if step.rules:
            git(tmp_path, "checkout", "-q", "main")
            git(tmp_path, "branch", "-q", "-m", "x", f"step-{len(told)}")
    assert len(STORY) >= 30
    assert told == [(step.what, set(step.rules)) for step in STORY]
    assert {rule for step in STORY for rule in step.rules} == {f"RL7{n:02}" for n in range(1, 15)}
    # seen from the beginning, the waiver came with what it waives
    assert named(tmp_path, f"HEAD~{sum(not step.rules for step in STORY)}") == {"RL704"}


def test_ways_around_are_none(tmp_path: Path) -> None:
    inherited = START[ISSUE].replace("    due: 2026-06-30\n", "")
    off = START[SETTINGS] + "rules: {RL105: 'off', RL710: 'off', RL704: 'off'}\n"
    repository(tmp_path, START | {ISSUE: inherited})
    cases: list[tuple[Edits, set[str]]] = [
        ({ISSUE: inherited.replace("owner: office", "owner: office\ndue: 2027"), SETTINGS: off}, {"RL704"}),
        ({INSPECTION: None, SETTINGS: off}, {"RL710"}),
        ({ISSUE: None, "issues/none/demo-01.yaml": inherited, SETTINGS: off}, {"RL710"}),
        ({ISSUE: inherited.replace("id: demo-01", "id: demo-09"), SETTINGS: off}, {"RL710"}),
    ]
    for edits, rules in cases:
        apply(tmp_path, edits)
        assert named(tmp_path, "HEAD") == rules
        git(tmp_path, "stash", "-q", "-u")


def test_evidence_that_moves_is_the_same(tmp_path: Path) -> None:
    proved = START[ISSUE].replace("note: 提纲已成}", f"note: 提纲已成, evidence: [{PAPER}]}}")
    repository(tmp_path, START | {ISSUE: proved})
    apply(tmp_path, {ISSUE: ("evidence/a.pdf", "evidence/2025/甲.pdf")})
    assert named(tmp_path, "HEAD") == set()


def test_the_work_tree_is_judged_as_well(tmp_path: Path) -> None:
    repository(tmp_path)
    apply(tmp_path, {ISSUE: ("提纲已成", "全部完成")})
    ran = gate(tmp_path, "HEAD", "--format", "text")
    assert ran.code == 1
    assert "demo-01.yaml:11:51 错误 RL702 event-edited" in ran.out
    assert "备注 提纲已成 → 全部完成" in ran.out
    assert gate(tmp_path, "HEAD", "--lang").code == 2
    assert run_here(tmp_path, "lint", "--select", "RL7", "--as-of", DAY).code == 0


def test_what_others_have_merged_meanwhile_is_nobodys_fault(tmp_path: Path) -> None:
    repository(tmp_path)
    git(tmp_path, "checkout", "-q", "-b", "mine")
    apply(tmp_path, {SECOND: (NOTE, MORE)})
    commit(tmp_path, "mine", day="2025-03-01")
    git(tmp_path, "checkout", "-q", "main")
    apply(tmp_path, {ISSUE: (NOTE, MORE)})
    commit(tmp_path, "theirs", day="2025-03-01")
    git(tmp_path, "checkout", "-q", "mine")
    assert named(tmp_path, "main") == set()
    git(tmp_path, "merge", "-q", "--no-edit", "main")
    assert named(tmp_path, "main") == set()
    assert named(tmp_path, "HEAD^1") == set()


def test_the_policy_of_the_base_holds_as_it_is_now(tmp_path: Path) -> None:
    repository(tmp_path)
    git(tmp_path, "checkout", "-q", "-b", "mine")
    apply(tmp_path, {ISSUE: ("due: 2026-06-30", "due: 2026-12-31")})
    commit(tmp_path, "mine")
    git(tmp_path, "checkout", "-q", "main")
    apply(tmp_path, {SETTINGS: ("current: demo\n", "current: demo\nrules: {RL704: warning}\n")})
    commit(tmp_path, "milder")
    ran = gate(tmp_path, "main", "--at", "mine")
    assert ran.code == 0
    assert "警告 RL704" in ran.out


def close(folder: Path, request: str, closing: str) -> None:
    apply(folder, {SECOND: (f"{NOTE}  - {MEETING}\n", f"{NOTE}      - {DONE}\n  - {HELD}\n")})
    commit(folder, "done", "doer", "2025-07-16")
    apply(folder, {SECOND: (f"  - {HELD}\n", f"  - {HELD}\nevents:\n{REQUEST}")})
    commit(folder, "asked", request, "2025-07-20")
    (folder / SECOND).rename(folder / "issues/demo/renamed.yaml")
    commit(folder, "renamed", "mover", "2025-07-21")
    path = folder / "issues/demo/renamed.yaml"
    path.write_text(path.read_text(encoding="utf-8") + CLOSED, encoding="utf-8")
    if closing:
        commit(folder, "closed", closing, "2025-07-25")


@pytest.mark.parametrize(("request_by", "closed_by", "rules"), [
    ("clerk", "overseer", set()),
    ("clerk", "clerk", {"RL709"}),
    ("Clerk", "clerk", {"RL709"}),
    ("mover", "clerk", set()),
    ("clerk", "mover", set()),
])  # fmt: skip
def test_four_eyes_by_git(tmp_path: Path, request_by: str, closed_by: str, rules: set[str]) -> None:
    close(repository(tmp_path), request_by, closed_by)
    assert named(tmp_path, "HEAD~1") == rules
    assert named(tmp_path, "HEAD~4") == rules


def test_the_person_that_the_request_names_closes_nothing(tmp_path: Path) -> None:
    people = base_files()[PARTIES].replace(
        "id: office, name: 示例局办公室, kind: section", "id: office, name: 王五, kind: person"
    )
    close(repository(tmp_path, START | {PARTIES: people}), "clerk", "王五")
    assert named(tmp_path, "HEAD~1") == {"RL709"}


def test_what_is_not_committed_is_by_who_would_commit_it(tmp_path: Path) -> None:
    close(repository(tmp_path), "clerk", "")
    git(tmp_path, "config", "user.name", "clerk")
    git(tmp_path, "config", "user.email", "other@example.org")
    assert named(tmp_path, "HEAD") == {"RL709"}
    git(tmp_path, "config", "user.name", "overseer")
    assert named(tmp_path, "HEAD") == set()


def test_a_shallow_clone_that_does_not_know_who_asked(tmp_path: Path) -> None:
    close(repository(tmp_path / "whole"), "clerk", "clerk")
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{tmp_path}/whole", "shallow")
    ran = gate(tmp_path / "shallow", "HEAD~1")
    assert ran.code == 2
    assert "浅克隆里查不到 demo-02 的销号是谁申请的" in ran.err
    assert gate(tmp_path / "shallow", "HEAD~3").code == 2
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}/whole", "shallower")
    assert gate(tmp_path / "shallower", "HEAD").code == 0


def test_no_common_ancestor(tmp_path: Path) -> None:
    repository(tmp_path)
    git(tmp_path, "checkout", "-q", "--orphan", "alone")
    commit(tmp_path, "alone")
    ran = gate(tmp_path, "main")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "rectledger: “main”与现在的版本没有共同的来源")


@pytest.mark.parametrize("base", ["nope", "--output=x", "-x", ""])
def test_no_such_base(tmp_path: Path, base: str) -> None:
    repository(tmp_path)
    ran = run_here(tmp_path, "lint", f"--base={base}")
    assert (ran.code, ran.out) == (2, "")
    assert f"没有“{base}”这个版本" in ran.err


def test_no_commits_and_no_repository(tmp_path: Path) -> None:
    write(tmp_path, START)
    alone = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    ran = run("lint", "--base", "HEAD", folder=tmp_path, more=alone)
    assert (ran.code, "不在 git 仓库里" in ran.err) == (2, True)
    git(tmp_path, "init", "-q")
    ran = gate(tmp_path, "HEAD")
    assert (ran.code, "仓库还没有提交" in ran.err) == (2, True)


def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    more = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    ran = run("lint", "--base", "HEAD", folder=repository(tmp_path), more=more)
    assert (ran.code, "safe.directory" in ran.err) == (2, True)


def test_a_base_without_a_ledger(tmp_path: Path) -> None:
    git(write(tmp_path, {"README": "甲"}), "init", "-q")
    commit(tmp_path, "none yet")
    write(tmp_path, START)
    ran = gate(tmp_path, "HEAD")
    assert (ran.code, ran.err) == (0, "rectledger: 版本 HEAD 还没有台账，没有可比较的\n")


def test_a_ledger_that_moved_cannot_be_judged(tmp_path: Path) -> None:
    repository(tmp_path)
    (tmp_path / "new").mkdir()
    for name in ("ledger", "issues"):
        (tmp_path / name).rename(tmp_path / "new" / name)
    ran = gate(tmp_path / "new", "HEAD")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "rectledger: 版本 HEAD 的台账不在这里，而在 .")


def test_broken_files(tmp_path: Path) -> None:
    repository(tmp_path)
    write(tmp_path, {ISSUE: "id: [\n"})
    assert named(tmp_path, "HEAD") == set()
    assert run_here(tmp_path, "lint", "--base", "HEAD", "--as-of", DAY).code == 1
    commit(tmp_path, "broken")
    write(tmp_path, {ISSUE: START[ISSUE]})
    ran = gate(tmp_path, "HEAD")
    assert (ran.code, ran.err) == (0, f"rectledger: 版本 HEAD 里这些文件读不了，没有比较：{ISSUE}\n")
    write(tmp_path, {SETTINGS: "甲"})
    commit(tmp_path, "no settings")
    write(tmp_path, {SETTINGS: START[SETTINGS]})
    assert gate(tmp_path, "HEAD").code == 2


def test_a_detached_head_and_a_submodule(tmp_path: Path) -> None:
    repository(tmp_path / "inner")
    repository(tmp_path / "outer")
    outer = tmp_path / "outer"
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(tmp_path / "inner"), "part")
    commit(outer, "submodule")
    git(outer, "checkout", "-q", "--detach")
    apply(outer, {ISSUE: ("提纲已成", "全部完成")})
    assert named(outer, "HEAD~1") == {"RL702"}
    apply(outer / "part", {ISSUE: ("due: 2026-06-30", "due: 2026-12-31")})
    assert named(outer / "part", "HEAD") == {"RL704"}


def test_standard_input_cannot_be_compared(tmp_path: Path) -> None:
    repository(tmp_path)
    ran = run("lint", "--base", "HEAD", "--stdin-filename", ISSUE, "-", folder=tmp_path, data=START[ISSUE].encode())
    assert (ran.code, "标准输入" in ran.err) == (2, True)


def test_a_list_and_a_change_are_two_questions(tmp_path: Path) -> None:
    repository(tmp_path)
    assert run_here(tmp_path, "lint", "--base", "HEAD", "--reconcile", "x.csv").code == 2


def test_a_part_of_the_ledger(tmp_path: Path) -> None:
    repository(tmp_path)
    apply(tmp_path, {ISSUE: ("提纲已成", "全部完成"), SECOND: ("提纲已成", "全部完成")})
    found = json.loads(run_here(tmp_path, "lint", str(tmp_path / SECOND), "--base", "HEAD", "--format", "json").out)
    assert [(d["file"], d["code"]) for d in found["diagnostics"] if d["code"] > "RL7"] == [(SECOND, "RL702")]
    ignored = gate(tmp_path, "HEAD", "--ignore", "RL702")
    assert ignored.code == 0


def test_what_fmt_writes_passes(tmp_path: Path) -> None:
    text = START[ISSUE].replace("id: demo-01\nheading: h1\n", "heading:   h1\nid:  demo-01\n")
    repository(tmp_path, START | {ISSUE: text})
    os.environ["RECTLEDGER_AS_OF"] = DAY
    try:
        assert run_here(tmp_path, "fmt", "--yes").code == 0
    finally:
        del os.environ["RECTLEDGER_AS_OF"]
    assert (tmp_path / ISSUE).read_text(encoding="utf-8") != text
    assert named(tmp_path, "HEAD") == set()
