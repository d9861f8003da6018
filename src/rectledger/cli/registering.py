"""Making a new issue: its id, its file, and what is asked for."""

import re
from collections.abc import Iterable, Mapping, Sequence

from rectledger.cli.asking import ask, can_ask
from rectledger.cli.console import out
from rectledger.cli.session import Session
from rectledger.cli.writing import finish, writing
from rectledger.errors import CannotRunError
from rectledger.messages import say
from rectledger.model.inspection import Inspection
from rectledger.source.emit import Value, block
from rectledger.source.git.repository import names_ever

MODELINE = "# yaml-language-server: $schema=../../ledger/schema/issue.json\n"
UNPLANNED = ("RL107", "RL201")
"""A finding is registered on the day it is handed over; its measures and deadlines come with the plan."""
_KEYS = ("id", "heading", "serial", "title", "leader", "owner", "due", "measures")


def register(
    session: Session, inspection: str | None, given: Mapping[str, str], measures: Sequence[str], *, dry_run: bool
) -> None:
    """Write a new issue's file and print its path. Raises CannotRunError for what is missing."""
    asked = asked_for(session, inspection, given, measures) if can_ask() else (given, measures)
    with writing(session, dry_run=dry_run) as draft:
        chosen = chosen_inspection(draft.session, inspection)
        ident = next_id(chosen.id, known_files(draft.session, chosen.id))
        file = f"issues/{chosen.id}/{ident}.yaml"
        draft.create(file, issue_text(ident, complete(draft.session, chosen, asked[0]), asked[1]))
        finish(draft, dry_run=dry_run, force=True, later=UNPLANNED)
    if not dry_run:
        out(f"{file}\n")


def chosen_inspection(session: Session, wanted: str | None) -> Inspection:
    """The inspection asked for, else the current one. Raises CannotRunError."""
    ident = wanted or session.ledger.current
    if ident is None or ident not in session.ledger.inspection:
        raise CannotRunError("cannot.no-inspection", inspection=ident or "—")
    return session.ledger.inspection[ident]


def next_id(inspection: str, files: Iterable[str]) -> str:
    """The next id of an inspection, as wide as the others, after every number that was ever given."""
    numbers = [m[1] for file in files if (m := re.search(rf"{re.escape(inspection)}-(\d+)\.ya?ml$", file))]
    width = max(map(len, numbers), default=2)
    return f"{inspection}-{max(map(int, numbers), default=0) + 1:0{width}}"


def issue_text(ident: str, values: Mapping[str, str], measures: Sequence[str]) -> str:
    """The file of a new issue."""
    listed: list[Value] = [{"id": f"m{n}", "text": text} for n, text in enumerate(measures, 1)]
    record: dict[str, Value] = {**values, "id": ident, "measures": listed}
    return MODELINE + "".join(f"{line}\n" for line in block({key: record[key] for key in _KEYS if key in record}))


def asked_for(
    session: Session, inspection: str | None, given: Mapping[str, str], measures: Sequence[str]
) -> tuple[dict[str, str], list[str]]:
    """What was given and what somebody answers to the questions about the rest."""
    chosen, language = chosen_inspection(session, inspection), session.language
    known = "；".join(f"{heading.id} {heading.text}" for heading in chosen.headings)
    defaults = {"title": None, "heading": chosen.headings[0].id if chosen.headings else None}
    defaults |= {"owner": session.ledger.settings.unit, "due": ""}
    answers = {
        key: given.get(key) or ask(say(f"ask.{key}", language, {"known": known}), default)
        for key, default in defaults.items()
    }
    texts = list(measures)
    while not measures and (text := ask(say("ask.measure", language), "")):
        texts.append(text)
    return {**given, **{key: answer for key, answer in answers.items() if answer}}, texts


def complete(session: Session, inspection: Inspection, given: Mapping[str, str]) -> dict[str, str]:
    """With owner and heading where these follow. Raises CannotRunError where they don't."""
    whole = {"owner": session.ledger.settings.unit, **given}
    if "heading" not in whole and len(inspection.headings) == 1:
        whole["heading"] = inspection.headings[0].id
    if missing := [f"--{key}" for key in ("title", "heading") if key not in whole]:
        raise CannotRunError("cannot.missing", what="new", missing="、".join(missing))
    known = {heading.id: heading.text for heading in inspection.headings}
    if whole["heading"] not in known:
        shown = "；".join(f"{ident} {text}" for ident, text in known.items())
        raise CannotRunError("cannot.no-heading", heading=whole["heading"], known=shown or "—")
    return whole


def known_files(session: Session, inspection: str) -> list[str]:
    """Every issue file of an inspection that there is, or that git remembers."""
    folder = f"issues/{inspection}/"
    there = [file for file in session.loaded.files if file.startswith(folder)]
    return [*there, *names_ever(session.root, folder)]
