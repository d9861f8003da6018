"""RL507."""

from collections.abc import Iterator

from rectledger.diagnostics import Problem, Route, Severity
from rectledger.facts.claims import CLAIMING, claim_of_text, claim_of_title
from rectledger.facts.records import Facts, IssueFacts
from rectledger.facts.state import CLOSING, State
from rectledger.messages import Term
from rectledger.rules.registry import rule


@rule("RL507", Severity.WARNING, since="0.1")
def text_ahead_of_the_state(facts: Facts) -> Iterator[Problem]:
    """A public text claims more than the events say.

    公开文字说得比台账记的多。

    ## Why it matters

    The text is written once, the state is computed: where the text says 已完成整改 and no event does, one
    of them is wrong, and the public reads the text. Only what is said of the whole is judged: a sentence that
    opens with the claim, a first sentence or a title that ends with it.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        public: 该项措施已完成，新制度开始执行。
        #       ^^^^^^^^^^^^^^^^ RL507
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
        text: 修订会议制度
        public: 该项措施已完成，新制度开始执行。
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: completed, extent: full, evidence: [{document: 示办发〔2025〕3号}]}
    ```
    """
    for file, route, text in facts.public_texts.holding(CLAIMING):
        if issue := facts.issue_in.get(file):
            claim = claim_of_title(text) if route[-1] == "title" else claim_of_text(text)
            state = _state(issue, route)
            if claim and not claim.is_met_by(state):
                yield issue.problem("RL507", route, claim=claim.words, state=Term(f"state.{state}"))


def _state(issue: IssueFacts, route: Route) -> State:
    """The state of what a text is about."""
    measure = issue.measure_at(route)
    return issue.state if measure is None or issue.state in CLOSING else measure.state
