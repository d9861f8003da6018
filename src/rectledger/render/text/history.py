"""One issue's past as text: its events, the commits behind them, how its dates moved."""

from collections.abc import Iterator

from rectledger.facts.event_past import Act, Deed, EventPast
from rectledger.facts.records import Facts
from rectledger.messages import Language, say, word
from rectledger.render.colour import style
from rectledger.render.layout import shortened, wrapped
from rectledger.render.text.events import event_details
from rectledger.render.text.slippage import commit_text, slip_lines
from rectledger.views.history import DateMoves, History


def history_text(facts: Facts, history: History, language: Language, width: int) -> str:
    """The dates first, then the events by measure."""
    lines = [*_head(history, language, width), "", *_dates(history, language, width)]
    for measure, pasts in history.groups.items():
        title = measure or say("show.issue-events", language)
        lines += ["", style(title, bold=True)]
        for past in pasts:
            lines += _event(facts, past, language, width)
    if not history.events:
        lines += ["", say("history.no-events", language)]
    return "\n".join(lines) + "\n"


def _head(history: History, language: Language, width: int) -> Iterator[str]:
    yield from (style(line, bold=True) for line in wrapped(f"{history.issue} {history.title}", width))
    yield history.file
    if history.former:
        yield from wrapped(say("history.former", language, {"files": "、".join(history.former)}), width)
    if history.uncommitted:
        yield say("history.uncommitted", language, {"count": history.uncommitted})


def _dates(history: History, language: Language, width: int) -> Iterator[str]:
    if not history.moves:
        yield say("history.unmoved", language)
    for moves in history.moves:
        yield from wrapped(_moves_text(moves, language), width)
    for line in history.slippage.lines:
        yield from (f"  {text}" for text in slip_lines(line, language, width - 2))


def _moves_text(moves: DateMoves, language: Language) -> str:
    values = {
        "ref": moves.ref,
        "times": moves.times,
        "days": f"{moves.days:+,}",
        "first": moves.first,
        "last": moves.last or say("slippage.none", language),
        "unapproved": moves.unapproved,
    }
    return say("history.moved", language, values)


def _event(facts: Facts, past: EventPast, language: Language, width: int) -> Iterator[str]:
    event = past.event
    details = event_details(facts.ledger, event, language)
    words = f"{event.date} {word(f'event.{event.event}', language)}  {details}".rstrip()
    yield from (style(line, strikethrough=past.gone) for line in wrapped(words, width, "  "))
    for act in past.acts:
        yield "    " + shortened(f"{word(f'deed.{act.deed}', language)} {_commit(past, act, language)}", width - 4)


def _commit(past: EventPast, act: Act, language: Language) -> str:
    if act.deed is Deed.LOST:
        return say("history.lost", language)
    days = (act.commit.day - past.event.date).days if act.commit and act.deed is Deed.ADDED else 0
    late = say("history.late", language, {"days": days}) if days > 0 else ""
    return commit_text(act.commit, language, late)
