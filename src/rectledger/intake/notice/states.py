"""What the first sentence of a measure says about where it stands."""

import re

from msgspec import Struct

from rectledger.facts.claims import claim_of_text, claim_of_title
from rectledger.facts.document_number import NUMBER
from rectledger.facts.state import State
from rectledger.intake.passage import Passage
from rectledger.views.progress import WORDS

_FIRST = re.compile(r"[^。！？\n]*[。！？]?")
_MOVED = re.compile(
    r"移交(?:至|给|到|由)?(?P<to>[^，。；、（）()“”《》\s]{2,30}?)(?=承担|办理|负责|管理|处理|[，。；、（）()]|$)"
)
_MOVED_WHOLE = re.compile(r"[（(]移交[^（）()]{2,30}[)）]|已(?:经|全部|正式)*移交")
_UNRECORDED = re.compile(
    r"[，,；;、]?(?:该(?:问题|项)[^，。]{0,6})?(?P<word>暂缓|延期|未完成|尚未完成|未启动|持续推进|长期坚持|正在(?:推进|整改|办理)|推进中|整改中)$"
)
_RUNNING = frozenset(("持续推进", "长期坚持", "正在推进", "正在整改", "正在办理", "推进中", "整改中"))
_OFFICE = re.compile(
    "(?:局|委|办|部|院|厅|组|会|区|县|市|镇|乡|街道|公司|队|中心|政府|党组|党委|纪委|部门|单位|站|所|处|科|室)$"
)
_LETTERS = r"[^\s，。；、：（）()《》“”〔〕\[\]【】0-9]{2,12}"
_DOCUMENT = re.compile(rf"{_LETTERS}{NUMBER}")


class Stated(Struct, frozen=True):
    """The state of a measure as its first sentence states it, and the title that stands before the words."""

    state: State
    words: str
    title: str = ""
    receivers: tuple[str, ...] = ()
    """Of a transfer: to whom, the one named first before the others."""
    document: str = ""
    """Of a transfer: the number of the document."""


def first_sentence(text: str) -> str:
    """The first sentence, without the mark at its end."""
    found = _FIRST.match(text)
    return found[0].rstrip("。！？") if found else ""


def stated(measure: Passage) -> Stated | None:
    """What a measure's first sentence states; None where it states nothing."""
    text = measure.value
    sentence = first_sentence(text)
    if moved := _transfer(sentence, text):
        return moved
    claim = claim_of_text(sentence) or claim_of_title(sentence)
    if claim is not None and claim.state is not State.TRANSFERRED:
        title = _title(sentence, claim.state, text)
        return Stated(claim.state, claim.words, title)
    found = _UNRECORDED.search(sentence)
    return Stated(State.IN_PROGRESS, found["word"]) if found and found["word"] in _RUNNING else None


def unrecorded(measure: Passage) -> str:
    """Words of the first sentence for a state that no event can be made of; empty where there are none."""
    found = _UNRECORDED.search(first_sentence(measure.value))
    return found["word"] if found and found["word"] not in _RUNNING else ""


def stated_later(measure: Passage) -> str:
    """Words at the end of a measure that would state something in its first sentence; empty where there are none."""
    text = measure.value
    rest = text[len(first_sentence(text)) + 1 :].rstrip("。！？")
    last = re.split("[。！？]", rest)[-1]
    claim = claim_of_title(last) or claim_of_text(last)
    return claim.words if claim else ""


def _title(sentence: str, state: State, text: str) -> str:
    """What stands before the words, where these are the ones that the notice would print again."""
    ending = f"，{WORDS[state]}"
    has_more = len(text) > len(sentence) + 1
    return sentence.removesuffix(ending) if sentence.endswith(ending) and has_more else ""


def _transfer(sentence: str, text: str) -> Stated | None:
    if not _MOVED_WHOLE.search(sentence):
        return None
    receivers = [found["to"] for found in _MOVED.finditer(text) if _OFFICE.search(found["to"])]
    number = _DOCUMENT.search(text)
    words = _MOVED_WHOLE.search(sentence)
    return Stated(
        State.TRANSFERRED,
        words[0].strip("（）()") if words else "",
        receivers=tuple(dict.fromkeys(receivers)),
        document="".join(number[0].split()) if number else "",
    )
