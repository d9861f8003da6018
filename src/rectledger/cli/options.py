"""Options that several commands share, worded once. Chinese first, English beside it."""

from typing import Annotated, TypeAlias

import click
import typer

from rectledger.cli.choices import By, Format
from rectledger.cli.table import AS_OF, AT, FORMAT, Spec


def declared(spec: Spec) -> typer.models.OptionInfo:
    """An option of the table as Typer takes it."""
    choice = click.Choice(spec.choices) if spec.choices else None
    option: typer.models.OptionInfo = typer.Option(
        spec.flag, metavar=spec.metavar, envvar=spec.env, help=spec.help, click_type=choice
    )
    return option


AsOf: TypeAlias = Annotated[str | None, declared(AS_OF)]
At: TypeAlias = Annotated[str | None, declared(AT)]


DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help="只显示会改什么 · show what would change, and write nothing")
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="有警告也写（有错误不写） · write in spite of warnings, never of errors")
]
Yes: TypeAlias = Annotated[bool, typer.Option("--yes", help="照此办理 · do it")]


Partial: TypeAlias = Annotated[
    bool,
    typer.Option("--partial", help="收得了的先收，仍以 1 退出 · write what could be taken, and still exit with 1"),
]


FORMAT_HELP = FORMAT.help
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help=FORMAT_HELP)]


ByOption: TypeAlias = Annotated[By | None, typer.Option("--by", help="按此分组 · group by this")]
