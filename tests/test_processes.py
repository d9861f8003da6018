"""Several processes give what one gives, whatever happens to them."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from rectledger.cli import picture_parts, processes
from rectledger.cli.choices import LintFormat
from rectledger.cli.findings import all_of, asked_for, report
from rectledger.cli.picture_parts import Rows, picture_of_parts, text_of
from rectledger.cli.processes import results
from rectledger.cli.session import Session
from rectledger.render.text.status import status_text
from rectledger.views.status import status
from tests.test_parts import ledger

TASKS = 7
HERE = os.getpid()


def squared(task: int) -> tuple[int, list[str]]:
    return task * task, [str(task)] * task


def begun(_task: int) -> None:
    pass


@pytest.mark.parametrize("several", [False, True])
def test_results_come_in_the_order_of_the_tasks(several: bool) -> None:
    with results(squared, TASKS, begun, several=several) as found:
        assert found.gists == [n * n for n in range(TASKS)]
        assert [found.body(n) for n in (6, 2, 0)] == [["6"] * 6, ["2", "2"], []]


def test_where_the_system_has_no_process_left_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left)
    with results(squared, TASKS, begun, several=True) as found:
        assert found.gists == [n * n for n in range(TASKS)]


def test_what_a_dead_process_had_in_hand_is_done_again() -> None:
    def dying(task: int) -> tuple[int, str]:
        if os.getpid() != HERE:
            os._exit(9)
        return task, "done"

    with results(dying, TASKS, begun, several=True) as found:
        assert found.gists == list(range(TASKS))
        assert {found.body(task) for task in range(TASKS)} == {"done"}


def test_what_fails_elsewhere_fails_here_in_the_open() -> None:
    def failing(task: int) -> tuple[int, str]:
        if task == TASKS - 1:
            raise LookupError(task)
        return task, "done"

    with pytest.raises(LookupError), results(failing, TASKS, begun, several=True):
        pass


@pytest.mark.parametrize("output", LintFormat)
@pytest.mark.parametrize("seed", range(6))
def test_lint_says_the_same(
    seed: int, output: LintFormat, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for enough in (10**9, 0):
        monkeypatch.setattr(processes, "ENOUGH", enough)
        session = Session(Path("/nowhere"), ledger(seed), None, "2025-11-05")
        tally = report(session, asked_for([], [], ["RL3"]), output)
        said.append((capsys.readouterr().out, tally))
    assert said[0] == said[1]


@pytest.mark.parametrize("seed", range(12))
def test_the_picture_in_parts_is_the_picture(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(Path("/nowhere"), ledger(seed), None, "2025-11-05")
    whole = status_text(status(session.facts, "owner"), session.language, 80)
    monkeypatch.setattr(picture_parts, "AT_ONCE", 2)
    for enough in (10**9, 0):
        monkeypatch.setattr(processes, "ENOUGH", enough)
        kept: dict[str, Rows] = {}
        picture = picture_of_parts(replace(session), "owner", kept.__setitem__)
        assert text_of(session, picture) == whole
        assert sorted(map(str, picture.problems)) == sorted(map(str, session.loaded.problems))
        files = {file for rows in kept.values() for file, _ in rows}
        assert files == {issue.file for issue in session.facts.issues}


def test_findings_are_in_the_order_of_files_and_places() -> None:
    found = all_of(Session(Path("/nowhere"), ledger(3), None, "2025-11-05"), [], [], [])
    places = [(d.file, d.span, d.code) for d in found]
    assert len(places) > 50
    assert places == sorted(places)
