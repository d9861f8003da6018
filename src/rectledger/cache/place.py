"""Where a ledger's cache lives: in the git directory, else in the user's cache folder. Files are whole.

Without contextlib, as all that a warm run imports: it brings half as much along as Python itself has at its start.
"""

import os
import stat
import sys

try:
    from _blake2 import blake2b
except ImportError:  # another Python; this one's hashlib brings OpenSSL along, a third of Python's own start
    from hashlib import blake2b

MAGIC = b"rectledger cache 2\n"
MAX_BYTES = 1 << 24
"""More than this is never written and never read."""
_DIGEST = 16
READ = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NONBLOCK"))
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_BINARY"))


def digest(*parts: bytes) -> bytes:
    """What stands for some bytes, kept apart."""
    hashed = blake2b(digest_size=_DIGEST)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def root_above(folder: str) -> str | None:
    """The nearest folder upward that holds a ledger, behind any link."""
    folder = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(folder, "ledger", "ledger.yaml")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return None
    return folder


def place_of(root: str) -> str:
    """The folder for the cache of the ledger at a root; it need not be there."""
    git = git_directory(root)
    base = git if git and os.access(git, os.W_OK) else _user_folder()
    return os.path.join(base, "rectledger", digest(os.fsencode(root)).hex())


def git_directory(root: str) -> str | None:
    """The git directory of the work tree that a root belongs to; of a linked work tree, its own."""
    folder = root
    while not os.path.lexists(found := os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return None
    if os.path.isdir(found):
        return found
    try:
        with open(found, "rb") as file:
            word, _, path = file.read(1 << 14).partition(b": ")
    except OSError:
        return None
    target = os.path.join(folder, os.fsdecode(path.strip()))
    return target if word == b"gitdir" and os.path.isdir(target) else None


def _user_folder() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")


def read(place: str, name: str) -> "list[bytes] | None":
    """The fields of a file; None where there is none that is whole, ours and of this format."""
    try:
        descriptor = os.open(os.path.join(place, name), READ)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        ours = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES or not ours:
            return None
        return unpacked(os.read(descriptor, status.st_size))
    except OSError:
        return None
    finally:
        os.close(descriptor)


def write(place: str, name: str, fields: list[bytes]) -> None:
    """Put a file in its place as a whole. Does nothing where that cannot be done."""
    data = packed(fields)
    if len(data) > MAX_BYTES:
        return
    staged = os.path.join(place, f"{name}.{os.getpid()}.new")
    try:
        os.makedirs(place, mode=0o700, exist_ok=True)
        if os.path.islink(place) or os.path.islink(os.path.dirname(place)):
            return
        with open(os.open(staged, _WRITE, 0o600), "wb") as file:
            file.write(data)
        os.replace(staged, os.path.join(place, name))
    except OSError:
        remove(staged)


def remove(path: str) -> None:
    """Remove a file of the cache, if it is there and can be removed."""
    try:  # noqa: SIM105
        os.unlink(path)
    except OSError:
        pass


def packed(fields: list[bytes]) -> bytes:
    """Fields as one piece with a digest in front."""
    body = b"".join(len(field).to_bytes(4, "big") + field for field in fields)
    return MAGIC + digest(body) + body


def unpacked(data: bytes) -> "list[bytes] | None":
    """The fields of a piece; None for anything else."""
    start = len(MAGIC) + _DIGEST
    body = data[start:]
    if data[:start] != MAGIC + digest(body):
        return None
    fields, position = [], 0
    while position < len(body):
        size = int.from_bytes(body[position : position + 4], "big")
        fields.append(body[position + 4 : position + 4 + size])
        position += 4 + size
    return fields
