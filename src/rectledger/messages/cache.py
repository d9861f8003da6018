"""What `cache` says."""

from collections.abc import Mapping

from rectledger.messages.text import Text

TEXTS: Mapping[str, Text] = {
    "cache.there": Text("{place}\n{files} 个文件，{size} KiB", "{place}\n{files} files, {size} KiB"),
    "cache.empty": Text("{place}\n空的", "{place}\nempty"),
    "cache.cleared": Text("{place}\n已删去 {files} 个文件，{size} KiB", "{place}\n{files} files removed, {size} KiB"),
}
