"""Numbers of papers and meetings that a text says there were: “已发整改通知13份”."""

import re
from collections.abc import Iterator

from msgspec import Struct

from rectledger.facts.sentences import clause_around, own_words, sentence_before
from rectledger.model.words import whole_number

COUNT = re.compile("[0-9一二两三四五六七八九十百][份次期场轮]")
"""What every text with such a number has."""
# texts, which `re` compiles when it first needs them: in many ledgers never
_COUNT = (
    "(?P<number>[0-9]{1,4}|[一二两三四五六七八九十百]{1,5})(?P<unit>[份次期场轮])(?!以上|以下|以内|左右|工程|项目|建设)"
)
_HAPPENED = "已|共|累计|先后|完成了|曾"
_DOING = (
    "发出|印发|下发|制发|已发|召开|开展|组织|举办|进行|培训|检查|巡查|排查|抽查|约谈|督办|督查|督导|调度|演练|学习|研究|"
    "通报|走访|监测|宣讲|签订|编制|报送|收集|整理|修订|制定|出具|下达|提交"
)
_PLANNED = (
    "[每逐拟]|至少|不少于|不低于|不超过|最多|原则上|计划|[须]|应(?![急用对答])|可(?![行研视靠])|需(?!求)|要在|确保|力争|目标|"
    "争取|将(?:于|在|继续|尽快|组织|开展|召开|再)"
)
_ORDINAL = "第前首近分各逢达满余多几数"
_ISSUES = "培训|班|学习|讲座|简报|刊"
"""What comes in 期 and is counted; a project's 二期 is not."""


class Quoted(Struct, frozen=True):
    """The words with the number, and the number."""

    words: str
    number: int


def quoted_counts(text: str, *, is_report: bool) -> Iterator[Quoted]:
    """Every number of two or more that a text reports. The text of a plan reports only what it says has happened."""
    if not COUNT.search(text):
        return
    plain = own_words(text)
    for match in re.finditer(_COUNT, plain):
        before, behind = clause_around(plain, match.start(), match.end())
        if _counts(match, before) and _is_reported(sentence_before(plain, match.start()), before, behind, is_report):
            first, last = match.start() - min(len(before), 8), match.end() + min(len(behind), 6)
            yield Quoted(text[first:last], whole_number(match["number"]) or 0)


def _counts(match: re.Match[str], before: str) -> bool:
    """Whether the number says how many, and more than one: 二次 and 第2次 do not."""
    if match["number"] == "二" or (whole_number(match["number"]) or 0) < 2 or before[-1:] in _ORDINAL:
        return False
    return match["unit"] != "期" or bool(re.search(_ISSUES, before))


def _is_reported(sentence: str, before: str, behind: str, is_report: bool) -> bool:  # noqa: FBT001
    if re.search(_PLANNED, sentence) or re.search(_PLANNED, behind) or not re.search(_DOING, before):
        return False
    return is_report or bool(re.search(_HAPPENED, sentence))
