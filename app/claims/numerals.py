"""Quantities that a claim is about although they are no statistics elsewhere: places in a ranking, small counts in Chinese, 九成四.

In a report 三条主线 says nothing to be found or added up, and its figures leave it out. Held against a claim (新增三级医院3家) it counts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.claims.ranked import named_as_ranked
from app.claims.shares import halves, in_points
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold, parse_chinese
from corpus.figures.units import GENERAL, UNIT, canonical_unit

# Each of these is looked for only in a text that holds one of its words: most hold none, and to find that out takes a tenth of the time.
_RANK = re.compile(
    r"(?:(?<=[省市国州区县球界疆居列位名排部类])|(?<=[省市国州区县球界疆居列位名排部类]城市)|(?<=占据))第 ?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})"
    r"(?:位|名|(?=[，。；、：！（）(),;和且\s]|$))|(?<=[省市国州区县球界疆居列位])(?P<top>首位|榜首)"
)
_UNITS = "|".join(sorted(map(re.escape, (GENERAL | {"席", "座", "所", "处"}) - {"级", "次"}), key=lambda u: (-len(u), u)))
# 三次产业 are sectors, and 八届 without what was held tells which.
_TIMES = "次(?!产业|元|[一-龥]?全会)|届(?=[一-龥])(?![一-龥]?全会|人大|政协|全国|委员)"
_SMALL = re.compile(
    rf"(?<![第每这那哪某数几十百千万亿点\d零一二两三四五六七八九星])(?:(?P<n>[两二三四五六七八九])(?P<u>{_UNITS}|{_TIMES})(?!级)"
    # 一 counts where it is told as a bound: 一家以上.
    rf"|(?P<n1>一)(?P<u1>{_UNITS})(?=及?以上|以内))"
)
# 十万元 stands for the class of a sum in reports (十万元户); who claims it counts.
_ROUND = re.compile(
    rf"(?<![几数上近好零一二两三四五六七八九十百千万亿\d第每])(?P<n>[十百千](?:万亿|[万亿])?)(?P<u>元|美元|人|吨|斤|亩|公顷|公里|{_UNITS})(?![户级])"
)
# 亿元以上项目: of one 亿.
_UNCOUNTED = re.compile(r"(?<![几数上近多好两零一二三四五六七八九十百千万亿\d])(?P<n>万?亿)(?P<u>元|吨|斤)(?=以上)")
# What was done with things that are counted: 新添了两家三甲医院.
_DONE = re.compile(r"(?:新[增添建设开]|增加|建成|落地|获评?|入选|签[下约订署]|引进|培育|创建|创成|占据?|共有?|达到?|拥有|有)了?$")
_TENTHS = re.compile(r"成(?P<n>[一二三四五六七八九])(?![一二三四五六七八九十百千万亿个项家])")

_ONE = re.compile(f"一{UNIT}")
_OF_ONE = re.compile(r"[^，。；：、]{0,16}?的?(?:[一-龥]{0,6}[价费钱额量资入本润]|平均)[^，。；：、]{0,8}\d")


def with_claimed(sentence: str, figures: Sequence[Figure], *, dated: bool = False) -> list[Figure]:
    """Return the figures of a claim's sentence with its ranks, its small counts of things done, and tenths read to their end.

    Who claims nothing else of a time (`dated`) means any small count that is there; 坚持三条主线 claims nothing.
    """
    folded = fold(sentence)
    whole = in_points(folded, [_read_tenths(folded, f) for f in figures])
    more = [*_ranks(folded), *_round_numbers(folded), *_halves(folded)]
    small = [
        f
        for f in _small_counts(folded)
        if (dated and not (whole or more))
        or _DONE.search(folded[: f.start])
        or re.match(r"[，。；、（(]|及?以上|以内|$", folded[f.end : f.end + 3])
    ]
    joined = _joined(whole, [*more, *small])
    return [named_as_ranked(folded, f, joined[:i]) for i, f in enumerate(joined)]


def is_for_one(text: str, figure: Figure) -> bool:
    """Tell 一 of one thing for which another figure is told: 一张船票一天的价钱是25元 claims no ticket. Spans count in the text."""
    return bool(_ONE.match(text, figure.start) and _OF_ONE.match(text, figure.end))


def with_mentioned(text: str, figures: Sequence[Figure], *, small: bool) -> list[Figure]:
    """Return the figures of a report's text with its ranks and, if wanted, all its small counts; spans count in `text`."""
    folded = fold(text)
    said = (*_ranks(folded), *_round_numbers(folded), *_uncounted(folded), *_halves(folded))
    return _joined(in_points(folded, figures), [*said, *(_small_counts(folded) if small else ())])


def _joined(figures: Sequence[Figure], more: Sequence[Figure]) -> list[Figure]:
    taken = [(f.start, f.end) for f in figures]
    fresh = [f for f in more if all(f.end <= start or end <= f.start for start, end in taken)]
    return sorted((*figures, *(_like_neighbour(f, figures) for f in fresh)), key=lambda f: f.start)


def _like_neighbour(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """Give a figure the period, status and subject of the last one before it: 增长23.86%、全省第2 ranks the growth."""
    before = [f for f in figures if f.end <= figure.start and figure.start - f.end <= _NEAR]
    if not before:
        return figure
    last = before[-1]
    subject = last.subject if figure.kind == "rank" else figure.subject
    return replace(figure, period=last.period, status=last.status, subject=subject)


def _ranks(folded: str) -> list[Figure]:
    return [
        Figure(m.start(), m.end(), m[0], _number(m["n"]) if m["n"] else Decimal(1), "位", kind="rank")
        for m in (_RANK.finditer(folded) if "第" in folded or "首" in folded else ())
    ]


def _small_counts(folded: str) -> list[Figure]:
    return [
        Figure(
            m.start(),
            m.end(),
            m[0],
            parse_chinese(m["n"] or m["n1"]),
            canonical_unit(m["u"] or m["u1"]),
            subject=_noun(folded, m),
        )
        for m in _SMALL.finditer(folded)
    ]


def _round_numbers(folded: str) -> list[Figure]:
    return [
        Figure(m.start(), m.end(), m[0], parse_chinese(m["n"]), canonical_unit(m["u"]), subject=_noun(folded, m))
        for m in (_ROUND.finditer(folded) if any(n in folded for n in "十百千") else ())
    ]


def _uncounted(folded: str) -> list[Figure]:
    return [
        Figure(m.start(), m.end(), m[0], parse_chinese("一" + m["n"]), m["u"], subject=_noun(folded, m), qualifier="以上")
        for m in (_UNCOUNTED.finditer(folded) if "以上" in folded else ())
    ]


def _halves(folded: str) -> list[Figure]:
    return [replace(f, subject=_around(folded, f.start, f.end)) for f in halves(folded)]


def _noun(folded: str, match: re.Match[str]) -> str:
    return _around(folded, match.start(), match.end())


def _around(folded: str, start: int, end: int) -> str:
    """Return the words around a small count that may name what is counted: those of its clause before it, and a few behind it."""
    before = re.split(r"[，,。；：、！？]", folded[:start])[-1][-12:]
    behind = re.split(r"[，,。；：、！？]", folded[end:])[0][:10]
    return before + behind


def _read_tenths(folded: str, figure: Figure) -> Figure:
    """Read 九成四 as 94%."""
    rest = _TENTHS.match(folded, figure.end - 1)
    if rest is None or figure.unit != "%":
        return figure
    end = rest.end()
    return replace(figure, end=end, text=folded[figure.start : end], value=figure.value + parse_chinese(rest["n"]))


def _number(text: str) -> Decimal:
    return Decimal(text) if text.isdigit() and text.isascii() else parse_chinese(text)


_NEAR = 24
