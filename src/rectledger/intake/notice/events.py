"""Events of what a notice states: dated as it says, else by the notice itself, which is then marked."""

from datetime import date

from msgspec import Struct

from rectledger.facts.state import State
from rectledger.facts.unverified import MARK
from rectledger.intake.notice.days import days_in
from rectledger.intake.notice.states import Stated, first_sentence, stated_later, unrecorded
from rectledger.intake.parties import Parties
from rectledger.intake.passage import Passage, Report
from rectledger.model.words import day_words
from rectledger.source.emit import Value

_BY_NOTICE = f"{MARK}据通报；原文没有写日期，以通报日期记。"
_BY_TEXT = "据通报，日期见原文。"
_UNSTATED = f"{MARK}据通报；原文没有写状态，也没有写日期，以通报日期记一条进展。"
_LEFT = f"{MARK}原文没有写明还剩什么。"
_PROOF = f"{MARK}导入时以通报为据，请换成佐证材料。"
_NO_DOCUMENT = f"{MARK}原文没有写移交文件的文号。"


class Recorder(Struct, frozen=True):
    """Makes events of measures."""

    day: date
    """The notice's."""
    parties: Parties
    report: Report

    def events_of(self, measure: Passage, said: Stated | None) -> list[Value]:
        """What happened to a measure: what is stated of it, else that somebody reports on it."""
        day, is_said = self._day_of(measure)
        note = _BY_TEXT if is_said else _BY_NOTICE
        if said is None:
            return [self._unstated(measure, day, is_said=is_said)]
        if not is_said:
            self.report.tell("RL646", measure.cut(0, 20), words=said.words, day=self.day)
        match said.state:
            case State.COMPLETE | State.CLOSED:
                self._tell_closing(measure, said)
                return [self._event(day, "completed", {"extent": "full"}, note, self._proof())]
            case State.PARTIAL:
                return [self._event(day, "completed", {"extent": "partial", "left": _LEFT}, note, self._proof())]
            case State.TRANSFERRED:
                return [self._transfer(measure, said, day, note)]
            case _:
                return [self._event(day, "progress", {}, note)]

    def _unstated(self, measure: Passage, day: date, *, is_said: bool) -> Value:
        if word := unrecorded(measure) or stated_later(measure):
            key = "RL645" if unrecorded(measure) else "RL645.later"
            self.report.tell(key, measure.cut(0, 20), word=word)
        elif not is_said:
            self.report.tell("RL646.unstated", measure.cut(0, 20), day=self.day)
        return self._event(day, "progress", {}, _BY_TEXT if is_said else _UNSTATED)

    def _tell_closing(self, measure: Passage, said: Stated) -> None:
        """Closing is a signature, and no notice says whose."""
        if said.state is State.CLOSED:
            self.report.tell("RL645.closed", measure.cut(0, 20), word=said.words)

    def _transfer(self, measure: Passage, said: Stated, day: date, note: str) -> Value:
        if not said.receivers:
            self.report.tell("RL645", measure.cut(0, 20), word=said.words)
            return self._event(day, "progress", {}, note)
        first, *others = said.receivers
        if others:
            self.report.tell("RL661", measure.cut(0, 20), first=first, others="、".join(others))
        keys: dict[str, Value] = {"to": self.parties.id_of(first), "document": said.document or "none"}
        more = "" if said.document else _NO_DOCUMENT
        also = f"{MARK}原文还提到：{'、'.join(others)}。" if others else ""
        return self._event(day, "transferred", keys, note + more + also)

    def _day_of(self, measure: Passage) -> tuple[date, bool]:
        """The one day that the first sentence names, if it has come; else that of the notice."""
        days = {day for _, day in days_in(first_sentence(measure.value))}
        day = next(iter(days)) if len(days) == 1 else None
        return (day, True) if day and day <= self.day else (self.day, False)

    def _proof(self) -> list[Value]:
        return [{"document": f"{day_words(self.day)}整改进展通报", "note": _PROOF}]

    def _event(
        self, day: date, kind: str, keys: dict[str, Value], note: str, evidence: list[Value] | None = None
    ) -> dict[str, Value]:
        event: dict[str, Value] = {"date": day.isoformat(), "event": kind, **keys, "note": note}
        return {**event, "evidence": evidence} if evidence else event
