"""Every rule, in the order of their codes. A new rule is a file here and a line in this list."""

from rectledger.rules.duplicate_key import duplicate_key
from rectledger.rules.overdue import overdue
from rectledger.rules.registry import Rule

RULES: tuple[Rule, ...] = (
    duplicate_key,  # RL004
    overdue,  # RL301
)

BY_CODE = {rule.code: rule for rule in RULES}
