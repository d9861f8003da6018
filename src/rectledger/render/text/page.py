"""One rule's page as text."""

from rectledger.rules.registry import Rule


def page_text(rule: Rule) -> str:
    """A rule's page, as the documentation has it."""
    return f"# {rule.code} {rule.name}\n\n{rule.page}\n"
