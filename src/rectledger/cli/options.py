"""Options that several commands share, worded once. Chinese first, English beside it."""

from typing import Annotated, TypeAlias

from rectledger.cli.choices import By, Format
from rectledger.cli.marks import Option
from rectledger.cli.table import AS_OF, AT, FORMAT

AsOf: TypeAlias = Annotated[str | None, AS_OF]
At: TypeAlias = Annotated[str | None, AT]


DryRun: TypeAlias = Annotated[
    bool, Option("--dry-run", help="只显示会改什么 · show what would change, and write nothing")
]
Force: TypeAlias = Annotated[
    bool, Option("--force", help="有警告也写（有错误不写） · write in spite of warnings, never of errors")
]
Yes: TypeAlias = Annotated[bool, Option("--yes", help="照此办理 · do it")]


Partial: TypeAlias = Annotated[
    bool, Option("--partial", help="收得了的先收，仍以 1 退出 · write what could be taken, and still exit with 1")
]


FORMAT_HELP = FORMAT.help
FormatOption: TypeAlias = Annotated[Format, Option("--format", help=FORMAT_HELP)]


ByOption: TypeAlias = Annotated[By | None, Option("--by", help="按此分组 · group by this")]
