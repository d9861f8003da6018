"""RL3: dates against the day."""

from rectledger.messages.text import Text

TEXTS: dict[str, Text] = {
    "RL301": Text(
        "{ref} 已逾期 {days} 天（时限 {due}）",
        "{ref} is {days} days overdue (due {due})",
        "完成了就记录 completed；批准延期就记录 extended",
        "record what was completed, or an extension that was approved",
    ),
}
