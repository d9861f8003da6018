"""RL5: what may be published."""

from rectledger.messages.text import Text

TEXTS = {
    "RL501": Text(
        "公开文字里有不得公开的名称“{name}”",
        "a public text holds the private name “{name}”",
        "写成“{public}”",
        "write “{public}”",
    ),
    "RL501.rendered": Text(
        "生成的文字里有不得公开的名称“{name}”：{sentence}",
        "the rendered text holds the private name “{name}”: {sentence}",
        "写成“{public}”",
        "write “{public}”",
    ),
}
