"""Changing one field of an issue or a measure."""

from functools import partial

from rectledger.cli.console import err, out
from rectledger.cli.session import Session
from rectledger.cli.writing import finish, writing
from rectledger.diagnostics import Route
from rectledger.errors import CannotRunError
from rectledger.load.near import near
from rectledger.load.shapes import keys
from rectledger.messages import say
from rectledger.model.base import Flag, Record, types_of
from rectledger.model.issue import Issue, Measure
from rectledger.render.layout import clean
from rectledger.source.edit import put, removed
from rectledger.source.emit import Value, flow
from rectledger.source.plain_flow import Data
from rectledger.source.text import UnreadableError, decode
from rectledger.source.yaml import parse
from rectledger.views.references import resolve

FIXED = ("id", "events", "measures")
"""What `set` leaves alone: an id is never changed, the rest has commands of its own."""


def change(session: Session, ref: str, field: str, text: str, *, dry_run: bool, force: bool) -> None:
    """Set a field, or take it out where the text is empty."""
    with writing(session, dry_run=dry_run) as draft:
        target = resolve(draft.session.facts, ref)
        record: type[Record] = Measure if target.measure else Issue
        name = _field(record, field)
        file, route = target.issue.file, (*(target.measure.route if target.measure else ()), name)
        before = _written(draft.session, file, route)
        if not text and before is None:
            err(say("writing.same", session.language))
            return
        value = _value(record, name, text)
        edit = partial(put, route=route, value=value, order=keys(record)) if text else partial(removed, route=route)
        draft.edit(file, edit)
        finish(draft, dry_run=dry_run, force=force)
    if not dry_run:
        shown = {"before": _shown(before), "after": flow(value) if text else "—"}
        place = (target.measure or target.issue).ref
        out(clean(say("writing.set", session.language, {"ref": place, "field": name, **shown})) + "\n")


def _field(record: type[Record], field: str) -> str:
    """The key that a word means. Raises CannotRunError for one that is not there, or not for `set`."""
    known = [key for key in keys(record) if key not in FIXED]
    name = field.replace("-", "_")
    if name in known:
        return name
    if name in FIXED:
        raise CannotRunError("cannot.own-command", field=field)
    if close := near(field, known):
        raise CannotRunError("cannot.no-field.near", field=field, near=close)
    raise CannotRunError("cannot.no-field", field=field, known=", ".join(known))


def _value(record: type[Record], name: str, text: str) -> Value:
    """A value of the command line: a list or a mapping in flow YAML, a flag, or text as it stands."""
    if types_of(record)[name] == Flag and text in {"true", "false"}:
        return text == "true"
    if not text.startswith(("[", "{")):
        return text
    try:
        return _typed(parse(text)[0])
    except UnreadableError:
        raise CannotRunError("cannot.flow", value=text) from None


def _typed(data: Data) -> Value:
    """What was read as text, as what it was meant to be, so that it is written without quotes."""
    if isinstance(data, dict):
        return {key: _typed(item) for key, item in data.items() if item is not None}
    if isinstance(data, list):
        return [_typed(item) for item in data]
    if data in {"true", "false"}:
        return data == "true"
    return int(data) if data and data.isascii() and data.isdigit() and str(int(data)) == data else data or ""


def _written(session: Session, file: str, route: Route) -> Data:
    """What the file holds at a route; None where nothing stands there."""
    data: Data = parse(decode(session.tree.read(file)))[0]
    for step in route:
        data = data[step] if isinstance(data, list) and isinstance(step, int) else _get(data, step)
    return data


def _get(data: Data, key: str | int) -> Data:
    return data.get(str(key)) if isinstance(data, dict) else None


def _shown(data: Data) -> str:
    return "—" if data is None else flow(_typed(data))
