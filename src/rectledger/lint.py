"""The engine: runs the rules, applies waivers and the ledger's own levels, and finds the places."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rectledger.diagnostics import Diagnostic, Problem, Route, Severity, Span
from rectledger.facts.records import Facts
from rectledger.rules import BY_CODE, RULES
from rectledger.rules.registry import Findings, Rule

Locate = Callable[[str, Sequence[Route]], Sequence[Span]]
"""Finds the spans of routes in a file."""

READING = "RL0"


def judge(facts: Facts) -> list[Problem]:
    """Everything that the rules find in a ledger on a day."""
    rules = [rule for rule in RULES if _level(rule, facts.ledger.settings.rules) is not None]
    found = [problem for rule in rules if rule.check for problem in rule.check(facts)]
    findings = Findings(found, frozenset(BY_CODE))
    return found + [problem for rule in rules if rule.afterthought for problem in rule.afterthought(facts, findings)]


def diagnose(problems: Iterable[Problem], facts: Facts | None, locate: Locate) -> list[Diagnostic]:
    """Problems with rule, weight, waiver and place, in the order of the files."""
    levels = facts.ledger.settings.rules if facts else {}
    weighed = [(problem, level) for problem in problems if (level := _level(BY_CODE[problem.code], levels))]
    spans = _spans([problem for problem, _ in weighed], locate)
    waivers = _waivers(facts) if facts else {}
    found = [
        Diagnostic(
            code=problem.code,
            name=BY_CODE[problem.code].name,
            severity=level,
            file=problem.file,
            span=span,
            key=problem.key,
            values=problem.values,
            waived=waivers.get((problem.file, problem.code), ""),
        )
        for (problem, level), span in zip(weighed, spans, strict=True)
    ]
    distinct = {(d.file, d.span, d.key, str(d.values)): d for d in found}
    return sorted(distinct.values(), key=lambda diagnostic: (diagnostic.file, diagnostic.span, diagnostic.code))


def _level(rule: Rule, levels: Mapping[str, str]) -> Severity | None:
    """The weight that a ledger gives a rule; None where it is switched off. What cannot be read is always an error."""
    own = levels.get(rule.code)
    if own is None or rule.code.startswith(READING):
        return rule.severity
    return None if own == "off" else Severity(own)


def _waivers(facts: Facts) -> dict[tuple[str, str], str]:
    """The reasons of the waivers in force, by file and code."""
    return {
        (filed.file, waiver.rule): waiver.reason
        for filed in facts.ledger.issues
        for waiver in filed.record.waivers
        if waiver.holds_on(facts.day) and not waiver.rule.startswith(READING)
    }


def _spans(problems: Sequence[Problem], locate: Locate) -> list[Span]:
    """The place of each problem; every file is looked into once."""
    wanted: dict[str, list[Route]] = defaultdict(list)
    for problem in problems:
        if not isinstance(problem.at, Span):
            wanted[problem.file].append(problem.at)
    located = {file: iter(locate(file, routes)) for file, routes in wanted.items()}
    return [problem.at if isinstance(problem.at, Span) else next(located[problem.file]) for problem in problems]
