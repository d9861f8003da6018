"""What of an inspection is published, heading by heading."""

from collections.abc import Sequence

from msgspec import Struct

from rectledger.facts.records import InspectionFacts, IssueFacts
from rectledger.facts.state import CLOSING, State, combined


class Chapter(Struct, frozen=True):
    """A heading's text and the published issues below it."""

    text: str
    issues: tuple[IssueFacts, ...]

    @property
    def state(self) -> State:
        """Where the heading stands."""
        return heading_state([issue.state for issue in self.issues])


def heading_state(states: Sequence[State]) -> State:
    """A heading is closed when all its issues are; else it stands as an issue whose measures stood like its issues.

    In that count an issue that is closed, or for which closure was requested, is complete.
    """
    if states and set(states) == {State.CLOSED}:
        return State.CLOSED
    return combined([State.COMPLETE if state in CLOSING else state for state in states])


def chapters(inspection: InspectionFacts, *, omitted: bool = False) -> tuple[Chapter, ...]:
    """The headings that the public reads; `omitted` adds what is kept from it, for those who only count.

    A heading all of whose issues are omitted is left out, as if it were not there. One that never
    had an issue stays: the finding was made, and silence about it should be seen before it is printed.
    Issues of an unknown heading come last, under its id.
    """
    listed = inspection.inspection.headings
    below: dict[int, list[IssueFacts]] = {position: [] for position in range(len(listed))}
    for issue in inspection.issues:
        below.setdefault(inspection.inspection.position(issue.issue.heading), []).append(issue)
    return tuple(
        Chapter(listed[position].text if position < len(listed) else issues[0].issue.heading, shown)
        for position, issues in below.items()
        if (shown := tuple(issue for issue in issues if issue.published or omitted)) or not issues
    )
