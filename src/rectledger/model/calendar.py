"""`calendars/cn-YYYY.yaml`: the public holidays and make-up working days of one year."""

from typing import Annotated

from pydantic import PlainValidator, model_validator

from rectledger.model.base import Day, OptionalList, Record, refuse


def parse_year(value: object) -> int:
    """A year of four digits. Raises PydanticCustomError for anything else."""
    if isinstance(value, str) and len(value) == 4 and value.isascii() and value.isdigit():
        return int(value)
    raise refuse("RL007", expected="year")


class CalendarYear(Record):
    """Days off on weekdays and working days on weekends, of one year."""

    year: Annotated[int, PlainValidator(parse_year)]
    holidays: Annotated[tuple[Day, ...], OptionalList] = ()
    workdays: Annotated[tuple[Day, ...], OptionalList] = ()

    @model_validator(mode="after")
    def _of_this_year(self) -> "CalendarYear":
        for day in (*self.holidays, *self.workdays):
            if day.year != self.year:
                raise refuse("RL008.year", value=str(day), year=self.year)
        return self
