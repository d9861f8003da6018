"""Options that several commands share, worded once. Chinese first, English beside it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from rectledger.messages import Language


@dataclass(frozen=True, slots=True)
class Globals:
    """What is said before the command."""

    folder: Path
    language: Language | None
    no_cache: bool


AsOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        envvar="RECTLEDGER_AS_OF",
        help="按哪一天判断，默认今天 · the day that judges; default today",
    ),
]
At: TypeAlias = Annotated[
    str | None,
    typer.Option("--at", metavar="REV", help="读取 git 某一版本的台账 · read the ledger from a git revision"),
]


DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help="只显示会改什么 · show what would change, and write nothing")
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="有警告也写（有错误不写） · write in spite of warnings, never of errors")
]
Yes: TypeAlias = Annotated[bool, typer.Option("--yes", help="照此办理 · do it")]


class Format(StrEnum):
    """What most commands print."""

    TEXT = "text"
    JSON = "json"


class LintFormat(StrEnum):
    """What `lint` prints."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


class TableFormat(StrEnum):
    """What commands with tables print."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"


FORMAT_HELP = "输出格式 · output format"
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help=FORMAT_HELP)]
TableOption: TypeAlias = Annotated[TableFormat, typer.Option("--format", help=FORMAT_HELP)]


class Export(StrEnum):
    """What a ledger is exported to."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"


class Grouping(StrEnum):
    """What `status` counts measures by."""

    OWNER = "owner"
    LEADER = "leader"
    HEADING = "heading"
    STATE = "state"


class By(StrEnum):
    """What lists are grouped by."""

    OWNER = "owner"
    LEADER = "leader"


ByOption: TypeAlias = Annotated[By | None, typer.Option("--by", help="按此分组 · group by this")]


class FailOn(StrEnum):
    """From which weight on a finding makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Profile(StrEnum):
    """Presets for a new ledger, named after what an inspection's `source` may be."""

    PARTY_INSPECTION = "party-inspection"
    ENVIRONMENTAL = "environmental"
    AUDIT = "audit"
    SAFETY = "safety"


class Forge(StrEnum):
    """Where the repository will be kept, and checked."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
