"""The gallery shows every message, as users see it."""

import re
from pathlib import Path

import pytest

from docs.gallery import MISSING, gallery
from rectledger.messages import catalogue
from rectledger.rules import BY_CODE
from rectledger.rules.registry import Rule
from tests.cells import keys_in, sent_back
from tests.fences import FURTHER, Fence, examples_of, found_by


@pytest.mark.parametrize("rule", BY_CODE.values(), ids=lambda rule: rule.code)
def test_every_message_of_a_rule_is_brought_about(rule: Rule, tmp_path: Path) -> None:
    wanted = {key for key in catalogue() if key.partition(".")[0] == rule.code} - MISSING.keys()
    bad = [fence for fence in examples_of(rule) if fence.bad] if wanted else []
    found = {key for n, fence in enumerate(bad) for key in keys_of(fence, tmp_path / str(n))}
    assert {key for key in found if key.partition(".")[0] == rule.code} == wanted


def keys_of(fence: Fence, folder: Path) -> set[str]:
    """The keys of everything that is said about an example."""
    if fence.language == "cells":
        sent_back(fence, folder)
        return keys_in(folder)
    return {d.key for d in found_by(fence, folder)}


def test_what_is_missing_is_short_and_real() -> None:
    assert len(MISSING) <= 3
    assert MISSING.keys() <= catalogue().keys()


def test_every_further_example_belongs_to_a_rule() -> None:
    sections = re.findall(r"^## (.*)$", FURTHER.read_text(encoding="utf-8"), re.MULTILINE)
    assert sections == sorted(set(sections))
    assert set(sections) <= set(BY_CODE)


def test_a_message_is_shown_as_it_is_printed_in_both_languages() -> None:
    page = gallery()
    shown = """\
## [RL005](RL005.md) unknown-key

```text
issues/demo/demo-01.yaml:5:1 错误 RL005 unknown-key
  没有 leadr 这个键
  5 │ leadr: lead
    │ ^^^^^
  → 是否应为 leader？
```

```text
issues/demo/demo-01.yaml:5:1 error RL005 unknown-key
  there is no key leadr
  5 │ leadr: lead
    │ ^^^^^
  → did you mean leader?
```
"""
    assert shown in page
    assert "\x1b" not in page
    assert re.findall(r"^## \[(RL\d+)\]", page, re.MULTILINE) == [code for code in BY_CODE if code not in MISSING]
