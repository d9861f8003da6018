"""The files of a ledger as one commit has them."""

import os
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from msgspec import Struct

from rectledger.model.evidence import FoundFile
from rectledger.source.evidence import Entry, Listing, joined
from rectledger.source.git.blobs import BlobReader, blob_digests, blobs
from rectledger.source.git.calls import git
from rectledger.source.text import Finding, UnreadableError
from rectledger.source.tree import SUFFIXES, TOPS

_LINK = "120000"
_BLOB = "blob"


class RevisionTree(Struct, frozen=True, dict=True):
    """The files of a ledger root as one commit has them."""

    root: Path
    commit: str

    def files(self) -> list[str]:
        """Every path that looks like YAML, sorted."""
        return sorted(self._listing)

    def templates(self) -> list[str]:
        """Every path in `templates/`."""
        return sorted(self._templates)

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises UnreadableError for a link that leads nowhere or out, and for a submodule."""
        if path in self._templates:
            return self._template(path)
        mode, name = self._listing[path]
        if mode != _LINK:
            return self._blobs.read(name)
        target = self._blobs.read(name).decode("utf-8", "replace")
        inside = joined(path, target)
        if inside is None:
            raise UnreadableError(Finding("RL024", values={"target": target}))
        if inside not in self._listing or self._listing[inside][0] == _LINK:
            raise UnreadableError(Finding("RL023", values={"target": target}))
        return self._blobs.read(self._listing[inside][1])

    def evidence(self, paths: Collection[str]) -> dict[str, FoundFile]:
        """What stands at the paths of evidence files in the commit."""
        return self._everything.evidence(paths) if paths else {}

    def _template(self, path: str) -> bytes:
        entry = self._templates[path]
        if entry.is_link or not entry.is_blob:
            raise UnreadableError(Finding("RL024", values={"target": path}))
        return blobs(self.root, [entry.name])[entry.name]

    @cached_property
    def _templates(self) -> dict[str, Entry]:
        listed = git(self.root, "ls-tree", "-z", "--end-of-options", self.commit, "--", "templates/")
        return dict(_parse_entries(listed))

    @cached_property
    def _everything(self) -> Listing:
        listed = git(self.root, "ls-tree", "-r", "-z", "--end-of-options", self.commit)
        return Listing(dict(_parse_entries(listed)), self._target, lambda names: blob_digests(self.root, names))

    def _target(self, name: str) -> str:
        return os.fsdecode(git(self.root, "cat-file", "blob", name))

    @cached_property
    def _listing(self) -> dict[str, tuple[str, str]]:
        listed = git(self.root, "ls-tree", "-r", "-z", "-l", "--end-of-options", self.commit, "--", *TOPS)
        return dict(_parse_listing(listed))

    @cached_property
    def _blobs(self) -> BlobReader:
        return BlobReader(self.root)


def _parse_listing(listed: bytes) -> Iterator[tuple[str, tuple[str, str]]]:
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, kind, name, _size = about.decode("ascii").split()
        text = os.fsdecode(path)
        hidden = any(part.startswith(".") for part in PurePosixPath(text).parts)
        if kind == _BLOB and text.lower().endswith(SUFFIXES) and not hidden:
            yield text, (mode, name)


def _parse_entries(listed: bytes) -> Iterator[tuple[str, Entry]]:
    for entry in filter(None, listed.split(b"\0")):
        about, _, path = entry.partition(b"\t")
        mode, kind, name = about.decode("ascii").split()
        yield os.fsdecode(path), Entry(name, mode == _LINK, kind == _BLOB)
