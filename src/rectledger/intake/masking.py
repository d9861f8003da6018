"""Private names in a source: where the ledger knows the name for the public, that one is taken."""

from rectledger.facts.privacy import PrivateNames
from rectledger.intake.passage import Passage, Report


def masked(text: str, names: PrivateNames) -> str:
    """A text with public names where private ones stand in their own spelling."""
    for leak in sorted(names.leaks(text), key=lambda leak: len(leak.name), reverse=True):
        text = text.replace(leak.name, leak.public)
    return text


def tell_masked(line: Passage, names: PrivateNames, report: Report) -> None:
    """Say which private names of a line are not taken as they stand."""
    for leak in names.leaks(line.value):
        place = line.text.find(leak.name)
        if place >= 0:
            report.tell("RL649", line.cut(place, place + len(leak.name)), name=leak.name, public=leak.public)
