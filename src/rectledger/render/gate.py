"""The last look at a document before it is written: no private name and no personal data, wherever they came from."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rectledger.diagnostics import START_OF_FILE, Problem
from rectledger.facts.personal import Datum, contacts, masked, personal_data
from rectledger.facts.privacy import Leak, private_names
from rectledger.facts.texts import PlacedText, every_text
from rectledger.messages import Term
from rectledger.model.ledger import Ledger
from rectledger.render.flat import Flat, flattened, readings, unmarked, untagged

_END = r"[。！？!?；;\n]"
# a number that a line break divides is one number; lines of a table begin with a mark
_BROKEN_NUMBER = re.compile(r"([0-9０-９])[ \t]*\n[ \t]*(?=[0-9０-９])")
_SPLITTERS = re.compile(r"[\\*_~`\u200b-\u200f\u2060-\u2064\ufeff\u00ad]+")
_LOOSE = "。．；，、：;,:."
LONGEST = 80
"""Characters of a sentence that are shown."""


def leaked(text: str, ledger: Ledger, template: str) -> list[Problem]:
    """Every leak in a rendered text with the sentence around it, at the record it came from, else at the template."""
    found = [*_names(text, ledger, template), *_data(text, ledger, template)]
    return list({(p.file, p.at, p.key, str(p.values)): p for p in found}.values())


class _Source(Struct, frozen=True):
    """A text of the ledger that leaks, flattened."""

    letters: str
    place: PlacedText


def _names(text: str, ledger: Ledger, template: str) -> Iterator[Problem]:
    forms = {form: leak for leak in private_names(ledger).names if (form := flattened(leak.name))}
    if not forms:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    for flat in map(Flat, readings(text)):
        if pattern.search(flat.letters):
            sources = [one for one in _sources(ledger) if pattern.search(one.letters)]
            for found in pattern.finditer(flat.letters):
                yield from _name(text, flat, found, forms[found[0]], _origins(flat, found, sources), template)


def _name(
    text: str, flat: Flat, found: re.Match[str], leak: Leak, origins: Sequence[_Source], template: str
) -> Iterator[Problem]:
    values = {"name": leak.name, "public": leak.public, "sentence": _sentence(text, flat.origin(*found.span()))}
    for source in origins:
        file, route, _ = source.place
        yield Problem(file, route, "RL501.rendered", values)
    if not origins:
        yield Problem(template, START_OF_FILE, "RL501.rendered", values)


def _origins(flat: Flat, found: re.Match[str], sources: Sequence[_Source]) -> list[_Source]:
    """The texts of the ledger that were printed where the name stands; of several that fit, the longest."""
    fitting = [source for source in sources if _stands_there(flat.letters, found, source.letters)]
    longest = max((len(source.letters) for source in fitting), default=0)
    return [source for source in fitting if len(source.letters) == longest]


def _stands_there(letters: str, found: re.Match[str], source: str) -> bool:
    starts = (at.start() for at in re.finditer(re.escape(found[0]), source))
    return any(letters.startswith(source, found.start() - start) for start in starts if start <= found.start())


def _sources(ledger: Ledger) -> Iterator[_Source]:
    return (_Source(flattened(place[2]).rstrip(_LOOSE), place) for place in every_text(ledger))


def _data(text: str, ledger: Ledger, template: str) -> Iterator[Problem]:
    known, whole = contacts(ledger), _whole_numbers(text)
    unknown = [datum for datum in personal_data(whole) if datum not in known]
    if not unknown:
        return
    letters = flattened(whole)
    printed = [source for source in _sources(ledger) if source.letters and source.letters in letters]
    for datum in unknown:
        yield from _datum(whole, datum, [s for s in printed if datum in personal_data(s.place[2])], template)


def _datum(text: str, datum: Datum, sources: Sequence[_Source], template: str) -> Iterator[Problem]:
    sentences = (text[start:end] for start, end in _sentences(text))
    sentence = next((_shown(one, 0) for one in sentences if datum in personal_data(one)), "…")
    values = {"kind": Term(f"personal.{datum.kind}"), "shown": datum.masked, "sentence": sentence}
    for source in sources:
        file, route, _ = source.place
        yield Problem(file, route, "RL511.rendered", values)
    if not sources:
        yield Problem(template, START_OF_FILE, "RL511.rendered", values)


def _whole_numbers(text: str) -> str:
    """A text in which no number is divided by marks or by a line break."""
    return _BROKEN_NUMBER.sub(r"\1", _SPLITTERS.sub("", untagged(text)))


def _sentence(text: str, span: tuple[int, int] | None) -> str:
    """The sentence around a stretch of a text, or the sentences that it goes through."""
    if span is None:
        return "…"
    before = [found.end() for found in re.finditer(_END, text[: span[0]])]
    after = re.search(_END, text[span[1] :])
    start = before[-1] if before else 0
    return _shown(text[start : span[1] + after.end() if after else len(text)], span[0] - start)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(_END, text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def _shown(sentence: str, at: int) -> str:
    """A sentence without marks and personal data; of a long one the part around a place in it."""
    whole, before = masked(unmarked(sentence)), len(unmarked(sentence[:at]))
    start = max(before - LONGEST // 2, 0) if len(whole) > LONGEST else 0
    return whole[start : start + LONGEST]
