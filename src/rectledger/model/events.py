"""What happened, each kind with its own keys. Events are appended and never changed."""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, TypeAlias, get_args

from rectledger.model.base import After, Before, Count, Day, Identifier, OptionalList, Record, RefusedError, types_of


def parse_path(value: str) -> str:
    """A path that stays inside the repository. Raises RefusedError for any other."""
    parts = re.split(r"[/\\]", value)
    if ".." in parts or parts[0] == "" or ":" in parts[0] or "\\" in value:
        raise RefusedError("RL008.path", value=value)
    return value


def parse_digest(value: str) -> str:
    """A SHA-256 in lower case. Raises RefusedError for anything else."""
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise RefusedError("RL008.sha256", value=value)
    return value


class Evidence(Record, frozen=True, kw_only=True):
    """佐证材料: a file of the repository with its SHA-256, or the number of a document."""

    file: Annotated[str, After(parse_path)] | None = None
    sha256: Annotated[str, After(parse_digest)] | None = None
    document: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if (self.file is None) == (self.document is None):
            raise RefusedError("RL006.evidence")
        if (self.file is None) != (self.sha256 is None):
            raise RefusedError("RL006.key", missing="sha256" if self.file else "file")


class _Event(Record, frozen=True, kw_only=True):
    on_measure: ClassVar[bool] = True
    on_issue: ClassVar[bool] = True

    date: Day
    event: str
    note: str | None = None
    by: Identifier | None = None
    document: str | None = None
    evidence: Annotated[tuple[Evidence, ...], OptionalList] = ()


class Progress(_Event, frozen=True, kw_only=True):
    """Work went on."""

    on_issue = False
    event: Literal["progress"]
    note: str
    counts: Count = 0
    """How many it adds to the measure's quota."""


class Completed(_Event, frozen=True, kw_only=True):
    """The doer's claim that a measure is done, in part or in full."""

    on_issue = False
    event: Literal["completed"]
    extent: Literal["partial", "full"]
    left: str | None = None
    """What is left to do, of a partial completion."""

    def __post_init__(self) -> None:
        if self.extent == "partial" and self.left is None:
            raise RefusedError("RL006.key", missing="left")


class Extended(_Event, frozen=True, kw_only=True):
    """The deadline was moved, with somebody's approval."""

    event: Literal["extended"]
    until: Day
    reason: str
    approved_by: Identifier


class Deferred(_Event, frozen=True, kw_only=True):
    """The work was put off."""

    event: Literal["deferred"]
    reason: str
    approved_by: Identifier
    until: Day | None = None


class PlanChanged(_Event, frozen=True, kw_only=True):
    """Another way to closure was asked for (销号方案调整)."""

    event: Literal["plan-changed"]
    request: str
    decision: Literal["pending", "approved", "refused"] = "pending"


class Transferred(_Event, frozen=True, kw_only=True):
    """The work was handed to another authority."""

    event: Literal["transferred"]
    to: Identifier
    document: str
    """The document's number, or `none` with a note that says why."""


class HandedOver(_Event, frozen=True, kw_only=True):
    """One person took over from another."""

    event: Literal["handed-over"]
    from_: Identifier
    to: Identifier


class Supervised(_Event, frozen=True, kw_only=True):
    """Somebody asked for an answer (督办)."""

    event: Literal["supervised"]
    by: Identifier
    answer_by: Day | None = None


def one_or_many(value: object) -> object:
    """A list of one where there is only the one."""
    return [value] if isinstance(value, str) else value


class Warned(_Event, frozen=True, kw_only=True):
    """A warning letter went out."""

    event: Literal["warned"]
    level: Literal["green", "yellow", "red"]
    to: Annotated[tuple[Identifier, ...], Before(one_or_many)]


class ClosureRequested(_Event, frozen=True, kw_only=True):
    """Closure was applied for."""

    on_measure = False
    event: Literal["closure-requested"]
    by: Identifier


class ClosureRejected(_Event, frozen=True, kw_only=True):
    """The application was sent back."""

    on_measure = False
    event: Literal["closure-rejected"]
    by: Identifier
    reason: str


class Closed(_Event, frozen=True, kw_only=True):
    """The overseer's signature."""

    on_measure = False
    event: Literal["closed"]
    by: Identifier
    outcome: Literal["implemented", "withdrawn"] = "implemented"


class FollowedUp(_Event, frozen=True, kw_only=True):
    """Somebody looked whether it has come back (回头看)."""

    on_measure = False
    event: Literal["followed-up"]
    by: Identifier
    result: Literal["held", "relapsed"]


class Reopened(_Event, frozen=True, kw_only=True):
    """Work starts again."""

    event: Literal["reopened"]
    by: Identifier
    reason: str


Event: TypeAlias = (
    Progress
    | Completed
    | Extended
    | Deferred
    | PlanChanged
    | Transferred
    | HandedOver
    | Supervised
    | Warned
    | ClosureRequested
    | ClosureRejected
    | Closed
    | FollowedUp
    | Reopened
)


KINDS: Mapping[str, type[Event]] = {get_args(types_of(kind)["event"])[0]: kind for kind in get_args(Event)}
"""The kinds of events by name."""


def _of_measure(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return _placed(events, "on_measure")


def _of_issue(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return _placed(events, "on_issue")


def _placed(events: tuple[Event, ...], where: str) -> tuple[Event, ...]:
    for position, event in enumerate(events):
        if not getattr(KINDS[event.event], where):
            raise RefusedError(f"RL008.{where}", value=event.event, position=position)
    return events


MeasureEvents = Annotated[tuple[Event, ...], OptionalList, After(_of_measure)]
IssueEvents = Annotated[tuple[Event, ...], OptionalList, After(_of_issue)]
