"""Records are taken by our own reader, and refused by pydantic: the two have to agree on which is which."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Annotated, Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectledger.load import explaining
from rectledger.load.explaining import errors_in
from rectledger.load.kinds import Kind
from rectledger.load.shapes import MODELS
from rectledger.load.taking import NotTakenError, taker
from rectledger.model.base import After, Before, Parsed, Record, RefusedError, types_of
from rectledger.source.yaml import parse
from tests.records import issue_data
from tests.test_schema import EXAMPLES, VALUES, steps


def taken(kind: Kind, data: Any) -> Any:
    """What the reader makes of data; None where it refuses."""
    try:
        return taker(MODELS[kind])(data)
    except (NotTakenError, RefusedError):
        return None


def records(kind: type[Record] = Record) -> list[type[Record]]:
    """Every type of record."""
    return [kind, *(found for below in kind.__subclasses__() for found in records(below))]


@pytest.mark.parametrize("record", records())
def test_the_types_of_a_record_are_those_that_python_knows(record: type[Record]) -> None:
    assert types_of(record) == get_type_hints(record, include_extras=True)


def same(ours: Any, theirs: Any) -> bool:
    """Whether a value of the reader is one of pydantic, as far as pydantic was told."""
    if isinstance(ours, Record):
        return all(same(getattr(ours, name), getattr(theirs, name)) for name in theirs.model_fields_set)
    if isinstance(ours, Mapping):
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, Sequence) and not isinstance(ours, str):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return type(ours) is type(theirs) and bool(ours == theirs)


@given(st.data())
def test_what_is_taken_is_what_nothing_is_wrong_with(data: st.DataObject) -> None:
    kind, text = data.draw(st.sampled_from(EXAMPLES))
    values: Any = parse(text)[0]
    for _ in range(data.draw(st.integers(0, 3))):
        holder, step = data.draw(st.sampled_from(list(steps(values))))
        match data.draw(st.sampled_from(("put", "take away", "add"))):
            case "put":
                holder[step] = deepcopy(data.draw(st.sampled_from(VALUES)))
            case "take away":
                del holder[step]
            case "add" if isinstance(holder, dict):
                holder[data.draw(st.sampled_from(("id", "to", "from", "note", "events", "until", "unknown")))] = "a"
    record = taken(kind, values)
    assert (record is None) == bool(errors_in(MODELS[kind], values))
    if record is not None:
        assert same(record, explaining._adapter(MODELS[kind]).validate_python(values))


@given(issue_data())
def test_an_issue_is_taken_as_pydantic_has_it(values: Any) -> None:
    record = taken(Kind.ISSUE, values)
    assert record is not None
    assert same(record, explaining._adapter(MODELS[Kind.ISSUE]).validate_python(values))


def test_marks_of_one_function_are_not_mixed_up() -> None:
    assert [taker(Annotated[str, mark(str.strip)])(" a ") for mark in (Before, Parsed, After)] == ["a", "a", "a"]
    assert len({Before(str.strip), Parsed(str.strip), After(str.strip)}) == 3
    assert taker(Annotated[str, Parsed(len)])("abc") == 3
    with pytest.raises(NotTakenError):
        taker(Annotated[str, Before(len)])("abc")
