"""What is said about documents other than the notice."""

from rectledger.messages.text import Text

TEXTS = {
    "cannot.no-issue": Text(
        "这种文书只讲一个问题，没有说是哪一个",
        "this document is about one issue, and none was named",
        "加上 --issue，例如 --issue 4",
        "add --issue, such as --issue 4",
    ),
    "cannot.omitted": Text(
        "{ref} 按规定不公开（publish.omit），不能生成公开文书",
        "{ref} is kept out of publication (publish.omit); no public document is made of it",
        "内部用：rectledger render closure --issue {ref}",
        "for use inside: rectledger render closure --issue {ref}",
    ),
    "cannot.no-letter": Text(
        "这个模板要用 letter，只有 rectledger render warning 才有",
        "this template needs a letter, which only rectledger render warning has",
    ),
    "cannot.other-inspection": Text(
        "{ref} 不是 {inspection} 的问题",
        "{ref} is no issue of {inspection}",
        "去掉 --inspection",
        "leave --inspection out",
    ),
    "cannot.no-letters": Text(
        "--level、--party、--record、--dry-run 只用于 rectledger render warning",
        "--level, --party, --record and --dry-run are for rectledger render warning",
    ),
    "cannot.nothing-dry": Text(
        "没有要记的，--dry-run 和 --record 一起用",
        "there is nothing to record; --dry-run goes with --record",
    ),
    "cannot.record-nowhere": Text(
        "要记入台账的预警函没有地方存",
        "letters that are recorded have to be kept",
        "用 -o 写明文件或目录，不用 --check",
        "name a file or a folder with -o, without --check",
    ),
    "cannot.record-elsewhere": Text(
        "旧版本里不能记事", "nothing can be recorded in another revision", "去掉 --at", "leave --at out"
    ),
    "cannot.no-party": Text(
        "没有“{party}”这个编号", "there is no party “{party}”", "编号见 parties.yaml", "parties.yaml has the ids"
    ),
    "cannot.several-letters": Text(
        "有几份预警函：{letters}",
        "there are several letters: {letters}",
        "用 -o 写明目录，或用 --level、--party 选一份",
        "name a folder with -o, or choose one by --level and --party",
    ),
    "cannot.letters-folder": Text(
        "几份预警函写不进一个文件 {path}：{letters}",
        "several letters do not go into one file, {path}: {letters}",
        "先建目录，用 -o 写明；或用 --level、--party 选一份",
        "make a folder and name it with -o, or choose one by --level and --party",
    ),
    "letters.none": Text("没有要发的预警函", "no letter is owed"),
    "letters.written": Text("{letter}　{count} 项　{path}", "{letter}  {count} measures  {path}"),
}
