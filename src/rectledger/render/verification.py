"""What somebody changed by hand in a document: as text, as JSON."""

from msgspec import Struct

from rectledger.changes.publication import Reading
from rectledger.messages import Language, say
from rectledger.render.machine import dumped
from rectledger.render.publication import sentences_data, sentences_text


class Verified(Struct, frozen=True):
    """A document beside what it was when it was made."""

    file: str
    document: str
    revision: str
    day: str
    reading: Reading


def verify_text(found: Verified, language: Language) -> str:
    """A line a sentence that differs; one that says so where there is none."""
    values = {"path": found.file, "revision": found.revision[:12], "day": found.day}
    lines = sentences_text(found.reading) or [say("verify.same", language, values)]
    return "\n".join(lines) + "\n"


def verify_json(found: Verified) -> str:
    """`rectledger.verify/1`."""
    values = {key: getattr(found, key) for key in ("file", "document", "revision", "day")}
    return dumped("verify", values | {"changes": sentences_data(found.reading)})
