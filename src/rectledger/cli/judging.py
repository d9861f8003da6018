"""What `lint` finds: an inspection at a time, by several processes where there is enough of it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from rectledger.cli.processes import of_parts
from rectledger.cli.session import Session
from rectledger.diagnostics import Cell, Diagnostic, Problem, Severity, Span
from rectledger.facts.assess import assess
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.installed import known_rules
from rectledger.lint import Judged, diagnose, judge, judge_part, judge_rest
from rectledger.load import Outline
from rectledger.model.ledger import Ledger

OF_EVIDENCE_FILES = ("RL110", "RL411", "RL412", "RL413")
"""Rules that need to know what stands at the paths of evidence; RL110 judges the waivers of the others."""


class Asked(Struct, frozen=True):
    """What is asked for: paths (none means all), and codes or beginnings of codes."""

    wanted: Sequence[str] = ()
    select: tuple[str, ...] = ("",)
    ignore: tuple[str, ...] = ()

    def counts(self, code: str) -> bool:
        """Whether what a rule finds counts."""
        return code.startswith(self.select) and not (self.ignore and code.startswith(self.ignore))

    def diagnosed(self, session: Session, problems: Iterable[Problem], facts: Facts | None) -> list[Diagnostic]:
        """The problems asked for; those of rules ignored do not count."""
        asked = [p for p in problems if p.code.startswith(self.select) and is_wanted(p.file, self.wanted)]
        found = diagnose(asked, facts, session.locate, known_rules())
        return [replace(d, waived="--ignore") if self.ignore and d.code.startswith(self.ignore) else d for d in found]


class Entry(NamedTuple):
    """A diagnostic on its way: where it belongs, what it weighs, and what is told of it."""

    file: str
    span: Span
    cell: Cell | tuple[()]
    code: str
    severity: Severity
    waived: str
    told: Diagnostic | str


Tell: TypeAlias = Callable[[Session, Diagnostic], Diagnostic | str]
"""What is kept of a diagnostic that counts; of one that does not, it is kept itself."""
_order = attrgetter("file", "span", "cell", "code")


def is_wanted(file: str, wanted: Sequence[str]) -> bool:
    """Whether a file is one of the paths wanted, or below one; no paths mean all."""
    return not wanted or any(path in {".", file} or file.startswith(f"{path}/") for path in wanted)


@contextmanager
def entries(
    session: Session, asked: Asked, tell: Tell, changes: Sequence[Diagnostic] = ()
) -> Iterator[Iterator[Entry]]:
    """Every finding asked for, and those about changes, in the order of the files; had as long as the context lasts."""
    run = _Run(replace(session, language_asked_for=session.language), asked, tell, changes)
    outline = session.outline
    if known_rules().brought:  # what a package brings sees the whole ledger
        yield iter(run.whole(session))
        return
    names = list(outline.folders)
    with of_parts(session, lambda inspection: run.part(outline, inspection)) as found:
        rest = run.rest(outline, found.gists)
        by_path = sorted(range(len(names)), key=lambda task: f"issues/{names[task]}/")
        yield _merged((found.body(task) for task in by_path), rest)


class _Gist(NamedTuple):
    """Of a part, what has to be known to judge the rest, and what is told of files that are no issues."""

    judged: Judged
    entries: list[Entry]


class _Run(Struct, frozen=True):
    """What is asked for, in a session of which nothing is kept between the parts."""

    session: Session
    asked: Asked
    tell: Tell
    changes: Sequence[Diagnostic]

    def part(self, outline: Outline, inspection: str) -> tuple[_Gist, list[Entry]]:
        """An inspection, and what is told of its issues."""
        loaded = outline.part(inspection)
        facts = self._facts(loaded.ledger) if loaded.ledger else None
        judged = judge_part(facts, known_rules()) if facts else NOTHING
        own = frozenset(loaded.files)
        problems = [*loaded.problems, *(problem for problem in judged.problems if problem.file in own)]
        told = self._told(problems, facts)
        of_issues = [entry for entry in told if entry.file.startswith("issues/")]
        others = [entry for entry in told if not entry.file.startswith("issues/")]
        return _Gist(replace(judged, problems=[]), others), of_issues

    def rest(self, outline: Outline, parts: Sequence[_Gist]) -> list[Entry]:
        """What is told of everything else."""
        problems = list(outline.loaded.problems)
        ledger, waiving = outline.loaded.ledger, None
        if ledger:
            day = self.session.day
            some = outline.with_some(ledger, [file for part in parts for file in part.judged.waiving])
            whole, rest, waiving = (Facts(part, day, ()) for part in (ledger, outline.rest(ledger), some))
            problems += judge_rest(whole, rest, waiving, [part.judged for part in parts], known_rules())
        told = [*self._told(problems, waiving), *self._changed(), *(entry for part in parts for entry in part.entries)]
        return sorted(told, key=_order)

    def whole(self, session: Session) -> list[Entry]:
        """The whole ledger at once."""
        facts = self._facts(session.loaded.ledger) if session.loaded.ledger else None
        found = judge(facts, known_rules()) if facts else []
        return sorted([*self._told([*session.loaded.problems, *found], facts), *self._changed()], key=_order)

    def _facts(self, ledger: Ledger) -> Facts:
        """The facts, with the evidence files of the files wanted where a rule that counts needs them."""
        facts = assess(ledger, self.session.day)
        if not any(map(self.asked.counts, OF_EVIDENCE_FILES)):
            return facts
        paths = {proof.file for proof in proofs(facts) if is_wanted(proof.issue.file, self.asked.wanted)}
        return replace(facts, evidence=self.session.tree.evidence(paths)) if paths else facts

    def _told(self, problems: Iterable[Problem], facts: Facts | None) -> list[Entry]:
        session = replace(self.session)  # keeps the texts that are shown, of this part alone
        return [self._entry(session, d) for d in self.asked.diagnosed(session, problems, facts)]

    def _changed(self) -> list[Entry]:
        session = replace(self.session)
        return [self._entry(session, found) for found in self.changes]

    def _entry(self, session: Session, found: Diagnostic) -> Entry:
        told = found if found.waived else self.tell(session, found)
        return Entry(found.file, found.span, found.cell or (), found.code, found.severity, found.waived, told)


NOTHING = Judged([], {}, {}, ())


def _merged(bodies: Iterable[list[Entry]], rest: list[Entry]) -> Iterator[Entry]:
    """Findings of issues, part by part, and those of the rest among and behind them."""
    left = deque(rest)
    for body in bodies:
        among = []
        while left and body and _order(left[0]) < _order(body[-1]):
            among.append(left.popleft())
        yield from sorted([*body, *among], key=_order) if among else body
    yield from left
