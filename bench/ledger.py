"""Writes a ledger of any size, the same one for the same size: what a unit would have, comments and all.

`lint` finds nothing in it on the day of the benchmarks, or, where that is asked for, one thing in every issue.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FEEDBACK = date(2025, 1, 17)
DAY = date(2025, 11, 5)
PER_INSPECTION = 2000
SECTIONS = [f"s{n:02}" for n in range(1, 25)]
TOPICS = ("采购管理", "信访回复", "危险废物", "车辆使用", "项目验收", "值班制度", "网络安全", "预算执行")
FAULTS = (
    "登记不全，签字缺失",
    "未按期复核，记录补签",
    "职责交叉，衔接不上",
    "合同晚于施工，审批倒置",
    "数据前后不一，未作说明",
)
WORKS = (
    "修订制度并组织培训",
    "逐项核查，列出清单，对账销号",
    "请第三方复测，按结论处置",
    "约谈责任科室，按月通报",
    "补齐设施，验收后启用",
)
NEWS = ("方案报批", "设备到场，开始调试", "培训讲义编成", "现场复核，资料归档")


def write_ledger(root: Path, size: int, *, faulty: bool = False) -> None:
    """A ledger of so many issues below a new folder; a faulty one names an unknown party in each."""
    rng = random.Random(size)
    (root / "ledger/inspections").mkdir(parents=True)
    _write(root / "ledger/ledger.yaml", "schema: rectledger/1\nunit: unit\ncurrent: i001\n")
    _write(root / "ledger/parties.yaml", "".join(_parties()))
    for n in range((size - 1) // PER_INSPECTION + 1):
        inspection = f"i{n + 1:03}"
        _write(root / f"ledger/inspections/{inspection}.yaml", _inspection(inspection))
        (root / "issues" / inspection).mkdir(parents=True)
        for number in range(1, min(PER_INSPECTION, size - n * PER_INSPECTION) + 1):
            name = f"{inspection}-{number:05}"
            text = "\n".join(_issue(rng, name, number, "nobody" if faulty else "chief")) + "\n"
            _write(root / f"issues/{inspection}/{name}.yaml", text)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _parties() -> Iterator[str]:
    yield "- {id: unit, name: 示例单位党组, kind: unit}\n- {id: chief, name: 示例负责人, kind: person}\n"
    yield "- {id: other, name: 示例区住建部门, kind: authority}\n"
    for section in SECTIONS:
        yield f"- id: {section}\n  name: 业务{section}科\n  kind: section\n"


def _inspection(name: str) -> str:
    headings = "".join(f"  - {{id: h{n}, text: 第{n}方面存在差距}}\n" for n in range(1, 8))
    return (
        f"id: {name}\ntitle: 专项巡察\nsource: party-inspection\nfeedback: {FEEDBACK}\nclock:\n"
        f"  plan: {{due: feedback+15wd, done: 2025-02-10}}\n  concentrated: {{due: feedback+3m, done: 2025-04-17}}\n"
        f"headings:\n{headings}notice:\n  issuer: unit\n  date: {DAY}\n  statistics: issues\n"
    )


def _issue(rng: random.Random, name: str, number: int, leader: str) -> Iterator[str]:
    yield "# 整改办登记"
    yield f'id: {name}\nheading: h{rng.randint(1, 7)}\nserial: "{number}"'
    yield f"title: {rng.choice(TOPICS)}：{rng.choice(FAULTS)}"
    yield f"requirement: {rng.choice(('immediate', 'dated', 'phased'))}"
    yield f"leader: {leader}\nowner: {rng.choice(SECTIONS)}"
    yield f"cause: |\n  {rng.choice(FAULTS)}，日常检查流于形式。\ngoal: 同类问题不再发生\nmeasures:"
    for position in range(rng.randint(1, 4)):
        yield from _measure(rng, position)


def _measure(rng: random.Random, position: int) -> Iterator[str]:
    yield f"  - id: m{position + 1}\n    text: {rng.choice(WORKS)}；{rng.choice(WORKS)}。"
    yield f"    kind: correction\n    owner: {rng.choice(SECTIONS)}"
    done = rng.random() < 0.6
    first, due = (FEEDBACK, 40) if done else (DAY - timedelta(days=44), 350)
    yield f"    due: {FEEDBACK + timedelta(days=rng.randint(due, 500))}  # 经会议确定"
    yield f'    public: "{rng.choice(WORKS)}。"\n    events:'
    day = first + timedelta(days=rng.randint(1, 20))
    for _ in range(rng.randint(1, 3)):
        yield f"      - date: {day}\n        event: progress\n        note: {rng.choice(NEWS)}"
        day += timedelta(days=rng.randint(2, 7))
    if done:
        yield f"      - date: {day}\n        event: completed\n        extent: full"
        yield f"        evidence: [{{document: 示字〔{day.year}〕{rng.randint(1, 90)}号}}]"
