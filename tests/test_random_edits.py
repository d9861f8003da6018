"""Any record and set on files as people leave them: what is written is what was meant, and no other byte moves.

RECTLEDGER_EDITS says how many steps are taken, 200 where it is not set.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from tests.ledgers import DAY, INSPECTION, PARTIES, SETTINGS, base_files
from tests.program import Ran, run_here, write
from tests.test_edit import kept, read
from tests.ugly import ugly

STEPS = int(os.environ.get("RECTLEDGER_EDITS", "200"))
PER_FILE = 20
EVENTS: Sequence[Mapping[str, Any]] = (
    {"event": "progress", "note": "开会：研究 # 一次"},
    {"event": "progress", "note": "第一段\n\n  第二段", "by": "office", "counts": "1"},
    {"event": "progress", "by": "lead", "note": "true", "evidence": [{"document": "示〔2025〕3号"}]},
    {"event": "completed", "extent": "partial", "left": "“余项”, [二]", "evidence": [{"document": "a: b"}]},
    {"event": "deferred", "reason": "汛期", "approved_by": "lead", "until": "2026-03-01"},
    {"event": "transferred", "to": "receiver", "document": "示〔2025〕1号", "note": "- 转办"},
    {"event": "plan-changed", "request": "调整", "decision": "refused"},
    {"event": "supervised", "by": "lead", "answer_by": "2025-12-01"},
    {"event": "warned", "level": "yellow", "to": ["office", "lead"]},
    {"event": "reopened", "by": "lead", "reason": "反弹"},
)
VALUES = {
    "title": ["会议：记录 # 不全", "12:30", "no", "“引”"],
    "text": ["- 一是", "a: b", "第一行\n第二行"],
    "due": ["2026-12-31", "feedback+15wd", "2026"],
    "owner": ["office", "finance"],
    "goal": ["目标", ""],
    "cause": ["原因", ""],
    "leader": ["lead", "deputy"],
    "support": ["[finance]", "[finance, deputy]", ""],
    "public": ["对外的说法", ""],
    "sustained": ["true", "false", ""],
    "kind": ["correction", "safeguard", ""],
    "quota": ["{at_least: 2, per: year}", ""],
}
OF_ISSUE = ("title", "due", "owner", "goal", "cause", "leader", "support")
OF_MEASURE = ("title", "text", "due", "owner", "public", "sustained", "kind", "quota")
READ_AS: Mapping[str, Any] = {
    "[finance]": ["finance"],
    "[finance, deputy]": ["finance", "deputy"],
    "{at_least: 2, per: year}": {"at_least": "2", "per": "year"},
}


def issue(ident: str, random: Random) -> dict[str, Any]:
    """A valid issue with some events."""
    return {
        "id": ident,
        "heading": random.choice(["h1", "h2"]),
        "title": "会议记录不规范",
        "leader": "lead",
        "owner": "office",
        "due": "2026-06-30",
        "goal": "会议有记录",
        "measures": [
            {
                "id": name,
                "text": f"修订{name}制度",
                "due": "2026-06-30",
                **random.choice([{}, {"events": None}, {"events": []}, {"events": [progress(1)]}]),
                **random.choice([{}, {"events": [progress(day) for day in sorted(random.choices(range(1, 29), k=3))]}]),
            }
            for name in ("m1", "m2", "m3")[: random.randint(1, 3)]
        ],
    }


def progress(day: int) -> dict[str, str]:
    return {"date": f"2025-09-{day:02}", "event": "progress", "note": "推进"}


def state(events: Sequence[Mapping[str, Any]]) -> str:
    """The state of a measure by the table of docs/format.md, written down once more."""
    now = "not-started"
    for event in events:
        match event["event"]:
            case "progress" if now in {"not-started", "in-progress"}:
                now = "in-progress"
            case "completed":
                now = {"full": "complete", "partial": "partial"}[event["extent"]]
            case "transferred" | "deferred" as same:
                now = same
            case "reopened" | "plan-changed":
                now = "in-progress"
    return now


def options(event: Mapping[str, Any]) -> list[str]:
    """An event's keys as options."""
    found = []
    for key, value in event.items():
        name = "--" + key.replace("_", "-")
        if key == "evidence":
            found += [word for item in value for word in ("--evidence-document", item["document"])]
        elif key != "event":
            found += [word for one in ([value] if isinstance(value, str) else value) for word in (name, one)]
    return found


class Book:
    """A ledger on disk, and what should be in its one issue file."""

    def __init__(self, root: Path, random: Random) -> None:
        self.root, self.random = root, random
        write(root, {name: text for name, text in base_files().items() if name in {SETTINGS, PARTIES, INSPECTION}})
        self.written = self.refused = 0
        self.begin()

    def begin(self) -> None:
        """Another file in the place of the last."""
        self.data = issue("demo-01", self.random)
        self.file = write(self.root, {"issues/demo/demo-01.yaml": ugly(self.data, self.random)})
        self.file /= "issues/demo/demo-01.yaml"
        assert read(self.text) == self.data

    @property
    def text(self) -> str:
        return self.file.read_bytes().decode("utf-8-sig")

    def step(self) -> None:
        """One edit, of which everything is checked."""
        before = self.file.read_bytes()
        mark = before.startswith(b"\xef\xbb\xbf")
        text = self.text
        edit = self.record if self.random.random() < 0.6 else self.set
        ran, expected, place = edit()
        if ran.code:
            self.refused += 1
            assert self.file.read_bytes() == before, ran.err
            return
        self.written += 1
        assert self.file.read_bytes().startswith(b"\xef\xbb\xbf") == mark
        assert read(self.text) == expected, (text, self.text)
        assert self.text.count("\r") == (self.text.count("\n") if "\r" in text else 0)
        nothing_else_moved(text, self.text, place)
        self.data = expected
        self.states_are_as_predicted()

    def record(self) -> tuple[Ran, Any, Sequence[str | int]]:
        number = self.random.randrange(len(self.data["measures"]))
        day = f"2025-{self.random.choice(['09', '10'])}-{self.random.randint(1, 28):02}"
        event = {"date": day, **self.random.choice(EVENTS)}
        ref = self.random.choice([f"1.{number + 1}", f"demo-01/{self.data['measures'][number]['id']}"])
        ran = run_here(self.root, "record", ref, event["event"], *options(event), "--force", "--as-of", DAY.isoformat())
        expected = read(self.text) if ran.code else json.loads(json.dumps(self.data))
        if not ran.code:
            measure = expected["measures"][number]
            there = measure.get("events") or []
            place = max((n + 1 for n, old in enumerate(there) if old["date"] <= event["date"]), default=0)
            measure["events"] = [*there[:place], event, *there[place:]]
        return ran, expected, ("measures", number, "events")

    def set(self) -> tuple[Ran, Any, Sequence[str | int]]:
        number = self.random.choice([None, *range(len(self.data["measures"]))])
        field = self.random.choice(OF_ISSUE if number is None else OF_MEASURE)
        value = self.random.choice(VALUES[field])
        ref = "1" if number is None else f"1.{number + 1}"
        ran = run_here(self.root, "set", "--force", "--as-of", DAY.isoformat(), "--", ref, field, value)
        expected = json.loads(json.dumps(self.data))
        record = expected if number is None else expected["measures"][number]
        record.pop(field, None) if not value else record.update({field: READ_AS.get(value, value)})
        return ran, expected, (field,) if number is None else ("measures", number, field)

    def states_are_as_predicted(self) -> None:
        (inspection,) = json.loads(run_here(self.root, "status", "--format", "json", "--as-of", DAY.isoformat()).out)[
            "inspections"
        ]
        states = [measure["state"] for measure in inspection["issues"][0]["measures"]]
        assert states == [state(measure.get("events") or []) for measure in self.data["measures"]]


def nothing_else_moved(before: str, after: str, route: Sequence[str | int]) -> None:
    """All that stands outside of the value at the route is as it was, and so are the comments behind it."""
    taken, brought = kept(before, after)
    if route[-1] == "events":
        assert re.sub(r"~|null|\[\]", "", taken).strip() in brought
        return
    key, value = pair_at(yaml.compose(before, yaml.BaseLoader), route)
    if key is None:
        assert not taken
        return
    first = max(before.rfind(mark, 0, key.start_mark.index) for mark in ",\n{") + 1
    last = max(value.end_mark.index, key.end_mark.index)  # an alias is the node that it stands for
    if getattr(value, "style", None) not in {"|", ">"}:
        last = (before + "\n").index("\n", last)
    assert before[: first - 1] == after[: first - 1]
    assert after.endswith(before[last + 1 :])
    if brought and value.id == "scalar":
        assert brought.count("#") >= taken.count("#") - value.value.count("#")


def pair_at(node: Any, route: Sequence[str | int]) -> tuple[Any, Any]:
    """The key and the value at a route, by another way than ours; None where there is none."""
    for step in route[:-1]:
        node = node.value[step] if isinstance(step, int) else {k.value: v for k, v in node.value}[step]
    return next(((key, value) for key, value in node.value if key.value == route[-1]), (None, None))


@pytest.mark.parametrize("seed", range(4))
def test_a_random_edit_changes_what_it_says_and_no_other_byte(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    book = Book(tmp_path, random)
    for number in range(STEPS // 4):
        if number and not number % PER_FILE:
            book.begin()
        book.step()
    assert book.written > 20 * book.refused
