"""Documents: every format by its name, every view only where it is asked for."""

from collections.abc import Iterator, Mapping

from rectledger.cli.render import To
from rectledger.render.document import FORMATS
from rectledger.render.markdown import render_markdown


class Asked(Mapping[str, object]):
    """Data that remembers what was looked up."""

    def __init__(self, **data: object) -> None:
        self.data = data
        self.seen: list[str] = []

    def __getitem__(self, name: str) -> object:
        self.seen.append(name)
        return self.data[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


def test_the_command_line_knows_every_format() -> None:
    assert [*To] == [*FORMATS]


def test_only_what_a_template_names_is_looked_up() -> None:
    data = Asked(a="甲", b="乙", c="丙")
    assert render_markdown("{{ a }}{% set c = 1 %}{{ c }}", "t", data) == "甲1\n"
    assert data.seen == ["a"]
