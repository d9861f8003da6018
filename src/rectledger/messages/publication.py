"""To be filled."""

from rectledger.messages.text import Text

TEXTS: dict[str, Text] = {}
