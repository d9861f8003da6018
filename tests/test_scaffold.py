"""What a new ledger gets for its editors."""

import json
from fnmatch import fnmatch
from importlib.resources import files
from typing import Any

import pytest

from rectledger.load.kinds import Kind, kind_of
from rectledger.messages import Language
from rectledger.render.schema import schemas

VSCODE = files("rectledger") / "scaffold/vscode"
PLACES = {
    Kind.SETTINGS: "ledger/ledger.yaml",
    Kind.PARTIES: "ledger/parties.yaml",
    Kind.INSPECTION: "ledger/inspections/zx2024.yaml",
    Kind.CALENDAR: "ledger/calendars/cn-2027.yaml",
    Kind.ISSUE: "issues/zx2024/zx2024-04.yaml",
}


def read(name: str) -> Any:
    return json.loads((VSCODE / name).read_text(encoding="utf-8"))


def test_every_place_of_the_format_has_its_schema_and_only_one() -> None:
    globs = read("settings.json")["yaml.schemas"]
    assert {
        kind: [schema for schema, glob in globs.items() if fnmatch(place, glob)] for kind, place in PLACES.items()
    } == {
        Kind.SETTINGS: ["ledger/schema/ledger.json"],
        Kind.PARTIES: ["ledger/schema/parties.json"],
        Kind.INSPECTION: ["ledger/schema/inspection.json"],
        Kind.CALENDAR: ["ledger/schema/calendar.json"],
        Kind.ISSUE: ["ledger/schema/issue.json"],
    }
    assert all(kind_of(place) is kind for kind, place in PLACES.items())


@pytest.mark.parametrize(
    "file",
    [
        *("issues/a.yaml", "issues/a/b/c.yaml", "issues//c.yaml", "issues/a/.yaml", "issues/a/b.yml", "issues/a/b"),
        *("ledger/ledger.yml", "ledger/parties", "ledger/other.yaml", "ledger/inspections/a/b.yaml"),
        *("ledger/calendars/cn-25.yaml", "ledger/calendars/2025.yaml", "ledger/calendars/cn-20x5.yaml"),
        *("ledger/views/.yaml", "views/a.yaml", "ledger.yaml", ""),
    ],
)
def test_no_record_belongs_elsewhere(file: str) -> None:
    assert kind_of(file) is None


def test_every_schema_is_written() -> None:
    named = {schema.removeprefix("ledger/schema/") for schema in read("settings.json")["yaml.schemas"]}
    assert named == schemas(Language.ZH).keys()


def test_files_are_kept_as_the_format_asks() -> None:
    settings = read("settings.json")
    assert (settings["files.encoding"], settings["files.eol"]) == ("utf8", "\n")
    assert settings["[yaml]"]["editor.tabSize"] == 2


def test_the_extension_that_reads_schemas_is_recommended() -> None:
    assert read("extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}
