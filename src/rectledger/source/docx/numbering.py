"""The numbers that Word computes for paragraphs: they stand in no paragraph, only in numbering.xml."""

import re
from collections import defaultdict
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from rectledger.source.docx.names import attribute, child, local, number, value
from rectledger.source.docx.numerals import written

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class _Level(Struct, frozen=True):
    """How one level of a list is numbered."""

    start: int = 1
    way: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level above which it begins anew; None for every one above it, 0 for never."""


class _List(Struct, frozen=True):
    """A list as paragraphs name it: those of one abstract list go on counting together."""

    abstract: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]
    """Levels that begin anew with this list."""


class Numbering(Struct):
    """Counts the paragraphs of a document in their order."""

    lists: Mapping[str, _List]
    styles: Mapping[str, tuple[str, int]]
    """The list and level that a style brings along."""
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    def label(self, paragraph: Element) -> str:
        """The number of the next paragraph, as it is printed; empty where it has none."""
        named = self._named(child(paragraph, "pPr"))
        if named is None or named[0] not in self.lists:
            return ""
        listed = self.lists[named[0]]
        self._count(named[0], listed, named[1])
        return self._written(listed, named[1])

    def _named(self, properties: Element | None) -> tuple[str, int] | None:
        ident = value(properties, "numPr", "numId")
        style = self.styles.get(value(properties, "pStyle") or "")
        if ident is None:
            return style
        return ident, min(number(value(properties, "numPr", "ilvl"), style[1] if style else 0), LEVELS - 1)

    def _count(self, ident: str, listed: _List, level: int) -> None:
        counts = self.counts[listed.abstract]
        if ident not in self.begun:
            self.begun.add(ident)
            for begun in listed.starts:
                counts.pop(begun, None)
        first = listed.starts.get(level, listed.levels.get(level, _Level()).start)
        counts[level] = counts[level] + 1 if level in counts else first
        for deeper in [other for other in counts if other > level and self._restarts(listed, other, level)]:
            del counts[deeper]

    def _restarts(self, listed: _List, deeper: int, level: int) -> bool:
        after = listed.levels.get(deeper, _Level()).restart
        return after is None or level < after

    def _written(self, listed: _List, level: int) -> str:
        counts, own = self.counts[listed.abstract], listed.levels.get(level, _Level())

        def one(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            shape = listed.levels.get(at, _Level())
            return written(counts.get(at, listed.starts.get(at, shape.start)), shape.way)

        return "" if own.way in {"bullet", "none"} else _PLACE.sub(one, own.text)


def numbering_of(numbering: Element | None, styles: Element | None) -> Numbering:
    """What numbers a document's paragraphs."""
    if numbering is None:
        return Numbering({}, {})
    abstract = {attribute(e, "abstractNumId") or "": e for e in numbering if local(e) == "abstractNum"}
    by_style = _lists_of_styles(styles)
    numbers = [e for e in numbering if local(e) == "num"]
    links = {attribute(e, "numId") or "": value(e, "abstractNumId") or "" for e in numbers}
    lists = {
        attribute(e, "numId") or "": _list(e, _linked(value(e, "abstractNumId") or "", abstract, links, by_style))
        for e in numbers
    }
    return Numbering(lists, by_style)


def _linked(
    ident: str, abstract: Mapping[str, Element], links: Mapping[str, str], styles: Mapping[str, tuple[str, int]]
) -> tuple[str, Element | None]:
    """An abstract list, or the one that it only points to by the name of a style."""
    found = abstract.get(ident)
    style = styles.get(value(found, "numStyleLink") or "")
    other = links.get(style[0]) if style else None
    return (other, abstract.get(other)) if other else (ident, found)


def _list(element: Element, abstract: tuple[str, Element | None]) -> _List:
    levels = _levels(abstract[1])
    starts: dict[int, int] = {}
    for override in element:
        if local(override) == "lvlOverride":
            at = number(attribute(override, "ilvl"))
            levels |= _levels(override)
            if (start := value(override, "startOverride")) is not None:
                starts[at] = number(start, 1)
    return _List(abstract[0], levels, starts)


def _levels(element: Element | None) -> dict[int, _Level]:
    found = [] if element is None else [e for e in element if local(e) == "lvl"]
    return {number(attribute(e, "ilvl")): _level(e) for e in found}


def _level(element: Element) -> _Level:
    restart = value(element, "lvlRestart")
    return _Level(
        start=number(value(element, "start"), 1),
        way=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=None if restart is None else number(restart),
    )


def _lists_of_styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    """The list and level of every style that has one, its own or that of the style it is based on."""
    known = {attribute(e, "styleId") or "": e for e in (() if styles is None else styles) if local(e) == "style"}
    found = {name: _list_of_style(name, known) for name in known}
    return {name: listed for name, listed in found.items() if listed}


def _list_of_style(name: str, known: Mapping[str, Element]) -> tuple[str, int] | None:
    seen: set[str] = set()
    while name in known and name not in seen:
        seen.add(name)
        own = child(known[name], "pPr", "numPr")
        if (ident := value(own, "numId")) is not None:
            return ident, min(number(value(own, "ilvl")), LEVELS - 1)
        name = value(known[name], "basedOn") or ""
    return None
