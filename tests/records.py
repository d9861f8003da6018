"""Generated records: events, measures and issues as plain data, in the shape of files."""

from datetime import date
from functools import partial
from typing import Any

from hypothesis import strategies as st

from rectledger.load.taking import take
from rectledger.model.issue import Issue

FEEDBACK = date(2025, 1, 17)
DAYS = st.dates(date(2024, 10, 1), date(2026, 12, 31)).map(str)
DUES = st.one_of(
    DAYS,
    st.sampled_from(["2025-06", "2025", "feedback+3m", "feedback+30d", "feedback+15wd", "clock.report"]),
    st.just({"pending": "批复"}),
)
MEASURE_EVENTS = st.one_of(
    st.fixed_dictionaries(
        {"date": DAYS, "event": st.just("progress"), "note": st.just("推进"), "counts": st.just("1")}
    ),
    st.fixed_dictionaries(
        {
            "date": DAYS,
            "event": st.just("completed"),
            "extent": st.sampled_from(["partial", "full"]),
            "left": st.just("余项"),
        }
    ),
    st.fixed_dictionaries(
        {
            "date": DAYS,
            "event": st.just("extended"),
            "until": DAYS,
            "reason": st.just("汛期"),
            "approved_by": st.just("lead"),
        }
    ),
    st.fixed_dictionaries(
        {"date": DAYS, "event": st.just("deferred"), "reason": st.just("停工"), "approved_by": st.just("lead")}
    ),
    st.fixed_dictionaries(
        {
            "date": DAYS,
            "event": st.just("plan-changed"),
            "request": st.just("调整"),
            "decision": st.sampled_from(["pending", "approved", "refused"]),
        }
    ),
    st.fixed_dictionaries(
        {"date": DAYS, "event": st.just("transferred"), "to": st.just("receiver"), "document": st.just("示〔2025〕1号")}
    ),
    st.fixed_dictionaries({"date": DAYS, "event": st.just("supervised"), "by": st.just("lead")}),
    st.fixed_dictionaries(
        {"date": DAYS, "event": st.just("reopened"), "by": st.just("lead"), "reason": st.just("反弹")}
    ),
)
ISSUE_EVENTS = st.one_of(
    st.fixed_dictionaries({"date": DAYS, "event": st.just("closure-requested"), "by": st.just("office")}),
    st.fixed_dictionaries(
        {"date": DAYS, "event": st.just("closure-rejected"), "by": st.just("lead"), "reason": st.just("不全")}
    ),
    st.fixed_dictionaries({"date": DAYS, "event": st.just("closed"), "by": st.just("lead")}),
    MEASURE_EVENTS.filter(lambda event: event["event"] not in {"progress", "completed"}),
)


def measures() -> st.SearchStrategy[list[dict[str, Any]]]:
    """One to three measures with any events."""
    one = st.fixed_dictionaries(
        {"text": st.just("整改"), "events": st.lists(MEASURE_EVENTS, max_size=5)}, optional={"due": DUES}
    )
    return st.lists(one, min_size=1, max_size=3).map(
        lambda found: [{"id": f"m{n}", **measure} for n, measure in enumerate(found)]
    )


def issues() -> st.SearchStrategy[Issue]:
    """Any issue that loads."""
    return issue_data().map(partial(take, Issue))


def issue_data() -> st.SearchStrategy[dict[str, Any]]:
    """The same as its file has it."""
    return st.fixed_dictionaries(
        {
            "id": st.just("demo-01"),
            "heading": st.just("h1"),
            "title": st.just("问题"),
            "owner": st.just("office"),
            "measures": measures(),
            "events": st.lists(ISSUE_EVENTS, max_size=4),
        }
    )
