"""Old notices: what is taken, what is told, and that the result says what the source said."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict

from rectledger.diagnostics import Span
from rectledger.facts.assess import assess
from rectledger.facts.records import InspectionFacts
from rectledger.intake.notice.taking import Taken
from rectledger.load import load
from rectledger.model.events import Transferred
from rectledger.source.tree import OverlaidTree
from tests.documents import NEW, overlay, taken
from tests.ledgers import base_files, diagnostics_of, tree_of
from tests.program import REPOSITORY, Ran, run, run_here, write

SEED = REPOSITORY.parent / "shared/seed/notice-2025-11-05.txt"
NOTICE = """\
示例局办公室
关于专项巡察整改进展情况的通报

根据上级巡察工作安排，2024年8月22日至9月29日，示例巡察组对示例局办公室开展了专项巡察。2025年1月17日，示例巡察组召开会议反馈意见，并下发了《示例局问题清单》。现将整改进展情况予以公布。
一、组织整改落实情况
收到反馈后，办公室立即部署。
二、集中整改期内整改进展情况
（一）反馈问题：会议制度执行不到位
问题1：会议记录不全。部分会议没有签到
整改情况：（1）今年已修订《会议制度（2021-2035）》，补齐记录。（2）对照清单（第二批）逐项检查，每季度通报一次。
（二）反馈问题：监督检查不够有力。
问题2：检查流于形式。
整改情况：（1）检查台账不全，阶段性完成。台账已建立，下半年补录。（2）检查人员不足，已完成。已调配2人。
（3） 资产管理混乱
问题3:仓库管理职责不清。
整改情况：仓库管理（移交示例县）。根据《关于移交资产的通知》（示办发〔2024〕7号），仓库由办公室移交至示例县机关事务局。
三、下一步整改工作安排
1.继续抓好整改。
2.定期开展“回头看”。
欢迎广大干部群众对专项巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。联系电话：000-0000000；邮政信箱：示例路1号；电子邮件：office@example.org。

示例局办公室
[bookmark: _GoBack]2025年11月5日
- 3 -
"""


@dataclass(frozen=True)
class Result:
    """What a notice became, loaded."""

    taken: Taken
    inspection: InspectionFacts
    found: tuple[str, ...]
    """The codes that `lint` finds."""

    @property
    def keys(self) -> list[str]:
        """What was told, in short."""
        return [problem.key for problem in self.taken.problems]

    def at(self, key: str) -> list[tuple[int, int]]:
        """Where something was told."""
        return [(span.line, span.column) for found, span in self.spans if found == key]

    @property
    def spans(self) -> list[tuple[str, Span]]:
        """What was told, and where."""
        return [(p.key, p.at) for p in self.taken.problems if isinstance(p.at, Span)]

    @property
    def measures(self) -> list[tuple[str | None, str, str]]:
        """Title, text and state of every measure."""
        return [(m.measure.title, m.measure.text, m.state) for _, m in self.inspection.measures]


def result(text: str | bytes, name: str = "notice.txt", files: Mapping[str, str | bytes] | None = None) -> Result:
    tree = tree_of(files or base_files())
    got = taken(text.encode() if isinstance(text, str) else text, name, files)
    after = OverlaidTree(tree, overlay(tree, got.files, got.parties))
    ledger = load(after).ledger
    assert ledger is not None
    inspection = next(i for i in assess(ledger, date(2025, 11, 5)).inspections if i.inspection.id == NEW)
    found = diagnostics_of(after, date(2026, 1, 5))
    assert [d for d in found if d.severity == "error"] == []
    return Result(got, inspection, tuple(d.code for d in found))


def test_a_notice_with_every_slip() -> None:
    got = result(NOTICE)
    inspection = got.inspection.inspection
    assert inspection.title == "专项巡察"
    assert (inspection.authority, inspection.feedback) == ("team", date(2025, 1, 17))
    assert (inspection.period and inspection.period.to) == date(2024, 9, 29)
    assert inspection.handed_over == "《示例局问题清单》"
    words = inspection.notice
    assert (words.issuer, words.date, words.basis) == ("office", date(2025, 11, 5), "根据上级巡察工作安排")
    assert words.organisation == ("收到反馈后，办公室立即部署。",)
    assert words.next_steps == ("继续抓好整改。", "定期开展“回头看”。")
    assert words.contact
    assert asdict(words.contact) == {"phone": "000-0000000", "mail": "示例路1号", "email": "office@example.org"}
    assert [h.text for h in inspection.headings] == ["会议制度执行不到位", "监督检查不够有力。", "资产管理混乱"]
    assert [(i.issue.serial, i.issue.title, len(i.measures)) for i in got.inspection.issues] == [
        ("1", "会议记录不全。部分会议没有签到", 2),
        ("2", "检查流于形式。", 2),
        ("3", "仓库管理职责不清。", 1),
    ]
    assert got.measures == [
        (None, "今年已修订《会议制度（2021-2035）》，补齐记录。", "in-progress"),
        (None, "对照清单（第二批）逐项检查，每季度通报一次。", "in-progress"),
        ("检查台账不全", "台账已建立，下半年补录。", "partial"),
        ("检查人员不足", "已调配2人。", "complete"),
        (None, NOTICE.rpartition("整改情况：")[2].partition("\n")[0], "transferred"),
    ]
    transferred = got.inspection.issues[2].issue.measures[0].events[0]
    assert isinstance(transferred, Transferred)
    assert (transferred.document, transferred.to) == ("示办发〔2024〕7号", "示例县")
    assert inspection.imported[0].file == "notice.txt"
    assert inspection.imported[0].sha256 == hashlib.sha256(NOTICE.encode()).hexdigest()


def test_the_slips_are_told_at_their_places() -> None:
    got = result(NOTICE)
    assert got.at("RL640") == [(14, 1)]
    assert got.at("RL641") == [(14, 1)]
    assert got.at("RL642") == [(15, 1)]
    assert got.at("RL643") == [(23, 1)]
    assert got.at("RL643.page") == [(24, 1)]
    assert got.at("RL647") == [(10, 9), (13, 28)]
    assert got.at("RL646") == [(13, 9), (13, 37), (16, 6)]
    assert got.at("RL646.unstated") == [(10, 9), (10, 40)]
    assert got.at("RL661") == [(16, 6)]
    assert {"RL655", "RL502"} <= set(got.found)


def told_lines(got: Result) -> set[int]:
    return {line for _, span in got.spans for line in range(span.line, span.end_line + 1)}


def test_what_is_rendered_again_is_the_source_but_for_what_is_told(tmp_path: Path) -> None:
    rendered = imported(tmp_path, NOTICE)
    got = result(NOTICE)
    lost = [n for n, line in enumerate(NOTICE.split("\n"), 1) if line.strip() and line.strip() not in rendered]
    assert set(lost) <= told_lines(got)
    assert 10 not in lost
    assert 20 not in lost


def imported(root: Path, text: str) -> list[str]:
    """The lines of the notice that is rendered after an import."""
    write(root, {**base_files(), "old.txt": text})
    assert take(root, "old.txt").code == 0
    return run_here(root, "render", "notice", "--to", "txt", "--inspection", NEW).out.split("\n")


def take(root: Path, file: str, *more: str) -> Ran:
    return run_here(root, "import", "notice", file, "--inspection", NEW, "--as-of", "2026-01-05", *more)


@pytest.mark.skipif(not SEED.is_file(), reason="the real notice is not beside the checkout")
def test_the_real_notice() -> None:
    files = base_files()
    got = result(SEED.read_bytes(), files=files)
    assert [len(i.measures) for i in got.inspection.issues] == [4, 3, 1, 3, 2, 4, 2]
    assert len(got.inspection.inspection.headings) == 7
    states = [state for _, _, state in got.measures]
    assert (states.count("partial"), states.count("complete"), states.count("transferred")) == (2, 1, 2)


# Other forms


TOP = "示例局办公室关于专项巡察整改进展情况的通报\n示例巡察组对示例局办公室开展了专项巡察。2025年1月17日反馈意见。\n"
END = "\n示例局办公室\n二〇二五年十一月五日\n"


def body(text: str) -> Result:
    return result(f"{TOP}一、整改进展情况\n{text}{END}")


def test_issues_without_a_label_of_their_own() -> None:
    got = body(
        "（一）聚焦责任落实方面\n"
        "1.关于“会议记录不全”问题的整改。一是补齐记录。二是组织学习，完成整改。\n"
        "2.关于“学习“走过场””的问题整改情况：该问题已完成整改。全员补课。\n"
        "（二）聚焦廉政风险方面\n1.关于采购程序不规范的问题。修订采购办法。"
    )
    assert [(i.issue.title, i.issue.serial) for i in got.inspection.issues] == [
        ("会议记录不全", None), ("学习“走过场”", None), ("采购程序不规范", None),
    ]  # fmt: skip
    assert [(text, state) for _, text, state in got.measures] == [
        ("补齐记录。", "in-progress"),
        ("组织学习，完成整改。", "in-progress"),
        ("该问题已完成整改。全员补课。", "complete"),
        ("修订采购办法。", "in-progress"),
    ]
    assert "RL653" in got.keys


def test_a_notice_without_headings() -> None:
    got = body("问题一：记录不全。\n整改情况：①补齐记录，已完成。②组织学习。\n问题二：学习不深。\n整改情况：开展轮训。")
    assert [h.text for h in got.inspection.inspection.headings] == ["记录不全。", "学习不深。"]
    assert got.keys.count("RL652") == 1
    assert [state for _, _, state in got.measures] == ["complete", "in-progress", "in-progress"]


def test_a_heading_that_is_the_issue() -> None:
    got = body(
        "（一）关于会议制度执行不到位的问题\n整改情况：\n1.补齐记录。\n2.组织学习。\n责任单位：示例局财务科\n整改时限：2025年6月底前"
    )
    issue = got.inspection.issues[0].issue
    assert (issue.owner, str(issue.due)) == ("finance", "2025-06-30")
    assert [text for _, text, _ in got.measures] == ["补齐记录。", "组织学习。"]


def test_a_single_item_notice() -> None:
    got = result(
        "关于环保督察整改完成情况的公示\n示例督察组于2024年5月10日至5月20日对我县开展督察，2024年6月1日反馈意见。\n"
        "反馈问题：沿河垃圾清运不及时\n整改目标：日产日清\n整改措施：（1）增加车辆。（2）建立巡查制度。\n"
        "责任领导：张某某\n整改完成情况：已完成整改。\n监督电话：000-1111111\n示例县住建局\n2024年12月1日\n"
    )
    issue = got.inspection.issues[0].issue
    assert got.inspection.inspection.source == "environmental"
    assert (issue.goal, issue.leader, len(issue.measures)) == ("日产日清", "lead", 2)
    assert (got.inspection.inspection.notice.contact or {}) != {}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("（1）按照《规划（2021-2035）》落实。（2）其他。", 2),
        ("（1）落实第（2）项要求。（2）其他。", 2),
        ("（1）移交（第二批）。（3）其他。", 1),
        ("第（1）项已落实。", 1),
        ("原因一是管理不严。", 1),
        ("一是建立制度。二是组织学习；三是督促检查。", 3),
    ],
)
def test_where_measures_are_cut(text: str, kept: int) -> None:
    assert len(body(f"问题1：记录不全。\n整改情况：{text}").measures) == kept


@pytest.mark.parametrize(
    ("text", "state", "key"),
    [
        ("记录不全，已完成。制度已印发。", "complete", "RL646"),
        ("记录不全，基本完成。制度已印发。", "partial", "RL646"),
        ("2025年3月3日修订制度，已完成。", "complete", None),
        ("制度已印发。记录不全，已完成。", "in-progress", "RL645.later"),
        ("修订制度，正在推进。", "in-progress", "RL646"),
        ("修订制度，暂缓。", "in-progress", "RL645"),
        ("记录不全，已销号。制度已印发。", "complete", "RL645.closed"),
        ("档案已移交示例县档案局。", "transferred", "RL646"),
        ("修订制度，计划2026年3月3日前完成。", "in-progress", "RL646.unstated"),
    ],
)
def test_states_are_those_of_the_first_sentence(text: str, state: str, key: str | None) -> None:
    got = body(f"问题1：记录不全。\n整改情况：{text}")
    assert [found for _, _, found in got.measures] == [state]
    assert key is None or key in got.keys
    assert [k for k in got.keys if k.startswith(("RL645", "RL646"))] == [] or key is not None


def test_a_private_name_is_not_taken() -> None:
    got = body("问题1：记录不全。\n整改情况：对清泉污水处理厂立案查处。")
    assert [text for _, text, _ in got.measures] == ["对某企业立案查处。"]
    assert got.at("RL649") == [(5, 7)]


def test_sections_that_have_no_place_are_named_line_by_line(tmp_path: Path) -> None:
    text = f"{TOP}一、整改进展情况\n问题1：记录不全。\n整改情况：修订制度。\n二、线索移送办理\n移送线索2件。{END}"
    write(tmp_path, {**base_files(), "old.txt": text})
    before = tree_of(base_files()).files()
    ran = take(tmp_path, "old.txt", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["created"], found["changed"]) == (1, [], [])
    assert [(d["code"], d["line"], d["column"]) for d in found["diagnostics"] if d["severity"] == "error"] == [
        ("RL644", 6, 1), ("RL644", 7, 1),
    ]  # fmt: skip
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.yaml")) == before
    ran = take(tmp_path, "old.txt", "--partial")
    assert ran.code == 1
    assert (tmp_path / "issues/old/old-01.yaml").is_file()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", {"notice.title", "notice.source", "notice.feedback", "notice.date", "notice.issuer", "notice.issues"}),
        (f"{TOP}一、整改进展情况\n{END}", {"notice.issues"}),
        (f"{TOP.replace('2025年1月17日', '近日')}问题1：记录不全。\n整改情况：修订。{END}", {"notice.feedback"}),
        (f"{TOP}问题1：记录不全。\n整改情况：修订。\n示例局办公室\n", {"notice.date"}),
    ],
)
def test_what_an_inspection_cannot_do_without(text: str, what: set[str]) -> None:
    got = taken(text.encode())
    assert got.files == {}
    assert {p.values["what"] for p in got.problems if p.code == "RL650"} == what


def test_an_issue_and_a_heading_without_words() -> None:
    got = taken(f"{TOP}一、整改进展情况\n（一）反馈问题：\n问题1：\n整改情况：修订制度。{END}".encode())
    assert [(p.values["what"], p.at[0]) for p in got.problems if p.code == "RL650"] == [
        ("notice.heading", 4), ("notice.problem", 5),
    ]  # fmt: skip
    assert list(got.files) == ["ledger/inspections/old.yaml"]


# The command


def test_what_it_prints_and_writes(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), "old.txt": NOTICE})
    dry = take(tmp_path, "old.txt", "--dry-run")
    assert dry.code == 0
    assert dry.out.startswith("--- /dev/null\n+++ b/ledger/inspections/old.yaml\n")
    assert not (tmp_path / "issues/old").exists()
    ran = take(tmp_path, "old.txt", "--format", "json")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert found["schema"] == "rectledger.import/1"
    assert found["created"] == [
        "ledger/inspections/old.yaml", "issues/old/old-01.yaml", "issues/old/old-02.yaml", "issues/old/old-03.yaml",
    ]  # fmt: skip
    assert found["changed"] == ["ledger/parties.yaml"]
    assert {d["file"] for d in found["diagnostics"] if d["code"].startswith("RL6")} == {"old.txt"}
    assert run_here(tmp_path, "lint", "--as-of", "2026-01-05").code == 0
    again = take(tmp_path, "old.txt")
    assert (again.code, again.out) == (2, "")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.wps", b"\xd0\xcf\x11\xe0"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1"),
        ("a.docm", b"PK"),
        ("a.pdf", b"%PDF"),
        ("a.zip", b"PK"),
        ("a.docx", b"PK\x03\x04garbage"),
        ("a.txt", b"\xff\xff\xff"),
        ("missing.txt", None),
    ],
)
def test_what_is_no_notice(tmp_path: Path, name: str, data: bytes | None) -> None:
    write(tmp_path, {**base_files(), **({name: data} if data is not None else {})})
    ran = take(tmp_path, name)
    assert (ran.code, ran.out) == (2, "")
    assert "→" in ran.err or name == "missing.txt"
    assert "soffice --headless --convert-to docx" in ran.err or not name.endswith((".doc", ".wps", ".pdf"))


@pytest.mark.parametrize("ident", ["a b", "a/b", "..", ""])
def test_an_id_that_names_no_file(tmp_path: Path, ident: str) -> None:
    write(tmp_path, {**base_files(), "old.txt": NOTICE})
    assert run_here(tmp_path, "import", "notice", "old.txt", "--inspection", ident).code == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-8"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_breaks(encoding: str, newline: str) -> None:
    got = result(NOTICE.replace("\n", newline).encode(encoding))
    assert got.taken.problems == result(NOTICE).taken.problems
    assert got.measures == result(NOTICE).measures


def test_a_guess_is_said(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), "old.txt": NOTICE.encode("gbk")})
    assert take(tmp_path, "old.txt").err.startswith("old.txt 不是 UTF-8，按 GBK 读取\n")


def test_our_own_notice_comes_back(tmp_path: Path) -> None:
    for to in ("md", "txt"):
        folder = tmp_path / to
        write(folder, base_files())
        text = run_here(folder, "render", "notice", "--to", to, "--as-of", "2025-11-05").out
        write(folder, {f"old.{to}": text})
        found: dict[str, Any] = json.loads(take(folder, f"old.{to}", "--format", "json").out)
        assert [d for d in found["diagnostics"] if d["code"] == "RL648"] == []
        again = run_here(folder, "render", "notice", "--to", to, "--inspection", NEW, "--as-of", "2025-11-05").out
        assert again == text


def test_as_a_process(tmp_path: Path) -> None:
    write(tmp_path, {**base_files(), "old.txt": NOTICE})
    ran = run("import", "notice", "old.txt", "--inspection", "old", "--as-of", "2026-01-05", folder=tmp_path)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "新建 ledger/inspections/old.yaml"
    assert "old.txt:14:1 警告 RL640 number-out-of-order" in ran.err
