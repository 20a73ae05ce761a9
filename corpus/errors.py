"""The error base class that every package's errors derive from."""


class WenjuError(Exception):
    """Something the user can understand and mend; the message says what, which value, what to do."""


class UnreadableFileError(WenjuError):
    """A file that cannot be read as a report."""
