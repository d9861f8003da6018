"""The files that a notice becomes: its inspection, an issue each, and the parties that are new."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rectledger.facts.privacy import PrivateNames
from rectledger.facts.unverified import MARK
from rectledger.intake.masking import masked
from rectledger.intake.notice.contact import contact_of
from rectledger.intake.notice.events import Recorder
from rectledger.intake.notice.measures import cut_measures
from rectledger.intake.notice.opening import Opening
from rectledger.intake.notice.shape import IssueWords, NoticeWords
from rectledger.intake.notice.states import Stated, first_sentence, stated
from rectledger.intake.parties import Parties
from rectledger.intake.passage import Passage, Report, joined
from rectledger.intake.yaml import INSPECTION_MODELINE, ISSUE_MODELINE, Maybe, file_of, given, items, nested, paragraphs
from rectledger.messages import Term
from rectledger.model.words import canonical_due
from rectledger.source.emit import Value

NO_LIMIT = f"pending: {MARK}通报没有写整改时限"


class Records(Struct):
    """Makes the records of one notice."""

    ident: str
    words: NoticeWords
    opening: Opening
    parties: Parties
    report: Report
    recorder: Recorder
    mask: PrivateNames
    imported: Value
    """How the inspection names the document."""
    titled: bool = False
    """Whether a measure has a title, behind which the notice prints its state."""

    def issues(self) -> Iterator[tuple[str, str]]:
        """Every issue's path and text."""
        numbers = [issue.number for issue in self.words.issues]
        width, are_unique = max(2, len(str(len(numbers)))), len(set(numbers)) == len(numbers)
        count = 0
        for position, heading in enumerate(self.words.headings, 1):
            if not heading.title:
                self.report.tell("RL650", heading.line, what=Term("notice.heading"))
            for issue in heading.issues:
                count += 1
                if not issue.title:
                    self.report.tell("RL650", issue.line, what=Term("notice.problem"))
                    continue
                ident = f"{self.ident}-{count:0{width}}"
                serial = issue.number if are_unique else ""
                yield f"issues/{self.ident}/{ident}.yaml", self._issue(ident, f"h{position}", serial, issue)

    def _issue(self, ident: str, heading: str, serial: str, issue: IssueWords) -> str:
        record: dict[str, Maybe] = {
            "id": ident,
            "heading": heading,
            "serial": serial,
            "title": self._said(issue.title),
            **self._fields(issue),
        }
        return file_of(ISSUE_MODELINE, [*given(record), *items("measures", self._measures(issue))])

    def _fields(self, issue: IssueWords) -> dict[str, Maybe]:
        """The labelled paragraphs of an issue as keys of its record; the owner is the issuer where none is named."""
        words = {key: passage.value.rstrip("。；，") for key, passage in issue.fields.items()}
        owners = _names(words.get("owner", "")) or [self.opening.issuer]
        support = [*owners[1:], *_names(words.get("support", ""))]
        leaders = _names(words.get("leader", ""))
        texts = {key: words.get(key) for key in ("goal", "standard", "cause", "also_checked")}
        return {
            "leader": self.parties.id_of(leaders[0], "person") if leaders else None,
            "owner": self.parties.id_of(owners[0]),
            "support": [self.parties.id_of(name) for name in dict.fromkeys(support)] or None,
            "due": self._due(issue, words.get("due", "")),
            **texts,
        }

    def _due(self, issue: IssueWords, text: str) -> str | None:
        due = canonical_due(text) if text else None
        if text and due is None:
            self.report.tell("RL651.due", issue.fields["due"], text=text)
        return due

    def _measures(self, issue: IssueWords) -> list[Value]:
        body = joined(issue.body)
        if not body:
            return [self._measure(1, issue.title, None)]
        lead, pieces = cut_measures(body, self.report)
        shared = stated(lead) if lead else None
        if lead:  # what stands before the first number belongs to what follows it
            pieces[0] = Passage(f"{lead.text}{pieces[0].text}", lead.start)
        return [self._measure(n, piece, shared or stated(piece)) for n, piece in enumerate(pieces, 1)]

    def _measure(self, number: int, text: Passage, said: Stated | None) -> Value:
        title = said.title if said else ""
        self.titled = self.titled or bool(title)
        words = text.value
        left = words[len(first_sentence(words)) + 1 :].strip() if title else words
        named = {"title": masked(title, self.mask)} if title else {}
        record: dict[str, Value] = {"id": f"m{number}", **named, "text": masked(left, self.mask)}
        return {**record, "events": self.recorder.events_of(text, said)}

    def inspection(self) -> tuple[str, str]:
        """The inspection's path and text; after the issues, which say whether states are printed."""
        opening = self.opening
        head: Mapping[str, Maybe] = {
            "id": self.ident,
            "title": opening.title,
            "source": opening.source,
            "authority": self.parties.id_of(opening.authority, "authority") if opening.authority else None,
            "period": _period(opening),
            "feedback": opening.feedback.isoformat() if opening.feedback else None,
            "handed_over": opening.handed_over,
        }
        headings: list[Value] = [
            {"id": f"h{n}", "text": self._said(heading.title) or MARK}
            for n, heading in enumerate(self.words.headings, 1)
        ]
        lines = [
            *given(head),
            *nested("clock", given({"concentrated": {"due": NO_LIMIT}})),
            *items("headings", headings),
            *nested("notice", self._notice_words()),
        ]
        return f"ledger/inspections/{self.ident}.yaml", file_of(
            INSPECTION_MODELINE, [*lines, *items("imported", [self.imported])]
        )

    def _notice_words(self) -> list[str]:
        opening = self.opening
        head: dict[str, Maybe] = {
            "issuer": self.parties.id_of(opening.issuer, "unit"),
            "date": opening.date.isoformat() if opening.date else None,
            "basis": opening.basis,
            "statuses": "titled" if self.titled else "none",
            "statistics": "issues" if self.words.statistics else "none",
        }
        contact: dict[str, Maybe] = {**contact_of(self.words.contact)}
        return [
            *given(head),
            *paragraphs("organisation", list(map(self._said, self.words.organisation))),
            *paragraphs("next_steps", list(map(self._said, self.words.next_steps))),
            *nested("contact", given(contact)),
        ]

    def _said(self, passage: Passage) -> str:
        """The words of a passage for the public."""
        return masked(passage.value, self.mask)


def _names(text: str) -> list[str]:
    return [name for part in text.replace("，", "、").replace("；", "、").split("、") if (name := part.strip())]


def _period(opening: Opening) -> Maybe:
    if opening.period is None:
        return None
    return {"from": opening.period[0].isoformat(), "to": opening.period[1].isoformat()}
