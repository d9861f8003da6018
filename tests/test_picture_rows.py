"""Rows of the day's picture: plain, mergeable, and enough for the whole of it."""

import json
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.load import load
from rectledger.load.taking import take
from rectledger.model.issue import Issue
from rectledger.model.ledger import Filed, Ledger
from rectledger.source.tree import MemoryTree
from rectledger.views.items import due_items, overdue_items
from rectledger.views.picture_rows import PictureRow, row_of
from rectledger.views.status import Grouping, head_of, merged, status
from tests.ledgers import base_files
from tests.records import issue_data

QUOTA = {"at_least": "2", "per": "quarter", "from": "2025-02-10"}


def facts_of(issues: list[dict[str, object]], day: date) -> Facts:
    """The facts about a ledger whose one inspection has these issues."""
    ledger = load(MemoryTree({name: text.encode() for name, text in base_files().items()})).ledger
    assert ledger
    filed = [Filed(f"issues/demo/demo-{n}.yaml", take(Issue, one)) for n, one in enumerate(issues)]
    return assess(Ledger(ledger.settings, ledger.parties, ledger.inspections, tuple(filed), ledger.working_days), day)


ISSUES = st.lists(
    st.tuples(issue_data(), st.sampled_from(["h1", "h9"]), st.sampled_from(["9", "10", "10-1", ""]), st.booleans()),
    max_size=5,
)


@given(ISSUES, st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.sampled_from([None, *get_args(Grouping)]))
def test_rows_that_went_through_json_make_the_same_picture(
    drawn: list[tuple[dict[str, object], str, str, bool]], day: date, by: Grouping | None
) -> None:
    issues = [
        {**data, "id": f"demo-{n}", "heading": heading, "serial": serial, "publish": {"omit": str(omit).lower()}}
        for n, (data, heading, serial, omit) in enumerate(drawn)
    ]
    for one in issues[:1]:
        one["measures"] = [{**measure, "quota": QUOTA} for measure in one["measures"]]  # type: ignore[attr-defined]
    facts = facts_of(issues, day)
    (inspection,) = facts.inspections
    rows = json.loads(json.dumps([row_of(facts, issue, by) for issue in facts.issues]))
    kept = [PictureRow(*row) for row in sorted(rows, key=lambda row: str(row[1]))]
    whole = status(facts, by).inspections[0]
    assert merged(head_of(inspection), kept, numbers_hold=facts.ledger.numbers_hold("demo")) == whole
    assert whole.overdue == overdue_items(facts)
    assert whole.due_soon == due_items(facts, facts.ledger.settings.policy.warn[0])


def test_an_id_used_in_two_inspections_brings_no_line_of_the_one_into_the_other() -> None:
    files = base_files()
    other = files["ledger/inspections/demo.yaml"].replace("id: demo\n", "id: other\n")
    late = files["issues/demo/demo-01.yaml"]
    twice = {**files, "ledger/inspections/other.yaml": other, "issues/other/demo-01.yaml": late}
    ledger = load(MemoryTree({name: text.encode() for name, text in twice.items()})).ledger
    assert ledger
    pictures = status(assess(ledger, date(2030, 1, 1))).inspections
    counts = {picture.head.id: picture.measure_states for picture in pictures}
    assert counts["demo"] == counts["other"]
    assert [line.ref.split("/")[0] for line in pictures[1].overdue] == ["demo-01"] * len(pictures[1].overdue)
    assert len(pictures[0].overdue) == len(pictures[1].overdue)
