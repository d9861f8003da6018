"""RL530."""

from rectledger.diagnostics import Severity
from rectledger.rules.registry import intake_rule


@intake_rule("RL530", Severity.ERROR, since="0.1")
def template_that_fails() -> None:
    """A template has something that cannot be rendered.

    模板里有生成不了的地方。

    ## Why it matters

    `rectledger template check FILE` finds all of it at once, each with its line or paragraph, so that nobody has to
    render again and again: names that nobody knows, braces that an input method made full-width, tags without an end,
    styles that the file does not have. What passes renders.

    ```jinja bad
    # {{ notice.isuer }}的通报
    #           ^^^^^ RL530

    {{ notice.preamble }}
    ```

    ```jinja good
    # {{ notice.issuer }}的通报

    {{ notice.preamble }}
    ```
    """
