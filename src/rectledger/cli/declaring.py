"""Commands as Typer takes them: what their functions say of their parameters, said in its own words."""

import inspect
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Annotated, Any, get_args

import click
import typer
from typer.models import ArgumentInfo, OptionInfo

from rectledger.cli.marks import Argument, Option

PLAIN: Mapping[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False, "add_completion": False}


def command_of(module: ModuleType, name: str) -> click.Command:
    """The command that a module is about, or the group of those in its `COMMANDS`."""
    if not hasattr(module, "COMMANDS"):
        alone = typer.Typer(**PLAIN)
        alone.command(name, epilog=getattr(module, "EPILOG", None))(called(module.command))
        return typer.main.get_command(alone)
    group = typer.Typer(name=name, help=module.HELP, no_args_is_help=True, **PLAIN)
    group.callback()(lambda: None)  # keeps a single command below a name of its own
    for below, command in module.COMMANDS.items():
        group.command(below)(called(command))
    return typer.main.get_group(group)


def called(command: Callable[..., None]) -> Callable[..., None]:
    """A function that Typer reads its parameters from, and that calls a command's with what was said before it."""

    def call(context: typer.Context, **values: object) -> None:
        command(context.obj, **values)

    said, *own = inspect.signature(command).parameters.values()
    found = [said.replace(name="context", annotation=typer.Context), *map(_declared, own)]
    call.__signature__ = inspect.Signature(found)  # type: ignore[attr-defined]  # which Typer asks for
    call.__annotations__ = {each.name: each.annotation for each in found}
    call.__doc__ = command.__doc__
    return call


def _declared(parameter: inspect.Parameter) -> inspect.Parameter:
    bare, mark = get_args(parameter.annotation)
    return parameter.replace(annotation=Annotated[bare, declared(mark)])


def declared(mark: Option | Argument) -> OptionInfo | ArgumentInfo:
    """A mark as Typer takes it."""
    if isinstance(mark, Argument):
        return ArgumentInfo(default=..., metavar=mark.metavar, help=mark.help, show_default=False)
    return OptionInfo(
        default=mark.flags[0],  # where Typer looks for the first flag of an annotation
        param_decls=mark.flags[1:],
        help=mark.help,
        metavar=mark.metavar,
        envvar=mark.env,
        click_type=click.Choice(mark.choices) if mark.choices else None,
        min=mark.least,
        max=mark.most,
    )
