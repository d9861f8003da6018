"""Rules that other installed packages bring. Only `lint` and `explain` ask for them: looking costs time."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.errors import CannotRunError
from rectledger.messages import Language, OwnKey, hint, say
from rectledger.model.ledger import PARTIES_FILE, SETTINGS_FILE
from rectledger.rules import BY_CODE, Rules
from rectledger.rules.registry import Findings, Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from rectledger.facts.records import Facts

GROUP = "rectledger.rules"
_CODE = re.compile(r"(?!RL)[A-Z]{2,5}[0-9]{3}")


@cache
def known_rules() -> Rules:
    """Every rule by its code, ours first. Raises CannotRunError where a package's rules are not what they should be."""
    if not _is_any_installed():
        return BY_CODE
    from importlib.metadata import entry_points  # noqa: PLC0415  # takes as long to import as Python to start

    known: dict[str, Rule] = {}
    points = sorted(entry_points(group=GROUP), key=lambda point: (_package(point), point.name))
    own = [(rule, _package(point)) for point in points for rule in _rules_of(point)]
    for rule, package in sorted(own, key=lambda pair: pair[0].code):
        if rule.code in known:
            raise CannotRunError("cannot.rules-taken", package=package, code=rule.code)
        known[rule.code] = _watched(rule, package)
    return Rules(known)


def _is_any_installed() -> bool:
    """Whether any package may bring rules: a folder on the path says so, or what cannot be looked into so simply."""
    others = (finder for finder in sys.meta_path if finder is not PathFinder)
    return any(hasattr(finder, "find_distributions") for finder in others) or any(map(_may_bring, sys.path))


def _may_bring(place: str) -> bool:
    """Whether what is installed in a folder of the path may bring rules; of an archive nobody knows."""
    try:
        with os.scandir(place or ".") as entries:
            return any(_names_rules(e.path) for e in entries if e.name.lower().endswith((".dist-info", "egg-info")))
    except NotADirectoryError:
        return True
    except OSError:
        return False


def _names_rules(metadata: str) -> bool:
    try:
        return GROUP.encode() in Path(metadata, "entry_points.txt").read_bytes()
    except OSError:
        return False


def _package(point: "EntryPoint") -> str:
    return (point.dist.name if point.dist else "") or point.module


def _rules_of(point: "EntryPoint") -> list[Rule]:
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
    rule: Rule, package: str, judge: Callable[..., Iterable[Problem]], facts: "Facts", *found: Findings
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
