"""A ledger an inspection at a time, so that nobody has to hold all its issues at once."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from rectledger.load.kinds import Kind, kind_of
from rectledger.load.loader import Gathered, Loaded, gather, ledger_of
from rectledger.model.ledger import Ledger, inspection_of
from rectledger.source.tree import Tree


class Outline(Struct, frozen=True):
    """A ledger without its issues."""

    tree: Tree
    loaded: Loaded
    """With every file of the tree, and the problems of those that hold no issue."""
    folders: Mapping[str, tuple[str, ...]]
    """The files of issues by inspection, in the order in which inspections are judged; then those of none."""

    @property
    def issues(self) -> list[str]:
        """The files of issues, sorted."""
        return sorted(chain.from_iterable(self.folders.values()))

    def whole(self, found: Gathered | None = None) -> Loaded:
        """Everything at once; `found` is what the files of issues hold, where somebody has read them."""
        found = found or gather(self.tree, self.issues)
        ledger = self.loaded.ledger
        problems = sorted((*self.loaded.problems, *found.problems), key=lambda problem: problem.file)
        return Loaded(ledger and _with_issues(ledger, found), tuple(problems), self.loaded.files)

    def about(self, inspection: str, found: Gathered | None = None) -> Loaded:
        """An inspection with its issues, and everything wrong with any file; `found` is what of them is kept."""
        loaded = self.whole(found or self._found_of(inspection))
        return replace(loaded, ledger=loaded.ledger and _alone(loaded.ledger, inspection))

    def _found_of(self, inspection: str) -> Gathered:
        found = Gathered()
        for files in self.folders.values():
            found.add(gather(self.tree, files), inspection)
        return found

    def part(self, inspection: str, files: Sequence[str] | None = None) -> Loaded:
        """An inspection with its issues, or those in some files: its own files, the problems of its issues' files."""
        files = self.folders[inspection] if files is None else files
        found, ledger = gather(self.tree, files), self.loaded.ledger
        if ledger is None:
            return Loaded(None, tuple(found.problems), tuple(files))
        part = _alone(_with_issues(ledger, found), inspection)
        return Loaded(part, tuple(found.problems), (*files, *(filed.file for filed in part.inspections)))

    def rest(self, ledger: Ledger) -> Ledger:
        """What is in no part: the settings and the parties."""
        return replace(ledger, inspections=(), elsewhere=ledger.inspections)

    def with_some(self, ledger: Ledger, files: Collection[str]) -> Ledger:
        """The ledger with a few of its issues."""
        return _with_issues(ledger, gather(self.tree, files))


def _alone(ledger: Ledger, inspection: str) -> Ledger:
    """A ledger of which the other inspections are elsewhere."""
    own = tuple(filed for filed in ledger.inspections if filed.record.id == inspection)
    others = tuple(filed for filed in ledger.inspections if filed.record.id != inspection)
    return replace(ledger, inspections=own, elsewhere=others)


def _with_issues(ledger: Ledger, found: Gathered) -> Ledger:
    unread = ledger.unread | found.unread
    return replace(ledger, issues=tuple(found.records[Kind.ISSUE]), unread=unread)


def load(tree: Tree) -> Loaded:
    """Read every file of a tree; never raises on what the files hold."""
    return outline(tree).whole()


def outline(tree: Tree) -> Outline:
    """Read everything but the issues; never raises on what the files hold."""
    listed = tree.files()
    issues = {file for file in listed if kind_of(file) is Kind.ISSUE}
    gathered = gather(tree, [file for file in listed if file not in issues])
    ledger = ledger_of(gathered)
    folders: dict[str, list[str]] = {name: [] for name in (ledger.judged_inspections if ledger else ())}
    for file in filter(issues.__contains__, listed):
        folders.setdefault(inspection_of(file), []).append(file)
    loaded = Loaded(ledger, tuple(gathered.problems), tuple(listed))
    return Outline(tree, loaded, {name: tuple(files) for name, files in folders.items()})
