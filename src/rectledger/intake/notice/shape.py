"""What a notice is made of, as passages of its text."""

from msgspec import Struct, field

from rectledger.intake.passage import Passage


class IssueWords(Struct):
    """An issue: its printed number, its title, the fields below it, and the paragraphs about it."""

    line: Passage
    number: str
    title: Passage
    fields: dict[str, Passage] = field(default_factory=dict)
    body: list[Passage] = field(default_factory=list)
    is_labelled: bool = False
    """Whether a label such as 整改情况 stands before what is about it."""
    points: int = 0
    """How many points of a list stand in the paragraphs about it."""


class HeadingWords(Struct):
    """A heading with its issues."""

    line: Passage
    title: Passage
    issues: list[IssueWords] = field(default_factory=list)
    is_issue: bool = False
    """Whether it is only there because its issue stands below none."""


class NoticeWords(Struct):
    """A notice, part by part."""

    issuer: list[Passage] = field(default_factory=list)
    title: list[Passage] = field(default_factory=list)
    preamble: list[Passage] = field(default_factory=list)
    organisation: list[Passage] = field(default_factory=list)
    statistics: list[Passage] = field(default_factory=list)
    headings: list[HeadingWords] = field(default_factory=list)
    next_steps: list[Passage] = field(default_factory=list)
    contact: list[Passage] = field(default_factory=list)
    signed: list[Passage] = field(default_factory=list)
    """Who signed, and the day."""

    @property
    def issues(self) -> list[IssueWords]:
        """Every issue in the order of the text."""
        return [issue for heading in self.headings for issue in heading.issues]
