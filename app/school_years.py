"""Questions by school years are asked as by years, and answered by school years: each is called by its first year in all that lies between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, ShownFigure
from corpus.split_years import SPLIT_YEAR, by_first, first_of, is_school_period, school_years
from index.catalogue import ReportCard
from index.scope import in_scope, resolve_scope

_BESIDE = re.compile(r"(?P<than>[比较与跟同])?(?P<way>[上下本今这])一?个?学年度?")
_SHIFTS = {"上": -1, "下": 1}
_BY_YEARS = {"上": "上一年", "下": "下一年"}
# 哪一学年, 近三个学年
_COUNTED = re.compile(r"(?P<which>哪(?:[一几两三四五]|些)?|(?:最?近|过去|这)[两二三四五六七八九十几\d]+)个?学年度?")
# In which school year, the previous school year; what is told as 2031/32 is known by itself.
_SCHOOL_YEAR_EN = re.compile(
    r"\b(?P<which>which|what|previous|preceding|prior|last|next|following|same|that|this) (?:school|academic) (?P<year>years?)\b",
    re.IGNORECASE,
)
_YEAR_TOLD = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?!\d{1,2}月|[初末底]|报告)")
_QUOTED = re.compile("(“[^”]*”)")


@dataclass(frozen=True, slots=True)
class ByYears:
    """A question and those before it by years.

    `split` tells that it asks by years that begin in one and end in the next, `kind` what a question in Chinese calls them, "" for nothing.
    """

    question: str
    history: tuple[str, ...]
    kind: str = ""
    split: bool = False


def by_years(question: str, history: Sequence[str], catalogue: Sequence[ReportCard]) -> ByYears:
    """Return a question for 2031—2032学年 as one for 2031年; 上一学年 counts from the one named, else from the newest that a report is about.

    Each is called by the year that it begins in.
    """
    told = [*history, question]
    kinds = [m["kind"] for text in told for m in school_years(text)]
    split = any(SPLIT_YEAR.search(text) or _SCHOOL_YEAR_EN.search(text) for text in told)
    if not kinds and not any("学年" in text for text in told):
        plain = tuple(_SCHOOL_YEAR_EN.sub(r"\g<which> \g<year>", text) for text in told)
        return ByYears(plain[-1], plain[:-1], split=split)
    # A follow-up counts from the question before it.
    newest = None if school_years(told[0]) or not _BESIDE.search(told[0]) else _newest(told[0], catalogue)
    plain = (_by_years(told[0], newest), *(_by_years(text, None) for text in told[1:]))
    kind = kinds[-1] if kinds else "" if plain == tuple(told) else "学年"
    return ByYears(plain[-1], plain[:-1], kind, split or bool(kind))


def by_school_years(answer: Answer, asked: ByYears) -> Answer:
    """Return an answer with its years called as the question calls them, but for what it quotes: 2031—2032学年 for 2031年."""
    if not asked.kind or answer.abstained:
        return answer
    pieces = _QUOTED.split(answer.answer)
    years = {int(m["year"]) for piece in pieces[::2] for m in _YEAR_TOLD.finditer(piece)}
    pieces[::2] = [
        _YEAR_TOLD.sub(lambda m: _called(int(m["year"]), asked.kind), piece.replace("上年", f"上一{asked.kind}"))
        for piece in pieces[::2]
    ]
    names = [_called(year, asked.kind) for year in sorted(years)]
    # What a year is called follows from the year that it begins in.
    shown = [ShownFigure(n, n[:4], "年", "other", "actual", "", "", "context", "derived", n, ()) for n in names]
    return replace(answer, answer="".join(pieces), figures=(*answer.figures, *shown))


def _by_years(text: str, newest: int | None) -> str:
    return _COUNTED.sub(lambda m: f"{m['which']}年", _BESIDE.sub(lambda m: _beside(m, newest), by_first(text)))


def _beside(match: re.Match[str], newest: int | None) -> str:
    """Return the year that 上一学年 means, counted from the newest; where that is set beside a year that is named, the year before."""
    if newest is not None and not match["than"]:
        return f"{newest + _SHIFTS.get(match['way'], 0)}年"
    return f"{match['than'] or ''}{_BY_YEARS.get(match['way'], '当年')}"


def _newest(question: str, catalogue: Sequence[ReportCard]) -> int | None:
    """Return the newest school year that the title of a report names, of those that a question is about."""
    cards = in_scope(catalogue, resolve_scope(question, catalogue))
    periods = [card.metadata.period for card in cards if is_school_period(card.metadata.period)]
    return max((int(first_of(period)) for period in periods), default=None)


def _called(year: int, kind: str) -> str:
    return f"{year}—{year + 1}{kind}"
