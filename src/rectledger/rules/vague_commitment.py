"""RL510."""

import re
from collections.abc import Iterator

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.sentences import clause_around
from rectledger.model.issue import Measure
from rectledger.rules.registry import rule

_VAGUE = re.compile(
    "进一步|不断(?:加强|提高|提升|强化|深化|完善|增强|巩固)|持续(?:加强|深化|强化|推进|巩固|提升|提高|改善)|高度重视|"
    "切实(?:加强|提高|增强|强化|履行|落实|抓好|做好)|大力(?:加强|推进)|认真(?:抓好|落实|贯彻)|狠抓落实|常抓不懈|加大力度"
)
_CHECKABLE = (
    "[0-9０-９《]|[一二两三四五六七八九十百]+(?:次|个|项|份|家|人|处|名|期|场|轮|类|批|年|天|日)|每[年月季周日半]|"
    "制度|办法|台账|方案|清单|机制|名单|报告|规程|细则|预案|流程|规定|文件|通知|通报|公示|档案|图纸|合同|协议|"
    "责任书|承诺书|记录|表|手册|专班|领导小组|平台|设施|设备|工程|项目|管网|培训班|召开|举办|印发|修订|制定|编制|签订|演练|立案|验收|移交|拆除|安装|改造"
)
"""What somebody can look at when the measure is said to be done."""


@rule("RL510", Severity.INFO, since="0.1")
def vague_commitment(facts: Facts) -> Iterator[Problem]:
    """A measure promises effort and names nothing that can be checked.

    措施只有表态，没有可以核对的内容。

    ## Why it matters

    进一步加强 can neither be finished nor be missed. A measure that names a rule, a list, a number or a
    date can be checked by whoever closes the issue.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 进一步加强会议管理，不断提高规范化水平
        #     ^^^^^^^^^^^^^^^^^^^ RL510
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 进一步加强会议管理，修订会议制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    for issue, measure in facts.published_measures:
        found = _VAGUE.search(measure.measure.public_text)
        if found and not issue.issue.standard and not _names_something(measure.measure):
            behind = clause_around(found.string, *found.span())[1]
            yield issue.problem("RL510", measure.words_route, words=found[0] + behind[:4])


def _names_something(measure: Measure) -> bool:
    words = f"{measure.title or ''}\n{measure.text}\n{measure.public_text}"
    return measure.quota is not None or bool(re.search(_CHECKABLE, words))
