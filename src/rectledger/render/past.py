"""What git remembers, as JSON and as tables."""

from collections.abc import Sequence
from typing import Any

from rectledger.facts.event_past import EventPast
from rectledger.messages import Language, say, word
from rectledger.model.past import Commit
from rectledger.render.machine import dumped, record_json
from rectledger.render.tables import csv_table, markdown_table
from rectledger.views.history import History
from rectledger.views.slippage import SlipLine, Slippage

_SLIP = (
    "ref", "inspection", "issue", "measure", "limit", "title", "cause", "before", "after", "days", "wrote_before",
    "wrote_after", "decided", "reason", "approved", "approved_by",
)  # fmt: skip
_MOVES = ("ref", "first", "last", "times", "days", "unapproved")
COLUMNS = ("ref", "title", "from", "to", "days", "why", "approved_by", "author", "committed", "commit")


def history_json(history: History) -> str:
    """`rectledger.history/1`."""
    return dumped(
        "history",
        {
            "issue": history.issue,
            "title": history.title,
            "file": history.file,
            "former": history.former,
            "complete": not history.slippage.cut,
            "uncommitted": history.uncommitted,
            "events": [_event(past) for past in history.events],
            "moves": [{key: getattr(moves, key) for key in _MOVES} for moves in history.moves],
            "slips": [_slip(line) for line in history.slippage.lines],
        },
    )


def _event(past: EventPast) -> dict[str, Any]:
    acts = [{"deed": act.deed, "commit": commit_json(act.commit)} for act in past.acts]
    record = record_json(past.event)
    return {"measure": past.measure, "gone": past.gone, "acts": acts, "record": record}


def commit_json(commit: Commit | None) -> dict[str, Any] | None:
    """A commit; null for what is not committed."""
    if commit is None:
        return None
    return {
        "name": commit.name,
        "author": commit.author,
        "email": commit.email,
        "written": commit.written.isoformat(),
        "committed": commit.committed.isoformat(),
        "subject": commit.subject,
        "edge": commit.edge,
    }


def slippage_json(slippage: Slippage) -> str:
    """`rectledger.slippage/1`."""
    summary = {"moves": len(slippage.lines), "unapproved": slippage.unapproved, "days": slippage.days}
    items = [_slip(line) for line in slippage.lines]
    return dumped("slippage", {"complete": not slippage.cut, "items": items, "summary": summary})


def _slip(line: SlipLine) -> dict[str, Any]:
    return {key: getattr(line, key) for key in _SLIP} | {"commit": commit_json(line.commit)}


def slippage_csv(slippage: Slippage, language: Language) -> str:
    """A row a movement."""
    return csv_table(COLUMNS, [_row(line, language) for line in slippage.lines])


def slippage_markdown(slippage: Slippage, language: Language) -> str:
    """A table, a row a movement."""
    head = [say(f"column.{column}", language) for column in COLUMNS]
    return "\n".join(markdown_table(head, [_row(line, language) for line in slippage.lines])) + "\n"


def _row(line: SlipLine, language: Language) -> Sequence[str]:
    commit = line.commit
    return (
        line.ref,
        line.title,
        str(line.before or ""),
        str(line.after or ""),
        "" if line.days is None else str(line.days),
        word(f"cause.{line.cause}", language),
        line.approver or "",
        commit.author if commit else say("past.uncommitted", language),
        str(commit.day if commit else ""),
        commit.short if commit else "",
    )
