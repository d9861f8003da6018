"""GitLab's code quality report."""

import json
from collections.abc import Sequence
from typing import Any

from rectledger.diagnostics import Severity
from rectledger.render.findings.finding import Finding, fingerprints

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(findings: Sequence[Finding]) -> str:
    """A list with an entry for each finding."""
    entries = [_entry(f, fingerprint) for f, fingerprint in zip(findings, fingerprints(findings), strict=True)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": finding.message,
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.file, "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
    }
