"""What happened, each kind with its own keys. Events are appended and never changed."""

import re
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from rectledger.model.base import Count, Day, Identifier, OptionalList, Record, refuse


def parse_path(value: str) -> str:
    """A path that stays inside the repository. Raises PydanticCustomError for any other."""
    parts = re.split(r"[/\\]", value)
    if ".." in parts or parts[0] == "" or ":" in parts[0] or "\\" in value:
        raise refuse("RL008.path", value=value)
    return value


def parse_digest(value: str) -> str:
    """A SHA-256 in lower case. Raises PydanticCustomError for anything else."""
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise refuse("RL008.sha256", value=value)
    return value


class Evidence(Record):
    """佐证材料: a file of the repository with its SHA-256, or the number of a document."""

    file: Annotated[str, AfterValidator(parse_path)] | None = None
    sha256: Annotated[str, AfterValidator(parse_digest)] | None = None
    document: str | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Evidence":
        if (self.file is None) == (self.document is None):
            raise refuse("RL006.evidence")
        if (self.file is None) != (self.sha256 is None):
            raise refuse("RL006.key", missing="sha256" if self.file else "file")
        return self


class _Event(Record):
    on_measure: ClassVar[bool] = True
    on_issue: ClassVar[bool] = True

    date: Day
    event: str
    note: str | None = None
    by: Identifier | None = None
    document: str | None = None
    evidence: Annotated[tuple[Evidence, ...], OptionalList] = ()


class Progress(_Event):
    """Work went on."""

    on_issue = False
    event: Literal["progress"]
    note: str
    counts: Count = 0
    """How many it adds to the measure's quota."""


class Completed(_Event):
    """The doer's claim that a measure is done, in part or in full."""

    on_issue = False
    event: Literal["completed"]
    extent: Literal["partial", "full"]
    left: str | None = None
    """What is left to do, of a partial completion."""

    @model_validator(mode="after")
    def _says_what_is_left(self) -> "Completed":
        if self.extent == "partial" and self.left is None:
            raise refuse("RL006.key", missing="left")
        return self


class Extended(_Event):
    """The deadline was moved, with somebody's approval."""

    event: Literal["extended"]
    until: Day
    reason: str
    approved_by: Identifier


class Deferred(_Event):
    """The work was put off."""

    event: Literal["deferred"]
    reason: str
    approved_by: Identifier
    until: Day | None = None


class PlanChanged(_Event):
    """Another way to closure was asked for (销号方案调整)."""

    event: Literal["plan-changed"]
    request: str
    decision: Literal["pending", "approved", "refused"] = "pending"


class Transferred(_Event):
    """The work was handed to another authority."""

    event: Literal["transferred"]
    to: Identifier
    document: str
    """The document's number, or `none` with a note that says why."""


class HandedOver(_Event):
    """One person took over from another."""

    event: Literal["handed-over"]
    from_: Annotated[Identifier, Field(alias="from")]
    to: Identifier


class Supervised(_Event):
    """Somebody asked for an answer (督办)."""

    event: Literal["supervised"]
    by: Identifier
    answer_by: Day | None = None


def one_or_many(value: object) -> object:
    """A list of one where there is only the one."""
    return [value] if isinstance(value, str) else value


class Warned(_Event):
    """A warning letter went out."""

    event: Literal["warned"]
    level: Literal["green", "yellow", "red"]
    to: Annotated[tuple[Identifier, ...], BeforeValidator(one_or_many)]


class ClosureRequested(_Event):
    """Closure was applied for."""

    on_measure = False
    event: Literal["closure-requested"]
    by: Identifier


class ClosureRejected(_Event):
    """The application was sent back."""

    on_measure = False
    event: Literal["closure-rejected"]
    by: Identifier
    reason: str


class Closed(_Event):
    """The overseer's signature."""

    on_measure = False
    event: Literal["closed"]
    by: Identifier
    outcome: Literal["implemented", "withdrawn"] = "implemented"


class FollowedUp(_Event):
    """Somebody looked whether it has come back (回头看)."""

    on_measure = False
    event: Literal["followed-up"]
    by: Identifier
    result: Literal["held", "relapsed"]


class Reopened(_Event):
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


def _of_measure(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return _placed(events, "on_measure")


def _of_issue(events: tuple[Event, ...]) -> tuple[Event, ...]:
    return _placed(events, "on_issue")


def _placed(events: tuple[Event, ...], where: str) -> tuple[Event, ...]:
    for position, event in enumerate(events):
        if not getattr(event, where):
            raise refuse(f"RL008.{where}", value=event.event, position=position)
    return events


_AnyEvent = Annotated[Event, Field(discriminator="event")]
MeasureEvents = Annotated[tuple[_AnyEvent, ...], OptionalList, AfterValidator(_of_measure)]
IssueEvents = Annotated[tuple[_AnyEvent, ...], OptionalList, AfterValidator(_of_issue)]
