"""RL018."""

from rectledger.rules.registry import reading_rule


@reading_rule("RL018", since="0.1")
def exploding_aliases() -> None:
    """Aliases expand to more values than any record has.

    别名展开后值太多。

    ## Why it matters

    A few lines of aliases can stand for a billion values and eat all memory. A ledger needs none.

    ```yaml bad
    #RL018
    a: &a [x, x, x, x, x, x, x, x, x, x]
    b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
    d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
    e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
    g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
    ```

    ```yaml good
    id: demo-01
    heading: h1
    title: 会议记录不规范
    owner: office
    measures:
      - id: rules
        text: 修订会议制度
        due: 2026-06-30
    ```
    """
