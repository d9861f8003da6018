"""Deadlines that were moved, as text."""

from collections.abc import Iterator

from rectledger.messages import Language, say, word
from rectledger.model.past import Commit
from rectledger.render.colour import style
from rectledger.render.layout import shortened, wrapped
from rectledger.views.slippage import SlipLine, Slippage


def slippage_text(slippage: Slippage, language: Language, width: int) -> str:
    """Two lines a movement: what moved, and who moved it."""
    values = {"count": len(slippage.lines), "unapproved": slippage.unapproved, "days": f"{slippage.days:+,}"}
    lines = [style(say("slippage.head", language, values), bold=True)]
    for line in slippage.lines:
        lines += slip_lines(line, language, width)
    return "\n".join(lines) + "\n"


def slip_lines(line: SlipLine, language: Language, width: int) -> Iterator[str]:
    """One movement."""
    colour = None if line.approved else "yellow"
    words = f"{line.ref}  {moved_text(line, language)}  {_why(line, language)}"
    yield from (style(text, fg=colour) for text in wrapped(words, width))
    if line.title:
        yield "    " + shortened(line.title, width - 4)
    yield "    " + shortened(commit_text(line.commit, language), width - 4)


def moved_text(line: SlipLine, language: Language) -> str:
    """From which day to which, and how far."""
    days = say("slippage.days", language, {"days": f"{line.days:+,}"}) if line.days is not None else ""
    return f"{line.before} → {line.after or say('slippage.none', language)}  {days}".rstrip()


def _why(line: SlipLine, language: Language) -> str:
    cause = word(f"cause.{line.cause}", language)
    if line.wrote_before or line.wrote_after:
        cause += f" ({line.wrote_before or '—'} → {line.wrote_after or '—'})"
    approval = "slippage.approved" if line.approved else "slippage.unapproved"
    return f"{cause} · {say(approval, language, {'approver': line.approver})}"


def commit_text(commit: Commit | None, language: Language, remark: str = "") -> str:
    """Who committed it, when, a remark on that, and under which subject."""
    if commit is None:
        return say("past.uncommitted", language)
    edge = say("past.edge", language) if commit.edge else ""
    parts = (f"{commit.day} {commit.author}", commit.short + edge, remark, commit.subject)
    return "  ".join(part for part in parts if part)
