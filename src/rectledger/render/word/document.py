"""A document as a Word file: from the repository's own Word template, else from the words of the Markdown one."""

from rectledger.model.settings import Documents
from rectledger.render.order import Data, Order
from rectledger.render.word.blocks import blocks_of
from rectledger.render.word.filling import filled
from rectledger.render.word.fonts import PROFILES
from rectledger.render.word.packing import packed
from rectledger.render.word.placing import mark, place, title_of
from rectledger.render.word.properties import Origin, stamp
from rectledger.render.word.template import built
from rectledger.source.docx.harm import refuse_harm
from rectledger.source.templates import SUFFIX, WORD, template_path
from rectledger.views.papers import LANDSCAPE


def word_template(words: str, name: str, documents: Documents) -> bytes:
    """A Word template with the words of a Markdown template. Raises TemplateProblem."""
    blocks = blocks_of(words, f"{name}.md.j2")
    return built(blocks, PROFILES[documents.fonts], bold=documents.bold, landscape=name in LANDSCAPE)


def word_document(order: Order) -> bytes:
    """The bytes of a filled-in Word template. Raises TemplateProblem, and CannotRunError for a harmful one."""
    subject, dress = order.subject, order.dress
    document = filled(template_of(order), template_name(order), Data(subject))
    place(document)
    if order.mark:
        mark(document, order.mark)
    day = dress.made or subject.inspection.inspection.notice.date or subject.facts.day
    stamp(document, title_of(document) or order.name, _origin(order), day)
    return packed(document)


def template_of(order: Order) -> bytes:
    """The Word template: the ledger's own, which must be harmless, else one made from the words."""
    if order.dress.layout is None:
        return word_template(order.words, order.name, order.subject.facts.ledger.settings.documents)
    refuse_harm(template_path(order.name, WORD), order.dress.layout)
    return order.dress.layout


def template_name(order: Order) -> str:
    """What the template is called where something is wrong with it."""
    return f"{order.name}{SUFFIX if order.dress.layout is None else WORD}"


def _origin(order: Order) -> Origin:
    subject = order.subject
    issue = subject.issue.issue.id if subject.issue else ""
    day = subject.facts.day.isoformat()
    internal = "true" if subject.internal else ""
    return Origin(order.name, subject.inspection.inspection.id, issue, internal, order.dress.revision, day)
