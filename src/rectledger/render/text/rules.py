"""The list of rules as text."""

from collections.abc import Iterable

from rectledger.messages import Language, word
from rectledger.render.colour import style
from rectledger.render.layout import padded
from rectledger.render.text.lint import COLOURS
from rectledger.rules.registry import Rule


def rules_text(rules: Iterable[Rule], language: Language) -> str:
    """A line a rule."""
    return "".join(f"{rule.code}  {_weight(rule, language)}{rule.name}\n" for rule in rules)


def _weight(rule: Rule, language: Language) -> str:
    return style(padded(word(f"severity.{rule.severity}", language), 8), fg=COLOURS[rule.severity])
