"""Names of WordprocessingML."""

from xml.etree.ElementTree import Element

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute of Word's own, in the usual namespace or the strict one."""
    if element is None:
        return None
    return element.get(_MAIN + name, element.get(_STRICT + name))


def child(element: Element | None, *names: str) -> Element | None:
    """What is found by going down these names; None where one is missing."""
    for name in names:
        element = next((e for e in element if local(e) == name), None) if element is not None else None
    return element


def value(element: Element | None, *names: str) -> str | None:
    """The value of what is found by going down these names."""
    return attribute(child(element, *names), "val")


def number(text: str | None, default: int = 0) -> int:
    """A small whole number; the default for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 6 else default
