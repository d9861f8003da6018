"""The commands by name, and the options of what is run most, as data.

Imports nothing: a run pays for no more than it uses.
"""

from rectledger.cli.marks import Option, Parameter

COMMANDS = (
    *("status", "overdue", "due", "forecast", "show"),
    *("diff", "lint", "fmt", "explain", "render", "doctor"),
    *("template", "verify"),
    *("history", "slippage", "burnup"),
    *("init", "new", "record", "set", "export"),
    *("schema", "merge-driver", "evidence", "import", "cache"),
)
"""Each is a module of this package with a function `command`, or with several below it, `COMMANDS`."""

FOLDER = Option("-C", help="在 DIR 里运行 · run in DIR", metavar="DIR")
LANG = Option("--lang", help="信息用语 · language of messages", choices=("zh", "en"))
NO_CACHE = Option("--no-cache", help="不用缓存 · use no cache")
AS_OF = Option(
    "--as-of",
    help="按哪一天判断，默认今天 · the day that judges; default today",
    metavar="YYYY-MM-DD",
    env="RECTLEDGER_AS_OF",
)
AT = Option("--at", help="读取 git 某一版本的台账 · read the ledger from a git revision", metavar="REV")
FORMAT = Option("--format", help="输出格式 · output format", choices=("text", "json", "csv", "md"))
BY = Option("--by", help="按此分组计数 · count the measures by this", choices=("owner", "leader", "heading", "state"))

BEFORE = {"folder": Parameter(FOLDER), "lang": Parameter(LANG), "no_cache": Parameter(NO_CACHE, bool)}
"""What is said before a command."""
STATUS = {"as_of": Parameter(AS_OF), "at": Parameter(AT), "output": Parameter(FORMAT), "by": Parameter(BY)}
"""Those of `status`, as its function has them: what it prints again has to be found before that is imported."""


def module_of(command: str) -> str:
    """The module of a command."""
    name = command.replace("-", "_")
    return f"rectledger.cli.{name}{'_' if name == 'import' else ''}"
