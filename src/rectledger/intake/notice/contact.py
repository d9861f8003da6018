"""The contact block of a notice: telephone, mail and electronic mail."""

import re
from collections.abc import Iterable

from rectledger.intake.passage import Passage
from rectledger.views.clauses import CONTACT_NAMES

_LABELS = {
    "phone": f"{CONTACT_NAMES['phone']}|监督电话|举报电话|咨询电话|电话",
    "mail": f"{CONTACT_NAMES['mail']}|通讯地址|邮寄地址|联系地址|来信地址|地址|邮政编码|邮编",
    "email": f"{CONTACT_NAMES['email']}|电子邮箱|电子信箱|邮箱|E-?mail",
}
_LABEL = re.compile("|".join(f"(?P<{key}>{words})" for key, words in _LABELS.items()), re.IGNORECASE)
_PART = re.compile(
    rf"(?:(?<=^)|(?<=[；;。，,、\s\n]))(?P<label>{'|'.join(_LABELS.values())})\s*[:：]\s*", re.IGNORECASE
)
_POSTCODE = re.compile("邮政编码|邮编")
_LOOSE = "；;。，, \t\n\u3000"


def contact_of(lines: Iterable[Passage]) -> dict[str, str]:
    """The ways to turn to somebody; a postcode goes with the address."""
    known: dict[str, str] = {}
    for line in lines:
        places = list(_PART.finditer(line.text))
        for place, after in zip(places, [*places[1:], None], strict=False):
            end = after.start() if after else len(line.text)
            _keep(known, place["label"], line.cut(place.end(), end))
    return known


def _keep(known: dict[str, str], label: str, words: Passage) -> None:
    found = _LABEL.fullmatch(label)
    key = found.lastgroup if found else None
    value = words.value.strip(_LOOSE)
    if key is None or not value:
        return
    written = f"{label}：{value}" if _POSTCODE.fullmatch(label) else value
    if key not in known:
        known[key] = written
    elif key == "mail" or value not in known[key]:
        known[key] = f"{known[key]}；{written}"
