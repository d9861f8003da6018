"""A small ledger in memory that has no findings on DAY, and what is found in it once a test has changed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from rectledger.diagnostics import START_OF_FILE, Diagnostic, Route, Span
from rectledger.facts.assess import assess
from rectledger.facts.evidence import proofs
from rectledger.facts.records import Facts
from rectledger.lint import Locate, diagnose, judge
from rectledger.load import Loaded, load
from rectledger.source.text import UnreadableError, decode
from rectledger.source.tree import MemoryTree, Tree
from rectledger.source.yaml import locate

DAY = date(2025, 11, 5)
SETTINGS = "ledger/ledger.yaml"
PARTIES = "ledger/parties.yaml"
INSPECTION = "ledger/inspections/demo.yaml"
ISSUE = "issues/demo/demo-01.yaml"

_BASE = {
    SETTINGS: """\
schema: rectledger/1
unit: office
current: demo
""",
    PARTIES: """\
- {id: office, name: 示例局办公室, kind: section}
- {id: finance, name: 示例局财务科, kind: section}
- {id: lead, name: 张某某, kind: person, role: 局长}
- {id: deputy, name: 李某某, kind: person, role: 副局长}
- {id: team, name: 示例巡察组, kind: authority}
- {id: receiver, name: 示例县住建局, kind: authority}
- id: plant
  name: 清泉污水处理厂
  also: [清泉厂]
  kind: company
  public: 某企业
""",
    INSPECTION: """\
id: demo
title: 专项巡察
source: party-inspection
authority: team
period: {from: 2024-08-22, to: 2024-09-29}
feedback: 2025-01-17
clock:
  plan: {due: feedback+15wd, done: 2025-02-08}
  concentrated: {due: feedback+3m, done: 2025-04-10}
headings:
  - {id: h1, text: 会议制度执行不到位}
notice:
  issuer: office
  date: 2025-11-05
  basis: 上级关于专项巡察工作的安排
  organisation: [收到反馈意见后，示例局立即部署整改。]
  next_steps: [继续推进尚未完成的整改。]
  contact: {phone: 000-0000000, mail: 示例路1号, email: office@example.org}
""",
    ISSUE: """\
id: demo-01
heading: h1
title: 会议记录不规范
leader: lead
owner: office
measures:
  - id: rules
    text: 修订会议制度
    due: 2026-06-30
    events:
      - {date: 2025-10-20, event: progress, note: 初稿已成}
""",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A diagnostic in the form that tests write down."""

    code: str
    file: str
    line: int
    column: int


def base_files() -> dict[str, str]:
    """The files of the small ledger."""
    return dict(_BASE)


def tree_of(files: Mapping[str, str | bytes]) -> MemoryTree:
    """Files as a tree; text is UTF-8."""
    return MemoryTree({path: data.encode() if isinstance(data, str) else data for path, data in files.items()})


def loaded(files: Mapping[str, str | bytes]) -> Loaded:
    """What files load as."""
    return load(tree_of(files))


def diagnostics(files: Mapping[str, str | bytes], day: date = DAY) -> list[Diagnostic]:
    """Everything found in files on a day."""
    return diagnostics_of(tree_of(files), day)


def diagnostics_of(tree: Tree, day: date = DAY) -> list[Diagnostic]:
    """Everything found in a tree on a day."""
    found = load(tree)
    facts = _seen(tree, assess(found.ledger, day)) if found.ledger else None
    return diagnose([*found.problems, *(judge(facts) if facts else ())], facts, places_in(tree))


def places_in(tree: Tree) -> Locate:
    """Finds places in a tree's files."""

    def places(file: str, routes: Sequence[Route]) -> Sequence[Span]:
        try:
            return locate(decode(tree.read(file)), routes)
        except (KeyError, UnreadableError):
            return [START_OF_FILE] * len(routes)

    return places


def _seen(tree: Tree, facts: Facts) -> Facts:
    """Facts with what stands at the paths of evidence files."""
    return replace(facts, evidence=tree.evidence({proof.file for proof in proofs(facts)}))


def found_in(tree: Tree, day: date = DAY) -> list[Found]:
    """Everything found in a tree on a day, in short."""
    return [Found(d.code, d.file, d.span.line, d.span.column) for d in diagnostics_of(tree, day)]
