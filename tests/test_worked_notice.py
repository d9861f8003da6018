"""The notice of the worked ledger: the bytes, and every fact of the notice that it was taken from."""

from datetime import date

import pytest

from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.load import load
from rectledger.render.document import FORMATS
from rectledger.render.order import Order
from rectledger.source.templates import template_source
from rectledger.source.tree import WorkTree
from rectledger.views.notice import notice_view
from rectledger.views.subject import subject_of
from tests.program import REPOSITORY

DAY = date(2025, 11, 5)
GOLDEN = REPOSITORY / "tests" / "goldens" / "notice-2025-11-05.md"
FACTS = """
2024年8月22日至9月29日 2025年1月17日 2025年11月5日 2025年4月9日 2024年10月 2024年11月 2023年省生态环保督察 2024年起
2次 每年至少两次 每季度至少1次 24小时内 延期2次 13份 12345 2021-2035 VOCs
益编办发〔2024〕70号 第二批 益阳市生态环境局高新区分局问题清单 益阳市中心城区排水专项规划 生态环境行政处罚办法
案件内部审查表 住房城乡建设领域扬尘污染防治标志性战役实施方案 省委巡视工作领导小组 第九巡察组 市局
赫山区住建局 益阳高新区开发建设局 高新区产业发展局 赫山应急局 赫山生环分局 中共益阳市委机构编制委员会办公室
某企业 某公司 某街道 某污水处理厂 某遗留矿山 阶段性完成 已完成 移交 暂缓 批复 国控站 智能门禁 未验先投 三重一大 第一议题
0737-6100771 益阳市赫山区朝阳街道梓山西路155号 yyssthjjgxq@126.com 中共益阳市生态环境局高新区分局党组
"""


def worked() -> Facts:
    loaded = load(WorkTree(REPOSITORY))
    assert loaded.ledger
    return assess(loaded.ledger, DAY)


def rendered(to: str) -> str:
    order = Order(subject_of(worked(), "zx2024"), "notice", template_source(WorkTree(REPOSITORY), "notice"))
    return FORMATS[to].text(FORMATS[to].make(order))


def test_the_worked_notice_is_as_it_was(request: pytest.FixtureRequest) -> None:
    text = rendered("md")
    if request.config.getoption("--update-goldens", default=False):
        GOLDEN.write_bytes(text.encode())
    assert text == GOLDEN.read_bytes().decode()


@pytest.mark.parametrize("to", ["md", "txt"])
def test_the_worked_notice_holds_every_fact_and_no_private_name(to: str) -> None:
    text = rendered(to)
    assert [fact for fact in FACTS.split() if fact not in text] == []
    private = [name for party in worked().ledger.parties for name in party.private_names]
    assert private
    assert [name for name in private if name in text] == []
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert "\r" not in text


def test_the_worked_notice_counts_as_the_ledger_does() -> None:
    headings = notice_view(subject_of(worked(), "zx2024")).progress.headings
    assert [heading.label for heading in headings] == [f"（{n}）" for n in "一二三四五六七"]
    assert [len(issue.measures) for heading in headings for issue in heading.issues] == [4, 3, 1, 3, 2, 4, 2]


def test_same_ledger_and_day_same_bytes() -> None:
    assert rendered("md") == rendered("md")
