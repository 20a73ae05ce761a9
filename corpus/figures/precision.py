"""How exactly a quantity is written: the worth of its last digit, and what rounds to it."""

import re
from decimal import Decimal
from functools import lru_cache

from corpus.figures.numerals import fold


# A claimed quantity is held against hundreds, and those against all quantities of its sentence.
@lru_cache(maxsize=8_192)
def last_digit(text: str, value: Decimal) -> Decimal | None:
    """Return the worth of the last digit of a quantity as written, None where it has no Arabic digits or is zero.

    >>> last_digit("1.39万亿", Decimal("1390000000000"))
    Decimal('1.00E+10')
    """
    match = re.search(r"\d[\d,，]*(?:\.(\d+))?", fold(text))
    number = Decimal(re.sub("[,，]", "", match[0])) if match else Decimal(0)
    if match is None or number == 0:
        return None
    return abs(value) / number * Decimal(10) ** -len(match[1] or "")
