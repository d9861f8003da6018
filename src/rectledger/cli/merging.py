"""What git's merge driver does with three versions of an issue's file."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rectledger.cli.console import err, out
from rectledger.diagnostics import Route
from rectledger.errors import CannotRunError
from rectledger.load.shapes import record_at, written_order
from rectledger.messages import Language, say
from rectledger.model.events import KINDS
from rectledger.model.issue import Issue
from rectledger.render.layout import clean
from rectledger.render.text.outline import outline, place_words
from rectledger.source.edit import LayoutError
from rectledger.source.extent import Extent
from rectledger.source.git.merges import merge_file
from rectledger.source.merge import ABSENT, Clash, clashes, merged, side
from rectledger.source.reshape import reshaped
from rectledger.source.store import replace
from rectledger.source.text import UnreadableError, decode
from rectledger.source.yaml import parse

SIDES = ("base", "ours", "theirs")


def merge(base: Path, ours: Path, theirs: Path, path: str, language: Language) -> bool:
    """Put the merge of three files into `ours`; whether a person has to look at it, which is said in words."""
    texts = [_read(file) for file in (base, ours, theirs)]
    try:
        found = merged(*(parse(decode(text))[0] if text.strip() else {} for text in texts))
        shaped = [_shaped(texts, number, found) for number in range(3)]
    except (UnreadableError, LayoutError):
        found, shaped = None, texts
    result, conflict = merge_file(*shaped)
    if not conflict and found is not None and not _reads_as(result, found):
        result = shaped[SIDES.index("ours")]
    _write(ours, result)
    for route, clash in clashes(found):
        err(_words(path, route, clash, language))
    if conflict and not any(clashes(found)):
        err(say("merge.layout", language, {"file": path}))
    return conflict


def show(file: Path, language: Language) -> None:
    """Print an issue's file in the domain's words; one that cannot be read as it is."""
    text = _read(file)
    try:
        data = parse(decode(text))[0]
    except UnreadableError:
        data = None
    out(outline(data, language) if isinstance(data, dict) else text.decode("utf-8", "replace"))


def _shaped(texts: Sequence[bytes], number: int, found: Any) -> bytes:
    """One version with everything that either side changed, but for its own part in each clash."""
    wanted = side(found, SIDES[number])
    if not texts[number].strip() or not isinstance(wanted, dict):
        return texts[number]
    known = dict(item for text in texts if text.strip() for item in _items(decode(text)))
    text = reshaped(decode(texts[number]), wanted, _order, lambda item: known.get(_gist(item)))
    return text.encode()


def _order(route: Route) -> list[str]:
    """The order of the keys of a record; of an event whose kind the route cannot tell, of any."""
    record = record_at(Issue, route)
    return written_order(record) if record is not KINDS["progress"] else []


def _items(text: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Every item of a list of mappings with the lines that it stands in."""
    extent = Extent(text)
    nodes = [(extent.root, parse(text)[0])]
    while nodes:
        node, data = nodes.pop()
        if isinstance(data, dict):
            nodes += [(value, data[key.value]) for key, value in node.value if key.value in data]
        elif isinstance(data, list):
            nodes += zip(node.value, data, strict=True)
            if not node.flow_style:
                yield from ((_gist(item), extent.item_lines(node, n)) for n, item in enumerate(data))


def _gist(data: Any) -> str:
    return json.dumps(data, sort_keys=True)


def _reads_as(text: bytes, data: Any) -> bool:
    try:
        return bool(parse(decode(text))[0] == data)
    except UnreadableError:
        return False


def _words(path: str, route: Route, clash: Clash, language: Language) -> str:
    values = {name: "—" if (value := getattr(clash, name)) is ABSENT else _brief(value) for name in SIDES}
    return clean(say("merge.clash", language, {"file": path, "place": place_words(route, language), **values}))


def _brief(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CannotRunError("cannot.read", path=file, reason=error.strerror) from None


def _write(file: Path, data: bytes) -> None:
    try:
        replace(file, data)
    except OSError as error:
        raise CannotRunError("cannot.write", path=file, reason=error.strerror) from None
