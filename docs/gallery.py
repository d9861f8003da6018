"""The gallery: every message as `rectledger lint` prints it, brought about by the examples of the rules."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from click import unstyle

from rectledger.cli import findings
from rectledger.cli.session import Session
from rectledger.messages import Language
from rectledger.render.text.lint import diagnostic_text
from rectledger.rules import BY_CODE
from rectledger.rules.registry import Rule
from tests.cells import DAY as CELLS_DAY
from tests.cells import sent_back
from tests.fences import SOURCES, Fence, example_of, examples_of, found_by, laid_out
from tests.program import run_here

MISSING = {
    "RL025": "permissions do not bind every user, so its example shows nothing to some",
    "RL501.rendered": "stands in a document: `rectledger render` prints it, not `lint`",
    "RL511.rendered": "stands in a document: `rectledger render` prints it, not `lint`",
}
"""Messages that the gallery cannot show, and why."""


def gallery() -> str:
    """The page."""
    head = (
        "# Gallery · 信息一览\n\n"
        "Every message that `rectledger lint` and `import` print, in Chinese and in English. The examples of the\n"
        "[rules](README.md) and the [further ones](../examples.md) bring them about. Made by `docs/generate.py`.\n"
    )
    left_out = "".join(f"- {key}: {reason}.\n" for key, reason in MISSING.items())
    return head + "".join(map(_section, BY_CODE.values())) + f"\n## Not shown · 未列\n\n{left_out}"


def _section(rule: Rule) -> str:
    blocks = [
        block for fence in examples_of(rule) if fence.bad and rule.code not in MISSING for block in _blocks(rule, fence)
    ]
    return f"\n## [{rule.code}]({rule.code}.md) {rule.name}\n" + "".join(blocks) if blocks else ""


def _blocks(rule: Rule, fence: Fence) -> Iterator[str]:
    """What an example makes of a rule's messages, in each language."""
    if fence.language in SOURCES or "base" in fence.attributes:
        yield from (_taken(rule, fence, language) for language in Language)
        return
    if fence.language == "cells":
        yield from _of_cells(rule, fence)
        return
    with tempfile.TemporaryDirectory() as folder:
        tree = laid_out(fence, Path(folder))
        for language in Language:
            yield _block(Session(Path(folder), tree, language, fence.day.isoformat()), rule.code)


def _of_cells(rule: Rule, fence: Fence) -> Iterator[str]:
    """The same of an example of a sheet, as `rectledger import sheet` says it."""
    with tempfile.TemporaryDirectory() as folder:
        sent_back(fence, Path(folder))
        for language in Language:
            ran = run_here(Path(folder), "--lang", language, "import", "sheet", "台账.xlsx", *CELLS_DAY, "--dry-run")
            said = [block for block in unstyle(ran.err).split("\n\n") if f" {rule.code} " in block]
            yield "\n```text\n" + "\n\n".join(block.strip("\n") for block in said) + "\n```\n"


def _block(session: Session, code: str) -> str:
    found = findings.all_of(session, [], [code], [])
    texts = [
        diagnostic_text(diagnostic, session.lines(diagnostic.file), session.language)
        for diagnostic in found
        if not diagnostic.waived
    ]
    return "\n```text\n" + unstyle("\n".join(texts)) + "```\n"


def _taken(rule: Rule, fence: Fence, language: Language) -> str:
    """The same of a document that is taken in, and of a change."""
    shown = example_of(fence).lines
    with tempfile.TemporaryDirectory() as folder:
        found = [d for d in found_by(fence, Path(folder)) if d.code == rule.code]
    texts = [diagnostic_text(d, shown.get(d.file, ()), language) for d in found]
    return "\n```text\n" + unstyle("\n".join(texts)) + "```\n"
