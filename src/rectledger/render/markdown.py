"""Templates to Markdown: data is escaped, whatever a template does with it; a broken template says where."""

import re
from collections.abc import Mapping

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from rectledger.render.escape import escaped
from rectledger.render.problems import bounded, printed, problems_of
from rectledger.render.sandbox import Rendered, Sandbox
from rectledger.render.work import MAX_CHARACTERS

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def render_markdown(template_source: str, name: str, context: Mapping[str, object]) -> str:
    """The document that a template makes of its data, of which only what it names is looked up. Raises TemplateProblem.

    Never more than one blank line in a row, and one line feed at the end.
    """
    with problems_of(name):
        text = "".join(bounded(Sandbox(finalize=_finalized).generated(template_source, context), MAX_CHARACTERS))
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


# with the context it is called for every value, while a template is rendered: only then is the line known
@pass_context
def _finalized(_context: Context, value: object) -> str:
    """What is printed for the value of an expression: texts escaped, numbers as they are, nothing else."""
    if isinstance(value, (Rendered, Undefined)):
        # an undefined value raises when it becomes a text
        return str(value)
    text = printed(value)
    return escaped(text) if isinstance(value, str) else text
