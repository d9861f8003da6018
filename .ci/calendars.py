#!/usr/bin/env python3
"""Write the shipped calendars from the chinesecalendar package.

    .ci/calendars.py [--check]      --check writes nothing and exits 1 if a file is out of date

Run it when the State Council has announced a new year and chinesecalendar has taken it up.
"""

import sys
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import chinese_calendar

FIRST, LAST = 2004, 2026
FOLDER = Path(__file__).resolve().parent.parent / "src/rectledger/calendars"
SATURDAY = 5


def calendar(year: int) -> str:
    """The file of one year."""
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
    off = [day for day in days if day.weekday() < SATURDAY and chinese_calendar.is_holiday(day)]
    worked = [day for day in days if day.weekday() >= SATURDAY and chinese_calendar.is_workday(day)]
    return (
        f"# Weekdays off and weekend days worked in {year}.\n"
        f"# Written by .ci/calendars.py from chinesecalendar {version('chinesecalendar')}.\n"
        f"year: {year}\nholidays:{listed(off)}workdays:{listed(worked)}"
    )


def listed(days: Iterable[date]) -> str:
    """Days as a list, one a line: a change of a day is a change of a line."""
    return "".join(f"\n  - {day}" for day in days) + "\n"


def main() -> int:
    """Write or check every year."""
    stale = []
    for year in range(FIRST, LAST + 1):
        path = FOLDER / f"cn-{year}.yaml"
        if not path.exists() or path.read_text(encoding="utf-8") != calendar(year):
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(calendar(year), encoding="utf-8", newline="\n")
    print("out of date:" if "--check" in sys.argv else "written:", ", ".join(stale) or "none")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
