"""Events of what a table says: its states, its progress, dated as it says or by its own day, which is then marked."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct, field

from rectledger.diagnostics import Cell, Problem
from rectledger.facts.state import State
from rectledger.facts.unverified import MARK
from rectledger.intake.foreign.rows import Said
from rectledger.intake.foreign.values import day_of, days_in, state_of
from rectledger.source.emit import Value

_BY_TABLE = f"{MARK}据导入的表格；表上没有写日期，以表格或导入的日期记。"
_SAID = "据导入的表格。"
_LEFT = f"{MARK}表上没有写明还剩什么。"
_PROOF = f"{MARK}导入时以表格为据，请换成佐证材料。"
_LINE = re.compile(r"\n+")
_UNRECORDED = frozenset((State.TRANSFERRED, State.DEFERRED, State.CLOSURE_REQUESTED))


class Happenings(Struct):
    """Makes events of the cells of a measure."""

    file: str
    day: date
    """The table's own, or that of the import."""
    problems: list[Problem] = field(default_factory=list)

    def events_of(self, cells: Mapping[str, Said], closing: Said | None) -> list[Value]:
        """What happened to a measure, in the order of the days."""
        events: list[dict[str, Value]] = list(self._progress(cells.get("progress")))
        state = self._state(cells.get("state")) or self._closed(closing)
        done = self._done(cells.get("done"))
        if state is None and done is not None:
            state = State.COMPLETE, cells["done"]
        if state is not None:
            events += self._of_state(*state, done, cells, has_progress=bool(events))
        return [*sorted(events, key=lambda event: str(event["date"]))]

    def _tell(self, key: str, at: Cell, **values: object) -> None:
        self.problems.append(Problem(self.file, at, key, values))

    def _progress(self, said: Said | None) -> Iterator[dict[str, Value]]:
        """A line that begins with a day is an event of its own; a cell without days is one event."""
        if said is None or state_of(said.text) is not None:
            return
        lines = [line.strip() for line in _LINE.split(said.text) if line.strip()]
        dated = [next(days_in(line), None) for line in lines]
        if not any(dated):
            yield self._event("progress", None, said, note="；".join(lines))
            return
        last = self.day
        for line, found in zip(lines, dated, strict=True):
            last = found[1] if found else last
            words = line.removeprefix(found[0]).strip(" ：:，,") if found else line
            yield {"date": last.isoformat(), "event": "progress", "note": words or line}

    def _state(self, said: Said | None) -> tuple[State, Said] | None:
        if said is None:
            return None
        state = state_of(said.text)
        if state is None:
            self._tell("RL673", said.at, text=said.text[:30])
        return (state, said) if state else None

    def _closed(self, said: Said | None) -> tuple[State, Said] | None:
        """What the column about closing says, where the one about the state says nothing."""
        if said is None:
            return None
        if state_of(said.text) is None and day_of(said.text) is not None:
            return State.CLOSED, said
        found = self._state(said)
        return found if found and found[0] is not State.NOT_STARTED else None

    def _done(self, said: Said | None) -> date | None:
        if said is None:
            return None
        day = day_of(said.text)
        if day is None:
            self._tell("RL672.day", said.at, text=said.text[:30])
        return day

    def _of_state(
        self, state: State, said: Said, done: date | None, cells: Mapping[str, Said], *, has_progress: bool
    ) -> Iterator[dict[str, Value]]:
        day = done or day_of(said.text)
        match state:
            case State.COMPLETE | State.CLOSED:
                if state is State.CLOSED:
                    self._tell("RL678", said.at, text=said.text[:30])
                yield self._event("completed", day, said, {"extent": "full"}, proof=self._proof(cells))
            case State.PARTIAL:
                more: dict[str, Value] = {"extent": "partial", "left": _LEFT}
                yield self._event("completed", day, said, more, proof=self._proof(cells))
            case State.IN_PROGRESS if not has_progress:
                yield self._event("progress", day, said, note=said.text)
            case _ if state in _UNRECORDED:
                self._tell("RL673.unrecorded", said.at, text=said.text[:30])

    def _proof(self, cells: Mapping[str, Said]) -> list[Value]:
        said = cells.get("evidence")
        lines = [line.strip() for line in _LINE.split(said.text) if line.strip()] if said else []
        if lines:
            return [{"document": line} for line in lines]
        return [{"document": f"导入的表格（{self.file.rpartition('/')[2]}）", "note": _PROOF}]

    def _event(
        self,
        kind: str,
        day: date | None,
        said: Said,
        keys: Mapping[str, Value] | None = None,
        *,
        note: str = "",
        proof: list[Value] | None = None,
    ) -> dict[str, Value]:
        if day is None:
            self._tell("RL679", said.at, text=said.text[:20], day=self.day)
        words = note + (_BY_TABLE if day is None else "" if note else _SAID)
        event: dict[str, Value] = {"date": (day or self.day).isoformat(), "event": kind, **(keys or {}), "note": words}
        return {**event, "evidence": proof} if proof else event
