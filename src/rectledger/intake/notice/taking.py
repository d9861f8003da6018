"""A notice to records: read, outlined, made into files, rendered again and compared."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from rectledger.diagnostics import Problem
from rectledger.facts.privacy import private_names
from rectledger.facts.relative_time import absolute, relative_times
from rectledger.intake.masking import tell_masked
from rectledger.intake.notice.compare import tell_differences
from rectledger.intake.notice.events import Recorder
from rectledger.intake.notice.frame import take_frame
from rectledger.intake.notice.labels import labelled
from rectledger.intake.notice.opening import Opening, missing, opening_of
from rectledger.intake.notice.outline import Outline
from rectledger.intake.notice.records import Records
from rectledger.intake.notice.residue import cleaned
from rectledger.intake.notice.shape import NoticeWords
from rectledger.intake.parties import Parties
from rectledger.intake.passage import Passage, Report, joined
from rectledger.model.ledger import Ledger
from rectledger.source.emit import Value
from rectledger.source.prose import Prose


class Taken(Struct, frozen=True):
    """What a source becomes: new files by path, new parties, and what is to be said about it."""

    files: Mapping[str, str]
    parties: tuple[dict[str, Value], ...]
    problems: tuple[Problem, ...]


Render = Callable[[Mapping[str, str], tuple[dict[str, Value], ...], date], str | None]
"""Renders the notice of new files and parties on a day; None where that is not possible."""


def take_notice(prose: Prose, ledger: Ledger, ident: str, day: date, render: Render) -> Taken:
    """Take a notice as a new inspection. What cannot be known is told, and nothing is guessed for it."""
    report = Report(prose.name, prose.lines)
    report.problems += [Problem(prose.name, found.span, found.key, found.values) for found in prose.findings]
    lines = list(report.passages(cleaned(report)))
    words = outline_of(lines, report)
    opening = opening_of(words, report)
    lacking = missing(opening, words)
    for what in lacking:
        report.tell("RL650", lines[0] if lines else Passage("", 0), what=what)
    if lacking:
        return Taken({}, (), tuple(report.problems))
    return _recorded(prose, ledger, ident, day, render, (lines, words, opening, report))


def outline_of(lines: list[Passage], report: Report) -> NoticeWords:
    """The parts of a notice."""
    words = NoticeWords()
    left = take_frame(lines, words)
    Outline(words, report, [labelled(line) for line in left]).read()
    return words


def _recorded(
    prose: Prose,
    ledger: Ledger,
    ident: str,
    day: date,
    render: Render,
    read: tuple[list[Passage], NoticeWords, Opening, Report],
) -> Taken:
    lines, words, opening, report = read
    first = lines[0] if lines else Passage("", 0)
    parties = Parties(ledger)
    names = private_names(ledger)
    recorder = Recorder(opening.date or day, parties, report)
    imported: Value = {"file": prose.name, "sha256": prose.sha256, "date": day.isoformat()}
    records = Records(ident, words, opening, parties, report, recorder, names, imported)
    files = dict(records.issues())
    path, text = records.inspection()
    for party in parties.new:
        report.tell("RL657", _place_of(str(party["name"]), lines) or first, name=party["name"], id=party["id"])
    _tell_words(words, opening, report)
    for line in lines:
        tell_masked(line, names, report)
    files = {path: text, **files}
    new = tuple(parties.new)
    if (rendered := render(files, new, opening.date or day)) is not None:
        tell_differences(list(_whole(lines, words, report)), rendered, report)
    return Taken(files, new, tuple(report.problems))


def _whole(lines: list[Passage], words: NoticeWords, report: Report) -> Iterator[Passage]:
    """The lines as they are compared: a title, and what is about one issue, is one however many lines it takes."""
    parts = [(part[0].start, part[-1].end) for part in (words.title, *(i.body for i in words.issues)) if part]
    ranges = iter(sorted(parts))
    current = next(ranges, None)
    gathered: list[Passage] = []
    for line in [*lines, Passage("", lines[-1].end + 1 if lines else 0)]:
        while current and line.start > current[1]:
            yield from _as_one(gathered, report)
            gathered, current = [], next(ranges, None)
        if current and line.end >= current[0]:
            gathered.append(line)
        else:
            yield line


def _as_one(lines: list[Passage], report: Report) -> Iterator[Passage]:
    """Lines that a notice prints as one; that is told where they are several."""
    full = [line for line in lines if line]
    for line in full if len(full) > 1 else ():
        report.tell("RL648.joined", line.cut(0))
    if full:
        yield joined(full)


def _place_of(name: str, lines: list[Passage]) -> Passage | None:
    for line in lines:
        if (at := line.text.find(name)) >= 0:
            return line.cut(at, at + len(name))
    return None


def _tell_words(words: NoticeWords, opening: Opening, report: Report) -> None:
    """Say which words of the public texts mean another time when they are read on another day."""
    for passage in _public(words):
        for word in relative_times(passage.value):
            at = passage.text.find(word)
            place = passage.cut(at, at + len(word)) if at >= 0 else passage.cut(0, 20)
            form = absolute(word, opening.date) if opening.date else None
            report.tell("RL647" if form else "RL647.open", place, word=word, **({"absolute": form} if form else {}))


def _public(words: NoticeWords) -> Iterator[Passage]:
    yield from words.organisation
    for issue in words.issues:
        yield issue.title
        yield from issue.body
    yield from words.next_steps
