"""SARIF 2.1.0, which code scanning and editors read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from rectledger import __version__
from rectledger.diagnostics import Severity
from rectledger.messages import Language
from rectledger.render.findings.finding import Finding, fingerprints
from rectledger.rules.registry import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_TOP = "SRCROOT"
_FINGERPRINT = "rectledger/v1"


def sarif(findings: Sequence[Finding], rules: Mapping[str, Rule], language: Language) -> str:
    """One run; its rules are those that found something."""
    codes = sorted({finding.code for finding in findings})
    index = {code: position for position, code in enumerate(codes)}
    results = [_result(f, index[f.code], name) for f, name in zip(findings, fingerprints(findings), strict=True)]
    run = {
        "tool": {
            "driver": {
                "name": "rectledger",
                "version": __version__,
                "rules": [_rule(rules[code], language) for code in codes],
            }
        },
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top folder of the repository."}}},
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary[language]},
        "fullDescription": {"text": " ".join(rule.summary.values())},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, rule_index: int, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.advice},
        "locations": [{"physicalLocation": _place(finding)}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _place(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "artifactLocation": {"uri": quote(finding.path), "uriBaseId": _TOP},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
