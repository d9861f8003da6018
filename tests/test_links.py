"""The pages of the repository lead to each other, and decisions are numbered once each."""

import re
from pathlib import Path

import pytest

from tests.program import REPOSITORY

PAGES = sorted(
    page.relative_to(REPOSITORY).as_posix()
    for folder in (".", "docs", "docs/adr", "docs/rules", "bench")
    for page in (REPOSITORY / folder).glob("*.md")
)


def linked(page: Path) -> list[str]:
    """What a page links to inside the repository, as written."""
    return re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_inside_the_repository_leads_somewhere(name: str) -> None:
    page = REPOSITORY / name
    assert [link for link in linked(page) if not (page.parent / link).exists()] == []


def test_every_decision_that_is_named_is_there() -> None:
    sources = [REPOSITORY / "pyproject.toml", *(REPOSITORY / "src").rglob("*.py")]
    named = {
        path for source in sources for path in re.findall(r"docs/adr/[\w.-]+\.md", source.read_text(encoding="utf-8"))
    }
    assert named
    assert [path for path in sorted(named) if not (REPOSITORY / path).exists()] == []


def test_decisions_are_numbered_from_one_without_a_gap() -> None:
    pages = sorted((REPOSITORY / "docs/adr").glob("*.md"))
    numbers = [page.name[:4] for page in pages]
    assert numbers == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert [page.read_text(encoding="utf-8")[:7] for page in pages] == [f"# {number} " for number in numbers]
