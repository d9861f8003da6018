"""What a rule is. One rule is one file; its docstring is its page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, field

from rectledger.diagnostics import Problem, Severity
from rectledger.messages import Language
from rectledger.messages.text import Text

if TYPE_CHECKING:
    from rectledger.facts.records import Facts
    from rectledger.facts.revisions import Revisions

Check: TypeAlias = Callable[["Facts"], Iterable[Problem]]
Comparison: TypeAlias = Callable[["Revisions"], Iterable[Problem]]


class Findings(Struct, frozen=True):
    """What the checks found, the codes of all rules, and those of the rules that are checks."""

    problems: Sequence[Problem]
    codes: frozenset[str]
    checked: frozenset[str]


Afterthought: TypeAlias = Callable[["Facts", Findings], Iterable[Problem]]
Trace: TypeAlias = tuple[Any, ...]
"""What is kept of a part of a ledger to be compared with the other parts: texts and numbers, no records."""
Tracer: TypeAlias = Callable[["Facts"], Iterable[Trace]]
Compare: TypeAlias = Callable[["Facts", Iterable[Trace]], Iterable[Problem]]


class Rule(Struct, frozen=True):
    """A rule: code, name, weight, page and what finds it.

    A reading rule has no check: whoever reads the files finds it; nor has a rule of intake.
    An afterthought judges what the checks found, a comparison what a change did to a ledger.
    """

    code: str
    name: str
    severity: Severity
    since: str
    docstring: str
    """Its page as it stands in the code."""
    check: Check | None = None
    across: bool = False
    """Whether it compares issues with each other: what it finds in one file depends on other issues' files."""
    afterthought: Afterthought | None = None
    comparison: Comparison | None = None
    trace: Tracer | None = None
    compare: Compare | None = None
    """What judges the traces of all inspections together, and of the rest of the ledger what it is given."""
    texts: Mapping[str, Text] = field(default_factory=dict)
    """Its messages by their keys, where it is a rule of another package; ours are in the catalogue."""

    @property
    def page(self) -> str:
        """Markdown: a sentence in English, one in Chinese, why it matters, a bad and a good example."""
        from inspect import cleandoc  # noqa: PLC0415  # it brings much along, and most runs show no page

        return cleandoc(self.docstring)

    @property
    def summary(self) -> dict[Language, str]:
        """What it finds, a sentence in each language: the first two paragraphs of its page."""
        english, chinese, *_ = (" ".join(part.split()) for part in self.page.split("\n\n"))
        return {Language.EN: english, Language.ZH: chinese}


def rule(
    code: str, severity: Severity, *, since: str, across: bool = False, texts: Mapping[str, Text] | None = None
) -> Callable[[Check], Rule]:
    """Make a rule of a function over facts; its name, hyphenated, names the pattern that it finds."""

    def made(check: Check) -> Rule:
        docstring = _docstring(check)
        return Rule(code, _name(check), severity, since, docstring, check=check, across=across, texts=texts or {})

    return made


def tracing(code: str, severity: Severity, *, since: str, trace: Tracer) -> Callable[[Compare], Rule]:
    """Make a rule of a function that compares what is kept of each inspection, with those kept of it by `trace`."""

    def made(compare: Compare) -> Rule:
        def check(facts: "Facts") -> Iterable[Problem]:
            return compare(facts, trace(facts))

        docstring = _docstring(compare)
        return Rule(
            code, _name(compare), severity, since, docstring, check=check, across=True, trace=trace, compare=compare
        )

    return made


def afterthought(
    code: str, severity: Severity, *, since: str, texts: Mapping[str, Text] | None = None
) -> Callable[[Afterthought], Rule]:
    """Make a rule of a function over facts and what the checks found."""

    def made(check: Afterthought) -> Rule:
        return Rule(code, _name(check), severity, since, _docstring(check), afterthought=check, texts=texts or {})

    return made


def change_rule(code: str, *, since: str) -> Callable[[Comparison], Rule]:
    """Make a rule of a function over two revisions. It is an error, unless the ledger before says otherwise."""

    def made(comparison: Comparison) -> Rule:
        docstring = _docstring(comparison)
        return Rule(code, _name(comparison), Severity.ERROR, since, docstring, comparison=comparison)

    return made


def reading_rule(code: str, *, since: str) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule of a page alone: the reader of the files reports it. It is an error and cannot be switched off."""

    def made(page: Callable[[], None]) -> Rule:
        return Rule(code, _name(page), Severity.ERROR, since, _docstring(page))

    return made


def intake_rule(code: str, severity: Severity, *, since: str) -> Callable[[Callable[[], None]], Rule]:
    """Make a rule of a page alone: whoever takes in a sheet or a document reports it."""

    def made(page: Callable[[], None]) -> Rule:
        return Rule(code, _name(page), severity, since, _docstring(page))

    return made


def _name(function: Callable[..., object]) -> str:
    return function.__name__.replace("_", "-")


def _docstring(function: Callable[..., object]) -> str:
    return function.__doc__ or ""
