"""Section two of the notice: what became of every finding, in the words of the public."""

from msgspec import Struct

from rectledger.facts.chapters import Chapter
from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.state import State
from rectledger.model.events import Deferred, PlanChanged
from rectledger.model.words import numeral
from rectledger.views.chinese import bare, ended

WORDS = {
    State.NOT_STARTED: "未启动",
    State.IN_PROGRESS: "正在推进",
    State.PARTIAL: "阶段性完成",
    State.COMPLETE: "已完成",
    State.TRANSFERRED: "已移交",
    State.DEFERRED: "暂缓或调整",
    State.CLOSURE_REQUESTED: "已申请销号",
    State.CLOSED: "已销号",
}
"""What the public reads for a state."""


class MeasurePart(Struct, frozen=True):
    """A measure in the notice."""

    number: int
    label: str
    """`（1）`; empty where the issue has only one measure."""
    title: str
    status: str
    text: str
    sentence: str
    """Title, status and text as the inspection's `statuses` wants them."""


class IssuePart(Struct, frozen=True):
    """An issue in the notice."""

    number: int
    title: str
    """A whole sentence."""
    status: str
    measures: tuple[MeasurePart, ...]

    @property
    def progress(self) -> str:
        """Every measure with its number, one behind the other."""
        return "".join(measure.label + measure.sentence for measure in self.measures)


class HeadingPart(Struct, frozen=True):
    """A heading in the notice with its issues."""

    label: str
    """`（一）`."""
    title: str
    """Without a mark at its end."""
    status: str
    issues: tuple[IssuePart, ...]


def heading_part(number: int, chapter: Chapter, statuses: str) -> HeadingPart:
    """A heading as it is printed."""
    return HeadingPart(
        label=f"（{numeral(number)}）",
        title=bare(chapter.text),
        status=WORDS[chapter.state],
        issues=tuple(issue_part(issue, statuses) for issue in chapter.issues),
    )


def issue_part(issue: IssueFacts, statuses: str) -> IssuePart:
    """An issue as it is printed."""
    alone = len(issue.measures) == 1
    measures = tuple(_measure_part(measure, statuses, alone=alone) for measure in issue.measures)
    return IssuePart(issue.number, ended(issue.issue.title), WORDS[issue.state], measures)


def _measure_part(measure: MeasureFacts, statuses: str, *, alone: bool) -> MeasurePart:
    number = measure.position + 1
    title, status = bare(measure.measure.title or ""), status_words(measure)
    text = ended(measure.measure.public_text)
    sentence = _sentence(title, status, text, statuses)
    return MeasurePart(number, "" if alone else f"（{number}）", title, status, text, sentence)


def _sentence(title: str, status: str, text: str, statuses: str) -> str:
    if title:
        return f"{title}{f'，{status}' if statuses != 'none' else ''}。{text}"
    return f"{text}该项措施{status}。" if statuses == "all" else text


def status_words(measure: MeasureFacts) -> str:
    """What the public reads for a measure: of one that is put off, whether that was asked for, granted or ordered."""
    if measure.state is not State.DEFERRED:
        return WORDS[measure.state]
    last = next((e for e in reversed(measure.events) if isinstance(e, Deferred | PlanChanged)), None)
    if isinstance(last, PlanChanged):
        return "销号方案调整待批复" if last.decision == "pending" else "销号方案已调整"
    return "已暂缓"
