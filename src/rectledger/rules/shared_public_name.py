"""RL512."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from rectledger.diagnostics import Problem, Severity
from rectledger.facts.records import Facts
from rectledger.facts.texts import references
from rectledger.model.ledger import PARTIES_FILE, inspection_of
from rectledger.model.party import Party
from rectledger.rules.registry import Trace, tracing

_LETTERS = "甲乙丙丁戊己庚辛壬癸"


def _meetings(facts: Facts) -> Iterator[Trace]:
    """Of each inspection, what its published issues say of parties that share a name: their ids, names in several."""
    groups = _groups(facts.ledger.parties)
    if not groups:
        return
    files: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file, _, text in facts.public_texts.placed:
        for name in groups if file.startswith("issues/") else ():
            if name in text:
                files[inspection_of(file), name].add(file)
    yield (), tuple({name for (_, name), found in files.items() if len(found) > 1})
    sharing = {party.id for group in groups.values() for _, party in group}
    for ids in _referred(facts):
        yield tuple(ids & sharing), ()


@tracing("RL512", Severity.WARNING, since="0.1", trace=_meetings)
def shared_public_name(facts: Facts, traces: Iterable[Trace]) -> Iterator[Problem]:
    """Two parties of one inspection have the same public name.

    同一次巡察里，两个单位对外用同一个名称。

    ## Why it matters

    The name is to hide who it is, not how many there are: a reader takes two companies for one, and what
    one of them did for the other's. It counts where both are referred to, or where the name stands in the
    public texts of several issues.

    ```yaml bad
    # --- file: ledger/parties.yaml
    - {id: office, name: 办公室, kind: section}
    - {id: team, name: 巡察组, kind: authority}
    - {id: plant, name: 清泉污水处理厂, kind: company, public: 某企业}
    - {id: mill, name: 长风纸厂, kind: company, public: 某企业}
    #                                               ^^^ RL512
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 某企业异味扰民
    owner: plant
    support: [mill]
    measures:
      - id: rules
        text: 督促企业修订环保管理制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```

    ```yaml good
    # --- file: ledger/parties.yaml
    - {id: office, name: 办公室, kind: section}
    - {id: team, name: 巡察组, kind: authority}
    - {id: plant, name: 清泉污水处理厂, kind: company, public: 某企业甲}
    - {id: mill, name: 长风纸厂, kind: company, public: 某企业乙}
    # --- file: issues/demo/demo-01.yaml
    id: demo-01
    heading: h1
    title: 某企业甲异味扰民
    owner: plant
    support: [mill]
    measures:
      - id: rules
        text: 督促企业修订环保管理制度
        due: 2026-06-30
        events:
          - {date: 2025-10-20, event: progress, note: 初稿已成}
    ```
    """
    meetings = list(traces)
    referred = [set(ids) for ids, _ in meetings]
    in_several = {name for _, names in meetings for name in names}
    for name, sharing in _groups(facts.ledger.parties).items():
        everywhere = name in in_several
        for number, (position, party) in enumerate(sharing):
            earlier = [other for _, other in sharing[:number] if other.id != party.id]
            met = next((o for o in earlier if everywhere or any({o.id, party.id} <= ids for ids in referred)), None)
            if met:
                names = {"one": f"{name}{_LETTERS[0]}", "other": f"{name}{_letter(number)}"}
                yield Problem(PARTIES_FILE, (position, "public"), "RL512", {"name": name, "party": met.id, **names})


def _groups(parties: Sequence[Party]) -> dict[str, list[tuple[int, Party]]]:
    """The parties that share a public name, each with its place in the list."""
    groups: dict[str, list[tuple[int, Party]]] = defaultdict(list)
    for position, party in enumerate(parties):
        if party.public:
            groups[party.public].append((position, party))
    return {name: sharing for name, sharing in groups.items() if len(sharing) > 1}


def _referred(facts: Facts) -> Collection[set[str]]:
    """The parties that the published issues of each inspection refer to."""
    kept = {issue.file for issue in facts.issues if issue.published}
    referred: dict[str, set[str]] = defaultdict(set)
    for file, _, party in references(facts.ledger):
        if file in kept:
            referred[inspection_of(file)].add(party)
    return referred.values()


def _letter(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else str(number + 1)
