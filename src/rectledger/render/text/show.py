"""One issue as text: words, measures, timeline."""

from collections.abc import Iterable, Iterator

from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.messages import Language, say, word
from rectledger.model.events import Event
from rectledger.render.colour import style
from rectledger.render.layout import clean, wrapped
from rectledger.render.text.events import event_details
from rectledger.render.text.status import COLOURS, days_text
from rectledger.views.items import party_name

_WORDS = ("cause", "goal", "standard", "also_checked")


def show_text(facts: Facts, issue: IssueFacts, measures: Iterable[MeasureFacts], language: Language, width: int) -> str:
    """An issue, or the measures of it that were asked for."""
    lines = [*_head(facts, issue, language, width)]
    for measure in measures:
        lines += ["", *_measure(facts, issue, measure, language, width)]
    events = [event for event in issue.issue.events if event.date <= facts.day]
    if events:
        lines += ["", say("show.issue-events", language), *_timeline(facts, events, language, width)]
    return "\n".join(lines) + "\n"


def _head(facts: Facts, issue: IssueFacts, language: Language, width: int) -> Iterator[str]:
    record = issue.issue
    yield from (style(line, bold=True) for line in wrapped(f"{issue.ref} {record.title}", width))
    yield f"{issue.file}"
    due = _due(issue.due, issue.days_left if issue.any_running else None, language)
    yield f"{word(f'state.{issue.state}', language)} · {due}"
    heading = next((h.text for h in issue.inspection.headings if h.id == record.heading), record.heading)
    yield from _field("heading", heading, language, width)
    yield from _field("owner", party_name(facts, record.owner), language, width)
    if record.leader:
        yield from _field("leader", party_name(facts, record.leader), language, width)
    if record.support:
        yield from _field("support", "、".join(party_name(facts, p) for p in record.support), language, width)
    if record.requirement:
        yield from _field("requirement", word(f"requirement.{record.requirement}", language), language, width)
    for name in _WORDS:
        if text := getattr(record, name):
            yield from _field(name, text, language, width)


def _field(name: str, text: str, language: Language, width: int) -> list[str]:
    return wrapped(f"{say(f'field.{name}', language)}{text.strip()}", width)


def _due(due: object, days_left: int | None, language: Language) -> str:
    if due is None or days_left is None:
        return str(due or "—")
    return f"{due} ({days_text(days_left, language)})"


def _measure(facts: Facts, issue: IssueFacts, measure: MeasureFacts, language: Language, width: int) -> Iterator[str]:
    record = measure.measure
    title = f"{measure.ref} {record.title or ''}".rstrip()
    yield from (style(line, bold=True) for line in wrapped(f"{title} [{record.id}]", width))
    yield from wrapped(record.text.strip(), width, "  ")
    days_left = measure.days_left if issue.running(measure) else None
    due = measure.deadline.pending or _due(measure.due, days_left, language)
    provisional = say("show.provisional", language) if measure.deadline.provisional else ""
    state = f"  {word(f'state.{measure.state}', language)} · {due}{provisional} · {party_name(facts, measure.owner)}"
    yield style(clean(state), fg=COLOURS[measure.level])
    for period in measure.quotas:
        values = {"first": period.first, "last": period.last, "counted": period.counted, "asked": period.asked}
        yield f"  {say('show.quota', language, values)} {word(f'quota.{period.state}', language)}"
    yield from _timeline(facts, [e for e in record.events if e.date <= facts.day], language, width)


def _timeline(facts: Facts, events: Iterable[Event], language: Language, width: int) -> Iterator[str]:
    for event in sorted(events, key=lambda e: e.date):
        yield from wrapped(
            f"{event.date} {word(f'event.{event.event}', language)}  {event_details(facts.ledger, event, language)}",
            width,
            "    ",
        )
