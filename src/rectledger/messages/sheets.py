"""What is said about sheets that go out and come back."""

from rectledger.messages.text import Text

TEXTS = {
    "import.created": Text("新建 {file}", "created {file}"),
    "import.changed": Text("改了 {file}", "changed {file}"),
    "cannot.sheet-unstamped": Text(
        "{path} 不是本工具导出的可编辑表格",
        "{path} is no editable sheet that was exported here",
        "用 rectledger export xlsx 导出后再填",
        "fill in one that rectledger export xlsx has written",
    ),
}
