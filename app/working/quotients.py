"""Derive how much there is for each: an amount by a number of things, of people, or of the days of a year."""

import re
from dataclasses import replace
from decimal import Decimal

from app.decimals import plain
from app.working.deriving import COUNTED, SCALES, SCALES_EN, Derived, is_english, is_ratio, write_english
from app.written import written
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

# The digits of a number that is told exactly.
_EXACT = 12
_LIGHT, _KILOGRAMS = 10, 1000
# Up to 100,000 a value is written out.
_WAN, _TEN_WAN = 10_000, 100_000


def average(amount: Figure, count: Figure) -> Derived | None:
    """Return how much of an amount there is for each of a count, rounded to two places in the scale of the amount."""
    if count.value <= 0 or amount.value <= 0 or is_ratio(amount) or is_ratio(count):
        return None
    if amount.unit == count.unit and amount.unit not in COUNTED:
        return None
    value = amount.value / count.value
    scale = next(factor for _, factor in SCALES if factor <= max(value, Decimal(1)))
    value = (value / scale).quantize(Decimal("0.01")) * scale
    word = next(word for word, factor in SCALES if factor == scale)
    english = is_english(amount)
    said = write_english(plain(value), "", amount.unit) if english else f"{plain(value / scale)}{word}{amount.unit}"
    return Derived(value, said, amount.unit, "level", f"{written(amount)} ÷ {written(count)} ≈ {said}")


def per(amount: Figure, count: Figure, *, scale: int = 1) -> Derived | None:
    """Return how much of an amount there is for each of a count, or for so many of it, in as many digits as the two tell."""
    if count.value <= 0 or amount.value <= 0 or any(is_ratio(f) or f.value_to is not None for f in (amount, count)):
        return None
    formula = f"{written(amount)} ÷ {written(count)}"
    if scale > 1:
        so_many = next(word for word, factor in (("万", 10_000), ("千", 1000), ("百", 100), ("十", 10)) if factor == scale)
        formula = f"{formula} × 1{so_many}"
    return _quotient(amount, amount.value * scale / count.value, formula, min(_digits(amount), _digits(count)))


def for_a_time(amount: Figure, times: int, unit: str) -> Derived | None:
    """Return how much of a year's amount there is in a day or a month of it, `times` of which it has."""
    if amount.value <= 0 or is_ratio(amount) or amount.value_to is not None:
        return None
    said = f"{times}{unit}" if not is_english(amount) else f"{times} {'days' if unit == '天' else 'months'}"
    return _quotient(amount, amount.value / times, f"{written(amount)} ÷ {said}", _digits(amount))


def for_years(amount: Figure, years: int) -> Derived | None:
    """Return how much of an amount of several years there is in one, in the mean."""
    if amount.value <= 0 or is_ratio(amount) or amount.value_to is not None or years < 1:
        return None
    said = f"{years} years" if is_english(amount) else f"{years}年"
    return _quotient(amount, amount.value / years, f"{written(amount)} ÷ {said}", _digits(amount))


def _quotient(amount: Figure, value: Decimal, formula: str, digits: int) -> Derived:
    """Return a quotient rounded to some digits, in yuan and the like up to a hundred thousand, beyond in the scale that fits."""
    if amount.unit == "吨" and value < _LIGHT:
        # 0.4吨 each is told in kilograms.
        value, amount = value * _KILOGRAMS, replace(amount, unit="公斤")
    scale = (
        next(factor for _, factor in SCALES if value >= factor and (factor != _WAN or value >= _TEN_WAN))
        if value >= 1
        else Decimal(1)
    )
    places = min(2, max(digits - (value / scale).adjusted() - 1, 0))
    rounded = (value / scale).quantize(Decimal(1).scaleb(-places))
    word = next(word for word, factor in SCALES if factor == scale)
    if is_english(amount):
        number, words = (rounded, word) if not word else (rounded * scale, "")
        said = write_english(plain(number), words, amount.unit)
    else:
        said = f"{plain(rounded)}{word}{amount.unit}"
    exact = rounded * scale == value
    return Derived(rounded * scale, said, amount.unit, "level", f"{formula} {'=' if exact else '≈'} {said}")


def _digits(figure: Figure) -> int:
    """Return how many digits a figure is told with, at least four; a number written without a scale is taken for exact."""
    text = fold(figure.text)
    if not any(word in text.lower() for word, _ in (*SCALES_EN, *SCALES) if word) and figure.value == figure.value.to_integral():
        return _EXACT
    written_digits = re.sub(r"\D", "", text).lstrip("0")
    return max(len(written_digits), 4)
