"""Run a command of the project inside its virtual environment, making `.venv` first where it is missing or stale.

    python3 .ci/venv.py rectledger status     # what `pip install -e .` brings
    python3 .ci/venv.py pytest                # … and the `dev` extra: any command but rectledger
    python3 .ci/venv.py                       # only make it, with the `dev` extra

Needs Python 3.11 and nothing else. pip does the installing, so its configuration (index, proxy, certificates) holds.
Why it exists: docs/adr/0004-bootstrap.md.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "rectledger 需要 Python 3.11 或更高版本，当前是 {0}。\n"
        "rectledger needs Python 3.11 or newer, this is {0}.".format(sys.version.split()[0])
    )

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "rectledger-setup.json"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
SETUP_FAILED = 2
NOT_FOUND = 127
DEBIAN_PIP = "python3-pip-whl"


def main(command: Sequence[str]) -> int:
    """Make the environment ready and run the command in it. Returns the command's exit code."""
    with one_at_a_time():
        set_up("app" if command[:1] == ["rectledger"] else "dev")
    return run(command) if command else 0


# Setting up ---------------------------------------------------------------------------------------------------------


def set_up(extent: str) -> None:
    """Leave `.venv` as pyproject.toml asks. The stamp goes first and returns last: without it nothing is believed."""
    key = fingerprint()
    stamp = read_stamp()
    current = stamp.get("key") == key and PYTHON.exists()
    if current and stamp.get("extent") in (extent, "dev"):
        return
    say("正在准备 .venv，首次约需一分钟 / preparing .venv, about a minute the first time")
    STAMP.unlink(missing_ok=True)
    if not current:
        make_venv()
        bring_pip()
    must([PYTHON, "-m", "pip", "install", "--editable", "." if extent == "app" else ".[dev]"])
    fresh = STAMP.with_suffix(".tmp")
    fresh.write_text(json.dumps({"key": key, "extent": extent}), encoding="utf-8")
    fresh.replace(STAMP)


def fingerprint() -> str:
    """Changes with what is installed, with the Python it is installed for and with the place of the checkout."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [project["project"], project["build-system"], project["tool"]["hatch"]]
    facts = [asked, sys.version, sys.base_prefix, str(ROOT)]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def read_stamp() -> dict[str, str]:
    """What the last finished setup left, or nothing."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def make_venv() -> None:
    """An empty environment. What stands in its place is removed only where it is one too."""
    if VENV.exists() and any(VENV.iterdir()) and not (VENV / "pyvenv.cfg").exists():
        fail(f"{VENV} 不是虚拟环境，未作改动 / is no virtual environment and was left alone")
    interpreter = getattr(sys, "_base_executable", None) or sys.executable
    must([interpreter, "-I", "-m", "venv", "--clear", "--without-pip", VENV])


def bring_pip() -> None:
    """Put pip into the environment, by whatever this machine has for it."""
    ways: Sequence[Callable[[], str | None]] = (
        lambda: attempt([PYTHON, "-I", "-m", "ensurepip", "--default-pip"]),
        lambda: attempt([sys.executable, "-m", "pip", "--python", PYTHON, "install", "pip"]),
        pip_from_debian,
    )
    said = []
    for way in ways:
        problem = way()
        if problem is None:
            return
        said.append(problem)
    say("\n".join(said))
    fail("这里的 Python 没有 pip / this Python comes without pip: sudo apt install python3-venv")


def pip_from_debian() -> str | None:
    """Debian and Ubuntu keep ensurepip in a package of its own, but anybody may download a package without installing.

    The second try reads the package lists into a folder of its own, for machines whose lists are old or were deleted.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return "no apt-get"
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        (here / "lists" / "partial").mkdir(parents=True)
        (here / "cache" / "archives" / "partial").mkdir(parents=True)
        own = [f"-oDir::State::Lists={here}/lists", f"-oDir::Cache={here}/cache", "-oAPT::Sandbox::User=root"]
        problem = attempt(["apt-get", "download", DEBIAN_PIP], here)
        if problem:
            attempt(["apt-get", *own, "update"], here)
            problem = attempt(["apt-get", *own, "download", DEBIAN_PIP], here)
        for package in here.glob("*.deb"):
            problem = attempt(["dpkg-deb", "--extract", package, here / "package"])
        for wheel in (here / "package").rglob("pip-*.whl"):
            return attempt([PYTHON, wheel / "pip", "install", "--no-index", wheel])
        return problem or f"no pip in {DEBIAN_PIP}"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two commands started together set up one after the other. The system lets go of the lock if we die."""
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as lock:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# Running ------------------------------------------------------------------------------------------------------------


def run(command: Sequence[str]) -> int:
    """Become the command, with the environment's programs first on the path."""
    env = {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    env.pop("PYTHONHOME", None)
    program = shutil.which(command[0], path=env["PATH"])
    if program is None:
        say(f"没有这个命令 / no such command: {command[0]}")
        return NOT_FOUND
    if os.name != "nt":
        os.execve(program, [command[0], *command[1:]], env)
    return subprocess.run([program, *command[1:]], env=env, check=False).returncode


def attempt(command: Sequence[str | Path], folder: Path = ROOT) -> str | None:
    """Run a step of the setup in silence. None when it worked, else what it said."""
    ours = {"PYTHONHOME", "PYTHONPATH", "PYTHONWARNINGS", "PYTHONWARNDEFAULTENCODING", "PIP_TARGET", "PIP_PREFIX"}
    env = {name: value for name, value in os.environ.items() if name not in ours}
    env |= {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode(errors="replace") or f"exit {done.returncode}" if done.returncode else None


def must(command: Sequence[str | Path]) -> None:
    """Run a step of the setup that nothing works without."""
    said = attempt(command)
    if said is not None:
        say(said)
        fail("准备失败 / the setup failed: " + " ".join(map(str, command)))


def say(text: str) -> None:
    """Talk goes to stderr: stdout is the command's."""
    print(text, file=sys.stderr, flush=True)


def fail(text: str) -> NoReturn:
    """Stop before the command has started."""
    say(text)
    sys.exit(SETUP_FAILED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
