"""Pipelines as forges run them: the shell steps of a job, with the forge's variables, in a clone."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True)
class Step:
    """A step that ran."""

    name: str
    code: int
    out: str


@dataclass(frozen=True)
class Forge:
    """What a forge knows when it runs a job: its expressions by their text, and the variables it sets."""

    expressions: Mapping[str, object]
    variables: Mapping[str, str]

    def filled(self, text: object) -> str:
        """A text with the values of the expressions in it; one that nobody has foreseen fails."""
        return _EXPRESSION.sub(lambda found: str(self.expressions[found[1]]), str(text))

    def holds(self, condition: object) -> bool:
        """Whether a condition holds: parts that are joined by `&&` or by `||`, with no parentheses."""
        if condition is None:
            return True
        parts = str(condition)
        joined = any if "||" in parts else all
        return joined(bool(self.expressions[part.strip()]) for part in re.split(r"&&|\|\|", parts))


def run_actions(text: str, job: str, forge: Forge, clone: Path) -> list[Step] | None:
    """The shell steps of a job of a workflow; None where the job is not for this event. What fails ends the job."""
    workflow: Any = yaml.load(text, Loader=yaml.BaseLoader)
    asked = workflow["jobs"][job]
    if not forge.holds(asked.get("if")):
        return None
    env = {**workflow["env"], **asked.get("env", {})}
    return list(_ran(asked["steps"], env, forge, clone))


def run_composite(text: str, forge: Forge, clone: Path) -> list[Step]:
    """The shell steps of a composite action."""
    return list(_ran(yaml.load(text, Loader=yaml.BaseLoader)["runs"]["steps"], {}, forge, clone))


def _ran(steps: list[Any], env: Mapping[str, str], forge: Forge, clone: Path) -> Iterator[Step]:
    failed = False
    for step in steps:
        condition = step.get("if")
        always = condition is not None and "always()" in condition
        if "run" not in step or (failed and not always) or not forge.holds(condition):
            continue
        values = {name: forge.filled(value) for name, value in {**env, **step.get("env", {})}.items()}
        done = shell(forge.filled(step["run"]), {**values, **forge.variables}, clone)
        failed = failed or done.returncode > 0
        yield Step(step["name"], done.returncode, done.stdout)


def run_gitlab(text: str, job: str, variables: Mapping[str, str], clone: Path) -> Step:
    """The script of a job, after what comes before every script."""
    pipeline: Any = yaml.load(text, Loader=yaml.BaseLoader)
    asked = pipeline[job]
    lines = [*asked.get("before_script", pipeline["default"]["before_script"]), *asked["script"]]
    done = shell("\n".join(lines), {**pipeline["variables"], **variables}, clone)
    return Step(job, done.returncode, done.stdout)


def shell(script: str, variables: Mapping[str, str], clone: Path) -> subprocess.CompletedProcess[str]:
    """A script as forges run it: bash that stops at the first failure; the program is the one under test."""
    kept = {name: os.environ[name] for name in ("TMPDIR", "SYSTEMROOT") if name in os.environ}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    home = clone.parent / "home"
    home.mkdir(exist_ok=True)
    env = {**kept, "PATH": path, "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", **variables}
    command = ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=clone, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
