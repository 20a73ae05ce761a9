"""The error base class that every package's errors derive from."""


class WenjuError(Exception):
    """Something the user can understand and mend; the message says what, which value, what to do.

    `chinese` says it to a reader of the page in Chinese, who has no command line; "" where the message has to do.
    """

    def __init__(self, message: str = "", *, chinese: str = "") -> None:
        super().__init__(message)
        self.chinese = chinese


class UnreadableFileError(WenjuError):
    """A file that cannot be read as a report."""
