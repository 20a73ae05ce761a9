"""What looks like a quantity and is none: names in quotation marks, list marks, numbers of documents and standards, plans, dates.

Observed in work reports, communiqués, annual reports and notices; document numbers after the State Council's rules on official
documents (〔2019〕12号), numbers of standards after GB/T 1.1.
"""

import re

from corpus.figures.numerals import ARABIC

_YEAR = r"(?:19|20)\d\d"
# A name in quotation marks,
_QUOTED = re.compile(r"[“\"《][^“”\"《》]{1,14}[”\"》]")
# 3、 and 3) at the head of a line, and 2. where an item of a list begins inside one: 1.新建学校；2.改造小区 (1.8:1、 is a ratio),
_HEAD = re.compile(r"\s*\d{1,2}(?:[、．)]|\.(?!\d))")
_ITEM = re.compile(
    r"(?<=[^\d\s][:;,。]) {0,4}\d{1,2}(?:[.．、](?= ?(?:[一-龥“]|(?:19|20)\d\d ?年|\d{1,2} ?月))|\)(?=[ 、]{0,2}[一-龥“]))"
)
# [1], 附表3, 图2、图3, 〔2019〕12号, [2020]5号, (3), (2021-2035), 省道513, the page behind a line of dots,
_MARK = re.compile(
    r"(?=[\[〔【（(附表图件续省国县.])(?:"
    rf"[\[〔【（(]{_YEAR}[\]〕】）)]\s?\d+号?"
    rf"|[（(]{_YEAR} ?[-—–~至] ?(?:{_YEAR})年?[）)]"
    r"|\[\d{1,3}\]"
    r"|(?:(?<![一-龥])|(?<=[见和与及]))(?:附?[表图件]|续表) ?\d{1,3}(?:[-—.]\d{1,3})?(?![\d.]|[万亿]?[元人个%])"
    r"|[省国县]道[A-Z]?\d{3}"
    r"|[（(]\d{1,2}[）)](?=\s{0,2}\S)"
    r"|\.{4,} ?\d{1,3})"
)
# 附注七、5 and 附注五、10,
_NOTE = re.compile(r"附注[一二三四五六七八九十]{1,3}[、(]\d{1,3}\)?")
# DB3301/T 0488-2024, and a telephone,
_STANDARD = re.compile(rf"[A-Z]{{2}}\d{{0,4}}(?:/T)? ?\d[\d.]*[-—]{_YEAR}|(?<!\d)0\d{{2,3}}-\d{{5,8}}(?!\d)")
# 7、8号机组, 1—5号泊位,
_NUMBERS = re.compile(r"\d{1,3}(?: ?[、－—~至和-] ?\d{1,3})+ ?号")
# 2+3+6, the 2 of 2×100万千瓦,
_TERMS = re.compile(r"\d{1,2}(?:\+\d{1,2})+(?![\d.]|[万亿]|个百)|\d{1,2} ?×(?= ?\d)")
# 一五期间, which are no fifteen issues,
_PLAN = re.compile(
    "(?<![零一二两三四五六七八九十百千万亿])(?:十[一二三四五六七]|[一二三四五六七八九])五(?=规划|计划|时期|期间|期内|期末|以来)"
)
# 二十国集团 and 七国集团, which are names,
_GROUP = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})国集团")
# and a date. One is looked for only where such a word stands, and where one ends the numerals.
_DATED = re.compile("[年月日季周世载旬时]")
_RANGE = r"(?:[—–~至到-]{1,2})"
_DATE = re.compile(
    r"(?=[\d零一二两三四五六七八九十百几][\d零一二两三四五六七八九十百几多余.,，、和与及至到/—–~ -]*+[年月日季周世载旬时学个])(?:"
    rf"(?:\d ?\d ?\d ?\d|\d\d|[一二三四五六七八九零]{{4}}) ?(?:{_RANGE}|/) ?"
    r"(?:\d ?\d ?\d ?\d|\d\d|[一二三四五六七八九零]{2,4}) ?(?:学年|年度|年)"
    rf"|\d{{1,2}} ?{_RANGE} ?\d{{1,2}} ?年(?![均产])"
    r"|(?:\d ?\d ?\d ?\d|[一二三四五六七八九零]{4}|[一二三四五六七八九]十年代) ?(?:学年|年度|年代|年)?(?<=[年度代])"
    # 1979、1980两年 are no quantities.
    r"|(?:(?:1[89]|20)\d\d ?(?:、|和|与|及|至|到|—|-|~) ?)*(?:1[89]|20)\d\d(?= ?(?:[两二三四五六七八九十]{1,2}个?年|年))"
    rf"|(?<=[年、至到—])\d{{1,2}} ?(?:{_RANGE}|、) ?\d{{1,2}} ?月|\d{{1,2}} ?{_RANGE} ?\d{{1,2}} ?月"
    r"|(?:\d ?\d|\d|十?[一二三四五六七八九十]) ?月(?: ?(?:\d ?\d|\d|[一二三四五六七八九十]{1,3}) ?日)?"
    # 13日下午; 3日元 is money, 2日均 a mean.
    r"|(?<![\d.,])(?:[12]\d|3[01]|[1-9])日(?![元本均产接处供报游用军])"
    rf"|(?:{ARABIC}|[一二两三四五六七八九十百几]+)(?:多|余|几)?(?:个多?月|个季度|季度|个?年(?!产|均|人)|周年|个五年|世纪|年代|载|旬|时(?!间)))"
)
_ALWAYS = (_QUOTED, _MARK, _ITEM, _STANDARD, _NUMBERS)


def looks_only(folded: str) -> set[int]:
    """Return the places of a folded text where a numeral only looks like a quantity."""
    head = _HEAD.match(folded)
    blocked = set(range(head.end())) if head else set()
    patterns = [*_ALWAYS]
    if "五" in folded:
        patterns.append(_PLAN)
    if _DATED.search(folded):
        patterns.append(_DATE)
    if "国集团" in folded:
        patterns.append(_GROUP)
    if "附注" in folded:
        patterns.append(_NOTE)
    if "+" in folded or "×" in folded:
        patterns.append(_TERMS)
    for pattern in patterns:
        for match in pattern.finditer(folded):
            blocked.update(range(*match.span()))
    return blocked
