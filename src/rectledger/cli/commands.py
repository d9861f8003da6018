"""The commands, put together. Each is imported when it runs, all of them when somebody asks what there is."""

from importlib import import_module
from typing import Annotated

import click
import typer
from typer.core import TyperGroup

from rectledger import __version__
from rectledger.cli.declaring import command_of, declared
from rectledger.cli.globals import said_before
from rectledger.cli.table import COMMANDS, FOLDER, LANG, NO_CACHE, module_of
from rectledger.errors import CannotRunError

CANNOT_RUN = 2


class _Commands(TyperGroup):
    """The commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # Click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.add_command(command_of(import_module(module_of(cmd_name)), cmd_name), cmd_name)
        return super().get_command(ctx, cmd_name)


app = typer.Typer(
    name="rectledger",
    cls=_Commands,
    help=(
        "整改台账：问题、措施、时限、销号、通报，都是 git 里的 YAML 文件。\n\n"
        "A rectification ledger over YAML files in git."
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rectledger {__version__}")
        raise typer.Exit


@app.callback()
def _before_every_command(
    context: typer.Context,
    folder: Annotated[str, declared(FOLDER)] = ".",
    lang: Annotated[str | None, declared(LANG)] = None,
    no_cache: Annotated[bool, declared(NO_CACHE)] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="版本 · version")
    ] = False,
) -> None:
    context.obj = said_before(folder, lang, no_cache)


def run_command(arguments: list[str]) -> int:
    """Run a command line by Typer; its exit code. Raises CannotRunError for one that makes no sense."""
    try:
        return int(app(arguments, prog_name="rectledger", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        typer.echo(error.format_message())
        return CANNOT_RUN
    except click.ClickException as error:
        raise CannotRunError("cannot.usage", reason=error.format_message()) from None
    except click.Abort:
        raise KeyboardInterrupt from None
