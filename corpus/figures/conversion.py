"""Units of one dimension brought to one unit, so that 1.39万亿斤 and 6.95亿吨 are found to be the same quantity.

Factors of the metric units after GB 3100-3102; 市制 units (斤, 担, 亩, 市尺, 市里) after the State Council's order of 1984 on legal units, exact
by definition (1 市斤 = 500 g, 15 亩 = 1 公顷). Currencies are not converted: a rate belongs to a day.
"""

from decimal import Decimal
from functools import lru_cache

_D = Decimal
_DIMENSIONS: tuple[dict[str, Decimal], ...] = (
    {
        "微克": _D("0.000001"), "毫克": _D("0.001"), "克": _D(1), "斤": _D(500), "市斤": _D(500), "公斤": _D(1000), "千克": _D(1000),
        "kg": _D(1000), "kilograms": _D(1000), "tonnes": _D(1_000_000), "担": _D(50_000), "公担": _D(100_000), "吨": _D(1_000_000),
    },
    {
        "纳米": _D("0.000000001"), "微米": _D("0.000001"), "毫米": _D("0.001"), "厘米": _D("0.01"), "米": _D(1), "公里": _D(1000),
        "千米": _D(1000), "km": _D(1000), "kilometres": _D(1000), "kilometers": _D(1000), "metres": _D(1), "meters": _D(1),
        "海里": _D(1852), "miles": _D("1609.344"), "英里": _D("1609.344"), "feet": _D("0.3048"), "英尺": _D("0.3048"),
        "公尺": _D(1), "公分": _D("0.01"), "公厘": _D("0.001"), "市尺": _D(1) / _D(3), "市里": _D(500), "华里": _D(500), "英寸": _D("0.0254"),
    },
    {
        "平方厘米": _D("0.0001"), "平方米": _D(1), "亩": _D(10_000) / _D(15), "公顷": _D(10_000), "平方公里": _D(1_000_000),
        "平方千米": _D(1_000_000), "square metres": _D(1), "hectares": _D(10_000), "acres": _D("4046.8564224"),
        "英亩": _D("4046.8564224"), "平方公尺": _D(1), "市亩": _D(10_000) / _D(15),
        "square miles": _D("2589988.110336"), "平方英里": _D("2589988.110336"), "square feet": _D("0.09290304"),
        "square kilometres": _D(1_000_000), "square kilometers": _D(1_000_000),
    },
    {"毫升": _D("0.001"), "升": _D(1), "千升": _D(1000), "立方米": _D(1000), "立方": _D(1000), "立方公尺": _D(1000), "litres": _D(1), "cubic metres": _D(1000)},
    {
        "度": _D(1), "度电": _D(1), "千瓦时": _D(1), "千瓦小时": _D(1), "兆瓦时": _D(1000), "吉瓦时": _D(1_000_000),
        "kwh": _D(1), "mwh": _D(1000), "gwh": _D(1_000_000),
    },
    {
        "瓦": _D("0.001"), "千瓦": _D(1), "兆瓦": _D(1000), "MW": _D(1000), "吉瓦": _D(1_000_000), "GW": _D(1_000_000),
        "watts": _D("0.001"), "kw": _D(1), "kilowatts": _D(1), "mw": _D(1000), "megawatts": _D(1000), "gw": _D(1_000_000), "gigawatts": _D(1_000_000),
    },
    {"毫秒": _D("0.001"), "秒": _D(1), "分钟": _D(60), "小时": _D(3600), "minutes": _D(60), "hours": _D(3600)},
    {"个月": _D(1), "months": _D(1)},
    {"吨标准煤": _D(1), "吨标煤": _D(1)},
    {"标箱": _D(1), "标准箱": _D(1), "TEU": _D(1)},
    {"‱": _D("0.01"), "‰": _D("0.1"), "%": _D(1)},
    # Counted things whose measure word says nothing of them.
    {"人": _D(1), "名": _D(1), "位": _D(1), "people": _D(1), "persons": _D(1)},
    {"": _D(1), "个": _D(1)},
)  # fmt: skip


@lru_cache(maxsize=1_024)
def convertible(unit: str) -> dict[str, Decimal]:
    """Return the units of the same dimension with their factors, the unit itself alone where it has no other.

    >>> convertible("公顷")["亩"].quantize(Decimal("0.01"))
    Decimal('666.67')
    """
    return next((units for units in _DIMENSIONS if unit in units), {unit: _D(1)})


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Return a value in another unit of its dimension, None if it is of another.

    >>> convert(Decimal("13900"), "斤", "吨")
    Decimal('6.95')
    """
    units = convertible(unit)
    return value * units[unit] / units[to] if to in units else None
