"""The sections of a notice: which line is a heading, an issue, a paragraph about it, a next step."""

import re
from collections.abc import Sequence

from msgspec import Struct

from rectledger.intake.notice.labels import FIELD, HEADED, MEASURES, Label, Labelled, field_key, labelled
from rectledger.intake.notice.numbers import Numbers, half_width
from rectledger.intake.notice.shape import HeadingWords, IssueWords, NoticeWords
from rectledger.intake.passage import Passage, Report

_NEXT = re.compile("下一步|下步|今后|后续|下阶段|努力方向|打算")
_ORGANISATION = re.compile("组织|部署|主体责任|总体|基本情况|主要做法|工作开展|责任落实")
_PROGRESS = re.compile("进展|整改|完成情况|问题|成效")
_ABOUT = re.compile(
    r"(?:(?:针对|对于)?关于|针对|对于?)(?:反馈的?|指出的?)?(?:[“\"](?P<quoted>.+?)[”\"]|(?P<bare>[^，。；：]{2,60}?))(?:的|等)?(?:具体)?问题"
    r"(?:的?整改(?:落实)?(?:进展)?(?:完成)?(?:情况)?|整改(?:落实|进展|完成)?情况)?\s*[。:：]?\s*"
)
_STATISTICS = re.compile(
    r"(?:反馈|涉及|梳理|整改|指出)[^。]{0,20}?[0-9]+\s*[个项条类][^。]*(?:完成|整改到位|办结|销号)"
)
LONGEST_TITLE = 60
"""Characters of a heading; a longer line goes on with what was done."""


class Outline(Struct):
    """Reads the sections line by line."""

    words: NoticeWords
    report: Report
    lines: Sequence[Labelled]
    zone: str = "preamble"
    heading: HeadingWords | None = None
    issue: IssueWords | None = None
    has_issues: bool = False
    """Whether any line of the notice is labelled as an issue."""
    has_about: bool = False
    """Whether its points are about issues by their words."""

    def __post_init__(self) -> None:
        """See how the notice marks its issues."""
        self.has_issues = any(line.label is Label.ISSUE for line in self.lines)
        self.has_about = any(line.label is Label.POINT and _is_about(line) for line in self.lines)

    def read(self) -> None:
        """Take every line, or say that it has no place."""
        numbers = Numbers(self.report)
        for at, line in enumerate(self.lines):
            zone = self.zone_of(line)
            if zone:
                numbers.section(line)
                self.zone, self.heading, self.issue = zone, None, None
            if zone in {"", "unknown"}:
                self.take(at, line, numbers)
        numbers.finish()

    def zone_of(self, line: Labelled) -> str:
        """The part of the notice that a section's title opens; empty for any other line."""
        title = line.rest.value
        if line.label is not Label.SECTION or len(title) > LONGEST_TITLE:
            return ""
        kinds = (("next", _NEXT), ("organisation", _ORGANISATION), ("progress", _PROGRESS))
        return next((zone for zone, pattern in kinds if pattern.search(title)), "unknown")

    def take(self, at: int, line: Labelled, numbers: Numbers) -> None:
        """Take a line in the part that it stands in."""
        if self.zone == "preamble" and (self.is_heading(at) or self.is_issue(line) or line.label is Label.FIELD):
            self.zone = "progress"
        match self.zone:
            case "preamble":
                self.words.preamble.append(line.line)
            case "organisation":
                self.words.organisation.append(line.line)
            case "next":
                self.words.next_steps.append(line.rest if line.label is Label.POINT else line.line)
            case "progress":
                self.take_progress(at, line, numbers)
            case _:
                self.report.tell("RL644", line.line, text=line.line.value[:20])

    def take_progress(self, at: int, line: Labelled, numbers: Numbers) -> None:
        """Take a line of the section about the findings."""
        if self.is_heading(at):
            numbers.heading(line)
            self.begin_heading(line)
        elif self.is_issue(line):
            numbers.issue(line)
            self.begin_issue(line)
        elif self.issue is None and self.heading is None:
            self.take_introduction(line.line)
        else:
            self.take_body(line)

    def is_heading(self, at: int) -> bool:
        """Whether a line is a heading: by its numeral, by its words, or because an issue comes right below it."""
        line = self.lines[at]
        if line.label is Label.CHINESE:
            return True
        if HEADED.match(line.line.text):
            return True
        if line.label is not Label.BRACKETED:
            return False
        below = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return bool(HEADED.match(line.rest.text)) or (below is not None and below.label is Label.ISSUE)

    def is_issue(self, line: Labelled) -> bool:
        """Whether a line is an issue: `问题1：`, or in a notice without these `1.关于“…”问题的整改`."""
        if line.label is Label.ISSUE:
            return True
        if line.label is not Label.POINT or self.has_issues or self.goes_on(line):
            return False
        return not self.has_about or _is_about(line)

    def goes_on(self, line: Labelled) -> bool:
        """Whether a point is one of a list in the paragraphs about an issue, which begins at 1 below a label."""
        if self.issue is None or not self.issue.is_labelled or line.number != self.issue.points + 1:
            return False
        self.issue.points += 1
        return True

    def begin_heading(self, line: Labelled) -> None:
        """A heading; what goes on behind its title is about its one issue."""
        found = HEADED.match(line.rest.text)
        title, body = _split(line.rest.cut(found.end()) if found else line.rest)
        self.heading, self.issue = HeadingWords(line.line, title), None
        self.words.headings.append(self.heading)
        if body:
            self.take_body(labelled(body))

    def begin_issue(self, line: Labelled) -> None:
        """An issue; without a heading above it, it is one itself."""
        about = _ABOUT.match(line.rest.text)
        title, body = (line.rest, None) if not about else (_title_of(line.rest, about), line.rest.cut(about.end()))
        if line.label is Label.ISSUE and not about:
            title, body = _split_at_field(line.rest)
        elif not about:
            title, body = _split(line.rest)
        if self.heading is None or self.heading.is_issue:
            self.begin_own_heading(line.line, title)
        self.issue = IssueWords(line.line, str(line.number) if line.number else "", title)
        self.words.headings[-1].issues.append(self.issue)
        if body:
            self.take_body(labelled(body))

    def begin_own_heading(self, line: Passage, title: Passage) -> None:
        """An issue that stands below no heading is one itself."""
        if not any(heading.is_issue for heading in self.words.headings):
            self.report.tell("RL652", line)
        self.heading = HeadingWords(line, title, is_issue=True)
        self.words.headings.append(self.heading)

    def take_body(self, line: Labelled) -> None:
        """A paragraph about an issue; below a heading alone, the heading is the issue."""
        if self.issue is None and self.heading is not None:
            self.issue = IssueWords(self.heading.line, "", self.heading.title)
            self.heading.issues.append(self.issue)
        if self.issue is None:
            self.report.tell("RL644", line.line, text=line.line.value[:20])
        elif line.label is not Label.FIELD:
            self.issue.body.append(line.line)
        else:
            half_width(line, self.report)
            self.take_field(line, self.issue)

    def take_field(self, line: Labelled, issue: IssueWords) -> None:
        """A labelled paragraph: of measures, or a key of the issue."""
        if line.field in MEASURES:
            issue.is_labelled = True
            issue.body.append(line.rest)
        elif line.field in issue.fields:
            self.report.tell("RL644", line.line, text=line.line.value[:20])
        else:
            issue.fields[line.field] = line.rest

    def take_introduction(self, line: Passage) -> None:
        """What stands above the first heading: the figures are counted anew, the rest goes to the section before."""
        if _STATISTICS.search(line.value):
            self.words.statistics.append(line)
        else:
            self.report.tell("RL656", line)
            self.words.organisation.append(line)


def _is_about(line: Labelled) -> bool:
    return bool(_ABOUT.match(line.rest.text))


def _title_of(rest: Passage, about: re.Match[str]) -> Passage:
    group = "quoted" if about["quoted"] else "bare"
    return rest.cut(about.start(group), about.end(group))


def _split(text: Passage) -> tuple[Passage, Passage | None]:
    """A title and what goes on behind it in the same line."""
    title, body = _split_at_field(text)
    end = title.text.find("。")
    if body is None and 0 <= end < len(title.text) - 1 and len(title.text) > LONGEST_TITLE:
        return title.cut(0, end + 1), title.cut(end + 1)
    return title, body


def _split_at_field(text: Passage) -> tuple[Passage, Passage | None]:
    found = FIELD.search(text.text)
    if found and found.start() and field_key(found["name"]) in MEASURES:
        return text.cut(0, found.start()), text.cut(found.start())
    return text, None
