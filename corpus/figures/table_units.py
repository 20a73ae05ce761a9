"""The unit that a table says of its values: in its unit line, a head, a label or a column of units, in Chinese or in English."""

import re
from dataclasses import dataclass

from corpus.figures.numerals import fold, scale_value
from corpus.figures.units import COUNTED, RATE, UNIT, canonical_unit

UNIT_WORD = re.compile(rf"(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千|百)??(?P<unit>%|‰|个?百分点|{UNIT}{RATE})$")
_IN_BRACKETS = re.compile(r"[（(](?:[单單]位[:：]\s?)?([^（）()]{1,60})[）)]")
_UNIT_LINE = re.compile(r"(?:计量)?[单單]位\s?[:：]\s?([^\s，,）)]+)")
_ANY_UNIT = re.compile(r"(?P<scale>万亿|亿|万)?(?P<unit>[一-龥A-Za-z·/%]{1,8})")
_SCALES = {"": 1, "h": 10**2, "t": 10**3, "k": 10**3, "0": 10**3, "m": 10**6, "b": 10**9}
_MONEY = r"US\$|HK\$|NT\$|[SAC]\$|[$£€¥￥]|USD|HKD|GBP|EUR|RMB|CNY"
_SCALE = r"['’]?000s?|thousands?|millions?|billions?|hundreds?|mn|bn|[mk]"
# $m, £'000, $ in millions, in millions of dollars, thousand tonnes, tonnes (thousands)
_ENGLISH = re.compile(
    r"(?:(?:all )?(?:figures|amounts|values|expressed|stated|unit)s?[: ]*)*(?:in )?"
    rf"(?:(?P<money>{_MONEY})(?: ?(?:in )?(?P<behind>{_SCALE}))?"
    rf"|(?P<before>{_SCALE})(?: (?:of )?(?P<named>dollars|euros|pounds|yuan|{_MONEY}))?"
    rf"|(?:(?P<many>thousands?|millions?|billions?) (?:of )?)?(?P<measure>tonnes|tons|kilomet(?:er|re)s|metres|hectares|litres|MWh|GWh|kWh))"
    r"(?:[,;]? (?:unless|except|other than|apart from)\b.*)?$",
    re.IGNORECASE,
)
_CURRENCIES = {
    "usd": "$", "hkd": "HK$", "gbp": "£", "eur": "€", "rmb": "元", "cny": "元", "yuan": "元", "¥": "元", "￥": "元", "s$": "$",
    "dollars": "$", "euros": "€", "pounds": "£",
}  # fmt: skip
_NO_UNIT = re.compile(r"(?:number|numbers|no\.?|count|n/a|-)$", re.IGNORECASE)
# Posts (FTE), Waiting time (weeks): what a row counts in English goes before the money of its table.
_COUNTS = re.compile(
    r"(?:fte?s?|full[- ]time equivalents?|number|numbers|no\.?|#|count|headcount|persons?|people|staff|posts|units?|days|weeks|months|years|hours|minutes|times|ratio)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word with its scale: 万元 is 10000 of 元."""

    factor: int
    word: str


def read_unit(text: str) -> Unit | None:
    """Return the unit that a text is, and nothing else: 万元, %, $ in millions."""
    folded = fold(text).strip().strip("±")
    match = UNIT_WORD.match(folded)
    if match:
        return Unit(scale_value(match["scale"] or ""), canonical_unit(match["unit"]))
    return _english(folded.strip("() ")) if folded.isascii() or folded[:1] in "£€¥￥" else None


def unit_told(text: str) -> Unit | None:
    """Return the unit of a unit line, of whatever word it is: 单位：毫克/升; None for a text that is none."""
    line = _UNIT_LINE.search(text)
    if line is None:
        return read_unit(text)
    return read_unit(line[1]) or any_unit(line[1])


def bracketed_unit(text: str) -> Unit | None:
    """Return the unit in the last brackets of a text that hold one: 产量（万吨）, Cash flow ($ million)."""
    for inner in reversed(_IN_BRACKETS.findall(text) if "(" in text or "（" in text else []):
        unit = read_unit(inner) or unit_of_line(inner) or (Unit(1, "") if _COUNTS.match(inner.strip()) else None)
        if unit:
            return unit
    return None


def unit_of_line(text: str) -> Unit | None:
    """Return the unit behind 单位：, None without one."""
    return unit_told(text) if _UNIT_LINE.search(text) else None


def unit_of_cell(text: str) -> Unit | None:
    """Return the unit in a cell of a column of units, where every word is one: 芯千米, 万人公里, 万只（片、套）."""
    plain = _IN_BRACKETS.sub("", fold(text)).strip()
    return Unit(1, "") if _NO_UNIT.match(plain) else read_unit(plain) or any_unit(plain)


def corner_unit(text: str) -> Unit | None:
    """Return the unit that the head of the first column is: 万人, £m. What can be counted names the rows: 企业, 乡镇."""
    unit = unit_of_line(text) or read_unit(text)
    return unit if unit and (unit.factor > 1 or unit.word not in COUNTED) else None


def any_unit(text: str) -> Unit | None:
    """Read a word as a unit where only units stand."""
    match = _ANY_UNIT.fullmatch(fold(text).strip())
    return Unit(scale_value(match["scale"] or ""), match["unit"]) if match else None


def _english(text: str) -> Unit | None:
    match = _ENGLISH.match(text)
    if match is None:
        return None
    scale = (match["behind"] or match["before"] or match["many"] or "").strip("'’").lower()
    word = match["money"] or match["named"] or match["measure"] or ""
    if not word and len(scale) < len("000"):
        return None  # m may be metres
    return Unit(_SCALES[scale[:1]], _CURRENCIES.get(word.lower(), word if word in {"MWh", "GWh", "kWh"} else _plain(word)))


def _plain(word: str) -> str:
    return word.lower() if word[:1].isalpha() and "$" not in word else word
