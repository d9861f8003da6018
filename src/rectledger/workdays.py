"""Counting working days over the years whose holidays are known.

The figures are in `calendars/cn-YYYY.yaml`, written from the chinesecalendar package, and in a ledger's own files.
"""

from datetime import date, timedelta

from msgspec import Struct

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class Counted(Struct, frozen=True):
    """Where a count of working days ends."""

    day: date
    provisional: bool
    """A day that was counted over lies in a year without calendar; there, only weekends are off."""


class WorkingDays(Struct, frozen=True):
    """Which days are worked: the calendars of some years, as the State Council's yearly notices have them."""

    years: frozenset[int] = frozenset()
    """Years with a calendar."""
    holidays: frozenset[date] = frozenset()
    """Weekdays off."""
    workdays: frozenset[date] = frozenset()
    """Weekend days worked."""

    def of_year(self, year: int) -> tuple[bool, frozenset[date], frozenset[date]]:
        """What is known of one year: whether it has a calendar, the weekdays off, the weekend days worked."""
        off, on = ({day for day in days if day.year == year} for days in (self.holidays, self.workdays))
        return year in self.years, frozenset(off), frozenset(on)

    def is_working(self, day: date) -> bool:
        """Whether people work on a day."""
        return day in self.workdays or (day.weekday() < SATURDAY and day not in self.holidays)

    def after(self, start: date, count: int) -> Counted:
        """The count-th working day after a start, which is day 0 itself; a count of 0 or less is the start.

        Raises nothing: a count that would run past `date.max` ends there and is provisional.
        """
        day, provisional = start, False
        while count > 0 and day < date.max:
            day += ONE_DAY
            provisional = provisional or day.year not in self.years
            count -= self.is_working(day)
        return Counted(day, provisional or count > 0)

    def overlaid(self, other: "WorkingDays") -> "WorkingDays":
        """These years with another's in place of the same ones: of a year in both, only the other's days stay."""
        return WorkingDays(
            self.years | other.years,
            _outside(self.holidays, other.years) | other.holidays,
            _outside(self.workdays, other.years) | other.workdays,
        )


def _outside(days: frozenset[date], years: frozenset[int]) -> frozenset[date]:
    return frozenset(day for day in days if day.year not in years)
