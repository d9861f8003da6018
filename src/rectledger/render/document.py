"""Documents by name and format."""

from collections.abc import Callable, Mapping

from rectledger.facts.records import Facts
from rectledger.model.words import day_words
from rectledger.render.markdown import render_markdown
from rectledger.render.plain import plain
from rectledger.views.notice import notice_view
from rectledger.views.subject import subject_of


def _markdown(text: str) -> str:
    return text


FORMATS: Mapping[str, Callable[[str], str]] = {"md": _markdown, "txt": plain}
"""What becomes of the Markdown for each format."""


def document(facts: Facts, inspection_id: str, name: str, to: str, template_source: str) -> str:
    """The text of a document. Raises TemplateProblem, and CannotRunError for an inspection that is not there."""
    return FORMATS[to](render_markdown(template_source, f"{name}.md.j2", template_context(facts, inspection_id)))


def template_context(facts: Facts, inspection_id: str) -> Mapping[str, object]:
    """What every template may use: `notice`, and `day`, the day that judges."""
    return {"notice": notice_view(subject_of(facts, inspection_id)), "day": day_words(facts.day)}
