"""Rules that other installed packages bring. Only `lint` and `explain` ask for them: looking costs time."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from msgspec.structs import replace

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.errors import CannotRunError
from rectledger.facts.records import Facts
from rectledger.messages import Language, OwnKey, hint, say
from rectledger.model.ledger import PARTIES_FILE, SETTINGS_FILE
from rectledger.rules import BY_CODE
from rectledger.rules.registry import Findings, Rule

GROUP = "rectledger.rules"
_CODE = re.compile(r"(?!RL)[A-Z]{2,5}[0-9]{3}")


@cache
def known_rules() -> Mapping[str, Rule]:
    """Every rule by its code, ours first. Raises CannotRunError where a package's rules are not what they should be."""
    known = dict(BY_CODE)
    points = sorted(entry_points(group=GROUP), key=lambda point: (_package(point), point.name))
    own = [(rule, _package(point)) for point in points for rule in _rules_of(point)]
    for rule, package in sorted(own, key=lambda pair: pair[0].code):
        if rule.code in known:
            raise CannotRunError("cannot.rules-taken", package=package, code=rule.code)
        known[rule.code] = _watched(rule, package)
    return known


def _package(point: EntryPoint) -> str:
    return (point.dist.name if point.dist else "") or point.module


def _rules_of(point: EntryPoint) -> list[Rule]:
    """The rules that an entry point names: one, or a tuple of them."""
    package = _package(point)
    try:
        named = point.load()
    except (Exception, SystemExit) as error:
        raise CannotRunError("cannot.rules-import", package=package, reason=_words(error)) from error
    rules = [named] if isinstance(named, Rule) else named
    if not isinstance(rules, list | tuple) or not all(isinstance(rule, Rule) for rule in rules):
        raise CannotRunError("cannot.rules-none", package=package, name=point.value)
    for rule in rules:
        _refuse_unsound(rule, package)
    return list(rules)


def _refuse_unsound(rule: Rule, package: str) -> None:
    if not _CODE.fullmatch(rule.code):
        raise CannotRunError("cannot.rules-code", package=package, code=rule.code)
    if not (rule.check or rule.afterthought) or not isinstance(rule.severity, Severity):
        raise CannotRunError("cannot.rules-none", package=package, name=rule.code)
    if rule.page.count("\n\n") < 1 or rule.code not in rule.texts:
        raise CannotRunError("cannot.rules-words", package=package, code=rule.code)


def _watched(rule: Rule, package: str) -> Rule:
    """The rule, such that its failure names the package, and its problems bring their words along."""
    return replace(
        rule,
        check=rule.check and partial(_sound, rule, package, rule.check),
        afterthought=rule.afterthought and partial(_sound, rule, package, rule.afterthought),
    )


def _sound(
    rule: Rule, package: str, judge: Callable[..., Iterable[Problem]], facts: Facts, *found: Findings
) -> Iterator[Problem]:
    """A rule's problems, each tried out: it names a file of the ledger, and can be said in both languages."""
    ledger = facts.ledger
    files = {SETTINGS_FILE, PARTIES_FILE, *(i.file for i in ledger.inspections), *(i.file for i in ledger.issues)}
    try:
        for problem in judge(facts, *found):
            if problem.file not in files:
                raise LookupError(problem.file)  # noqa: TRY301  # it ends as the failure that it is
            key = OwnKey(problem.key, rule.texts[problem.key])
            for language in Language:
                say(key, language, problem.values)
                hint(key, language, problem.values)
            yield Problem(problem.file, _route(problem.at), key, problem.values)
    except (Exception, SystemExit) as error:
        raise CannotRunError("cannot.rule-failed", package=package, code=rule.code, reason=_words(error)) from error


def _route(at: Iterable[object]) -> Route:
    """The route, if it is one. Raises TypeError."""
    steps = tuple(at)
    if any(not isinstance(step, str | int) or (isinstance(step, int) and step < 0) for step in steps):
        raise TypeError(steps)
    return cast("Route", steps)


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
