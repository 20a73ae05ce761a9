"""Write a figure otherwise: rounded, in another scale or unit, in Chinese numerals; or wrong: with a digit changed."""

import random
import re
from decimal import ROUND_HALF_UP, Decimal

from app.decimals import plain
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)(万亿|亿|万)?((?!.*(?:[多余几]|千伏))[^\d]*)")
SCALES = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)), ("", Decimal(1)))
_OTHER_UNITS = {"斤": "吨", "吨": "斤", "亩": "公顷", "公里": "米"}
_DIGITS, _PLACES = "零一二三四五六七八九", (("亿", 10**8), ("万", 10**4), ("", 1))
_CONFUSED = {"%": "个百分点", "百分点": "%"}


def digit_changed(text: str, chance: random.Random) -> str | None:
    """Return a written figure with one of its digits changed, None if it has none; the first digit never becomes zero."""
    places = [m.start() for m in re.finditer(r"\d", fold(text))]
    if not places:
        return None
    place = chance.choice(places)
    others = (
        [d for d in "123456789" if d != fold(text)[place]]
        if place == places[0]
        else [d for d in "0123456789" if d != fold(text)[place]]
    )
    return text[:place] + chance.choice(others) + text[place + 1 :]


def rounded(figure: Figure, chance: random.Random) -> str | None:
    """Return a figure rounded half up to one or two digits less, with 约; None if it has fewer than three."""
    match = _PLAIN.fullmatch(_close(figure.text))
    if match is None:
        return None
    number = Decimal(match[1])
    digits = len(number.normalize().as_tuple().digits)
    if digits < 3:
        return None
    exponent = number.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        return None
    dropped = 1 if digits == 3 else chance.choice((1, 2))
    step = Decimal(1).scaleb(exponent + dropped)
    value = (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return f"约{plain(value)}{match[2] or ''}{match[3]}" if value and value != number else None


def converted(figure: Figure) -> str | None:
    """Return a figure in another unit or scale, None if there is none in which it reads well."""
    match = _PLAIN.fullmatch(_close(figure.text))
    if match is None:
        return None
    unit, value = match[3], figure.value
    if not unit:
        return None
    if figure.unit in _OTHER_UNITS and unit == figure.unit:
        other = convert(value, unit, _OTHER_UNITS[unit])
        written = None if other is None else _scaled(other, _OTHER_UNITS[unit])
        if written:
            return written
    here = match[2] or ""
    scales = [(s, f) for s, f in SCALES if s != here and 1 <= value / f < Decimal(10**7)]
    return next((f"{plain(value / f)}{s}{unit}" for s, f in scales if len(plain(value / f)) <= 8), None)


def in_chinese(figure: Figure) -> str | None:
    """Return a figure in Chinese numerals, None for one that nobody would write so."""
    match = _PLAIN.fullmatch(_close(figure.text))
    if match is None or len(match[1]) > 6:
        return None
    number, unit = Decimal(match[1]), match[3]
    whole, _, fraction = plain(number).partition(".")
    spoken = _spoken(int(whole)) + (f"点{''.join(_DIGITS[int(d)] for d in fraction)}" if fraction else "")
    if unit == "%":
        return f"百分之{spoken}"
    if len(spoken) < 2 or (fraction and not match[2] and unit != "个百分点"):
        return None
    return f"{spoken}{match[2] or ''}{unit}"


def wrong_unit(figure: Figure) -> str | None:
    """Return a figure with a unit that people confuse (% and 百分点) or with a scale that changes its size (亿 for 万)."""
    text = fold(figure.text)
    if figure.unit in _CONFUSED and text.endswith(("%", "百分点")):
        return _NUMBER.search(text)[0] + _CONFUSED[figure.unit] if _NUMBER.search(text) else None  # type: ignore[index]
    match = _PLAIN.fullmatch(_close(text))
    if match is None or not match[2]:
        return None
    return f"{match[1]}{'亿' if match[2] == '万' else '万'}{match[3]}"


def _close(text: str) -> str:
    return re.sub(r"\s", "", fold(text))


def _scaled(value: Decimal, unit: str) -> str | None:
    scale, factor = next((s, f) for s, f in SCALES if value >= f or not s)
    number = plain(value / factor)
    return f"{number}{scale}{unit}" if len(number) <= 7 else None


def _spoken(value: int) -> str:
    """Return a whole number as it is spoken: 1206 → 一千二百零六, 12 → 十二."""
    if value == 0:
        return "零"
    out, rest, gap = "", value, False
    for scale, size in _PLACES:
        part, rest = divmod(rest, size)
        if part:
            out += ("零" if out and (gap or part < 1000) else "") + _below_ten_thousand(part) + scale
            gap = False
        elif out:
            gap = rest > 0
    return out.removeprefix("一") if out.startswith("一十") else out


def _below_ten_thousand(value: int) -> str:
    out, gap = "", False
    for scale, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + scale
            gap = False
        else:
            gap = bool(out)
    return out
