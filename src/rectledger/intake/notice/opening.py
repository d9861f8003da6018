"""What title and preamble of a notice say: which inspection, by whom, when, and what was handed over."""

import re
from datetime import date

from msgspec import Struct

from rectledger.intake.notice.days import DAY, PERIOD, day_at, days_in
from rectledger.intake.notice.shape import NoticeWords
from rectledger.intake.passage import Passage, Report, joined
from rectledger.messages import Term
from rectledger.model.inspection import Source
from rectledger.views.chinese import bare
from rectledger.views.clauses import BASIS_WORDS

_TITLE = re.compile(
    r"^(?P<issuer>.*?)关于(?P<kind>.+?)(?:反馈(?:意见|问题))?(?:的)?(?:集中)?整改(?:落实)?(?:工作)?(?:进展|完成)?(?:情况)?的?"
    r"(?:通报|公告|公示|报告|情况)$"
)
_SOURCES: tuple[tuple[Source, str], ...] = (
    ("environmental", "环保督察|环境保护督察|生态环境督察|环境督察|环保督查"),
    ("party-inspection", "巡察|巡视"),
    ("audit", "审计"),
    ("safety", "安全"),
    ("self-check", "自查"),
)
_AUTHORITY = re.compile(
    r"(?:^|[，。；、日])(?P<name>[^，。；、：日]{1,40}?(?:[巡督][察视查]组|审计[组局厅署]|检查组|督导组|考核组))(?=对|向|在|进驻|于|反馈)"
)
_SENTENCE = re.compile("[^。！？\n]+")
_LIST = re.compile("《[^《》]*(?:清单|反馈意见|意见|报告)》")
_GIVEN = re.compile("反馈|下发|移交|交办|印发")


class Opening(Struct, frozen=True):
    """What is known of the inspection; None or empty where the text does not say it."""

    issuer: str
    title: str
    source: Source | None
    authority: str
    period: tuple[date, date] | None
    feedback: date | None
    handed_over: str
    basis: str
    date: date | None


def opening_of(words: NoticeWords, report: Report) -> Opening:
    """What the frame and the preamble of a notice say. What cannot be read is told."""
    title = _TITLE.match("".join(line.value for line in words.title))
    text = joined(words.preamble)
    period = _period(text, report)
    signed = [line for line in words.signed if not DAY.fullmatch(line.value)]
    kind = bare(title["kind"]) if title else ""
    return Opening(
        issuer=signed[0].value if signed else (title["issuer"].strip() if title else ""),
        title=kind,
        source=_source(kind or text.value),
        authority=_authority(text.value),
        period=period,
        feedback=_feedback(text, report),
        handed_over=_handed_over(text.value),
        basis=_basis(text.value),
        date=_signed_on(words),
    )


def missing(opening: Opening, words: NoticeWords) -> list[Term]:
    """What no record can be made without and the text does not say."""
    known = {
        "title": opening.title,
        "source": opening.source,
        "feedback": opening.feedback,
        "date": opening.date,
        "issuer": opening.issuer,
        "issues": words.issues,
    }
    return [Term(f"notice.{name}") for name, value in known.items() if not value]


def _source(words: str) -> Source | None:
    return next((source for source, pattern in _SOURCES if re.search(pattern, words)), None)


def _authority(text: str) -> str:
    """Who inspected: of a short name and a longer one that ends like it, the longer."""
    names = [found["name"] for found in _AUTHORITY.finditer(text)]
    first = names[0] if names else ""
    return max((name for name in names if name.endswith(first)), key=len, default="")


def _period(text: Passage, report: Report) -> tuple[date, date] | None:
    found = PERIOD.search(text.text)
    if found is None:
        return None
    first, last = day_at(found), day_at(found, "2")
    if first is None or last is None or last < first:
        report.tell("RL651", text.cut(found.start(), found.end()), text=found[0])
        return None
    return first, last


def _feedback(text: Passage, report: Report) -> date | None:
    """The last day before the word 反馈 in its sentence, which is not part of the period."""
    plain = PERIOD.sub(lambda found: "■" * len(found[0]), text.text)
    for sentence in _SENTENCE.finditer(plain):
        place = sentence[0].find("反馈")
        days = [(f, day) for f, day in days_in(sentence[0]) if f.start() < place or place >= 0]
        if place < 0 or not days:
            continue
        before = [pair for pair in days if pair[0].start() < place] or days[:1]
        found, day = before[-1]
        if day is None:
            start = sentence.start() + found.start()
            report.tell("RL651", text.cut(start, start + len(found[0])), text=found[0])
        return day
    return None


def _handed_over(text: str) -> str:
    """The list that was handed over, as the sentence names it that speaks of the feedback."""
    for sentence in _SENTENCE.findall(text):
        if _GIVEN.search(sentence) and (found := _LIST.search(sentence)):
            return found[0]
    return ""


def _basis(text: str) -> str:
    """On what it was decided: the words up to the day, or to whoever came."""
    clauses = text.partition("。")[0].split("，")
    if not clauses[0].startswith(BASIS_WORDS):
        return ""
    kept = [clauses[0]]
    for clause in clauses[1:]:
        if re.search(r"[0-9〇]{4}年|对|组", clause):
            break
        kept.append(clause)
    return "，".join(kept)


def _signed_on(words: NoticeWords) -> date | None:
    found = next((found for line in words.signed if (found := DAY.fullmatch(line.value))), None)
    return day_at(found) if found else None
