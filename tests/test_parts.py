"""A ledger judged an inspection at a time is the ledger judged as a whole.

`RECTLEDGER_LEDGERS=5000 pytest tests/test_parts.py` tries that many.
"""

import os
import random
from datetime import date

import pytest
from msgspec.structs import replace

from rectledger.diagnostics import Problem
from rectledger.facts.assess import assess
from rectledger.facts.records import Facts
from rectledger.lint import judge, judge_part, judge_rest
from rectledger.load import load, outline
from rectledger.source.tree import MemoryTree

LEDGERS = int(os.environ.get("RECTLEDGER_LEDGERS", "40"))
DAY = date(2025, 11, 5)
SETTINGS = """schema: rectledger/1
unit: office
current: {current}
rules: {{RL302: off}}
ignores:
  - {{path: issues/a/**, rules: [RL414], reason: 旧}}
  - {{path: issues/b/**, rules: [RL101], reason: 旧}}
  - {{path: issues/nowhere/**, rules: [RL301], reason: 旧}}
"""
PARTIES = """- {id: office, name: 甲局, kind: unit}
- {id: plant, name: 甲厂, kind: company, public: 某厂}
- {id: mill, name: 乙厂, kind: company, public: 某厂}
- {id: office, name: 乙局, kind: unit}
- {id: gone, name: 张三, kind: person, active: {from: 2025-02-01, to: 2025-01-01}}
"""


def inspection(rng: random.Random, ident: str) -> str:
    return (
        f"id: {ident}\ntitle: 巡察\nsource: audit\nfeedback: 2025-01-1{rng.randint(0, 9)}\nheadings:\n"
        f"  - {{id: h1, text: 一}}\n  - {{id: h{rng.randint(1, 2)}, text: 二}}\n"
        f"clock: {{plan: {{due: feedback+15wd}}, report: {{due: clock.{rng.choice(['plan', 'none'])}}}}}\n"
        f"list: [{{serial: '1', text: 登记不全}}, {{serial: '{rng.randint(1, 9)}', text: 培训不足}}]\n"
        f"notice: {{date: 2025-0{rng.randint(2, 9)}-01, statistics: issues, basis: 共{rng.randint(1, 9)}个问题}}\n"
    )


def issue(rng: random.Random, ident: str) -> str:
    digest = rng.choice("ab") * 64
    waived = rng.choice(["RL101", "RL414", "RL301", "RL512", "RL999", "RL110"])
    events = "".join(
        f"      - {{date: 2025-0{rng.randint(1, 9)}-0{rng.randint(1, 9)}, event: {kind}, evidence: "
        f"[{{file: evidence/{rng.randint(1, 3)}, sha256: {digest}}}]}}\n"
        for kind in rng.sample(["progress, note: 进展", "completed, extent: full"], rng.randint(0, 2))
    )
    return (
        f"id: {ident}\nheading: h{rng.randint(1, 3)}\nserial: '{rng.randint(1, 4)}'\n"
        f"title: {rng.choice(['登记不全', '某厂超标', '甲厂超标', '共3个问题'])}\n"
        f"owner: {rng.choice(['office', 'plant', 'mill', 'who'])}\n"
        f"support: [{rng.choice(['plant', 'mill', 'gone'])}]\nmeasures:\n"
        f"  - id: m1\n    text: 今年整改{rng.choice(['', '[2024]3号'])}\n"
        f"    due: 2025-0{rng.randint(1, 9)}\n    events:\n{events}"
        f"  - {{id: m{rng.randint(1, 2)}, text: 某厂整改, due: clock.none}}\n"
        f"waivers:\n  - {{rule: {waived}, reason: 批准, approved_by: office}}\n"
        f"  - {{rule: RL414, reason: 批准, approved_by: office, until: 202{rng.choice('46')}-01-01}}\n"
    )


def ledger(seed: int) -> MemoryTree:
    """A small ledger with everything that can be wrong between inspections."""
    rng = random.Random(seed)
    files = {
        "ledger/ledger.yaml": SETTINGS.format(current=rng.choice(["a", "b", "z"])),
        "ledger/parties.yaml": PARTIES,
        "issues/odd.yaml": "a: b\n",
        "issues/a/deep/er.yaml": "a: b\n",
    }
    for name in rng.sample(["a", "a-b", "b", "c", "d"], rng.randint(1, 4)):
        files[f"ledger/inspections/{name}.yaml"] = inspection(rng, rng.choice([name, name, name, "a", "e"]))
    for folder in rng.sample(["a", "a-b", "b", "e", "x"], rng.randint(1, 5)):
        for n in range(rng.randint(1, 4)):
            ident = rng.choice([f"{folder}-{n}", f"{folder}-{n}", "same"])
            text = issue(rng, ident)
            files[f"issues/{folder}/{folder}-{n}.yaml"] = text if rng.random() < 0.9 else text.replace("id:", "idd:")
    return MemoryTree({file: text.encode() for file, text in files.items()})


def gist(problem: Problem) -> tuple[str, ...]:
    return problem.file, str(problem.at), problem.key, str(problem.values)


def seen(tree: MemoryTree, facts: Facts) -> Facts:
    """Facts with what stands at the paths of evidence: nothing."""
    return replace(facts, evidence=tree.evidence(["evidence/1", "evidence/2"]))


def in_parts(tree: MemoryTree) -> list[tuple[str, ...]]:
    outlined = outline(tree)
    whole = outlined.loaded.ledger
    assert whole
    found, parts = list(outlined.loaded.problems), []
    for inspection in outlined.folders:
        part = outlined.part(inspection)
        assert part.ledger
        parts.append(judge_part(seen(tree, assess(part.ledger, DAY))))
        found += part.problems
        found += [problem for problem in parts[-1].problems if problem.file in part.files]
    waiving = outlined.with_some(whole, [file for part in parts for file in part.waiving])
    rest = judge_rest(Facts(whole, DAY, ()), Facts(outlined.rest(whole), DAY, ()), Facts(waiving, DAY, ()), parts)
    return sorted(map(gist, [*found, *rest]))


@pytest.mark.parametrize("seed", range(LEDGERS))
def test_problems_are_the_same_in_parts_and_as_a_whole(seed: int) -> None:
    tree = ledger(seed)
    loaded = load(tree)
    assert loaded.ledger
    expected = [*loaded.problems, *judge(seen(tree, assess(loaded.ledger, DAY)))]
    assert in_parts(tree) == sorted(map(gist, expected))


@pytest.mark.parametrize("seed", range(LEDGERS))
def test_an_inspection_alone_is_judged_as_it_is_among_others(seed: int) -> None:
    tree = ledger(seed)
    loaded = load(tree)
    assert loaded.ledger
    among = {facts.inspection.id: facts for facts in assess(loaded.ledger, DAY).inspections}
    for inspection, facts in among.items():
        alone = outline(tree).about(inspection)
        assert alone.ledger
        assert assess(alone.ledger, DAY).inspections == (facts,)
        assert (alone.problems, alone.files) == (loaded.problems, loaded.files)
