"""JUnit's XML: a testcase that fails for each finding, one that passes where there are none."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rectledger.render.findings.finding import Finding

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 may hold, not even as a reference."""
_SUITE = "rectledger lint"


def junit(findings: Sequence[Finding]) -> str:
    """A suite of testcases: the name is the rule's code, the class name the file."""
    failures = str(len(findings))
    counts = {"tests": str(len(findings) or 1), "failures": failures, "errors": "0"}
    root = Element("testsuites", {"name": _SUITE, **counts})
    suite = SubElement(root, "testsuite", {"name": _SUITE, **counts, "skipped": "0"})
    for finding in findings:
        _add(suite, finding)
    if not findings:
        SubElement(suite, "testcase", {"name": "lint", "classname": "rectledger"})
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _add(suite: Element, finding: Finding) -> None:
    case = SubElement(suite, "testcase", {"name": finding.code, "classname": _text(finding.file)})
    failure = SubElement(case, "failure", {"type": finding.severity.value, "message": _text(finding.message)})
    place = f"{finding.file}:{finding.span.line}:{finding.span.column}"
    failure.text = _text(f"{place} {finding.code} {finding.name}\n{finding.advice}")


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
