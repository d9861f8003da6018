"""Working days: the count, its edges, and the shipped calendars against an independent source."""

from datetime import date, timedelta
from importlib.resources import files

import chinese_calendar
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rectledger.workdays import Counted, WorkingDays

DAYS = st.dates(date(2003, 1, 1), date(2028, 12, 31))


def shipped(year: int) -> WorkingDays:
    text = files("rectledger").joinpath("calendars", f"cn-{year}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # plain text only
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


@pytest.mark.parametrize("day", [date(2025, 1, 26), date(2025, 2, 8)])
def test_weekend_days_made_up_for_spring_festival_are_worked(day: date) -> None:
    assert day.weekday() >= 5
    assert CALENDAR.is_working(day)


def test_both_years_are_known() -> None:
    assert CALENDAR.years == {2024, 2025}


def test_fifteen_working_days_over_spring_festival() -> None:
    counted = CALENDAR.after(date(2025, 1, 17), 15)
    assert (counted.day, counted.provisional) == (date(2025, 2, 13), False)


@given(DAYS)
def test_no_days_later_is_the_same_day(day: date) -> None:
    assert CALENDAR.after(day, 0) == Counted(day, provisional=False)


@given(DAYS, st.integers(0, 300), st.integers(0, 60), st.integers(0, 60))
def test_a_later_start_or_a_higher_count_never_ends_earlier(day: date, count: int, later: int, more: int) -> None:
    end = CALENDAR.after(day, count).day
    assert end <= CALENDAR.after(day + timedelta(days=later), count).day
    assert end <= CALENDAR.after(day, count + more).day


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


@given(st.sampled_from([2024, 2025, 2026]), st.data())
def test_a_ledgers_own_year_replaces_the_shipped_one(year: int, data: st.DataObject) -> None:
    days = data.draw(st.frozensets(st.dates(date(year, 1, 1), date(year, 12, 31))))
    weekend = frozenset(day for day in days if day.weekday() >= 5)
    own = WorkingDays(frozenset({year}), days - weekend, weekend)
    both = CALENDAR.overlaid(own)
    assert both.years == CALENDAR.years | {year}
    for day in (date(2023, 12, 1) + timedelta(days=n) for n in range(1200)):
        expected = own if day.year == year else CALENDAR
        assert both.is_working(day) == expected.is_working(day), day
