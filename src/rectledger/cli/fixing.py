"""`lint --fix`: every file mended where that has one safe answer."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath

from rectledger.cli.console import err, out
from rectledger.cli.judging import is_wanted
from rectledger.cli.session import Session, shortened_list
from rectledger.cli.writing import Draft, commit, unified_diff, writing
from rectledger.errors import CannotRunError
from rectledger.load.fixes import fixed
from rectledger.load.kinds import kind_of
from rectledger.messages import say
from rectledger.source.store import Change

OTHER_SUFFIX = "RL026"


def fix(session: Session, wanted: Sequence[str], *, write: bool) -> bool:
    """Mend the files wanted, or show how; whether there is anything to mend."""
    with writing(session, dry_run=not write) as draft:
        for file in dict.fromkeys(problem.file for problem in draft.session.loaded.problems):
            if is_wanted(file, wanted):
                _mend(draft, file)
        if write:
            commit(draft)
    changed = [file for file, change in draft.changes.items() if change.before != change.after]
    if not write:
        out(unified_diff(draft.changes))
    elif changed:
        err(say("lint.fixed", session.language, {"count": len(changed), "files": shortened_list(changed)}))
    return bool(changed)


def _mend(draft: Draft, file: str) -> None:
    renamed = str(PurePosixPath(file).with_suffix(".yaml"))
    problems = [problem.code for problem in draft.session.loaded.problems if problem.file == file]
    kind = kind_of(renamed)
    if kind is None:
        return
    if problems == [OTHER_SUFFIX] and renamed not in draft.session.loaded.files:
        data = draft.session.tree.read(file)
        draft.changes.update({renamed: Change(None, data), file: Change(data, None)})
    if renamed in draft.changes or renamed == file:
        try:
            draft.edit(renamed, partial(fixed, kind, renamed))
        except CannotRunError:
            return  # lint says why it cannot be read
