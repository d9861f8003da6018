"""What a text says about its own progress, where it speaks of the whole: “已完成整改，……”, “正在安装……”."""

import re

from msgspec import Struct

from rectledger.facts.sentences import clause_around, own_words, sentence_before, sentences
from rectledger.facts.state import CLOSING, State

# texts, which `re` compiles when it first needs them: in many ledgers never
_WHOLE = r"(?:(?:该|此|本|这)(?:一|项|个)?(?:问题|措施|任务|工作|事项)|问题|整改(?:任务|工作|措施))(?:的?整改)?"
_DONE = r"(?P<complete>完成整改(?:任务)?|整改(?:完成|到位|完毕)|办结)"
_STAGE = r"(?P<partial>(?:阶段性|基本)完成(?:整改)?)"
_SURE = (
    rf"(?:均|全部|全面|都)?已经?(?:全部|全面|按期|按时|如期)?"
    rf"(?:{_DONE}|(?P<done>完成)|{_STAGE}|(?P<closed>销号)|(?P<transferred>移交))"
)
_OPENING = rf"(?:目前|现)?，?(?:{_WHOLE})?(?:目前|现)?{_SURE}(?=[，；]|$)"
_ALONE = rf"(?:{_WHOLE})?(?:{_DONE}|{_STAGE})"
_CLOSING_WORDS = r"(?:(?P<done>已完成)|(?P<partial>阶段性完成|基本完成)|(?P<closed>已销号)|(?P<transferred>已移交))"
_LAST = rf"，{_CLOSING_WORDS}$"
_OF_TITLE = rf"[，,；;、（(\[【—-]{_CLOSING_WORDS}[）)\]】]?[。]?$"
_ENUMERATED = r"[（(]?[一1][是、.）)]|首先|其一|第一"
_STATES = {
    "complete": State.COMPLETE,
    "done": State.COMPLETE,
    "partial": State.PARTIAL,
    "closed": State.CLOSED,
    "transferred": State.TRANSFERRED,
}
_ENOUGH = {
    State.COMPLETE: {State.COMPLETE, State.TRANSFERRED, *CLOSING},
    State.PARTIAL: {State.PARTIAL, State.DEFERRED, State.COMPLETE, State.TRANSFERRED, *CLOSING},
    State.TRANSFERRED: {State.TRANSFERRED, State.COMPLETE, *CLOSING},
    State.CLOSED: {State.CLOSED},
}
"""The states in which a claim is true, or at least does not say too much."""

CLAIMING = re.compile("完成|到位|完毕|办结|销号|移交")
"""What every text with a claim has."""
_GOING_ON = re.compile("正在|[推进办][进行理]中|[拟将]|计划")
_UNFINISHED = r"""(?x)
    正在 | 推进中(?=[，。；]|$) | 进行中(?=[，。；]|$) | 办理中(?=[，。；]|$)
    | 拟(?:于|在|暂|开展|组织|实施|启动|建设|采取|报) | 将(?:于|尽快|择机|按期|适时|陆续)
    | 计划(?:于|在|[0-9]{4}年|下)
"""
_PLAN_OPENING = r"(?:目前|现|并|经[^，。；]{0,8})?$"
_FINISHED_LATER = r"已(?:经)?(?:全部|按期|如期)?完成|到位|完毕|办结|投入使用|投运|通过[^，。；]{0,6}验收"
_FUTURE = r"下一步|下步|后续|今后|接下来"


class Claim(Struct, frozen=True):
    """The words, and the state that they claim."""

    words: str
    state: State

    def is_met_by(self, state: State) -> bool:
        """Whether a state is as far as the claim goes."""
        return state in _ENOUGH[self.state]


def claim_of_text(text: str) -> Claim | None:
    """What a text claims of its whole: a sentence opens with the claim, or the first one ends with it."""
    if not CLAIMING.search(text):
        return None
    for number, sentence in enumerate(sentences(text)):
        found = re.match(_OPENING, sentence) or re.fullmatch(_ALONE, sentence)
        if number == 0 and not found and not re.match(_ENUMERATED, sentence):
            found = re.search(_LAST, sentence)
        if found:
            return _claim(found)
    return None


def claim_of_title(title: str) -> Claim | None:
    """What a title claims behind a mark at its end."""
    found = re.search(_OF_TITLE, title) if CLAIMING.search(title) else None
    return _claim(found) if found else None


def unfinished(text: str) -> str | None:
    """The first words of a text by which the work still goes on or is to begin; None where it was finished later."""
    if not _GOING_ON.search(text):
        return None
    plain = own_words(text)
    found = next((match for match in re.finditer(_UNFINISHED, plain) if _is_of_the_work(plain, match)), None)
    return found and found[0] + clause_around(text, *found.span())[1][:6]


def _is_of_the_work(text: str, match: re.Match[str]) -> bool:
    """Whether the words say that the work itself goes on: not “正在施工的工地”, nor what comes after it is finished."""
    before, behind = clause_around(text, match.start(), match.end())
    if match[0] == "正在" and "的" in behind:
        return False
    if match[0][0] in "拟将计" and not re.match(_PLAN_OPENING, before):
        return False
    return not (
        re.search(_FUTURE, sentence_before(text, match.start())) or re.search(_FINISHED_LATER, text[match.end() :])
    )


def _claim(found: re.Match[str]) -> Claim:
    group = next(name for name, words in found.groupdict().items() if words)
    return Claim(found[0].strip("，,；;、（()）[]【】—-。"), _STATES[group])
