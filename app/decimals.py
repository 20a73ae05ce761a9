"""Decimals as the answers write them."""

from decimal import Decimal

_SHORT, _HUNDREDS = 5, 3


def plain(value: Decimal) -> str:
    """Return a decimal without an exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_digits(value: Decimal, digits: int = 4) -> Decimal:
    """Return a decimal rounded to so many digits that count, to two places at most; never less exactly than to two places below 10, to one below 1000.

    What five digits tell exactly stays as it is.

    >>> in_digits(Decimal("3.53384")), in_digits(Decimal("25.9259")), in_digits(Decimal("25.9259"), 3), in_digits(Decimal("12345.6"))
    (Decimal('3.53'), Decimal('25.93'), Decimal('25.9'), Decimal('12346'))
    """
    if not value or len(plain(abs(value)).replace(".", "").strip("0")) <= _SHORT:
        return value
    before = value.adjusted() + 1
    least = 2 if before <= 1 else 1 if before <= _HUNDREDS else 0
    return value.quantize(Decimal(1).scaleb(-min(2, max(least, digits - before))))
