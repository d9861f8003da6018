"""Views as JSON: each command a versioned shape. What is here is promised; keys are added, never renamed."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from rectledger.diagnostics import Diagnostic, Severity
from rectledger.facts.records import Facts, IssueFacts, MeasureFacts
from rectledger.messages import Language, hint, say
from rectledger.model.base import Record, keys_of
from rectledger.views.evidence import ProofLine, Verdict
from rectledger.views.forecast import Change
from rectledger.views.items import Item, item
from rectledger.views.picture_rows import Owed
from rectledger.views.reconciliation import Line
from rectledger.views.rows import Table
from rectledger.views.status import InspectionStatus, IssueLine, Status

_ITEM = (
    "ref", "issue", "measure", "title", "owner", "owner_name", "leader", "leader_name", "state", "due", "provisional",
    "days_left", "level",
)  # fmt: skip
_CHANGE = ("day", "turn", "ref", "title", "owner", "owner_name", "due")
_PERIOD = ("state", "first", "last", "asked", "counted", "owed")
_LIMIT = ("name", "due", "provisional", "done", "state", "days_left")
_PROOF = ("ref", "issue", "measure", "date", "event", "file", "verdict", "sha256")
_GROUP = ("name", "measures", "open", "overdue", "due_soon")


def dumped(command: str, values: Mapping[str, Any]) -> str:
    """A command's JSON text."""
    return json.dumps({"schema": f"rectledger.{command}/1", **values}, ensure_ascii=False, indent=2, default=str) + "\n"


def record_json(record: Record, without: Collection[str] = ()) -> dict[str, Any]:
    """What a record says by the keys of its file, some of them left out."""
    values = {key: getattr(record, name) for name, key in keys_of(type(record)).items() if key not in without}
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return record_json(value)
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def status_json(status: Status) -> str:
    """`rectledger.status/1`."""
    inspections = [_inspection(inspection) for inspection in status.inspections]
    return dumped("status", {"as_of": status.as_of, "unit": status.unit, "inspections": inspections})


def _inspection(inspection: InspectionStatus) -> dict[str, Any]:
    head = inspection.head
    return {
        "id": head.id,
        "title": head.title,
        "feedback": head.feedback,
        "counts": {
            "headings": head.headings,
            "issues": inspection.count,
            "measures": sum(inspection.measure_states.values()),
        },
        "states": {"issues": dict(inspection.issue_states), "measures": dict(inspection.measure_states)},
        "overdue": {"issues": inspection.overdue_issues, "measures": len(inspection.overdue)},
        "due_soon": {"measures": len(inspection.due_soon)},
        "quotas": [_owed(owed) for owed in inspection.owed],
        "clock": [{key: getattr(limit, key) for key in _LIMIT} for limit in head.clock],
        "groups": [{key: getattr(group, key) for key in _GROUP} for group in inspection.groups],
        "issues": [_issue_line(line) for line in inspection.issues],
    }


def _owed(owed: Owed) -> dict[str, Any]:
    party = {"ref": owed.ref, "issue": owed.issue, "measure": owed.measure, "owner": owed.owner}
    return party | {key: getattr(owed.period, key) for key in _PERIOD}


def _issue_line(line: IssueLine) -> dict[str, Any]:
    issue = line.facts
    return {
        "number": str(issue.number),
        "ref": line.ref,
        "id": issue.issue.id,
        "title": issue.issue.title,
        "state": issue.state,
        "due": issue.due,
        "days_left": issue.days_left,
        "overdue": issue.overdue,
        "measures": [
            _measure(measure, line_item) for measure, line_item in zip(issue.measures, line.measures, strict=True)
        ],
    }


def _measure(measure: MeasureFacts, line: Item) -> dict[str, Any]:
    return {
        "number": measure.number,
        "id": line.measure,
        "state": line.state,
        "due": line.due,
        "days_left": line.days_left,
        "overdue": line.overdue,
        "owner": line.owner,
        "leader": line.leader,
        "level": line.level,
        "provisional": line.provisional,
        "pending": line.pending or None,
    }


def items_json(command: str, as_of: object, items: Iterable[Item]) -> str:
    """`rectledger.overdue/1` and `rectledger.due/1`."""
    return dumped(command, {"as_of": as_of, "items": [{key: getattr(line, key) for key in _ITEM} for line in items]})


def forecast_json(as_of: object, until: object, changes: Iterable[Change]) -> str:
    """`rectledger.forecast/1`."""
    return dumped(
        "forecast",
        {"as_of": as_of, "until": until, "items": [{key: getattr(c, key) for key in _CHANGE} for c in changes]},
    )


def show_json(facts: Facts, issue: IssueFacts, measures: Iterable[MeasureFacts]) -> str:
    """`rectledger.show/1`: the record as written beside what follows from it."""
    record = record_json(issue.issue, without=("measures", "due"))
    return dumped(
        "show",
        {
            "as_of": facts.day,
            "file": issue.file,
            "inspection": issue.inspection.id,
            "number": str(issue.number),
            "ref": issue.ref,
            "state": issue.state,
            "due": issue.due,
            "days_left": issue.days_left,
            "overdue": issue.overdue,
            **record,
            "measures": [_shown(facts, issue, measure) for measure in measures],
        },
    )


def _shown(facts: Facts, issue: IssueFacts, measure: MeasureFacts) -> dict[str, Any]:
    return record_json(measure.measure, without=("due",)) | _measure(measure, item(facts, issue, measure))


def evidence_json(lines: Sequence[ProofLine]) -> str:
    """`rectledger.evidence/1`."""
    counts = Counter(line.verdict for line in lines)
    summary = {verdict: counts[verdict] for verdict in Verdict}
    return dumped("evidence", {"items": [_proof(line) for line in lines], "summary": summary})


def _proof(line: ProofLine) -> dict[str, Any]:
    found = line.found
    return {key: getattr(line, key) for key in _PROOF} | {
        "found_sha256": found.sha256 or None,
        "size": found.size,
        "near": found.near or None,
    }


def reconcile_json(
    inspection: str, lines: Iterable[Line], diagnostics: Iterable[Diagnostic], language: Language
) -> str:
    """`rectledger.reconcile/1`. What is waived is left out of the diagnostics."""
    found = [_diagnostic(diagnostic, language) for diagnostic in diagnostics if not diagnostic.waived]
    return dumped(
        "reconcile", {"inspection": inspection, "lines": [_reconciled(line) for line in lines], "diagnostics": found}
    )


def _reconciled(line: Line) -> dict[str, Any]:
    """A finding on its way: its words on the list, whether the inspection's own list has it, its issues, the notice."""
    return {
        "serial": line.serial,
        "text": line.text,
        "in_list": line.planned,
        "issues": [
            {
                "id": issue.issue.id,
                "number": str(issue.number),
                "title": issue.issue.title,
                "published": issue.published,
                "omitted": issue.issue.publish.reason,
            }
            for issue in line.issues
        ],
        "verdict": line.verdict,
    }


def lint_json(diagnostics: Iterable[Diagnostic], files: int, language: Language) -> str:
    """`rectledger.lint/1`. What is waived is left out."""
    shown = [diagnostic for diagnostic in diagnostics if not diagnostic.waived]
    summary: dict[str, int] = {severity: sum(d.severity is severity for d in shown) for severity in Severity}
    return dumped(
        "lint", {"diagnostics": [_diagnostic(d, language) for d in shown], "summary": summary | {"files": files}}
    )


def export_json(table: Table, revision: str) -> str:
    """`rectledger.export/1`: the cells of each row by the keys of their columns."""
    keys = [shown.column.key for shown in table.columns]
    columns = [{"key": shown.column.key, "heading": shown.heading} for shown in table.columns]
    rows = [{"ref": row.key, "cells": dict(zip(keys, row.cells, strict=True))} for row in table.rows]
    about = {"as_of": table.day, "inspection": table.inspection.inspection.id, "revision": revision or None}
    return dumped("export", {**about, "view": table.view or None, "columns": columns, "rows": rows})


def import_json(
    created: Sequence[str],
    changed: Sequence[str],
    diagnostics: Iterable[Diagnostic],
    language: Language,
    diff: str | None,
) -> str:
    """`rectledger.import/1`. The diff is there where nothing was to be written."""
    found = [_diagnostic(diagnostic, language) for diagnostic in diagnostics]
    shown = {} if diff is None else {"diff": diff}
    return dumped("import", {"created": created, "changed": changed, **shown, "diagnostics": found})


def _diagnostic(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "file": diagnostic.file,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "end_line": diagnostic.span.end_line,
        "end_column": diagnostic.span.end_column,
        **({"cell": str(diagnostic.cell)} if diagnostic.cell else {}),
        "message": say(diagnostic.key, language, diagnostic.values),
        "hint": hint(diagnostic.key, language, diagnostic.values) or None,
    }
