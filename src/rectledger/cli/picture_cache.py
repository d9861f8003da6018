"""The day's picture as text where only a few files have changed: blocks that still hold, and rows that do.

Blocks and rows are kept beside the answers. A folder in which a file is fresh has no block that holds, and a fresh
file no row. Where anything is wrong with a file, the picture is made from the beginning.
"""

import os
import time
from datetime import date
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rectledger.cache.answers import BLOCKS, Desk
from rectledger.cache.folders import Unsteady
from rectledger.cache.place import digest, read, write
from rectledger.cache.rows import Rows, add_rows, read_rows, write_rows
from rectledger.cache.scan import looks
from rectledger.cli.console import width
from rectledger.cli.picture_parts import Picture, picture_of_parts
from rectledger.cli.session import Session
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.render.text.status import inspection_text
from rectledger.source.tree import PartialTree
from rectledger.views.picture_rows import PictureRow, row_of
from rectledger.views.status import frame, head_of, merged

MOST_FILES = 200
"""With more that has changed, the beginning is not far."""
_ISSUES = "issues/"
_NOT_THERE = b"-"
_HEAD = "."
"""Beside the names of inspections, none of which is like that."""


def remembered(session: Session, by: str | None, desk: Desk) -> tuple[Picture, Session]:
    """The picture and the session that it was read in, from what still holds where that is possible.

    What was found out is kept.
    """
    shelf = _Shelf(session, by, desk)
    try:
        return shelf.mended() or (shelf.made(), session)
    except (Unsteady, OSError):  # a file has come or gone since they were listed
        return picture_of_parts(session, by), session


class _Shelf(Struct, frozen=True):
    """What is kept for one question, and how the files looked before they are read."""

    session: Session
    by: str | None
    desk: Desk
    looks: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def made(self) -> Picture:
        """The picture made from the beginning."""
        if any(max(seen[2:4]) > self.desk.seen.settled for seen in self.head_looks().values()):
            return picture_of_parts(self.session, self.by)
        for inspection in self.folders():
            self.looked(inspection)
        picture = picture_of_parts(self.session, self.by, self.keep_rows)
        if not picture.problems:
            self.keep_blocks(picture.blocks, self.session)
        return picture

    def mended(self) -> tuple[Picture, Session] | None:
        """The picture with a few blocks made anew, if that is all it takes."""
        kept = self.kept_blocks()
        if kept is None:
            return None
        day, blocks = kept
        folders = self.folders()
        changed = [name for name, (seen, _) in blocks.items() if seen != folders.get(name, _NOT_THERE)]
        anew = [self.inspection(name, day) for name in changed]
        if not folders.keys() <= blocks.keys() or len(self.files(anew)) > MOST_FILES:
            return None
        few = replace(self.session, tree=PartialTree(self.session.tree, (*self.head(), *self.files(anew))))
        ledger = few.outline.loaded.ledger
        if None in anew or ledger is None or few.outline.loaded.problems or few.day != day:
            return None
        whole = Facts(ledger, day, ())
        texts = {name: block for name, (_, block) in blocks.items()}
        for part in filter(None, anew):
            block = self.block(few, whole, part)
            if block is None:
                return None
            texts[part.name] = block
        self.keep_blocks(texts, few)
        return Picture(whole, texts, []), few

    def inspection(self, name: str, day: date) -> "_Part | None":
        """What still holds of an inspection; None where too little does."""
        rows = read_rows(self.desk.place, name, self.context(day))
        if rows is None:
            return None
        seen = self.looked(name)
        stale = tuple(file for file, look in seen.items() if file not in rows or rows[file][0] != look)
        known = {file: row for file, (_, row) in rows.items() if file in seen}
        return _Part(name, known, stale)

    def block(self, few: Session, whole: Facts, part: "_Part") -> str | None:
        """The block of an inspection of which some files were read; None where there is more to it."""
        loaded = few.outline.part(part.name)
        if loaded.problems or loaded.ledger is None:
            return None
        facts = assess(loaded.ledger, whole.day)
        anew = {issue.file.rpartition("/")[2]: list(row_of(facts, issue, self.by)) for issue in facts.issues}
        if len(facts.inspections) != 1 or anew.keys() != {*part.stale}:
            return None
        rows = part.rows | anew
        ordered = [PictureRow(*rows[file]) for file in sorted(rows)]
        hold = loaded.ledger.numbers_hold(part.name)
        picture = merged(head_of(facts.inspections[0]), ordered, numbers_hold=hold)
        add_rows(self.desk.place, part.name, self.context(whole.day), self.settled(part.name, anew))
        return inspection_text(picture, frame(whole), few.language, width())

    def head(self) -> list[str]:
        """The files that hold no issue."""
        folders = [folder for folder in self.desk.seen.folders if not folder.startswith(_ISSUES)]
        seen = ((folder, file) for folder in folders for file in self.desk.seen.names(folder))
        return [f"{folder}/{file}" for folder, file in seen if not file.startswith(".")]

    @staticmethod
    def files(parts: "list[_Part | None]") -> list[str]:
        """The files that have to be read."""
        return [f"{_ISSUES}{part.name}/{file}" for part in parts if part for file in part.stale]

    def folders(self) -> dict[str, bytes]:
        """The looks of the folders with issues, by inspection."""
        seen = self.desk.seen.folders.items()
        return {path.removeprefix(_ISSUES): digest_of for path, digest_of in seen if path.startswith(_ISSUES)}

    def looked(self, inspection: str) -> dict[str, list[int]]:
        """How every file of an inspection looked when that was asked for the first time."""
        if inspection not in self.looks:
            folder = f"{_ISSUES}{inspection}"
            self.looks[inspection] = looks(f"{self.desk.root}/{folder}", self.desk.seen.names(folder))
        return self.looks[inspection]

    def settled(self, inspection: str, rows: dict[str, list[Any]]) -> Rows:
        """Rows with the looks of their files, without those of files that are fresh."""
        seen, limit = self.looked(inspection), self.desk.seen.settled
        return {file: (seen[file], row) for file, row in rows.items() if max(seen[file][2:4]) <= limit}

    def keep_rows(self, inspection: str, found: list[tuple[str, PictureRow]]) -> None:
        """Keep the rows of an inspection."""
        if f"{_ISSUES}{inspection}" in self.desk.seen.folders:
            rows = {file.rpartition("/")[2]: list(row) for file, row in found}
            known = {file: row for file, row in rows.items() if file in self.looked(inspection)}
            write_rows(self.desk.place, inspection, self.context(self.session.day), self.settled(inspection, known))

    def context(self, day: date) -> bytes:
        """What a row depends on beside its file; git's index is no part of it."""
        return digest(self.desk.program, repr((day.isoformat(), self.by, self.head_looks())).encode())

    def head_looks(self) -> dict[str, list[int]]:
        """How the files that hold no issue looked when that was asked for the first time."""
        if _HEAD not in self.looks:
            self.looks[_HEAD] = looks(str(self.desk.root), sorted(self.head()))
        return self.looks[_HEAD]

    @property
    def name(self) -> str:
        """Of the file with the blocks."""
        return BLOCKS + digest(self.question()).hex()

    def question(self) -> bytes:
        """What a block depends on beside the files of its folder, and the day where none was asked for."""
        asked = (self.session.day_asked_for, self.session.language_asked_for, width(), os.fspath(self.desk.root))
        return repr((*asked, self.by)).encode()

    def kept_blocks(self) -> tuple[date, dict[str, tuple[bytes, str]]] | None:
        """The day, and by inspection the looks of its folder and its block; None where nothing holds."""
        fields = read(self.desk.place, self.name)
        try:
            if not fields or fields[0] != self.question():
                return None
            iso, first, last = fields[1].decode().split()
            day = date.fromisoformat(iso)
            if fields[2] != self.context(day) or not float(first) <= time.time() < float(last):
                return None
            triples = zip(fields[3::3], fields[4::3], fields[5::3], strict=True)
            return day, {os.fsdecode(name): (seen, block.decode()) for name, seen, block in triples}
        except (ValueError, IndexError):  # a file that somebody else has made up
            return None

    def keep_blocks(self, blocks: dict[str, str], session: Session) -> None:
        """Keep the blocks of all inspections, if no folder has issues of any other."""
        folders = self.folders()
        if not folders.keys() <= blocks.keys():
            return
        fresh = {file.rpartition("/")[0].removeprefix(_ISSUES) for file in self.desk.seen.fresh}
        span = "{} {} {}".format(session.day.isoformat(), *session.lasts).encode()
        listed: list[bytes] = []
        for name, block in blocks.items():
            seen = b"" if name in fresh else folders.get(name, _NOT_THERE)
            listed += [os.fsencode(name), seen, block.encode("utf-8", "replace")]
        write(self.desk.place, self.name, [self.question(), span, self.context(session.day), *listed])


class _Part(Struct, frozen=True):
    """What still holds of an inspection."""

    name: str
    rows: dict[str, list[Any]]
    stale: tuple[str, ...]
    """Files that do not look as they did when their rows were made."""
