"""`calendars/cn-YYYY.yaml`: the public holidays and make-up working days of one year."""

from typing import Annotated

from rectledger.model.base import Day, OptionalList, Parsed, Record, RefusedError


def parse_year(value: object) -> int:
    """A year of four digits. Raises RefusedError for anything else."""
    if isinstance(value, str) and len(value) == 4 and value.isascii() and value.isdigit():
        return int(value)
    raise RefusedError("RL007", expected="year")


class CalendarYear(Record, frozen=True, kw_only=True):
    """Days off on weekdays and working days on weekends, of one year."""

    year: Annotated[int, Parsed(parse_year)]
    holidays: Annotated[tuple[Day, ...], OptionalList] = ()
    workdays: Annotated[tuple[Day, ...], OptionalList] = ()

    def __post_init__(self) -> None:
        for day in (*self.holidays, *self.workdays):
            if day.year != self.year:
                raise RefusedError("RL008.year", value=str(day), year=self.year)
