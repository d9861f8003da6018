"""`rectledger schema`."""

from rectledger.cli.globals import Globals

FOLDER = "ledger/schema"


def command(said: Globals) -> None:
    """写出编辑器用的 JSON Schema · write the JSON Schema for editors.

    写到 ledger/schema/，列出有变化的文件。

    Into ledger/schema/; prints the files that changed.
    """
    from rectledger.cli.console import out
    from rectledger.cli.placing import current
    from rectledger.cli.session import open_session
    from rectledger.cli.writing import writing
    from rectledger.render.schema import schemas
    from rectledger.source.store import Change, write_all

    session = open_session(said)
    with writing(session, dry_run=False):
        wanted = {f"{FOLDER}/{name}": text.encode() for name, text in schemas(session.language).items()}
        changes = {file: Change(current(session.root / file), data) for file, data in wanted.items()}
        changed = {file: change for file, change in changes.items() if change.before != change.after}
        write_all(session.root, changed)
    out("".join(f"{file}\n" for file in changed))
