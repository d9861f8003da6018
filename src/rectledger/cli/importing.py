"""How an import ends: what was taken is written or shown, or nothing is, and what could not be taken is said."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rectledger.cli.choices import Format
from rectledger.cli.console import err, out
from rectledger.cli.writing import Draft, commit, diagnosed, judged, unified_diff
from rectledger.diagnostics import Diagnostic, Problem, Severity
from rectledger.errors import Ended
from rectledger.messages import say
from rectledger.render.layout import clean
from rectledger.render.machine import import_json
from rectledger.render.text.lint import diagnostic_text


class Wish(Struct, frozen=True):
    """What is wanted of an import."""

    dry_run: bool
    partial: bool
    output: Format


def conclude(
    draft: Draft,
    problems: Iterable[Problem],
    origin: Callable[[Problem], Problem],
    wish: Wish,
    *,
    shown: Mapping[str, Sequence[str]] | None = None,
    told: Collection[str] = (),
) -> None:
    """Write a draft or show it, and report the problems with its source and what the rules refuse.

    `origin` names the place in the source that a problem of a record comes from, where it
    comes from one; `shown` are the lines of a source that is a text; `told` are the codes of
    rules whose warnings the source's own problems have told already. Exits with 1 where
    something could not be taken; then nothing is written, or what is left, where that is
    wished for.
    """
    refused = [d for d in _refused(draft, origin) if d.severity is Severity.ERROR or d.code not in told]
    found = [*diagnosed(draft, problems, None), *refused]
    failed = any(diagnostic.severity is Severity.ERROR for diagnostic in found)
    if failed and not wish.partial:
        draft.changes.clear()
    _tell(draft, sorted(found, key=lambda d: (d.file, d.cell or (), d.span, d.code)), wish, shown or {})
    if not wish.dry_run:
        commit(draft)
    if failed:
        raise Ended


def _refused(draft: Draft, origin: Callable[[Problem], Problem]) -> list[Diagnostic]:
    """What the rules find in what would be written. A file with an error is left out and the rest judged again."""
    dropped: list[Diagnostic] = []
    while draft.changes:
        facts, problems = judged(draft)
        found = diagnosed(draft, problems, facts)
        # what is waived is so in the record, and would count in the source
        counted = {(d.file, d.code) for d in found}
        bad = {d.file for d in found if d.severity is Severity.ERROR}
        told = [origin(p) for p in problems if (p.file, p.code) in counted and (p.file in bad or not bad)]
        dropped += diagnosed(draft, told, facts)
        if not bad:
            break
        _drop(draft, bad)
    return dropped


def _drop(draft: Draft, files: Iterable[str]) -> None:
    """Leave files out; where one of them is not to be changed at all, every change may be at fault."""
    for file in files:
        if draft.changes.pop(file, None) is None:
            draft.changes.clear()


def _tell(draft: Draft, found: Sequence[Diagnostic], wish: Wish, shown: Mapping[str, Sequence[str]]) -> None:
    language = draft.session.language
    made = {file: change for file, change in draft.changes.items() if change.before != change.after}
    created = [file for file, change in made.items() if change.before is None]
    changed = [file for file in made if file not in created]
    diff = unified_diff(made) if wish.dry_run else None
    if wish.output is Format.JSON:
        out(import_json(created, changed, found, language, diff))
        return
    session = replace(draft.session, tree=draft.tree)
    for diagnostic in found:
        lines_of = shown.get(diagnostic.file) or session.lines(diagnostic.file)
        err(diagnostic_text(diagnostic, lines_of, language))
    lines = [("import.created", file) for file in created] + [("import.changed", file) for file in changed]
    out("".join(clean(say(key, language, {"file": file})) + "\n" for key, file in lines) if diff is None else diff)
