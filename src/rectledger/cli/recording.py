"""Writing one event to each of several references."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from rectledger.cli.asking import standard_input
from rectledger.cli.console import out
from rectledger.cli.happening import Proof, event_of, kind_of_event, position_by_date
from rectledger.cli.session import Session
from rectledger.cli.writing import Draft, finish, writing
from rectledger.errors import CannotRunError
from rectledger.facts.records import Facts
from rectledger.messages import say, word
from rectledger.render.layout import clean
from rectledger.source.edit import inserted
from rectledger.source.emit import Value
from rectledger.views.references import Referred, resolve


def record(
    session: Session, words: Sequence[str], keys: Mapping[str, Any], proof: Proof, *, dry_run: bool, force: bool
) -> None:
    """Write an event to every issue or measure that is named, to all or to none; its day is today where it has none.

    `words` are the references and, last, the event.
    """
    *refs, last = words
    kind = kind_of_event(last)
    if not refs:
        raise CannotRunError("cannot.no-refs")
    event = event_of(kind, _values(keys, proof.entries(session.root)))
    with writing(session, dry_run=dry_run) as draft:
        dated = {"date": draft.session.day.isoformat(), **event}
        targets = list({_place(found): found for found in (resolve(draft.session.facts, ref) for ref in refs)}.values())
        for target in targets:
            insert(draft, target, dated)
        facts = finish(draft, dry_run=dry_run, force=force)
    if not dry_run:
        out("".join(_line(session, facts, target, dated) for target in targets))


def _values(keys: Mapping[str, Any], evidence: Sequence[Value]) -> dict[str, Value]:
    """The keys as an event has them: one receiver alone, a note from standard input, evidence where there is some."""
    values = dict(keys)
    if len(keys.get("to", ())) == 1:
        values["to"] = keys["to"][0]
    if keys.get("note") == "-":
        values["note"] = standard_input()
    return {**values, "evidence": evidence} if evidence else values


def _place(found: Referred) -> tuple[str, str | None]:
    return found.issue.file, found.measure.measure.id if found.measure else None


def insert(draft: Draft, target: Referred, event: Mapping[str, Value]) -> None:
    """Put an event where it belongs by its day. Raises CannotRunError where the file cannot be edited safely."""
    route = (*target.measure.route, "events") if target.measure else ("events",)
    events = target.measure.measure.events if target.measure else target.issue.issue.events
    position = position_by_date([other.date.isoformat() for other in events], str(event["date"]))
    draft.edit(target.issue.file, partial(inserted, route=route, position=position, item=event))


def _line(session: Session, after: Facts, target: Referred, event: Mapping[str, Value]) -> str:
    """What was written, and what became of it."""
    now = resolve(after, "/".join(filter(None, (target.issue.issue.id, _place(target)[1]))))
    old, new = target.measure or target.issue, now.measure or now.issue
    values = {
        "ref": new.ref,
        "date": event["date"],
        "event": word(f"event.{event['event']}", session.language),
        "before": word(f"state.{old.state}", session.language),
        "after": word(f"state.{new.state}", session.language),
    }
    return clean(say("writing.recorded", session.language, values)) + "\n"
