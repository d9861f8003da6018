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
}
