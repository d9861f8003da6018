"""The one exception that stops a command."""


class CannotRunError(Exception):
    """A command cannot run: exit code 2.

    `key` names a text of the catalogue, `values` fill it in.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        """Keep what is to be said; the words are chosen where it is printed."""
        super().__init__(key)
        self.key = key
        self.values = values
