"""`rectledger render` of everything but the notice: options, what is written, what is recorded, what is refused."""

import json
from pathlib import Path

import docx
import pytest

from tests.ledgers import INSPECTION, ISSUE, SETTINGS, base_files
from tests.program import REPOSITORY, Ran, git, run_here, write

DAY = ("--as-of", "2025-11-05")
LATE = """\
id: demo-01
heading: h1
title: 会议记录不规范
leader: lead
owner: office
measures:
  - id: rules
    text: 修订会议制度
    due: 2025-11-12
    events:
      - {date: 2025-10-20, event: progress, note: 初稿已成}   # 留着
  - id: seals
    text: 清查印章
    due: 2025-10-31
    owner: finance
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    settings = base_files()[SETTINGS] + "policy: {warn_to: {red: owner}}\n"
    return write(tmp_path, {**base_files(), ISSUE: LATE, SETTINGS: settings})


def render(folder: Path, *arguments: str | Path, code: int = 0) -> Ran:
    ran = run_here(folder, "render", *arguments, *DAY)
    assert ran.code == code, ran.err
    return ran


@pytest.mark.parametrize("name", ["notice", "report", "plan", "ledger", "warning", "item-notice", "closure"])
@pytest.mark.parametrize("to", ["md", "txt"])
def test_the_worked_ledger_renders_every_document_without_a_word(name: str, to: str, tmp_path: Path) -> None:
    one = ["--issue", "4"] if name in {"item-notice", "closure"} else []
    ran = run_here(REPOSITORY, "render", name, "--to", to, *one, *DAY)
    assert (ran.code, ran.err) == (0, "")
    internal = name in {"plan", "ledger", "warning", "closure"}
    assert (("内部资料　不得外传" in ran.out), "清溪" in ran.out) == (internal, False)


def test_a_template_of_ones_own_has_every_view(ledger: Path) -> None:
    source = "{{ notice.unit }} {{ report.day }} {{ lists.problems[0].title }} {{ item.status }} {{ closure.open }}"
    write(ledger, {"templates/briefing.md.j2": source})
    assert render(ledger, "briefing", "--issue", "1").out == (
        "示例局办公室 2025年11月5日 会议记录不规范 正在推进 1.1、1.2\n"
    )
    assert "--issue" in render(ledger, "briefing", code=2).err


def test_real_names_need_internal_and_are_marked(ledger: Path) -> None:
    write(ledger, {ISSUE: LATE.replace("text: 修订会议制度", "text: 督促清泉厂修订制度")})
    ran = render(ledger, "report", "--format", "json", "-o", ledger / "report.md", code=1)
    leaks = json.loads(ran.out)["diagnostics"]
    assert [(leak["code"], leak["file"], leak["line"], leak["column"]) for leak in leaks] == [("RL501", ISSUE, 8, 11)]
    assert not (ledger / "report.md").exists()
    text = render(ledger, "report", "--internal").out
    assert text.startswith("**内部资料　不得外传**\n\n# ")
    assert "督促清泉厂修订制度" in text


def test_a_word_template_that_leaks_is_named_itself(ledger: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("{{ notice.issuer }}请")
    for run in ("清", "泉", "厂来电138", "0013", "8000。"):
        paragraph.add_run(run).bold = run in {"泉", "0013"}
    write(ledger, {"templates/函.md.j2": "{{ notice.issuer }}来函。\n"})
    word.save(str(ledger / "templates" / "函.docx"))
    ran = render(ledger, "函", "--to", "docx", "-o", ledger / "a.docx", "--format", "json", code=1)
    leaks = json.loads(ran.out)["diagnostics"]
    assert sorted((leak["code"], leak["file"]) for leak in leaks) == [
        ("RL501", "templates/函.docx"),
        ("RL511", "templates/函.docx"),
    ]
    assert "示例局办公室请清泉厂来电138****8000。" in leaks[0]["message"]
    assert not (ledger / "a.docx").exists()


def test_an_issue_of_another_inspection(ledger: Path) -> None:
    other = base_files()[INSPECTION].replace("id: demo", "id: other").replace("专项巡察", "审计")
    issue = LATE.replace("demo-01", "other-01").replace("会议记录不规范", "账目不清")
    write(ledger, {"ledger/inspections/other.yaml": other, "issues/other/other-01.yaml": issue})
    assert "账目不清" in render(ledger, "item-notice", "--issue", "other-01").out
    assert "other-01" in render(ledger, "item-notice", "--issue", "other-01", "--inspection", "demo", code=2).err
    assert "审计" in render(ledger, "notice", "--inspection", "other").out


def test_what_is_omitted_has_no_item_notice(ledger: Path) -> None:
    write(ledger, {ISSUE: LATE + "publish: {omit: true, reason: petition, approved_by: lead}\n"})
    assert "publish.omit" in render(ledger, "item-notice", "--issue", "1", code=2).err
    assert "publish.omit" in render(ledger, "item-notice", "--issue", "1", "--internal", code=2).err
    assert "会议记录不规范" in render(ledger, "closure", "--issue", "1").out


def test_letters_on_the_console_and_in_a_folder(ledger: Path) -> None:
    assert render(ledger, "warning").out.count("# 整改") == 3
    assert render(ledger, "warning", "--level", "red", "--party", "finance").out.count("# 整改") == 1
    assert render(ledger, "warning", "--level", "green").err == "rectledger: 没有要发的预警函\n"
    (ledger / "out").mkdir()
    ran = render(ledger, "warning", "-o", ledger / "out", "--to", "txt")
    names = sorted(path.name for path in (ledger / "out").iterdir())
    assert names == [
        "预警〔2025〕1号-红-示例局财务科.txt",
        "预警〔2025〕2号-黄-示例局办公室.txt",
        "预警〔2025〕3号-黄-张某某.txt",
    ]
    assert [line.split("　")[1] for line in ran.out.splitlines()] == ["1 项"] * 3


def test_letters_that_do_not_go_into_one_file(ledger: Path) -> None:
    assert "张某某" in render(ledger, "warning", "-o", ledger / "letter.md", code=2).err
    assert not (ledger / "letter.md").exists()
    one = ("--level", "red")
    render(ledger, "warning", *one, "-o", ledger / "letter.md")
    assert render(ledger, "warning", *one, "--check", ledger / "letter.md").out == ""
    assert "张某某" in render(ledger, "warning", "--check", ledger / "letter.md", code=2).err
    write(ledger, {"letter.md": "旧"})
    assert "letter.md" in render(ledger, "warning", *one, "--check", ledger / "letter.md", code=1).err


def test_what_is_recorded_is_not_owed_again(ledger: Path) -> None:
    (ledger / "out").mkdir()
    before = (ledger / ISSUE).read_text(encoding="utf-8")
    shown = render(ledger, "warning", "--record", "--dry-run").out
    assert (ledger / ISSUE).read_text(encoding="utf-8") == before
    assert shown.count("+        event: warned") + shown.count("event: warned, ") == 3
    render(ledger, "warning", "--record", "-o", ledger / "out")
    after = (ledger / ISSUE).read_text(encoding="utf-8")
    added = [line.strip() for line in after.splitlines() if line not in before.splitlines()]
    assert added == [
        "- {date: 2025-11-05, event: warned, level: yellow, to: office, document: 预警〔2025〕2号}",
        "- {date: 2025-11-05, event: warned, level: yellow, to: lead, document: 预警〔2025〕3号}",
        "- date: 2025-11-05",
        "event: warned",
        "level: red",
        "to: finance",
        "document: 预警〔2025〕1号",
    ]
    assert "   # 留着" in after
    assert len(list((ledger / "out").iterdir())) == 3
    assert render(ledger, "warning").out == ""
    assert "RL308" not in run_here(ledger, "lint", *DAY).out
    assert render(ledger, "warning", "--record", "-o", ledger / "out").err == "rectledger: 没有要发的预警函\n"


def test_nothing_is_recorded_of_letters_that_cannot_be_kept(ledger: Path) -> None:
    before = (ledger / ISSUE).read_bytes()
    (ledger / "file").write_text("", encoding="utf-8")
    for refused in (
        ("--record",),
        ("--record", "-o", str(ledger / "none" / "letters")),
        ("--record", "--level", "red", "-o", str(ledger / "file" / "letter.md")),
        ("--record", "--party", "nobody", "-o", str(ledger)),
        ("--dry-run",),
        ("--record", "--check", str(ledger / "file")),
    ):
        render(ledger, "warning", *refused, code=2)
    assert (ledger / ISSUE).read_bytes() == before
    assert list(ledger.rglob(".*.md*")) == []


def test_no_letter_is_left_where_recording_is_refused(ledger: Path) -> None:
    write(ledger, {ISSUE: LATE.replace("    events:\n", "    events: &all\n") + "    events: *all\n"})
    (ledger / "out").mkdir()
    before = (ledger / ISSUE).read_bytes()
    render(ledger, "warning", "--record", "-o", ledger / "out", code=2)
    assert (ledger / ISSUE).read_bytes() == before
    assert list((ledger / "out").iterdir()) == []


def test_a_warning_about_the_event_stops_no_letter(ledger: Path) -> None:
    early = ("render", "warning", "--party", "finance", "--record", "-o", ledger / "a.md", "--as-of", "2025-01-15")
    write(ledger, {ISSUE: LATE.replace("2025-10-31", "2025-01-15")})
    ran = run_here(ledger, *early)
    assert (ran.code, "--force" in ran.err) == (0, False)
    assert "warned" in (ledger / ISSUE).read_text(encoding="utf-8")


def test_nothing_is_recorded_in_another_revision(ledger: Path) -> None:
    git(ledger, "init", "-q")
    git(ledger, "add", "-A")
    git(ledger, "commit", "-qm", "one")
    assert "--at" in render(ledger, "warning", "--record", "--at", "HEAD", "-o", ledger, code=2).err


@pytest.mark.parametrize("option", [("--record",), ("--level", "red"), ("--party", "office"), ("--dry-run",)])
def test_options_of_letters_are_for_letters(option: tuple[str, ...], ledger: Path) -> None:
    assert "render warning" in render(ledger, "notice", *option, code=2).err
