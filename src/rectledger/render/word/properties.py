"""What a document says of itself: title, template, inspection, revision and day, in properties that outlive editing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from msgspec import Struct

from rectledger.source.docx.names import local
from rectledger.source.docx.sameness import APPLICATION
from rectledger.source.package import open_package

PATH = "docProps/custom.xml"
PREFIX = "rectledger."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT = "application/vnd.openxmlformats-officedocument."
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{APPLICATION}</Application></Properties>"
)
_SPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


class Origin(Struct, frozen=True):
    """Where a document comes from."""

    document: str
    """The template's name."""
    inspection: str
    issue: str
    """The id of the one issue that it is about, or nothing."""
    internal: str
    """`true` where real names were printed, or nothing."""
    revision: str
    """The commit of the ledger, with `+` where the files differed from it; empty without git."""
    day: str
    """The day that judged, as YYYY-MM-DD."""


def stamp(document: Document, title: str, origin: Origin, day: date) -> None:
    """Write the properties, and nothing of whoever made the template."""
    core = document.core_properties
    clear(core)
    core.title = title
    core.created = core.modified = datetime.combine(day, time(), UTC)
    package = document.part.package
    for ident, relation in [*package.rels.items()]:
        if relation.reltype.endswith(("/custom-properties", "/extended-properties", "/thumbnail")):
            del package.rels[ident]
    application = Part(
        PackURI("/docProps/app.xml"), f"{_CONTENT}extended-properties+xml", _APPLICATION.encode(), package
    )
    package.relate_to(application, f"{_RELATION}extended-properties")
    values = {f"{PREFIX}{name}": str(getattr(origin, name)) for name in Origin.__struct_fields__}
    _relate(package, PATH, "custom-properties", _xml(values))


def _relate(package: Package, path: str, kind: str, xml: str) -> None:
    part = Part(PackURI(f"/{path}"), f"{_CONTENT}{kind}+xml", xml.encode(), package)
    package.relate_to(part, f"{_RELATION}{kind}")


def clear(core: CoreProperties) -> None:
    """Leave nothing of whoever made a document, nor of when."""
    core.title = core.author = core.last_modified_by = core.comments = core.subject = core.keywords = ""
    core.created = core.modified = _NEVER
    core.revision = 1


def _xml(values: Mapping[str, str]) -> str:
    inside = "".join(
        f"<property fmtid={quoteattr(_FORMAT)} pid={quoteattr(str(number))} name={quoteattr(name)}>"
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties {_SPACES}>{inside}</Properties>'


def origin_of(name: str, data: bytes) -> Origin | None:
    """Where a file says that it comes from; None where it does not. Raises CannotRunError for what is no document."""
    root = open_package(name, data, PATH).part(PATH)
    found = {
        prop.get("name", "").removeprefix(PREFIX): "".join(text for value in prop for text in value.itertext())
        for prop in (() if root is None else root)
        if local(prop) == "property" and prop.get("name", "").startswith(PREFIX)
    }
    names = Origin.__struct_fields__
    return Origin(**{field: found.get(field, "") for field in names}) if found.get("document") else None
