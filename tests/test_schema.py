"""The JSON Schemas for editors: they agree with the model, they have words, and the ledger's own are up to date."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from rectledger.load.kinds import Kind, kind_of
from rectledger.load.record import read_record
from rectledger.load.shapes import MODELS
from rectledger.load.taking import NotTakenError, taker
from rectledger.messages import Language, catalogue
from rectledger.model.base import Record, RefusedError, keys_of, parse_identifier, types_of
from rectledger.model.due import parse_due
from rectledger.model.events import Evidence, one_or_many
from rectledger.render.checks import SHAPES
from rectledger.render.schema import label_of, name_of, schemas, words_of
from rectledger.rules import BY_CODE
from rectledger.rules.registry import Rule
from rectledger.source.yaml import parse
from tests.fences import example_of, fences_of
from tests.ledgers import base_files
from tests.program import REPOSITORY, run, write
from tests.records import issue_data

NAMES = {
    Kind.SETTINGS: "ledger.json",
    Kind.PARTIES: "parties.json",
    Kind.INSPECTION: "inspection.json",
    Kind.ISSUE: "issue.json",
    Kind.CALENDAR: "calendar.json",
    Kind.LAYOUT: "view.json",
}
SCHEMAS = {kind: json.loads(schemas(Language.ZH)[name]) for kind, name in NAMES.items()}
INTEGER = re.compile(r"[-+]?[0-9]+")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def kind_at(file: str) -> Kind:
    kind = kind_of(file)
    assert kind
    return kind


def own_files() -> dict[str, bytes]:
    """The files of the worked ledger."""
    found = [path for top in ("ledger", "issues") for path in sorted((REPOSITORY / top).rglob("*.yaml"))]
    return {path.relative_to(REPOSITORY).as_posix(): path.read_bytes() for path in found}


def example_files(rule: Rule) -> Iterator[tuple[str, bytes]]:
    """The files of a rule's examples that an editor would open with a schema."""
    for fence in fences_of(rule.page):
        if fence.language == "yaml" and fence.encoding == "utf-8":
            yield from ((file, data) for file, data in example_of(fence).files().items() if kind_of(file))


def as_editors_read(data: Any) -> Any:
    """What the loader reads as text, with the numbers and booleans that YAML 1.2 makes of plain scalars."""
    if isinstance(data, dict):
        return {key: as_editors_read(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_editors_read(item) for item in data]
    if data in ("true", "false"):
        return data == "true"
    if isinstance(data, str) and NUMBER.fullmatch(data):
        return int(data) if INTEGER.fullmatch(data) else float(data)
    return data


def refusals(kind: Kind, data: Any) -> list[str]:
    """What a schema says about data as the loader reads it, with every scalar plain."""
    return [error.message for error in Draft7Validator(SCHEMAS[kind]).iter_errors(as_editors_read(data))]


def is_taken(read: Callable[[Any], object], value: object) -> bool:
    """Whether the model takes a value."""
    try:
        read(value)
    except (NotTakenError, RefusedError):
        return False
    return True


# Agreement with the model

EXAMPLES = [
    (kind_at(file), data.decode())
    for file, data in [*own_files().items(), *((file, text.encode()) for file, text in base_files().items())]
]


@pytest.mark.parametrize("kind", Kind)
def test_they_are_draft_7(kind: Kind) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("file", own_files())
def test_the_worked_ledger_is_valid(file: str) -> None:
    assert refusals(kind_at(file), parse(own_files()[file].decode())[0]) == []


@pytest.mark.parametrize("place", sorted((REPOSITORY / "src/rectledger/calendars").iterdir()), ids=lambda p: p.stem)
def test_the_shipped_calendars_are_valid(place: Path) -> None:
    assert refusals(Kind.CALENDAR, parse(place.read_text(encoding="utf-8"))[0]) == []


@pytest.mark.parametrize("rule", BY_CODE.values(), ids=lambda rule: rule.code)
def test_what_loads_of_the_rules_examples_is_valid(rule: Rule) -> None:
    loading = [(file, data) for file, data in example_files(rule) if read_record(kind_at(file), file, data).record]
    assert [file for file, data in loading if refusals(kind_at(file), parse(data.decode())[0])] == []


@pytest.mark.parametrize("code", ["RL005", "RL006", "RL007", "RL008", "RL010"])
def test_what_the_model_refuses_is_refused(code: str) -> None:
    bad = [(f, data) for f, data in example_files(BY_CODE[code]) if not read_record(kind_at(f), f, data).record]
    assert bad
    assert [file for file, data in bad if not refusals(kind_at(file), parse(data.decode())[0])] == []


@given(issue_data())
def test_generated_issues_are_valid(data: dict[str, Any]) -> None:
    assert refusals(Kind.ISSUE, data) == []
    assert Draft7Validator(SCHEMAS[Kind.ISSUE]).is_valid(data)  # every scalar in quotes


VALUES: list[Any] = [
    "",
    "4",
    "2025",
    "2025-06",
    "2025-06-30",
    "12e4",
    "clock.report",
    "24h",
    "word",
    None,
    [],
    ["4"],
    {},
]


@given(st.data())
def test_a_file_with_another_value_is_valid_where_the_model_takes_it(data: st.DataObject) -> None:
    kind, text = data.draw(st.sampled_from(EXAMPLES))
    values: Any = parse(text)[0]
    holder, step = data.draw(st.sampled_from(list(steps(values))))
    if data.draw(st.booleans()):
        holder[step] = data.draw(st.sampled_from(VALUES))
    else:
        del holder[step]
    if is_taken(taker(MODELS[kind]), values):
        assert refusals(kind, values) == []


def steps(values: Any) -> Iterator[tuple[Any, Any]]:
    """Every value within values, as what holds it and where."""
    for step, value in values.items() if isinstance(values, dict) else enumerate(values):
        yield values, step
        if isinstance(value, dict | list):
            yield from steps(value)


@pytest.mark.parametrize("read", SHAPES, ids=lambda read: read.__name__)
@given(
    value=st.text("0123456789-+.:/\\ abcdefhkmnopwx一\n", max_size=12)
    | st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
    | st.dates().map(str)
    | st.sampled_from(["true", "false"])
)
def test_a_value_is_valid_where_the_model_takes_it(read: Callable[[Any], object], value: str) -> None:
    model = parse_identifier if read is one_or_many else read
    if is_taken(model, value):
        validator = Draft7Validator(SHAPES[read])
        assert validator.is_valid(value)
        assert validator.is_valid(as_editors_read(value)) or value in ("true", "false")


@pytest.mark.parametrize(
    ("due", "valid"),
    [
        ("2025-06-30", True),
        ("2025-06", True),
        (2025, True),
        ("2025", True),
        ("feedback+3m", True),
        ("feedback+15wd", True),
        ("clock.report", True),
        ("pending: 批复", True),
        ({"pending": "批复"}, True),
        ({"pendin": "批复"}, False),
        ("2025-13", False),
        ("2025年底前", False),
        ("feedback + 3m", False),
        (20250630, False),
        ("soon", False),
    ],
)
def test_a_deadline(due: object, valid: bool) -> None:
    assert Draft7Validator(SCHEMAS[Kind.ISSUE]["properties"]["due"]).is_valid(due) == valid


@pytest.mark.parametrize(
    ("evidence", "valid"),
    [
        ({"document": "一号"}, True),
        ({"file": "a/b.pdf", "sha256": "0" * 64}, True),
        ({"file": "a/b.pdf"}, False),
        ({"sha256": "0" * 64}, False),
        ({"document": "一号", "file": "a/b.pdf", "sha256": "0" * 64}, False),
        ({"document": "一号", "file": None, "sha256": None}, True),
        ({"note": "无"}, False),
        ({"file": "../b.pdf", "sha256": "0" * 64}, False),
        ({"file": "C:/b.pdf", "sha256": "0" * 64}, False),
    ],
)
def test_evidence_is_a_file_or_a_document(evidence: dict[str, object], valid: bool) -> None:
    assert Draft7Validator(SCHEMAS[Kind.ISSUE]["definitions"]["evidence"]).is_valid(evidence) == valid
    assert is_taken(taker(Evidence), evidence) == valid


# Words


def records(of: type[Record] = Record) -> Iterator[type[Record]]:
    """Every record of the model."""
    for model in of.__subclasses__():
        yield from records(model)
        if not model.__name__.startswith("_"):
            yield model


def choices(annotation: Any) -> Iterator[str]:
    """The words that a value of a type can be."""
    for part in get_args(annotation):
        yield from [part] if isinstance(part, str) else choices(part)


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a schema."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from nodes(part)


def test_no_word_is_left_over() -> None:
    fields = [(model, key, types_of(model)[name]) for model in records() for name, key in keys_of(model).items()]
    used = {words_of(model, key) for model, key, _ in fields} | {f"schema.{name_of(model)}" for model in records()}
    used |= {label_of(model, key, value) for model, key, wanted in fields for value in choices(wanted)}
    used |= {snippet["description"] for snippet in SHAPES[parse_due]["defaultSnippets"]}
    known = {key for key in catalogue() if key.startswith("schema.")}
    assert known - used == {"schema.null", "schema.event"}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", Language)
def test_every_key_has_a_title_and_a_description(kind: Kind, language: Language) -> None:
    found = [node for node in nodes(json.loads(schemas(language)[NAMES[kind]])) if isinstance(node.get("title"), str)]
    assert len(found) > 3
    assert [node["title"] for node in found if not node["description"]] == []


def test_every_value_of_a_list_has_a_label() -> None:
    found = [node for kind in Kind for node in nodes(SCHEMAS[kind]) if "enum" in node]
    assert found
    assert [node["enum"] for node in found if len(node["enum"]) > len(node["markdownEnumDescriptions"])] == []


# Files


@pytest.mark.parametrize("name", NAMES.values())
def test_the_ledgers_own_are_up_to_date(name: str) -> None:
    assert (REPOSITORY / "ledger/schema" / name).read_text(encoding="utf-8") == schemas(Language.ZH)[name]


@pytest.mark.parametrize("file", own_files())
def test_the_first_line_of_a_file_names_its_schema(file: str) -> None:
    first = own_files()[file].decode().splitlines()[0]
    named = (REPOSITORY / file).parent / first.removeprefix("# yaml-language-server: $schema=")
    assert named.resolve() == REPOSITORY / "ledger/schema" / NAMES[kind_at(file)]


def test_the_command_writes_what_changed_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, base_files())
    first = run("schema", folder=tmp_path)
    assert (first.code, first.out.splitlines()) == (0, [f"ledger/schema/{name}" for name in NAMES.values()])
    assert run("schema", folder=tmp_path).out == ""
    issue = tmp_path / "ledger/schema/issue.json"
    assert issue.read_text(encoding="utf-8") == schemas(Language.ZH)["issue.json"]
    assert run("--lang", "en", "schema", folder=tmp_path).code == 0
    assert json.loads(issue.read_bytes())["properties"]["owner"]["title"] == "owner"
    assert run("lint", folder=tmp_path).code == 0


def test_a_broken_ledger_gets_its_schemas_all_the_same(tmp_path: Path) -> None:
    write(tmp_path, {"ledger/ledger.yaml": "schema: [", "ledger/schema/issue.json": b"\xff"})
    assert run("schema", folder=tmp_path).code == 0
    assert json.loads((tmp_path / "ledger/schema/issue.json").read_bytes())["title"] == "问题"


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), "ledger/schema": "a file"})
    ran = run("schema", folder=tmp_path)
    assert ran.code == 2
    assert "ledger/schema" in ran.err
