"""What is said about git and what it remembers."""

from rectledger.messages.text import Text

TEXTS = {
    "cannot.no-repository": Text(
        "{folder} 不在 git 仓库里，没有往事可查",
        "{folder} is in no git repository, so nothing is known of its past",
        "rectledger init 会建立仓库；之后每次提交都留下记录",
        "rectledger init makes one; from then on every commit is remembered",
    ),
    "cannot.no-commits": Text(
        "仓库还没有提交：{folder}",
        "the repository has no commits yet: {folder}",
        "先 git add 和 git commit",
        "git add and git commit first",
    ),
    "cannot.git-owner": Text(
        "git 不读 {folder}：目录属于别的用户",
        "git does not read {folder}: the folder belongs to another user",
        "若信得过这个目录：git config --global --add safe.directory {folder}",
        "if you trust it: git config --global --add safe.directory {folder}",
    ),
}
