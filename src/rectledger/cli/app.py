"""The commands, put together, and the one place where exceptions end."""

import gc
import sys
import tempfile
import traceback
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import click
import typer

from rectledger import __version__
from rectledger.cli import (
    doctor,
    due,
    evidence,
    explain,
    export,
    fmt,
    forecast,
    import_,
    init,
    lint,
    merge_driver,
    new,
    overdue,
    record,
    render,
    schema,
    show,
    status,
)
from rectledger.cli import set as set_
from rectledger.cli.console import complain, set_up_streams
from rectledger.cli.options import Globals
from rectledger.errors import CannotRunError
from rectledger.messages import Language

BUG = 70
CANNOT_RUN = 2

app = typer.Typer(
    name="rectledger",
    help=(
        "整改台账：问题、措施、时限、销号、通报，都是 git 里的 YAML 文件。\n\n"
        "A rectification ledger over YAML files in git."
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    *(status, overdue, due, forecast, show),
    *(lint, fmt, explain, render, doctor),
    *(init, new, record, set_, export),
    *(schema, merge_driver),
)
for module in COMMANDS:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    app.command(name, epilog=getattr(module, "EPILOG", None))(module.command)
app.add_typer(evidence.app)
app.add_typer(import_.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rectledger {__version__}")
        raise typer.Exit


@app.callback()
def _before_every_command(
    context: typer.Context,
    folder: Annotated[Path, typer.Option("-C", metavar="DIR", help="在 DIR 里运行 · run in DIR")] = Path(),
    lang: Annotated[Language | None, typer.Option("--lang", help="信息用语 · language of messages")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="不用缓存 · use no cache")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="版本 · version")
    ] = False,
) -> None:
    context.obj = Globals(folder, lang, no_cache)


def main() -> None:
    """Run the command line and exit with its code; nothing leaves here as a traceback."""
    gc.disable()  # one short run: what is loaded is kept until the end, and looking for garbage costs a fifth of it
    set_up_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code."""
    language = _language_asked_for(arguments)
    try:
        return int(app(arguments, prog_name="rectledger", standalone_mode=False) or 0)
    except CannotRunError as error:
        complain(error, language)
        return CANNOT_RUN
    except click.exceptions.NoArgsIsHelpError as error:
        typer.echo(error.format_message())
        return CANNOT_RUN
    except click.ClickException as error:
        complain(CannotRunError("cannot.usage", reason=error.format_message()), language)
        return CANNOT_RUN
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:  # noqa: BLE001  # the boundary: a bug becomes a file to attach
        complain(CannotRunError("cannot.bug", file=_bug_report()), language)
        return BUG


def _language_asked_for(arguments: Sequence[str]) -> Language:
    """The language for errors that come before the options are parsed."""
    asked = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    return Language.EN if asked else Language.ZH


def _bug_report() -> str:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="rectledger-", suffix=".txt", delete=False) as file:
        file.write(f"rectledger {__version__}\nPython {sys.version}\n{traceback.format_exc()}")
    return file.name
