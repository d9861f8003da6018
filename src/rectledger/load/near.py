"""The key or value of the format that a word was probably meant to be."""

from collections.abc import Sequence
from difflib import get_close_matches

_CHINESE = {
    "编号": "id",
    "反馈问题": "heading",
    "序号": "serial",
    "问题": "title",
    "标题": "title",
    "责任领导": "leader",
    "责任单位": "owner",
    "牵头单位": "owner",
    "配合单位": "support",
    "完成时限": "due",
    "整改时限": "due",
    "时限": "due",
    "整改目标": "goal",
    "完成标准": "standard",
    "原因分析": "cause",
    "举一反三": "also_checked",
    "整改措施": "measures",
    "措施": "text",
    "进展": "progress",
    "完成": "completed",
    "延期": "extended",
    "暂缓": "deferred",
    "移交": "transferred",
    "督办": "supervised",
    "预警": "warned",
    "申请销号": "closure-requested",
    "退回": "closure-rejected",
    "销号": "closed",
    "回头看": "followed-up",
    "重启": "reopened",
    "日期": "date",
    "事件": "event",
    "备注": "note",
    "佐证材料": "evidence",
}


def near(word: str, known: Sequence[str]) -> str | None:
    """The known key or value that a word was probably meant to be: a Chinese name of it, or a slip."""
    if _CHINESE.get(word) in known:
        return _CHINESE[word]
    close = get_close_matches(word.lower().replace("_", "-"), [k.replace("_", "-") for k in known], n=1)
    return next((k for k in known if close and k.replace("_", "-") == close[0]), None)
