"""What somebody sees who writes a ledger in an editor: the YAML language server, asked as editors ask it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor.language_server import PROGRAM, LanguageServer, running
from tests.program import REPOSITORY

NODE = shutil.which("node")
pytestmark = [
    pytest.mark.skipif(NODE is None, reason="no node"),
    pytest.mark.skipif(not PROGRAM.exists(), reason="no language server: make test-editor installs it"),
]
SETTINGS = json.loads((REPOSITORY / "src/rectledger/scaffold/vscode/settings.json").read_text(encoding="utf-8"))
ISSUE = """\
# yaml-language-server: $schema=../../ledger/schema/issue.json
id: zx2024-90
heading: h1
title: 会议记录不规范
owner: fenju
"""
MEASURE = f"{ISSUE}measures:\n  - id: rules\n    text: 修订会议制度\n"
EVENT = f"{MEASURE}    events:\n      - date: 2025-10-20\n"


class Editor:
    """Opens texts in which `¦` is the cursor, and tells what the server shows there."""

    def __init__(self, server: LanguageServer, root: Path) -> None:
        self._server, self._root, self._opened = server, root, 0

    def offered(self, text: str, file: str = "issues/zx2024/{}.yaml") -> dict[str, str]:
        """The words that are offered, each with what is said about it."""
        items = self._server.ask("textDocument/completion", self._at_cursor(text, file))["items"]
        return {item["label"]: _text(item.get("documentation", "")) for item in items}

    def hovered(self, text: str, file: str = "issues/zx2024/{}.yaml") -> list[str]:
        """The lines that are shown."""
        shown = self._server.ask("textDocument/hover", self._at_cursor(text, file))
        return [line for line in _text(shown["contents"]).splitlines() if line]

    def marked(self, text: str, file: str = "issues/zx2024/{}.yaml") -> list[tuple[int, str]]:
        """The lines, from 1, that are marked as wrong, and why."""
        found = self._server.diagnostics(self._open(text, file))
        return [(diagnostic["range"]["start"]["line"] + 1, diagnostic["message"]) for diagnostic in found]

    def _at_cursor(self, text: str, file: str) -> dict[str, Any]:
        before, cursor, after = text.partition("¦")
        assert cursor
        uri = self._open(before + after, file)
        line = before.rpartition("\n")[2]
        return {"textDocument": {"uri": uri}, "position": {"line": before.count("\n"), "character": len(line)}}

    def _open(self, text: str, file: str) -> str:
        self._opened += 1
        uri = (self._root / file.format(self._opened)).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._server.tell("textDocument/didOpen", {"textDocument": document})
        return uri


def nested(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as an editor hands them out: by section, the dots of a name taken apart."""
    sections: dict[str, Any] = {}
    for name, value in settings.items():
        *above, last = name.split(".")
        section = sections
        for part in above:
            section = section.setdefault(part, {})
        section[last] = value
    return sections


def _text(shown: str | dict[str, str]) -> str:
    return shown if isinstance(shown, str) else shown["value"]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    root = tmp_path_factory.mktemp("ledger")
    shutil.copytree(REPOSITORY / "ledger/schema", root / "ledger/schema")
    assert NODE
    with running(NODE, root, nested(SETTINGS)) as server:
        yield Editor(server, root)


def test_the_keys_of_an_issue_are_offered_in_chinese(editor: Editor) -> None:
    offered = editor.offered(f"{ISSUE}¦")
    assert offered["leader"] == "负总责的领导：parties.yaml 里的编号"
    assert {"due", "measures", "events", "waivers"} <= offered.keys()
    assert {"id", "title", "owner"} & offered.keys() == set()


def test_the_values_of_a_list_are_offered_with_their_labels(editor: Editor) -> None:
    offered = editor.offered(f"{ISSUE}requirement: ¦")
    assert offered == {
        "immediate": "立行立改",
        "dated": "限期",
        "phased": "分阶段",
        "sustained": "长期坚持",
        "null": "不填",
    }


def test_a_measure_is_offered_the_events_of_measures(editor: Editor) -> None:
    offered = editor.offered(f"{EVENT}        event: ¦")
    assert offered["plan-changed"] == "销号方案调整 · 申请改变销号办法，等批复"
    assert "progress" in offered
    assert "closed" not in offered


def test_an_issue_is_offered_the_events_of_issues(editor: Editor) -> None:
    offered = editor.offered(f"{MEASURE}events:\n  - date: 2025-10-20\n    event: ¦")
    assert offered["closed"] == "销号 · 核验后签字销号"
    assert "progress" not in offered


def test_an_event_is_offered_its_own_keys(editor: Editor) -> None:
    common = {"note", "by", "document", "evidence"}
    extended = editor.offered(f"{EVENT}        event: extended\n        ¦")
    assert extended.keys() == common | {"延期", "until", "reason", "approved_by"}
    completed = editor.offered(f"{EVENT}        event: completed\n        ¦")
    assert completed.keys() == common | {"完成", "extent", "left"}


def test_a_new_event_is_offered_whole(editor: Editor) -> None:
    offered = editor.offered(f"{MEASURE}    events:\n      - ¦")
    assert "event: extended\n  until: \n  reason: \n  approved_by: " in offered["延期"]


def test_deadlines_are_offered_in_every_form(editor: Editor) -> None:
    offered = editor.offered(f"{ISSUE}due: ¦")
    assert offered["2025"] == "到年底"
    assert offered["feedback+15wd"] == "反馈后十五个工作日"
    assert offered["'pending: …'"] == "等待批复，暂无时限"


def test_a_key_shows_its_title_once(editor: Editor) -> None:
    shown = editor.hovered(f"{ISSUE}le¦ader: li\n")
    assert shown[:2] == ["#### 责任领导", "负总责的领导：parties.yaml 里的编号"]
    assert "责任领导" not in "".join(shown[1:])


def test_a_key_of_an_event_shows_its_title(editor: Editor) -> None:
    assert editor.hovered(f"{EVENT}        event: extended\n        un¦til: 2025-12-31\n")[0] == "#### 延至"


def test_a_value_shows_what_else_it_could_be(editor: Editor) -> None:
    shown = editor.hovered(f"{ISSUE}requirement: ph¦ased\n")
    assert [shown[0], *shown[3:5]] == ["#### 整改要求", "* `phased`: 分阶段", "* `immediate`: 立行立改"]


@pytest.mark.parametrize(
    "rest",
    [
        "due: 2025\nserial: 4\n",
        "due: 2025-06\n",
        "due: feedback+3m\n",
        "due: 'pending: 批复'\n",
        "due: {pending: 批复}\n",
        "support:\nleader:\n",
        "events: [{date: 2025-10-20, event: warned, level: red, to: fenju}]\n",
        "events: [{date: 2025-10-20, event: closed, by: team-9, evidence: [{document: 一号}]}]\n",
    ],
)
def test_what_is_right_is_not_marked(editor: Editor, rest: str) -> None:
    assert editor.marked(MEASURE + rest) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (f"{MEASURE}leadr: li\n", (9, "Property leadr is not allowed.")),
        (f"{MEASURE}due: 2025年底前\n", (9, "写 2025-06-30、2025-06、2025、feedback+3m")),
        (ISSUE, (2, 'Missing property "measures".')),
        (EVENT, (10, 'Missing property "event".')),
        (f"{EVENT}        event: closed\n        by: li\n", (11, "Value is not accepted.")),
        (f"{EVENT}        event: completed\n        extent: partial\n", (10, 'Missing property "left".')),
        (
            f"{EVENT}        event: progress\n        note: 初稿\n        until: 2025-12-31\n",
            (13, "Property until is not"),
        ),
        (f"{EVENT}        event: progress\n        note: 初稿\n        evidence: [{{file: a}}]\n", (13, "Missing")),
    ],
)
def test_what_is_wrong_is_marked_once_and_in_its_place(editor: Editor, text: str, marked: tuple[int, str]) -> None:
    found = editor.marked(text)
    assert [(line, message[: len(marked[1])]) for line, message in found] == [marked]


@pytest.mark.parametrize(
    ("file", "text", "title"),
    [
        ("ledger/ledger.yaml", "u¦nit: fenju\n", "#### 整改单位"),
        ("ledger/parties.yaml", "- al¦so: [清溪厂]\n", "#### 其他写法"),
        ("ledger/inspections/{}.yaml", "clock: {plan: {d¦one: 2025-02-08}}\n", "#### 完成日"),
        ("ledger/calendars/cn-2027.yaml", "work¦days: [2027-01-02]\n", "#### 上班的周末"),
        ("issues/zx2024/{}.yaml", "ca¦use: 疏忽\n", "#### 原因分析"),
    ],
)
def test_every_kind_of_file_finds_its_schema_by_its_place(editor: Editor, file: str, text: str, title: str) -> None:
    assert editor.hovered(text, file)[0] == title
