"""What options choose from."""

from enum import StrEnum


class Format(StrEnum):
    """What most commands print."""

    TEXT = "text"
    JSON = "json"


class DiffFormat(StrEnum):
    """What comparisons print."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


class LintFormat(StrEnum):
    """What `lint` prints."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"


class Export(StrEnum):
    """What a ledger is exported to."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"


class By(StrEnum):
    """What lists are grouped by."""

    OWNER = "owner"
    LEADER = "leader"


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
