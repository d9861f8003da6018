"""Whatever the files hold: exit code 0, 1 or 2, no traceback, and every place lies in its file."""

import io
import json
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rectledger.cli import app
from tests.program import REPOSITORY, write

FILES = {
    path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
    for top in ("ledger", "issues")
    for path in sorted((REPOSITORY / top).rglob("*.yaml"))
}
NAMES = sorted(FILES)
TOKENS = [
    b"\t", b"\0", b"\r", b"\xef\xbb\xbf", b"\xff\xfe", "：".encode(), "，".encode(), b": ", b"- ", b"[", b"{", b"]",
    b"}",
    b"&a ", b"*a ", b"!!int ", b"<<<<<<< HEAD\n", b"---\n", b"...\n", b"? ", b"|\n", b">-\n", b"'", b'"', b"#", b"%",
    b"events:", b"due: ", b"2025-02-30", "2025年底前".encode(),
    b"feedback+9999wd", b"feedback+9999m", b"9999-12-31",
    b"0001-01-01", b"clock.plan", b"null", b"~", b"id: zx2024-01\n", "\u2028".encode(),
    "😀".encode(), "中".encode("gbk"),
]  # fmt: skip
Mutation = Callable[[bytes], bytes]


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """A change of bytes, of tokens, or of the structure of lines."""
    kind = draw(st.sampled_from(["insert", "delete", "overwrite", "move", "indent", "repeat"]))
    where, length = draw(st.floats(0, 1)), draw(st.integers(1, 40))
    token = draw(st.one_of(st.sampled_from(TOKENS), st.binary(min_size=1, max_size=4)))
    other = draw(st.floats(0, 1))
    return lambda data: _mutated(data, kind, int(where * len(data)), length, token, int(other * len(data)))


def _mutated(data: bytes, kind: str, at: int, length: int, token: bytes, other: int) -> bytes:
    if kind == "insert":
        return data[:at] + token + data[at:]
    if kind == "delete":
        return data[:at] + data[at + length :]
    if kind == "overwrite":
        return data[:at] + token + data[at + len(token) :]
    if kind == "move":
        piece, rest = data[at : at + length], data[:at] + data[at + length :]
        return rest[:other] + piece + rest[other:]
    lines = data.split(b"\n")
    row = at % len(lines)
    changed = b"  " + lines[row] if kind == "indent" else lines[row] + b"\n" + lines[row]
    return b"\n".join([*lines[:row], changed, *lines[row + 1 :]])


def run(*arguments: str) -> tuple[int, str]:
    """The exit code and the data of one run, in this process: thousands of them would take too long."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(list(arguments))
    assert code in {0, 1, 2}, (code, err.getvalue())
    assert "Traceback" not in err.getvalue()
    return code, out.getvalue()


def places_lie_in_the_files(root: Path, report: str) -> None:
    """Every line and column is one that the file has."""
    for found in json.loads(report)["diagnostics"]:
        path = root / found["file"]
        text = path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace") if path.is_file() else ""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= found["line"] <= len(lines), found
        assert 1 <= found["column"] <= len(lines[found["line"] - 1]) + 1, found


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("fuzz"), FILES)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.lists(mutations(), min_size=1, max_size=4))
def test_any_file_may_be_broken_in_any_way(ledger: Path, name: str, changes: Sequence[Mutation]) -> None:
    data = FILES[name]
    for change in changes:
        data = change(data)
    path = ledger / name
    path.write_bytes(data)
    try:
        code, report = run("-C", str(ledger), "lint", "--as-of", "2025-11-05", "--format", "json")
        if code != 2:
            places_lie_in_the_files(ledger, report)
        run("-C", str(ledger), "lint", "--as-of", "2025-11-05")
        run("-C", str(ledger), "status", "--as-of", "2025-11-05")
        run("-C", str(ledger), "show", "4", "--as-of", "2031-12-31")
        run("-C", str(ledger), "forecast", "--until", "2031-12-31", "--as-of", "2020-01-01")
    finally:
        path.write_bytes(FILES[name])


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are(ledger: Path, day: str) -> None:
    for command in ("status", "lint", "overdue", "due"):
        run("-C", str(ledger), command, "--as-of", day)
    run("-C", str(ledger), "forecast", "--until", "9999-12-31", "--as-of", day)
