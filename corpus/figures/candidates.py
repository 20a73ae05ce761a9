"""Where the quantities of a text stand: numeral, scale, unit and range, without what only looks like a quantity.

Not quantities: what only looks like one (`look_alikes`), time frames (五年来), ordinals, hotline and road numbers, years and numbers that
are names (2023数字百强, 360科技), versions and grades (5G, 4A), size classes (千亿级).
"""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.figures.look_alikes import looks_only
from corpus.figures.numerals import ARABIC, CHINESE, SCALE, parse_arabic, parse_chinese, scale_value
from corpus.figures.units import GENERAL, RATE, UNIT, canonical_unit

_TO = r" ?(?:—+|-|–|~|～|至|到|一) ?"
_MORE = r"(?:多|余|几)?"
_NTH = r"\d+|[一二三四五六七八九十百]+"
# Parts, multiples and ranks have characters of their own, which most numerals lack.
_OTHER_THAN_COUNTS = r"(?=第|翻|[1-9]/|[一二三四五六七八九十百千万两\d.—至到-]++(?:分之|成))"
# The patterns are tried only where one of their branches may begin: to try branch after branch at every character takes twice as
# long.
_PATTERN = re.compile(
    r"(?=[\d零一二两三四五六七八九十百千万亿几第翻-])(?:"
    rf"{_OTHER_THAN_COUNTS}(?:"
    # 百分之七, 百分之三至五
    rf"(?P<per>(?P<base>百|千|万)分之 ?(?P<pn>{CHINESE}|{ARABIC})(?:{_TO}(?:(?:百|千)分之)?(?P<pn2>{CHINESE}|{ARABIC}))?)"
    rf"|(?P<fraction>(?P<den>[一二三四五六七八九十百]+)分之(?P<num>[一二三四五六七八九十]+))"
    r"|(?P<slash>(?<![\d/])(?P<snum>[1-9])/(?P<sden>[2-9]|10)(?![\d/]))"
    # 三成, 三至四成, 三成半
    r"|(?P<tenths>(?P<tn>[一二三四五六七八九两]|\d(?:\.\d)?)(?:—|-|至|到|)(?P<tn2>[一二三四五六七八九])?成(?P<half>半)?"
    r"(?![立功为本效员果就型分长熟都人绩交品套]))"
    r"|(?P<double>翻了?(?P<fold>[一两二三四五])?番)"
    # 第4、第5、第15位 are three ranks; 第1、2、3章 is none.
    rf"|(?P<rank>第 ?(?P<rn>{_NTH})(?:(?P<runit>位|名)|(?P<rrun>(?=(?:[、和与及]第 ?(?:{_NTH}))+(?:位|名)))"
    r"|(?:、第? ?\d+(?!\d| ?(?:位|名)))*)))"
    # -1.2万多亩, 3万5千人, 5%, 3至5亿元
    rf"|(?P<arabic>(?:(?P<sign>-)(?<![\dA-Za-z%‰)）]-)|)(?P<an>{ARABIC})(?: {{0,3}}(?P<as>{SCALE}))?"
    rf"(?:(?P<amore>多|余|几)(?P<as2>{SCALE})?)?"
    rf"(?P<arest>(?: ?{ARABIC} ?[千百])*)"
    rf"(?: {{0,3}}(?P<au>(?:个百分点|百分点|倍|番|%|‰|/10万)|{UNIT}{RATE}))?"
    rf"(?:{_TO}(?P<an2>{ARABIC})(?: ?(?P<as3>{SCALE}))?(?: ?(?P<au2>(?:个百分点|百分点|倍|%|‰)|{UNIT}{RATE}))?)?)"
    # 三万二千多人; the 千 of 千瓦 is its unit's
    rf"|(?P<chinese>(?P<cn>{CHINESE}(?!(?<=[十百千万亿]千)[瓦伏升米克卡]))(?P<cmore>{_MORE})"
    rf"(?P<cs>[万亿]*)(?P<cu>(?:个百分点|百分点|倍半|倍)|{UNIT}{RATE})?"
    rf"(?:{_TO}(?P<cn2>{CHINESE})(?P<cu2>(?:个百分点|百分点|倍)|{UNIT}{RATE}))?))"
)
# 19·5% is 19.5%; 5·31 is a day.
_MIDDLE_DOT = re.compile(r"(?<=\d)·(?=\d+ ?(?:%|‰|个百分点|[万亿倍]))")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十百千万亿两半几第翻]")
_NAME_BEFORE = re.compile(r"[A-Za-z@_]$|第 ?$|[A-Za-z][-—]$|(?<![每一])每 ?$")
# 5G, 12号, 十八大, 3期, 2号线, 500强
_NAME_AFTER = re.compile(
    r"^(?:[A-Za-z](?![A-Za-z]*[\s。，；、)]*$)|[A-Za-z]"
    r"| {0,2}号|届|大(?!约|幅|于|型)|型|代|期|版|级(?![^，。；]{0,3}$)|线|路(?!段)|热线"
    r"|中全会|中|强(?!化|调)|甲|乙|证|码|网|元级|亿级|亿元级|万级)"
)
# 一是, 一致, 一批, 一系列
_IDIOM_AFTER = re.compile(
    r"^(?:[、，]|是|者|来|旦|致|直|般|律|起|贯|批(?:批|重大|批次)|体|切|系列|定|方面|样|边|手|带|流|同|度|些|共|下|步|心|线|站|张图)"
)
# M 2 and PM 2.5, whose numbers stand lower
_LETTER = re.compile("[一-龥(“][A-Z]{1,4} $")
# Words that count things and are no units (量词, from general grammar): 5123具, 12面.
_COUNTING = (
    "具尊杆峰樘桩局曲拍帖面把副双伙班排拨发叶管炉幕句行页回遍顿圈声捆堆串滴丝点瓣缕垛沓摞屉笼筐篓坛罐壶杯碗盘碟勺锅窝胎绺束簇丛"
    "折轴贴扇堵截样茬茎枝朵员任代辈世届通阵番拳脚口手"
)
# 985院校, 360科技: behind a bare whole number a name goes on, unless one of these counts or bounds it; behind a year nothing is counted (2023行动).
_GOES_ON = "多余几左右以上下内之的为是占比高低和与及至到等倍"
_NAMED = re.compile(f"(?![{_GOES_ON}者金银铜毛分地城方车标季全中微{_COUNTING}])[一-龥“《]")
_NAMED_BY_YEAR = re.compile(rf"(?<=19\d\d|20\d\d)(?<!\d\d\d\d\d)(?![{_GOES_ON}])[一-龥“《]")
# 六角五分 behind yuan
_COINS = re.compile(r" ?(?P<tenths>[\d一二三四五六七八九])角(?: ?(?P<hundredths>[\d一二三四五六七八九])分)?")
_HOTLINE, _RANKING = re.compile("[^，。；]{0,10}热线"), re.compile("[居列排位进前保升至跃名在]")
_BARE_BEFORE = re.compile(r"(?:突破|超过?|达到?|跨过|迈上|跨越|越过|过|近|增至|增加到|首破|冲刺|站上|实现)了?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its unit at `start`..`end`; `more` is 多, 余 or 几 inside it; `form` names the branch of the grammar."""

    start: int
    end: int
    value: Decimal
    unit: str
    form: str
    value_to: Decimal | None = None
    more: str = ""


def find_quantities(folded: str) -> list[Quantity]:
    """Return the quantities of a folded text (`fold`) in order, without overlaps."""
    # A line end inside a sentence, as wrapped files have it, may part a number from its unit.
    folded = folded.replace("\n", " ").replace("\u200b", " ")
    if "·" in folded:
        folded = _MIDDLE_DOT.sub(".", folded)
    if not _NUMERAL.search(folded):
        return []
    # A lone Chinese digit counts nothing (一致, 统一): every fourth sentence with numerals has no others.
    found = [m for m in _PATTERN.finditer(folded) if m.end() - m.start() > 1 or m.lastgroup != "chinese"]
    if not found:
        return []
    blocked = looks_only(folded)
    read = [q for m in found if m.start() not in blocked and (q := _READERS[m.lastgroup or ""](folded, m)) is not None]
    return _with_coins(folded, read) if "角" in folded else read


def _with_coins(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return quantities, sums of money to their last coin: 二百一十元六角 is 210.6元."""
    paid: list[Quantity] = []
    for q in quantities:
        if paid and q.start < paid[-1].end:
            continue
        coins = _COINS.match(folded, q.end) if q.unit == "元" and q.value_to is None and not q.more else None
        if coins:
            value = q.value + _number(coins["tenths"]) / 10 + (_number(coins["hundredths"]) / 100 if coins["hundredths"] else 0)
            q = replace(q, end=coins.end(), value=value)
        paid.append(q)
    return paid


def _number(text: str) -> Decimal:
    return parse_arabic(text) if text[0].isdigit() else parse_chinese(text)


def _read_per(_text: str, m: re.Match[str]) -> Quantity | None:
    unit = {"百": "%", "千": "‰", "万": "‱"}[m["base"]]
    upper = _number(m["pn2"]) if m["pn2"] else None
    return Quantity(m.start(), m.end(), _number(m["pn"]), unit, "percent", upper)


def _read_fraction(_text: str, m: re.Match[str]) -> Quantity | None:
    return _share(m, parse_chinese(m["num"]), parse_chinese(m["den"]))


def _read_slash(_text: str, m: re.Match[str]) -> Quantity | None:
    return _share(m, Decimal(m["snum"]), Decimal(m["sden"]))


def _share(m: re.Match[str], numerator: Decimal, denominator: Decimal) -> Quantity:
    value = (100 * numerator / denominator).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return Quantity(m.start(), m.end(), value, "%", "fraction")


def _read_tenths(_text: str, m: re.Match[str]) -> Quantity | None:
    value = _number(m["tn"]) * 10 + (5 if m["half"] else 0)
    upper = _number(m["tn2"]) * 10 if m["tn2"] else None
    return Quantity(m.start(), m.end(), value, "%", "tenths", upper)


def _read_double(_text: str, m: re.Match[str]) -> Quantity | None:
    return Quantity(m.start(), m.end(), parse_chinese(m["fold"] or "一"), "番", "double")


def _read_rank(text: str, m: re.Match[str]) -> Quantity | None:
    before, after = text[max(0, m.start() - 12) : m.start()], text[m.end() : m.end() + 1]
    of_run = m["rrun"] is not None
    ranked = m["runit"] or of_run or (_RANKING.search(before) and after in "，。、；和, ")
    if not ranked or (m.end("rn") < m.end() and not m["runit"] and not of_run):
        return None
    return Quantity(m.start(), m.end(), _number(m["rn"]), "位", "rank")


def _read_arabic(text: str, m: re.Match[str]) -> Quantity | None:
    before, after = text[max(0, m.start() - 3) : m.start()], text[m.end("an") : m.end("an") + 6]
    unit, upper_unit = m["au"] or "", m["au2"] or ""
    if _NAME_BEFORE.search(before) or (not m["as"] and not unit and _NAME_AFTER.search(after)):
        return None
    if unit in {"级", "期", "届", "层", "节"} and not m["as"]:
        return None
    factor = scale_value(m["as"] or "") * scale_value(m["as2"] or "")
    value = (parse_arabic(m["an"]) * factor + (parse_arabic(m["arest"]) if m["arest"] else 0)) * (-1 if m["sign"] else 1)
    upper, end = None, m.end()
    if m["an2"]:
        upper_scale = m["as3"] or ""
        upper = parse_arabic(m["an2"]) * scale_value(upper_scale)
        if not unit and not m["as"]:
            value *= scale_value(upper_scale)
        joined = unit == upper_unit or not unit
        if not joined or upper <= value:
            upper, end = None, m.end("au") if unit else max(m.end("an"), m.end("as"), m.end("amore"), m.end("as2"))
        unit = unit or upper_unit
    if not unit and not m["as"] and ((m["an2"] and upper is None) or _HOTLINE.match(text, m.end())):
        return None
    bare = m.end() == m.end("an")
    if bare and (
        _LETTER.search(text, max(0, m.start() - 7), m.start())
        or (m["an"].isdigit() and (_NAMED.match(text, m.end()) or _NAMED_BY_YEAR.match(text, m.end())))
    ):
        return None
    return Quantity(m.start(), end, value, canonical_unit(unit), "arabic", upper, m["amore"] or "")


def _read_chinese(text: str, m: re.Match[str]) -> Quantity | None:
    numeral, unit = m["cn"], m["cu"] or ""
    scaled = numeral + (m["cs"] or "")
    before, after = text[max(0, m.start() - 6) : m.start()], text[m.end() : m.end() + 3]
    if not _is_chinese_quantity(scaled, unit, before, after):
        return None
    half = Decimal("0.5") if unit == "倍半" else Decimal(0)
    upper = parse_chinese(m["cn2"]) if m["cn2"] else None
    more = m["cmore"] or ("几" if "几" in numeral else "")
    unit = canonical_unit(unit.removesuffix("半"))
    return Quantity(m.start(), m.end(), parse_chinese(scaled) + half, unit, "chinese", upper, more)


def _is_chinese_quantity(numeral: str, unit: str, before: str, after: str) -> bool:
    """Tell a statistic in Chinese numerals from idioms, names, ordinals and list marks."""
    if _NAME_BEFORE.search(before) or after[:1] in {"级", "届", "化"} or numeral[-1:] == "零":
        return False
    digits = sum(c in "零一二两三四五六七八九" for c in numeral)
    if not digits and numeral not in {"十", "百"}:  # 千亿, 万亿: a size class unless something reaches it
        return bool(unit and _BARE_BEFORE.search(before)) and after[:1] != "级"
    if len(numeral) == 1:
        return bool(unit) and unit not in GENERAL and not before.endswith(("每", "这", "那", "哪", "某"))
    if not unit:
        return any(c in "万亿" for c in numeral) and digits > 0 and not _IDIOM_AFTER.search(after)
    return True


_READERS = {
    "per": _read_per,
    "fraction": _read_fraction,
    "slash": _read_slash,
    "tenths": _read_tenths,
    "double": _read_double,
    "rank": _read_rank,
    "arabic": _read_arabic,
    "chinese": _read_chinese,
}
