"""A value in another unit or scale of the same dimension: 3.2亿元 is 32000万元. Currencies are not converted: a rate belongs to a day."""

import re
from decimal import Decimal

from app.decimals import plain
from app.working.deriving import Derived
from app.written import written
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.units import MONEY, canonical_unit

_CHINESE = re.compile(r"^(?P<scale>万亿|千万|百万|十万|亿|万|千|百)?(?P<unit>.*)$")
_ENGLISH = re.compile(r"^(?P<scale>thousand|million|billion|trillion)?s?\s*(?:of )?(?P<unit>.*)$")
_SCALES = {
    "": 1, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# What English calls the units of reports in Chinese, and what their own are called otherwise.
_CALLED = {
    "yuan": "元", "rmb": "元", "renminbi": "元", "cny": "元", "ton": "吨", "tons": "吨", "tonne": "吨", "metric tons": "吨", "metric tonnes": "吨",
    "tonnes": "吨", "kg": "公斤", "kilograms": "公斤", "kilogram": "公斤", "hectares": "公顷", "hectare": "公顷", "mu": "亩", "km": "公里",
    "kilometres": "公里", "kilometers": "公里", "metres": "米", "meters": "米", "square kilometres": "平方公里", "square kilometers": "平方公里",
    "square metres": "平方米", "square meters": "平方米", "acres": "acres", "miles": "miles",
}  # fmt: skip
_CURRENCY = re.compile(r"[$£€¥]|\b(?:dollars?|pounds?|euros?|usd|gbp|eur|yen)\b")
_PLACES = Decimal("0.01")


def in_other_unit(figure: Figure, asked: str) -> Derived | None:
    """Return a value in the unit that is asked for (万元, billion yuan, 公顷), None if it is of another dimension.

    >>> from decimal import Decimal as D
    >>> in_other_unit(Figure(0, 6, "3.25亿元", D(325000000), "元"), "万元").formula
    '3.25亿元 = 32500万元'
    """
    scale, unit = _asked_for(asked, figure.unit)
    value = figure.value if unit == figure.unit else convert(figure.value, figure.unit, unit)
    if value is None or figure.value_to is not None:
        return None
    exact = value / _SCALES[scale]
    rounded = exact if len(plain(exact).partition(".")[2]) <= 4 else exact.quantize(_PLACES)
    said = _said(plain(rounded), scale, unit, asked)
    sign = "=" if rounded == exact else "≈"
    return Derived(rounded * _SCALES[scale], said, unit, figure.kind, f"{written(figure)} {sign} {said}")


def is_currency_apart(figure: Figure, asked: str) -> bool:
    """Tell whether money is asked for in another currency than it is told in."""
    money = figure.unit in MONEY or bool(_CURRENCY.search(figure.unit))
    return money and (_asked_for(asked, figure.unit)[1] in MONEY or bool(_CURRENCY.search(asked)))


def _asked_for(asked: str, own: str) -> tuple[str, str]:
    english = re.search("[a-z$£€]", asked) is not None
    match = (_ENGLISH if english else _CHINESE).match(asked)
    scale, unit = (match["scale"] or "", match["unit"].strip()) if match else ("", asked)
    if not unit:
        return scale, own
    if unit in {"$", "dollars", "dollar"} and own.endswith("$"):
        return scale, own
    return scale, _CALLED.get(unit, canonical_unit(unit))


def _said(number: str, scale: str, unit: str, asked: str) -> str:
    if not scale.isascii() or not asked.isascii():
        return f"{number}{scale}{unit}"
    if re.fullmatch(r"[A-Za-z]*[$£€]", unit):
        return f"{unit}{number} {scale}".strip()
    named = next((word for word in asked.split() if word in _CALLED), unit)
    return " ".join(word for word in (number, scale, named) if word)
