"""What the READMEs show is what the program prints."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.program import REPOSITORY, run

READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize("name", READMES)
def test_the_lint_run_is_real(tmp_path: Path, name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    (record,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    command, shown = re.findall(r"```console\n\$ rectledger (.*?)\n(.*?)```", text, re.DOTALL)[0]
    for folder in ("ledger", "issues"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    (tmp_path / "issues/zx2024/zx2024-08.yaml").write_text(record, encoding="utf-8")
    ran = run(*shlex.split(command), "issues/zx2024/zx2024-08.yaml", folder=tmp_path)
    assert ran.out.startswith(shown)
    assert ran.code == 1


@pytest.mark.parametrize("name", READMES)
def test_there_are_exactly_two_commands_to_set_up(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert re.findall(r"```sh\n(.*?)\n```", text, re.DOTALL) == [
        "python3 .ci/venv.py rectledger status",
        "python3 .ci/venv.py pytest",
    ]
