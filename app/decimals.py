"""Decimals as the answers write them."""

from decimal import Decimal

_DIGITS, _SHORT = 4, 5


def plain(value: Decimal) -> str:
    """Return a decimal without an exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_four_digits(value: Decimal, *, places: int = 0) -> Decimal:
    """Return a decimal rounded to four digits that count, to so many places behind the point at least; before the point none is dropped.

    One of five digits stays as it is.

    >>> in_four_digits(Decimal("3.53384")), in_four_digits(Decimal("25.9259")), in_four_digits(Decimal("12345.6"))
    (Decimal('3.534'), Decimal('25.93'), Decimal('12346'))
    """
    if value and len(plain(abs(value)).replace(".", "").strip("0")) <= _SHORT:
        return value
    needed = max(_DIGITS - value.adjusted() - 1, 0) if value else 0
    return value.quantize(Decimal(1).scaleb(-max(needed, places)))
