"""The numbers of a notice as they are typed, beside those that are computed."""

from msgspec import Struct, field

from rectledger.intake.notice.labels import HEADED, Label, Labelled
from rectledger.intake.passage import Report
from rectledger.model.words import numeral


class Numbers(Struct):
    """Counts sections, headings and issues while a notice is read, and says where the text counts otherwise."""

    report: Report
    sections: int = 0
    headings: list[Labelled] = field(default_factory=list)
    issues: int = 0

    def section(self, line: Labelled) -> None:
        """The next section."""
        self.sections += 1
        self._compare(line, self.sections, f"{numeral(self.sections)}、")

    def heading(self, line: Labelled) -> None:
        """The next heading."""
        self.headings.append(line)
        half_width(line, self.report)
        if line.label is Label.NONE or line.label is Label.ISSUE:
            return
        self._compare(line, len(self.headings), f"（{numeral(len(self.headings))}）")

    def issue(self, line: Labelled) -> None:
        """The next issue. Where points begin anew below each heading, that is a way of counting too."""
        self.issues = 1 if line.label is Label.POINT and line.number == 1 else self.issues + 1
        self._compare(line, self.issues, f"问题{self.issues}：" if line.label is Label.ISSUE else line.written)
        half_width(line, self.report)
        self.issues = line.number or self.issues

    def finish(self) -> None:
        """Say which headings lack the words that others have."""
        lacking = [
            line for line in self.headings if not HEADED.match(line.rest.text) and not HEADED.match(line.line.text)
        ]
        if len(lacking) < len(self.headings):
            for line in lacking:
                self.report.tell("RL641", line.line, text=line.rest.value[:20])

    def _compare(self, line: Labelled, number: int, right: str) -> None:
        label = line.line.cut(0, len(line.line.text) - len(line.rest.text))
        is_same_form = line.label is not Label.BRACKETED
        if line.number != number or not is_same_form:
            self.report.tell("RL640", label, found=line.written, right=right)


def half_width(line: Labelled, report: Report) -> None:
    """Say that a label has a half-width colon."""
    headed = HEADED.match(line.rest.text)
    if ":" in line.written:
        report.tell("RL642", line.line.cut(0, len(line.line.text) - len(line.rest.text)), found=line.written)
    elif headed and headed["mark"] == ":":
        report.tell("RL642", line.rest.cut(0, headed.end()), found=headed[0].strip())
