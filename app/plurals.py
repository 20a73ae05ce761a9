"""English counts: 1 report, 2 reports."""

import re

# Words of some length: of "1 ms" the s is no plural's.
_ONE_OF_SEVERAL = re.compile(r"(?<![\d.,:/])1 ([a-z]{3,}[^s\W\d])s\b")


def with_singulars(text: str) -> str:
    """Return an English text with the noun behind a lone 1 in the singular.

    >>> with_singulars("1 reports, 21 passages, 1 figures")
    '1 report, 21 passages, 1 figure'
    """
    return _ONE_OF_SEVERAL.sub(r"1 \1", text)
