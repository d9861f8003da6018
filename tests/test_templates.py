"""Where templates are found, and what is none."""

import re
from pathlib import Path

import pytest

from rectledger.errors import CannotRunError
from rectledger.messages import Language, hint
from rectledger.source.templates import template_names, template_source
from rectledger.source.tree import WorkTree
from tests.program import write


def test_the_ledgers_own_template_comes_first(tmp_path: Path) -> None:
    built_in = template_source(WorkTree(tmp_path), "notice")
    write(tmp_path, {"templates/notice.md.j2": "甲", "templates/函.md.j2": b"\xef\xbb\xbf\xe4\xb9\x99"})
    assert (template_source(WorkTree(tmp_path), "notice"), template_source(WorkTree(tmp_path), "函")) == ("甲", "乙")
    assert built_in.startswith("{#")
    own = ["closure", "item-notice", "ledger", "notice", "plan", "report", "warning"]
    assert template_names(WorkTree(tmp_path)) == [*own, "函"]


@pytest.mark.parametrize("name", ["none", "../notice", "a/b", "", ".", "notice.md"])
def test_a_template_that_is_not_there(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"notice.md.j2": "甲"})
    with pytest.raises(CannotRunError) as caught:
        template_source(WorkTree(tmp_path), name)
    assert "notice" in hint("cannot.no-template", Language.ZH, caught.value.values)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a\x00", "中文".encode("gb18030")])
def test_a_template_that_is_no_text(data: bytes, tmp_path: Path) -> None:
    write(tmp_path, {"templates/notice.md.j2": data})
    with pytest.raises(CannotRunError, match=re.escape("cannot.template-file")):
        template_source(WorkTree(tmp_path), "notice")


def test_a_template_that_leads_out_of_the_ledger(tmp_path: Path) -> None:
    write(tmp_path, {"out.md": "secret", "in/templates/other.md.j2": ""})
    try:
        (tmp_path / "in" / "templates" / "notice.md.j2").symlink_to(tmp_path / "out.md")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(CannotRunError, match=re.escape("cannot.template-file")):
        template_source(WorkTree(tmp_path / "in"), "notice")
