"""Working days: the count, its edges, and the shipped calendars against an independent source."""

from datetime import date, timedelta
from importlib.resources import files

import chinese_calendar
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rectledger.workdays import WorkingDays

DAYS = st.dates(date(2003, 1, 1), date(2028, 12, 31))


def shipped(year: int) -> WorkingDays:
    text = files("rectledger").joinpath("calendars", f"cn-{year}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # plain text only
    return WorkingDays(
        frozenset({int(data["year"])}),
        frozenset(map(date.fromisoformat, data["holidays"])),
        frozenset(map(date.fromisoformat, data["workdays"])),
    )


CALENDAR = shipped(2024).overlaid(shipped(2025))


@pytest.mark.parametrize("year", range(2004, 2027))
def test_shipped_year_agrees_day_by_day(year: int) -> None:
    calendar = shipped(year)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_working(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_fifteen_working_days_over_spring_festival() -> None:
    counted = CALENDAR.after(date(2025, 1, 17), 15)
    assert (counted.day, counted.provisional) == (date(2025, 2, 13), False)


@given(DAYS)
def test_no_days_later_is_the_same_day(day: date) -> None:
    assert CALENDAR.after(day, 0).day == day


@given(DAYS, st.integers(1, 300))
def test_count_is_what_lies_between(day: date, count: int) -> None:
    end = CALENDAR.after(day, count).day
    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert sum(map(CALENDAR.is_working, between)) == count
    assert CALENDAR.is_working(end)


@given(DAYS, st.integers(1, 300))
def test_provisional_exactly_when_a_year_is_missing(day: date, count: int) -> None:
    counted = CALENDAR.after(day, count)
    passed = {(day + timedelta(days=n)).year for n in range(1, (counted.day - day).days + 1)}
    assert counted.provisional == bool(passed - CALENDAR.years)


def test_the_last_day_there_is_ends_the_count() -> None:
    assert CALENDAR.after(date.max, 3).day == date.max
    assert CALENDAR.after(date.max, 3).provisional


@given(DAYS)
def test_a_ledgers_own_year_replaces_the_shipped_one(day: date) -> None:
    own = WorkingDays(frozenset({2025}), frozenset({date(2025, 3, 3)}), frozenset())
    both = CALENDAR.overlaid(own)
    expected = own if day.year == 2025 else CALENDAR
    assert both.is_working(day) == expected.is_working(day)
