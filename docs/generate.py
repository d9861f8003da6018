"""Writes the documents that are made from the program itself: rule pages, gallery, reference of the command line.

python -m docs.generate          write them
python -m docs.generate --check  exit 1 where one is out of date, missing, or nobody's
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import typer

from docs.gallery import gallery
from rectledger.cli.commands import app
from rectledger.rules import BY_CODE
from rectledger.rules.registry import Rule

DOCS = Path(__file__).resolve().parent
OWNED = ("rules",)
"""Folders in which every file is generated; a file in them that nothing generates is deleted."""
WIDTH = 80
AREAS = {
    "RL0": "Reading and shape · 读取与格式",
    "RL1": "Identity and references · 编号与引用",
    "RL2": "Dates that contradict each other · 相互矛盾的日期",
    "RL3": "Dates against the day · 日期与当天",
    "RL4": "Completion, closure, transfer, follow-up · 完成、销号、移交、回头看",
    "RL5": "Publication · 公开",
    "RL6": "Import · 导入",
    "RL7": "Changes between revisions · 版本之间的变化",
}


def documents() -> dict[str, str]:
    """Every generated document by its path below `docs/`. A new kind of document is a line here."""
    single = {"rules/README.md": rule_index(), "rules/gallery.md": gallery(), "cli.md": command_line()}
    return dict(rule_pages()) | single


def rule_pages() -> Iterator[tuple[str, str]]:
    """A page for each rule."""
    for rule in BY_CODE.values():
        about = f"*{rule.severity} · since {rule.since} · [all rules](README.md)*"
        yield f"rules/{rule.code}.md", f"# {rule.code} {rule.name}\n\n{about}\n\n{rule.page}\n"


def rule_index() -> str:
    """The rules as tables, one for each area."""
    head = "# Rules · 规则\n\nMade by `docs/generate.py`; `rectledger explain CODE` prints the same pages.\n"
    head += "What each prints is in the [gallery](gallery.md).\n"
    areas = {area: [rule for rule in BY_CODE.values() if rule.code.startswith(area)] for area in AREAS}
    return head + "".join(_table(AREAS[area], rules) for area, rules in areas.items() if rules)


def _table(title: str, rules: list[Rule]) -> str:
    rows = "".join(_row(rule) for rule in rules)
    return f"\n## {title}\n\n| code | name | severity | finds |\n|---|---|---|---|\n{rows}"


def _row(rule: Rule) -> str:
    finds = " ".join(rule.summary.values()).replace("|", "\\|")
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {finds} |\n"


def command_line() -> str:
    """The help of the program and of every command."""
    group = typer.main.get_command(app)
    context = click.Context(group, info_name=app.info.name, terminal_width=WIDTH, color=False, **group.context_settings)
    head = "# Command line · 命令行\n\nMade by `docs/generate.py` from what `--help` prints.\n"
    return head + "".join(_sections(context))


def _sections(context: click.Context) -> Iterator[str]:
    """The help of a command, then that of the commands below it."""
    yield _section(context)
    group = context.command if isinstance(context.command, click.Group) else None
    for name in group.list_commands(context) if group else ():
        command = group.get_command(context, name) if group else None
        if command and not command.hidden:
            yield from _sections(click.Context(command, context, info_name=name, terminal_width=WIDTH, color=False))


def _section(context: click.Context) -> str:
    lines = [line.rstrip() for line in context.get_help().strip().splitlines()]
    text = "\n".join(lines)
    return f"\n## {context.command_path}\n\n```text\n{text}\n```\n"


def differences(wanted: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the documents as they are: path to reason."""
    found = {}
    for path, text in wanted.items():
        place = DOCS / path
        if not place.is_file():
            found[path] = "missing"
        elif place.read_bytes() != text.encode():
            found[path] = "out of date"
    return found | dict.fromkeys(strays(wanted), "not generated any more")


def strays(wanted: Mapping[str, str]) -> list[str]:
    """Files in generated folders that nothing generates."""
    there = (path for folder in OWNED for path in sorted((DOCS / folder).rglob("*")) if path.is_file())
    return [name for path in there if (name := path.relative_to(DOCS).as_posix()) not in wanted]


def update(wanted: Mapping[str, str]) -> None:
    """Make the documents what they should be."""
    for path, text in wanted.items():
        place = DOCS / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    for path in strays(wanted):
        (DOCS / path).unlink()


def main(arguments: list[str]) -> int:
    """Write or check; the exit code."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    wanted = documents()
    found = differences(wanted)
    if not arguments:
        update(wanted)
    for path, reason in found.items():
        print(f"docs/{path}: {reason if arguments else 'written' if path in wanted else 'deleted'}")
    return 1 if arguments and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
