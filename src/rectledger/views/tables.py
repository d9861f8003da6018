"""Statistics as tables: issues or measures counted by state, row by row, with a total."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from rectledger.facts.records import IssueFacts, MeasureFacts
from rectledger.facts.state import State
from rectledger.facts.statistics import Statistics, percent, standing
from rectledger.views.chinese import bare
from rectledger.views.measure_rows import requirement_words
from rectledger.views.subject import Subject

HIDDEN = "按规定不公开"
TOTAL = "合计"
UNSTATED = "未注明"
_CLASSES = ("immediate", "dated", "phased", "sustained", None)
Counted = TypeVar("Counted", bound=IssueFacts | MeasureFacts)


class CountRow(Struct, frozen=True):
    """A row: what is counted, how many, and how many of them in each state."""

    name: str
    total: int
    done: int
    """Complete, under closure or closed."""
    closed: int
    partial: int
    in_progress: int
    not_started: int
    transferred: int
    deferred: int
    overdue: int
    rate: str


class CountTable(Struct, frozen=True):
    """Rows under a title that names the level; the last row is the total."""

    title: str
    by: str
    """What the rows stand for, as the head of the first column."""
    rows: tuple[CountRow, ...]


def count_tables(subject: Subject) -> tuple[CountTable, ...]:
    """Issues by heading and by class, measures by owner. What is omitted, where it counts, is a row without a name."""
    return tuple(
        table for table in (_by_heading(subject), _by_owner(subject), _by_requirement(subject)) if table.rows[-1].total
    )


def _by_heading(subject: Subject) -> CountTable:
    groups = [(bare(chapter.text), chapter.issues) for chapter in subject.chapters if chapter.issues]
    return _of_issues(subject, "按反馈问题统计（单位：个问题）", "反馈问题", groups)


def _by_requirement(subject: Subject) -> CountTable:
    groups = _grouped((issue.issue.requirement or "", issue) for issue in subject.issues)
    ordered = sorted(groups.values(), key=lambda issues: _CLASSES.index(issues[0].issue.requirement))
    rows = [(requirement_words(issues[0]) or UNSTATED, issues) for issues in ordered]
    return _of_issues(subject, "按整改要求统计（单位：个问题）", "整改要求", rows)


def _by_owner(subject: Subject) -> CountTable:
    groups = _grouped((measure.owner, measure) for issue in subject.issues for measure in issue.measures)
    named = [(subject.name(owner), measures) for owner, measures in groups.items()]
    hidden = [measure for issue in subject.counted_omitted for measure in issue.measures]
    rows = [(name, measures, [measure.state for measure in measures]) for name, measures in _with(named, hidden)]
    return _table(subject, "按责任单位统计（单位：项措施）", "责任单位", rows)


def _of_issues(subject: Subject, title: str, by: str, groups: Sequence[tuple[str, Sequence[IssueFacts]]]) -> CountTable:
    day = subject.facts.day
    rows = [
        (name, issues, [standing(issue, day) for issue in issues])
        for name, issues in _with(groups, subject.counted_omitted)
    ]
    return _table(subject, title, by, rows)


def _grouped(pairs: Iterable[tuple[str, Counted]]) -> Mapping[str, list[Counted]]:
    """What belongs to each key, in the order of first appearance."""
    groups: dict[str, list[Counted]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return groups


def _with(
    groups: Sequence[tuple[str, Sequence[Counted]]], hidden: Sequence[Counted]
) -> list[tuple[str, Sequence[Counted]]]:
    """The groups, what is omitted, and everything together."""
    rows: list[tuple[str, Sequence[Counted]]] = [*groups]
    if hidden:
        rows.append((HIDDEN, hidden))
    every: list[Counted] = [one for _, ones in rows for one in ones]
    return [*rows, (TOTAL, every)]


def _table(
    subject: Subject, title: str, by: str, rows: Iterable[tuple[str, Sequence[Counted], Sequence[State]]]
) -> CountTable:
    decimals = subject.facts.ledger.settings.policy.percent_decimals
    return CountTable(
        title, by, tuple(_row(name, sum(one.overdue for one in ones), states, decimals) for name, ones, states in rows)
    )


def _row(name: str, overdue: int, states: Sequence[State], decimals: int) -> CountRow:
    figures = Statistics(states)
    return CountRow(
        name=name,
        total=figures.total,
        done=figures.done,
        closed=figures.counts[State.CLOSED],
        partial=figures.counts[State.PARTIAL],
        in_progress=figures.counts[State.IN_PROGRESS],
        not_started=figures.counts[State.NOT_STARTED],
        transferred=figures.counts[State.TRANSFERRED],
        deferred=figures.counts[State.DEFERRED],
        overdue=overdue,
        rate=percent(figures.done, figures.total, decimals) if figures.total else "",
    )
