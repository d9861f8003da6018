"""The engine: runs the rules, applies waivers and the ledger's own levels, and finds the places."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from rectledger.diagnostics import START_OF_FILE, Cell, Diagnostic, Problem, Route, Severity, Span
from rectledger.facts.records import Facts
from rectledger.rules import BY_CODE, CHANGES, INTAKE, Rules
from rectledger.rules.registry import Findings, Rule, Trace

if TYPE_CHECKING:
    from rectledger.facts.revisions import Revisions

Locate = Callable[[str, Sequence[Route]], Sequence[Span]]
"""Finds the spans of routes in a file."""

READING = "RL0"
USELESS_WAIVER = "RL110"


class Judged(Struct, frozen=True):
    """What the rules find in a part of a ledger, and what they keep of it to be compared with other parts."""

    problems: list[Problem]
    traces: Mapping[str, list[Trace]]
    """By the codes of rules that compare."""
    ignored: Mapping[int, Problem]
    """An example of what each ignore covers, by the ignore's place in the settings."""
    waiving: tuple[str, ...]
    """The files of issues with a waiver of a rule that compares."""


def judge_part(facts: Facts, rules: Rules = BY_CODE) -> Judged:
    """Everything that the rules find in a part of a ledger without knowing the others."""
    running, comparing = _running(facts, rules)
    found = _checked(facts, running)
    traces = {rule.code: list(rule.trace(facts)) for rule in comparing if rule.trace}
    ignores = facts.ledger.settings.ignores
    covered = ((n, p) for p in found for n, ignore in enumerate(ignores) if ignore.covers(p.file, p.code))
    compared = _codes_that_compare(rules)
    waiving = (filed.file for filed in facts.ledger.issues for w in filed.record.waivers if w.rule in compared)
    findings = Findings(found, frozenset(rules), _codes_of_checks(rules) - compared)
    return Judged([*found, *_thought(facts, running, findings)], traces, dict(covered), tuple(dict.fromkeys(waiving)))


def judge_rest(
    whole: Facts, rest: Facts, waiving: Facts, parts: Sequence[Judged], rules: Rules = BY_CODE
) -> list[Problem]:
    """What the rules find beyond the parts.

    `whole` is the ledger without issues, `rest` what of it is in no part, `waiving` the
    issues with waivers of rules that compare.
    """
    running, comparing = _running(whole, rules)
    compared = [
        problem
        for rule in comparing
        if rule.compare
        for problem in rule.compare(whole, chain.from_iterable(part.traces[rule.code] for part in parts))
    ]
    found = [*_checked(rest, running), *compared]
    examples = [problem for part in parts for problem in part.ignored.values()]
    findings = Findings([*found, *examples], frozenset(rules), _codes_of_checks(rules))
    of_compared = Findings(compared, frozenset(rules), _codes_that_compare(rules))
    useless = [problem for problem in _thought(waiving, running, of_compared) if problem.code == USELESS_WAIVER]
    return [*found, *useless, *_thought(rest, running, findings)]


def _running(facts: Facts, rules: Rules) -> tuple[list[Rule], list[Rule]]:
    """The rules that are not switched off: those that judge each part, and those that compare parts."""
    off = switched_off(facts.ledger.settings.rules, rules)
    running = [rule for rule in rules.judging if rule.code not in off]
    return [rule for rule in running if not rule.compare], [rule for rule in running if rule.compare]


def _checked(facts: Facts, rules: Iterable[Rule]) -> list[Problem]:
    return [problem for rule in rules if rule.check for problem in rule.check(facts)]


def _thought(facts: Facts, rules: Iterable[Rule], findings: Findings) -> list[Problem]:
    return [problem for rule in rules if rule.afterthought for problem in rule.afterthought(facts, findings)]


def _codes_of_checks(rules: Rules) -> frozenset[str]:
    """The codes of which everything that lint can say has been said once the checks have run."""
    return frozenset((*INTAKE, *(rule.code for rule in rules.judging if rule.check)))


def _codes_that_compare(rules: Rules) -> frozenset[str]:
    return frozenset(rule.code for rule in rules.judging if rule.compare)


def judge(facts: Facts, rules: Rules = BY_CODE, *, about: Collection[str] | None = None) -> list[Problem]:
    """Everything that the rules find in a ledger on a day; with `about`, of issues those in these files alone."""
    off = switched_off(facts.ledger.settings.rules, rules)
    running = [rule for rule in rules.judging if rule.code not in off]
    part = facts if about is None else facts.about(about)
    found = [problem for rule in running if rule.check for problem in rule.check(facts if rule.across else part)]
    return found + _thought(part, running, Findings(found, frozenset(rules), _codes_of_checks(rules)))


def judge_changes(revisions: "Revisions", rules: Rules = BY_CODE) -> list[Problem]:
    """What a change did that nobody may do. Of the rules holds what the ledger said of them before the change."""
    off = switched_off(revisions.before.ledger.settings.rules, rules)
    running = [rules[code].comparison for code in CHANGES if code not in off]
    return [problem for comparison in running if comparison for problem in comparison(revisions)]


def switched_off(levels: Mapping[str, str], rules: Rules = BY_CODE) -> frozenset[str]:
    """The codes of the rules that a ledger's own levels switch off."""
    return frozenset(code for code in rules if levels.get(code) == "off" and not code.startswith(READING))


def diagnose(
    problems: Iterable[Problem], facts: Facts | None, locate: Locate, rules: Rules = BY_CODE
) -> list[Diagnostic]:
    """Problems with rule, weight, waiver and place, in the order of the files."""
    levels = facts.ledger.settings.rules if facts else {}
    weighed = [(problem, level) for problem in problems if (level := _level(rules[problem.code], levels))]
    spans = _spans([problem for problem, _ in weighed], locate)
    excuse = _excuses(facts) if facts else _no_excuse
    found = [
        _diagnostic(problem, rules[problem.code].name, level, span, excuse(problem))
        for (problem, level), span in zip(weighed, spans, strict=True)
    ]
    distinct = {(d.file, d.span, d.cell, d.key, str(d.values)): d for d in found}
    return in_order(distinct.values())


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics in the order of the files."""
    return sorted(found, key=lambda d: (d.file, d.span, d.cell or (), d.code))


def _diagnostic(problem: Problem, name: str, severity: Severity, span: Span, excuse: tuple[str, str]) -> Diagnostic:
    return Diagnostic(
        problem.code, name, severity, problem.file, span, problem.key, problem.values,
        cell=problem.at if isinstance(problem.at, Cell) else None, waived=excuse[0], waived_by=excuse[1],
    )  # fmt: skip


def _level(rule: Rule, levels: Mapping[str, str]) -> Severity | None:
    """The weight that a ledger gives a rule; None where it is switched off. What cannot be read is always an error."""
    own = levels.get(rule.code)
    if own is None or rule.code.startswith(READING):
        return rule.severity
    return None if own == "off" else Severity(own)


def _no_excuse(_problem: Problem) -> tuple[str, str]:
    return "", ""


def _excuses(facts: Facts) -> Callable[[Problem], tuple[str, str]]:
    """What tells why a problem does not count, and what says so. What cannot be read always counts."""
    waivers = _waivers(facts)
    ignores = facts.ledger.settings.ignores

    def excuse(problem: Problem) -> tuple[str, str]:
        if problem.code.startswith(READING):
            return "", ""
        if reason := waivers.get((problem.file, problem.code)):
            return reason, "waivers"
        ignore = next((i for i in ignores if i.covers(problem.file, problem.code)), None)
        return (ignore.reason, f"ignores {ignore.path}") if ignore else ("", "")

    return excuse


def _waivers(facts: Facts) -> dict[tuple[str, str], str]:
    """The reasons of the waivers in force, by file and code."""
    return {
        (filed.file, waiver.rule): waiver.reason
        for filed in facts.ledger.issues
        for waiver in filed.record.waivers
        if waiver.holds_on(facts.day)
    }


def _spans(problems: Sequence[Problem], locate: Locate) -> list[Span]:
    """The place of each problem; every file is looked into once."""
    wanted: dict[str, list[Route]] = defaultdict(list)
    for problem in problems:
        if not isinstance(problem.at, Span | Cell):
            wanted[problem.file].append(problem.at)
    located = {file: iter(locate(file, routes)) for file, routes in wanted.items()}
    return [_span(problem, located) for problem in problems]


def _span(problem: Problem, located: Mapping[str, Iterator[Span]]) -> Span:
    if isinstance(problem.at, Cell):
        return START_OF_FILE
    return problem.at if isinstance(problem.at, Span) else next(located[problem.file])
