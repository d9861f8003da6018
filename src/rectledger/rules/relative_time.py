"""RL502."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.records import Facts
from rectledger.facts.relative_time import RELATIVE, absolute, relative_times
from rectledger.facts.texts import inspection_behind
from rectledger.model.words import day_words
from rectledger.rules.registry import rule


@rule("RL502", Severity.WARNING, since="0.1")
def relative_time(facts: Facts) -> Iterator[Problem]:
    """A public text names a time by the day on which it is read.

    公开文字里的时间，要看是哪一天读的。

    ## Why it matters

    A notice is dated and is read for years: 今年 soon means another year, and “in the second half of
    the year” already lay behind the day on which such a notice was signed. The hint computes the absolute
    form from the notice's date. Headings, titles in 《》 and quotations are somebody else's words and are
    left alone; so are 每年 and 2025年下半年.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 今年已修订会议制度
        #     ^^^^^^^^^ RL502
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 2025年已修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for file, route, text in facts.public_texts.holding(RELATIVE):
        if route[0] == "headings":
            continue
        for word in relative_times(text):
            yield _problem(facts, file, route, word)


def _problem(facts: Facts, file: str, route: Route, word: str) -> Problem:
    inspection = inspection_behind(facts.ledger, file)
    day = inspection.notice.date if inspection else None
    if day and (form := absolute(word, day)):
        return Problem(file, route, "RL502", {"word": word, "absolute": form, "day": day_words(day)})
    return Problem(file, route, "RL502.open", {"word": word})
