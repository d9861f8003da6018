"""RL103."""

from collections.abc import Iterator, Mapping
from functools import cache

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.texts import references
from rectledger.model.ledger import PARTIES_FILE
from rectledger.model.party import Party
from rectledger.rules.registry import rule


@rule("RL103", Severity.ERROR, since="0.1")
def unknown_party(facts: Facts) -> Iterator[Problem]:
    """A party is named that is not in `parties.yaml`.

    引用了 parties.yaml 里没有的单位或人。

    ## Why it matters

    Whom to chase, and by which name the public knows them, stands in `parties.yaml`. A misspelt id
    is somebody whom nobody finds.

    ```yaml bad
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: offices
    #      ^^^^^^^ RL103
    measures:
      - id: rules
        text: 修订会议制度
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
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    if PARTIES_FILE in facts.ledger.unread:
        return
    known = facts.ledger.party
    near = cache(lambda party: _near(party, known))
    for file, route, party in references(facts.ledger, but=known):
        key = "RL103.near" if near(party) else "RL103"
        yield Problem(file, route, key, {"party": party, "near": near(party)})


def _near(words: str, known: Mapping[str, Party]) -> str:
    """The id that was meant: of the one party whose name it is, else the id most like it; empty where there is none."""
    from difflib import get_close_matches  # noqa: PLC0415  # most ledgers name no party that is not there

    named = [ident for ident, party in known.items() if party.name == words]
    return named[0] if len(named) == 1 else "".join(get_close_matches(words, known, n=1))
