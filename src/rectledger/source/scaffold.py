"""The files that a new ledger starts from: kept in the package as they are written, with `$names` to fill in."""

from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Any

from rectledger.source.emit import STEP, block, flow
from rectledger.source.templates import template_source
from rectledger.source.yaml import parse

_HOME = "scaffold"
_INFRASTRUCTURE = {
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/extensions.json": "vscode/extensions.json",
}
CI_FILES = {
    "github": ".github/workflows/rectledger.yml",
    "gitlab": ".gitlab-ci.yml",
    "gitea": ".gitea/workflows/rectledger.yml",
}
"""Where each forge looks for what CI does, from the repository's top."""


def preset(profile: str) -> dict[str, Any]:
    """A profile's presets: `prefix` of the inspection's id, `title`, `policy`, `clock`."""
    data: Any = parse(_text(f"profiles/{profile}.yaml"))[0]
    return dict(data)


def ledger_files(profile: str, unit: str, language: str, day: str) -> dict[str, str]:
    """The records of a new ledger by path: settings, parties, one inspection whose feedback was on a day."""
    values = preset(profile)
    inspection = f"{values['prefix']}{day[:4]}"
    known = {
        "profile": profile,
        "unit": flow(unit),
        "language": language,
        "day": day,
        "inspection": inspection,
        "title": values["title"],
        "warn": "[" + ", ".join(values["policy"]["warn"]) + "]",
        "clock": "\n".join(" " * STEP + line for line in block(values["clock"])),
    }
    return {
        "ledger/ledger.yaml": _filled("ledger.yaml", known),
        "ledger/parties.yaml": _filled("parties.yaml", known),
        f"ledger/inspections/{inspection}.yaml": _filled("inspection.yaml", known),
        **_calendar(day[:4]),
    }


def surroundings() -> dict[str, str]:
    """What stands around the records: attributes and ignores for git, settings for editors, the notice's template."""
    around = {path: _filled(source, {}) for path, source in _INFRASTRUCTURE.items()}
    return around | {"templates/notice.md.j2": template_source(None, "notice")}


def hooks() -> dict[str, str]:
    """The configuration of pre-commit."""
    return {".pre-commit-config.yaml": _text("pre-commit-config.yaml")}


class _Pipeline(Template):
    """A file for CI, in which `$` belongs to the shell and to the forge."""

    delimiter = "%"


def ci_file(forge: str, folder: str, package: str = "") -> dict[str, str]:
    """What CI does, by its path from the repository's top; `folder` is the ledger's, from there.

    `package` is what pip installs the program from where the forge's variable RECTLEDGER does not say so.
    """
    values = {"folder": flow(folder), "package": package}
    return {CI_FILES[forge]: _Pipeline(_text(f"ci/{forge}.yml")).substitute(values)}


def _calendar(year: str) -> dict[str, str]:
    place = files("rectledger").joinpath("calendars", f"cn-{year}.yaml")
    return {f"ledger/calendars/cn-{year}.yaml": place.read_text(encoding="utf-8")} if place.is_file() else {}


def _filled(name: str, values: Mapping[str, str]) -> str:
    return Template(_text(name)).substitute(values)


def _text(name: str) -> str:
    return files("rectledger").joinpath(_HOME, name).read_text(encoding="utf-8")
