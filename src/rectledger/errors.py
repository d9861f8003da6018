"""What stops a command."""


class CannotRunError(Exception):
    """A command cannot run: exit code 2.

    `key` names a text of the catalogue, `values` fill it in.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        """Keep what is to be said; the words are chosen where it is printed."""
        super().__init__(key)
        self.key = key
        self.values = values


class Ended(Exception):  # noqa: N818  # no failure: what there is to say has been said
    """A command ends here, with an exit code that is no 0."""

    def __init__(self, code: int = 1) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code
