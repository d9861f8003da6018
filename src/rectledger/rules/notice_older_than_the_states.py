"""RL514."""

from collections.abc import Iterator
from datetime import date

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts, InspectionFacts, IssueFacts, MeasureFacts
from rectledger.facts.state import CLOSING, State, closing_state, history
from rectledger.model.inspection import NoticeWords
from rectledger.rules.registry import rule


@rule("RL514", Severity.INFO, since="0.1", across=True)
def notice_older_than_the_states(facts: Facts) -> Iterator[Problem]:
    """The notice bears a day after which a state changed that it would print.

    通报写着的日期之后，要印出的状态又变了。

    ## Why it matters

    Whoever renders the notice again gets the states of today under the date of then. Render it with
    `--as-of` and its own date, or give it a new one.

    ```yaml bad
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    authority: team
    period: {from: 2024-08-22, to: 2024-09-29}
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
    notice:
      issuer: office
      statuses: all
      date: 2025-10-19
      #     ^^^^^^^^^^ RL514
      organisation: [收到反馈意见后立即部署整改。]
      next_steps: [继续推进尚未完成的整改。]
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 会议制度已经修订。
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    ```

    ```yaml good
    # --- file: ledger/inspections/demo.yaml
    id: demo
    title: 专项巡察
    source: party-inspection
    authority: team
    period: {from: 2024-08-22, to: 2024-09-29}
    feedback: 2025-01-17
    headings:
      - {id: h1, text: 会议制度执行不到位}
    notice:
      issuer: office
      statuses: all
      date: 2025-11-05
      organisation: [收到反馈意见后立即部署整改。]
      next_steps: [继续推进尚未完成的整改。]
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 会议制度已经修订。
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    ```
    """
    for inspection in facts.inspections:
        signed = inspection.inspection.notice.date
        changed = _changed(inspection, signed) if signed and signed < facts.day else []
        if signed and changed:
            shown = "、".join(changed[:5]) + ("……" if len(changed) > 5 else "")
            values = {"day": signed, "today": facts.day, "refs": shown}
            yield Problem(inspection.file, ("notice", "date"), "RL514", values)


def _changed(inspection: InspectionFacts, signed: date) -> list[str]:
    """What stood otherwise on the day of the notice, of all that it says the state of."""
    words, refs = inspection.inspection.notice, []
    for issue in filter(lambda issue: issue.published and _later_events(issue, signed), inspection.issues):
        if words.statistics != "none" and closing_state(issue.issue.events, signed) != _closing(issue):
            refs.append(issue.ref)
        refs += [m.ref for m in issue.measures if _is_printed(m, words) and _state_then(issue, m, signed) != m.state]
    return refs


def _later_events(issue: IssueFacts, signed: date) -> bool:
    return any(event.date > signed for _, event in issue.issue.all_events())


def _is_printed(measure: MeasureFacts, words: NoticeWords) -> bool:
    """Whether the notice says where a measure stands, by itself or within the statistics."""
    own = words.statuses == "all" or (words.statuses == "titled" and measure.measure.title is not None)
    return own or words.statistics != "none"


def _state_then(issue: IssueFacts, measure: MeasureFacts, signed: date) -> State:
    past = history(measure.measure.events, issue.issue.events, signed)
    return past[-1][1] if past else State.NOT_STARTED


def _closing(issue: IssueFacts) -> State | None:
    return issue.state if issue.state in CLOSING else None
