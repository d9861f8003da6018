"""Figures about an inspection that stand typed in a text, beside those that are counted."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from rectledger.facts.chapters import chapters
from rectledger.facts.records import InspectionFacts
from rectledger.facts.sentences import clause_around, own_words, sentence_before
from rectledger.facts.state import State
from rectledger.facts.statistics import LEVELS, Statistics, percent, statistics
from rectledger.model.inspection import Inspection
from rectledger.model.words import day_words, whole_number

# texts, which `re` compiles when it first needs them: in many ledgers never
_N = "(?P<number>[0-9]{1,4}|[一二两三四五六七八九十百]{1,5})"
_END = "(?=[，。；、（]|$|问题|整改|任务|措施)"
_PROBLEMS = rf"反馈的?{_N}(?P<unit>[个类项])(?:具体|主要|突出)?问题"
_MEASURES = (
    rf"{_N}[项条]整改措施",
    r"整改措施共?计?(?P<number>[0-9]{1,4})[项条]",
    rf"(?:细化|分解)[为成出]?{_N}[项条](?:具体)?措施",
    rf"共{_N}[项条]措施",
)
_FIELDS = rf"(?:共|反馈的?|指出的?){_N}个方面"
_IN_STATE = rf"(?P<state>已完成|完成整改|阶段性完成|已销号)(?:整改)?{_N}(?P<unit>[个类项]){_END}"
_RATE = r"(?:^|[，。；、：]|问题|整改|措施|任务|总体)完成率[为达]?到?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]"
COUNTED = re.compile("[0-9一二两三四五六七八九十百][个类项条%％]")
"""What every text with a figure has."""
_OF_A_PART = "其中|立行立改|当下改|长久立|分别|平均|采取|每|首批|批次|新增|上轮|上一轮|上次|以往|历次|此前|前期|从"
_OTHER_INSPECTIONS = ("督察", "审计", "巡视", "巡察", "督查", "检查")
_YEAR = r"([0-9]{4})年"
_AS_OF = r"截[至止]"


class Figures(Struct, frozen=True):
    """What statistics count of an inspection on a day."""

    inspection: Inspection
    day: date
    levels: Mapping[str, Statistics]
    problems: int
    """The issues, where one that is divided by its measures' titles counts as many."""


class Typed(Struct, frozen=True):
    """A figure as it is typed, and what it would be: several where levels could be meant."""

    words: str
    counted: tuple[str, ...]


def figures(inspection: InspectionFacts, day: date, *, omitted: bool) -> Figures:
    """The figures of an inspection, with what is kept out of publication if that is counted."""
    shown = chapters(inspection, omitted=omitted)
    issues = (issue for chapter in shown for issue in chapter.issues)
    titled = [sum(measure.measure.title is not None for measure in issue.measures) for issue in issues]
    levels = {level: statistics(shown, level, day) for level in LEVELS}
    return Figures(inspection.inspection, day, levels, sum(max(number, 1) for number in titled))


def disagreeing(text: str, counted: Callable[[], Figures], *, states: bool) -> Iterator[Typed]:
    """Every typed figure of a text that no level agrees with; those that depend on the day only if asked for."""
    if not COUNTED.search(text):
        return
    plain, known = own_words(text), counted()
    yield from _totals(plain, known)
    if states:
        yield from _in_states(plain, known)
        yield from _rates(plain, known)


def _totals(text: str, known: Figures) -> Iterator[Typed]:
    totals = {level: figure.total for level, figure in known.levels.items()}
    for match in _about(_PROBLEMS, text, known):
        wider = {totals["headings"]}
        yield from _unless(match, wider if match["unit"] == "类" else {*wider, totals["issues"], known.problems})
    for pattern in _MEASURES:
        for match in _about(pattern, text, known):
            yield from _unless(match, {totals["measures"]})
    for match in _about(_FIELDS, text, known):
        # 方面 may be wider than headings, never narrower
        if _number(match) > totals["headings"]:
            yield Typed(match[0], (str(totals["headings"]),))


def _in_states(text: str, known: Figures) -> Iterator[Typed]:
    for match in _about(_IN_STATE, text, known):
        if _is_of_the_day(text, match, known.day):
            levels = ["headings"] if match["unit"] == "类" else LEVELS
            yield from _unless(match, {_count(known.levels[level], match["state"]) for level in levels})


def _rates(text: str, known: Figures) -> Iterator[Typed]:
    for match in _about(_RATE, text, known):
        decimals = len(match["number"].partition(".")[2])
        rates = {percent(figure.done, figure.total, decimals) for figure in known.levels.values() if figure.total}
        if f"{match['number']}%" not in rates and _is_of_the_day(text, match, known.day):
            yield Typed(match[0].lstrip("，。；、："), tuple(sorted(rates)))


def _about(pattern: str, text: str, known: Figures) -> Iterator[re.Match[str]]:
    """The figures of a kind that are about the whole of this inspection, as far as their clause tells."""
    for match in re.finditer(pattern, text):
        before, _ = clause_around(text, match.start(), match.end())
        others = (word for word in _OTHER_INSPECTIONS if word in before and word not in known.inspection.title)
        years = (int(year) for year in re.findall(_YEAR, before))
        if not re.search(_OF_A_PART, before) and not any(others) and {known.inspection.feedback.year}.issuperset(years):
            yield match


def _unless(match: re.Match[str], counted: set[int]) -> Iterator[Typed]:
    if _number(match) not in counted:
        yield Typed(match[0], tuple(map(str, sorted(counted))))


def _number(match: re.Match[str]) -> int:
    return whole_number(match["number"]) or 0


def _count(figure: Statistics, word: str) -> int:
    match word:
        case "已完成" | "完成整改":
            return figure.done
        case "已销号":
            return figure.counts[State.CLOSED]
        case _:
            return figure.counts[State.PARTIAL]


def _is_of_the_day(text: str, match: re.Match[str], day: date) -> bool:
    """Whether a figure is about findings, all of them, and about no other day than the one that judges."""
    sentence = sentence_before(text, match.start())
    if re.search(_OF_A_PART, sentence) or not re.search("问题|整改|措施|任务", sentence + match[0]):
        return False
    return day_words(day) in sentence or "目前" in sentence or not re.search(_AS_OF, sentence)
