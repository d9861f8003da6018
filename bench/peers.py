"""Other tools that check files of records, each on as many files as ours."""

import json
import subprocess
import sys
from pathlib import Path

from bench.measure import Figure

PACKAGES = ("yamllint>=1.37,<2", "check-jsonschema>=0.33,<1", "doorstop>=3,<4")
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "required": ["id", "heading", "title", "owner", "measures"],
    "properties": {"measures": {"type": "array", "items": {"type": "object", "required": ["id", "text"]}}},
}


def peers(root: Path, work: Path, floor: str) -> list[Figure]:
    """The peers, installed in an environment of their own below a work folder."""
    subprocess.run([sys.executable, "-m", "venv", work / "peers"], check=True)
    tools = work / "peers/bin"
    subprocess.run([tools / "pip", "install", "--quiet", *PACKAGES], check=True)
    (work / "issue.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (work / "yamllint.yaml").write_text("extends: relaxed\nrules: {line-length: disable}\n", encoding="utf-8")
    files = sorted(map(str, (root / "issues").rglob("*.yaml")))
    (work / "files").write_text("\0".join(files), encoding="utf-8")
    _doorstop(work / "doorstop", len(files))
    every = f"xargs -0 -a {work / 'files'}"
    return [
        Figure(
            "yamllint", [str(tools / "yamllint"), "-c", str(work / "yamllint.yaml"), str(root / "issues")], floor, 1
        ),
        Figure(
            "check-jsonschema",
            ["sh", "-c", f"{every} {tools / 'check-jsonschema'} --schemafile {work / 'issue.json'}"],
            floor,
            1,
        ),
        Figure("doorstop", [str(tools / "doorstop"), "--project", str(work / "doorstop"), "--no-reformat"], floor, 1),
    ]


def _doorstop(project: Path, count: int) -> None:
    """A doorstop document of as many items, in its own format."""
    folder = project / "req"
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", project], check=True)
    settings = "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: REQ\n  sep: ''\n"
    (folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for n in range(1, count + 1):
        item = f"active: true\nlevel: 1.{n}\nlinks: []\nnormative: true\nreviewed: null\ntext: |\n  问题 {n}\n"
        (folder / f"REQ{n:05}.yml").write_text(item, encoding="utf-8")
