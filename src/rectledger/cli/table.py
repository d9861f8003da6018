"""The options of the commands that are run most, as data: Typer declares them from here, the lane reads by it.

Imports nothing: a run that the lane understands pays for no more than it uses.
"""


class Spec:
    """An option: its name in the command's function, how it is written, what it may be, and what the help says."""

    __slots__ = ("choices", "env", "flag", "help", "metavar", "name", "takes_value")

    def __init__(
        self,
        name: str,
        flag: str,
        words: str,
        *,
        metavar: str | None = None,
        env: str | None = None,
        choices: tuple[str, ...] = (),
        takes_value: bool = True,
    ) -> None:
        self.name = name
        self.flag = flag
        self.help = words
        self.metavar = metavar
        self.env = env
        self.choices = choices
        self.takes_value = takes_value


FOLDER = Spec("folder", "-C", "在 DIR 里运行 · run in DIR", metavar="DIR")
LANG = Spec("lang", "--lang", "信息用语 · language of messages", choices=("zh", "en"))
NO_CACHE = Spec("no_cache", "--no-cache", "不用缓存 · use no cache", takes_value=False)
AS_OF = Spec(
    "as_of",
    "--as-of",
    "按哪一天判断，默认今天 · the day that judges; default today",
    metavar="YYYY-MM-DD",
    env="RECTLEDGER_AS_OF",
)
AT = Spec("at", "--at", "读取 git 某一版本的台账 · read the ledger from a git revision", metavar="REV")
FORMAT = Spec("output", "--format", "输出格式 · output format", choices=("text", "json", "csv", "md"))
BY = Spec("by", "--by", "按此分组计数 · count the measures by this", choices=("owner", "leader", "heading", "state"))

LINT_FORMAT = Spec("output", "--format", FORMAT.help, choices=("text", "json", "sarif", "junit", "github", "gitlab"))
FAIL_ON = Spec(
    "fail_on",
    "--fail-on",
    "何时以 1 退出 · from what weight on to exit with 1",
    choices=("error", "warning", "info", "never"),
)
VERBOSE = Spec("verbose", "--verbose", "也列出不计的和关闭的 · list what does not count as well", takes_value=False)
BASE = Spec(
    "base",
    "--base",
    "再查相对 REV 的变更有没有做不得的事 · gate: also what a change since REV may not do",
    metavar="REV",
)
PATHS = "paths"
"""The words behind the options of `lint`."""

BEFORE = (FOLDER, LANG, NO_CACHE)
STATUS = (AS_OF, AT, FORMAT, BY)
LINT = (AS_OF, AT, LINT_FORMAT, FAIL_ON, VERBOSE, BASE)
"""Its other options are Typer's alone."""
