"""Numerals: how a number is written in Chinese and Arabic digits, and what it is worth.

Written forms after GB/T 15835 (Arabic and Chinese numerals, 万 and 亿 as scales, 、 between neighbours); digits set apart by
spaces and thousands set apart by spaces or full-width commas are observed in scanned and converted reports.
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

_FULL = "".join(chr(c) for c in range(0xFF01, 0xFF5F))
_HALF = "".join(chr(c) for c in range(0x21, 0x7F))
_SAME_LENGTH = dict(
    zip(
        _FULL.replace("，", "") + "\u3000\xa0萬億個點兩幾貳參陸○〇Ｏ百佰仟拾圓圆噸畝戶歲項萬餘％",
        _HALF.replace(",", "") + "  万亿个点两几二三六零零零百百千十元元吨亩户岁项万余%",
        strict=True,
    )
)
_FOLDED = re.compile(f"[{''.join(map(re.escape, _SAME_LENGTH))}]")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

ARABIC = (
    # What parts digits is looked for once, before three ways of parting them are tried.
    r"(?:(?=\d{1,3}[,， ]\d)(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?"  # 1,234.5
    r"|\d{1,3}(?: \d{3})+(?![ \d])(?:\.\d+)?"  # 2 192.5
    r"|\d(?: \d)+(?: ?\. ?\d(?: \d)*)?(?!\d))"  # 1 9 9 8
    r"|\d+(?: ?\. ?\d(?: \d)+(?!\d)| ?\. ?\d+)?)"  # 5 .4
)
SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)"
_CHINESE_DIGITS = "零一二两三四五六七八九十百千万亿"
CHINESE = rf"[{_CHINESE_DIGITS}几]*[{_CHINESE_DIGITS}](?:点[零一二三四五六七八九]+)?"
_COMPOUND = re.compile(rf"({ARABIC})\s?({SCALE})?")
_PLAIN, _PARTED = re.compile(r"\d+(?:\.\d+)?"), re.compile(r"[,， ]")


def fold(text: str) -> str:
    """Fold full width and traditional numerals and units, character by character: every span stays valid."""
    # Few characters are folded: to replace those takes an eighth of the time that translating each one does.
    return _FOLDED.sub(lambda m: _SAME_LENGTH[m[0]], text)


def parse_arabic(text: str) -> Decimal:
    """Return the value of folded Arabic digits with separators and scales: "1,206万" → 12060000, "1 千 3 百" → 1300."""
    total = Decimal(0)
    if _PLAIN.fullmatch(text):
        return total + Decimal(text)
    for match in _COMPOUND.finditer(text):
        number = Decimal(_PARTED.sub("", match[1]))
        total += number * scale_value(match[2] or "")
    return total


@lru_cache(maxsize=256)
def scale_value(scale: str) -> int:
    """Return the factor of a scale word: "万亿" → 10**12, "" → 1."""
    value = 1
    for char in scale:
        value *= _SMALL.get(char) or _LARGE[char]
    return value


def parse_chinese(text: str) -> Decimal:
    """Return the value of a folded Chinese numeral: "三千二百五十万" → 32500000, "八点六" → 8.6, "一九八零" → 1980."""
    whole, _, fraction = text.replace("几", "").partition("点")
    value = Decimal(_parse_whole(whole))
    if not fraction:
        return value
    # 一点二亿三千万: behind the digits a scale, and what it leaves.
    digits = "".join(takewhile(_DIGITS.__contains__, fraction))
    scale = "".join(takewhile(lambda c: c not in _DIGITS, fraction[len(digits) :]))
    value += Decimal("0." + "".join(str(_DIGITS[c]) for c in digits) if digits else 0)
    return value * scale_value(scale) + _parse_whole(fraction[len(digits) + len(scale) :])


def _parse_whole(text: str) -> int:
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    pending_scale = 1
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
            continue
        if char in _SMALL:
            # A leading 十, 百 or 千 stands for one of it: 十五, 百万.
            section += (digit or 1) * _SMALL[char]
            pending_scale = _SMALL[char]
        elif char == "亿" and (section or digit or not total):
            total = (total + section + digit or 1) * _LARGE["亿"]
            section, pending_scale = 0, _LARGE["亿"]
        else:
            total = _close_section(total, section + digit, _LARGE[char])
            section, pending_scale = 0, _LARGE[char]
        digit = 0
    # 一万五 and 三百八 leave out their last scale.
    trailing = digit * (pending_scale // 10 if pending_scale > 10 and _spoken_short(text) else 1)
    return total + section + trailing


def _close_section(total: int, section: int, scale: int) -> int:
    """Multiply what stands before a scale: 一百万, 三亿五千万 (keeps the 亿), 两万亿 (multiplies all)."""
    if section:
        return total + section * scale
    return total * scale if total else scale


def _spoken_short(text: str) -> bool:
    return len(text) >= 3 and text[-1] in _DIGITS and text[-1] != "零" and text[-2] in "百千万亿"
