"""What `lint` writes for other programs, read back by readers that are not ours."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, TestCase

from rectledger.diagnostics import Severity, Span
from rectledger.messages import Language
from rectledger.render.findings.finding import Finding, fingerprints
from rectledger.render.findings.github import github
from rectledger.render.findings.gitlab import gitlab
from rectledger.render.findings.junit import junit
from rectledger.render.findings.sarif import sarif
from rectledger.rules import BY_CODE
from tests.ledgers import ISSUE, PARTIES, SETTINGS, base_files
from tests.program import Ran, git, run, write

SCHEMAS = Path(__file__).parent / "schemas"
FORMATS = ["sarif", "junit", "github", "gitlab"]
DAY = ("--as-of", "2025-11-05")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["100%", "a: b, c", "%0A", "一行\n两行", "\r\n", "::error::x", "]]>", "<&>\"'", "\x00\x1b[31m", "\u2028", "😀"]
)
NAMES = TEXTS.map(lambda text: f"issues/{text}.yaml")
SPANS = st.builds(
    lambda line, column, down, right: Span(line, column, line + down, column + right),
    st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3), st.integers(0, 80),
)  # fmt: skip
FINDINGS = st.lists(
    st.builds(
        lambda code, *rest: Finding(code, BY_CODE[code].name, *rest),
        st.sampled_from(sorted(BY_CODE)), st.sampled_from(Severity), NAMES, SPANS, TEXTS, TEXTS, TEXTS,
    ),
    max_size=6,
)  # fmt: skip


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


SARIF = jsonschema.Draft4Validator(schema("sarif-schema-2.1.0.json"))
GITLAB = jsonschema.Draft202012Validator(schema("gitlab-code-quality.json"))


@given(FINDINGS, st.sampled_from(Language))
def test_sarif_says_the_same(findings: list[Finding], language: Language) -> None:
    report = json.loads(sarif(findings, BY_CODE, language))
    SARIF.validate(report)
    (sarif_run,) = report["runs"]
    read = []
    for result in sarif_run["results"]:
        rule = sarif_run["tool"]["driver"]["rules"][result["ruleIndex"]]
        place = result["locations"][0]["physicalLocation"]
        assert rule["id"] == result["ruleId"]
        assert place["artifactLocation"]["uriBaseId"] in sarif_run["originalUriBaseIds"]
        assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", place["artifactLocation"]["uri"])
        weight = {"error": "error", "warning": "warning", "note": "info"}[result["level"]]
        region = place["region"]
        span = (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])
        read.append((
            result["ruleId"], rule["name"], weight, unquote(place["artifactLocation"]["uri"]), span,
            result["message"]["text"],
        ))  # fmt: skip
    assert read == [(f.code, f.name, f.severity.value, f.file, f.span, f.advice) for f in findings]


@given(FINDINGS)
def test_gitlab_says_the_same(findings: list[Finding]) -> None:
    report = json.loads(gitlab(findings))
    GITLAB.validate(report)
    weights = {"major": "error", "minor": "warning", "info": "info"}
    read = [
        (e["check_name"], weights[e["severity"]], e["location"]["path"], e["location"]["lines"], e["description"])
        for e in report
    ]
    assert read == [
        (f.code, f.severity.value, f.file, {"begin": f.span.line, "end": f.span.end_line}, f.message) for f in findings
    ]
    assert len({entry["fingerprint"] for entry in report}) == len(report)


@given(FINDINGS)
def test_github_says_the_same(findings: list[Finding]) -> None:
    commands = [workflow_command(line) for line in re.split(r"\r\n|\r|\n", github(findings))[:-1]]
    weights = {"error": "error", "warning": "warning", "notice": "info"}
    read = [
        (
            weights[name],
            properties["file"],
            properties["title"],
            tuple(int(properties[key]) for key in ("line", "col", "endLine", "endColumn")),
            message,
        )
        for name, properties, message in commands
    ]
    assert read == [(f.severity.value, f.file, f"{f.code} {f.name}", f.span, f.advice) for f in findings]


def workflow_command(line: str) -> tuple[str, dict[str, str], str]:
    """A command as GitHub's runner reads a line of a log: up to the second `::`, then the message."""
    about, message = line.removeprefix("::").split("::", 1)
    name, _, properties = about.partition(" ")
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return name, {key: unescaped(value) for key, value in pairs}, unescaped(message)


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@given(FINDINGS)
def test_junit_says_the_same(findings: list[Finding]) -> None:
    suites = JUnitXml.fromstring(junit(findings).encode())
    assert (suites.tests, suites.failures, suites.errors) == (len(findings) or 1, len(findings), 0)
    (suite,) = suites
    cases = list(suite)
    assert len(cases) == suites.tests
    read = [(case.name, case.classname, *failure_of(case)) for case in cases if case.result]
    assert read == [
        (f.code, xml_text(f.file), f.severity.value, xml_text(f.message), f":{f.span.line}:{f.span.column} {f.code} ")
        for f in findings
    ]


def failure_of(case: TestCase) -> tuple[str, str, str]:
    """Weight, message, and what follows the file's name in the text."""
    (failure,) = case.result
    assert isinstance(failure, Failure)
    place = re.search(r":\d+:\d+ RL\d{3} ", failure.text)
    assert place
    return failure.type, failure.message, place[0]


def xml_text(text: str) -> str:
    """What XML 1.0 can hold of a text."""
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or c in "\ufffe\uffff" else c for c in text)


@given(FINDINGS, st.integers(1, 1000))
def test_a_fingerprint_does_not_see_lines_move(findings: list[Finding], down: int) -> None:
    moved = [
        Finding(f.code, f.name, f.severity, f.file, Span(f.span.line + down, *f.span[1:]), "隔天", f.hint, f.source)
        for f in findings
    ]
    assert list(fingerprints(findings)) == list(fingerprints(moved))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger two folders below git's top, whose findings have every weight and one of which is waived."""
    files = base_files()
    issue = (
        files[ISSUE]
        .replace("title: 会议记录不规范", "title: 清泉厂的会议记录不规范")
        .replace("2026-06-30", "2025-10-30")
    )
    waivers = "waivers:\n  - {rule: RL308, reason: 已当面通知, approved_by: deputy}\n"
    files[ISSUE] = issue + waivers
    files["issues/demo/说明 1.yaml"] = "id: [\n"
    files[SETTINGS] += "rules: {RL301: info, RL501: warning}\n"
    root = write(tmp_path / "单位/台账", files)
    git(tmp_path, "init", "-q")
    return root


def lint(ledger: Path, output: str, *more: str) -> Ran:
    return run("lint", "--format", output, *DAY, *more, folder=ledger)


def test_sarif_of_a_ledger(ledger: Path) -> None:
    ran = lint(ledger, "sarif")
    report = json.loads(ran.out)
    SARIF.validate(report)
    (sarif_run,) = report["runs"]
    assert sarif_run["columnKind"] == "unicodeCodePoints"
    places = [
        (result["ruleId"], result["level"], unquote(place["artifactLocation"]["uri"]), *place["region"].values())
        for result in sarif_run["results"]
        for place in (result["locations"][0]["physicalLocation"],)
    ]
    assert ran.code == 1
    assert places == [
        ("RL501", "warning", "单位/台账/issues/demo/demo-01.yaml", 3, 8, 3, 19),
        ("RL301", "note", "单位/台账/issues/demo/demo-01.yaml", 9, 10, 9, 20),
        ("RL001", "error", "单位/台账/issues/demo/说明 1.yaml", 2, 1, 2, 1),
    ]
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in sarif_run["tool"]["driver"]["rules"]} == {
        "RL001": "error",
        "RL301": "warning",
        "RL501": "error",
    }


def test_gitlab_and_github_name_files_from_gits_top(ledger: Path) -> None:
    entries = json.loads(lint(ledger, "gitlab").out)
    GITLAB.validate(entries)
    assert [(e["check_name"], e["severity"], e["location"]["path"].rpartition("/")[0]) for e in entries] == [
        ("RL501", "minor", "单位/台账/issues/demo"),
        ("RL301", "info", "单位/台账/issues/demo"),
        ("RL001", "major", "单位/台账/issues/demo"),
    ]
    commands = lint(ledger, "github").out.splitlines()
    assert [line.partition(" ")[0] for line in commands] == ["::warning", "::notice", "::error"]
    assert commands[0].startswith(
        "::warning file=单位/台账/issues/demo/demo-01.yaml,line=3,col=8,endLine=3,endColumn=19,"
        "title=RL501 private-name-in-public-text::"
    )


def test_junit_and_json_name_files_from_the_ledgers_root(ledger: Path) -> None:
    (suite,) = JUnitXml.fromstring(lint(ledger, "junit").out.encode())
    assert Counter((case.name, case.classname) for case in suite) == Counter({
        ("RL501", ISSUE): 1, ("RL301", ISSUE): 1, ("RL001", "issues/demo/说明 1.yaml"): 1,
    })  # fmt: skip
    assert {d["file"] for d in json.loads(lint(ledger, "json").out)["diagnostics"]} == {
        ISSUE,
        "issues/demo/说明 1.yaml",
    }


@pytest.mark.parametrize("output", ["json", *FORMATS])
def test_what_is_waived_is_in_no_format(ledger: Path, output: str) -> None:
    assert "RL308" not in lint(ledger, output).out


@pytest.mark.parametrize("output", ["text", "json", *FORMATS])
def test_the_exit_code_does_not_depend_on_the_format(ledger: Path, output: str) -> None:
    assert lint(ledger, output).code == 1
    assert lint(ledger, output, "--ignore", "RL0").code == 0


def test_a_clean_ledger_gives_whole_reports(tmp_path: Path) -> None:
    write(tmp_path, base_files())
    report = json.loads(lint(tmp_path, "sarif").out)
    SARIF.validate(report)
    assert report["runs"][0]["results"] == []
    assert json.loads(lint(tmp_path, "gitlab").out) == []
    assert lint(tmp_path, "github").out == ""
    suites = JUnitXml.fromstring(lint(tmp_path, "junit").out.encode())
    assert (suites.tests, suites.failures, [case.is_passed for case in next(iter(suites))]) == (1, 0, [True])


def test_without_git_files_are_named_from_the_ledgers_root(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), PARTIES: "- {id: office\n"})
    (entry,) = json.loads(lint(tmp_path, "gitlab", "--select", "RL0").out)
    assert entry["location"]["path"] == PARTIES


def test_text_names_the_pages_of_the_rules(ledger: Path) -> None:
    assert lint(ledger, "text").out.splitlines()[-1] == "规则说明：rectledger explain RL001|RL301|RL501"
