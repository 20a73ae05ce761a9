"""Tell the years whose values meet a bound: each with its value and its source, how many they are, and of which years no value was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Role, ShownFigure
from app.choosing.chooser import Chosen
from app.citations import Citations
from app.composing import shown_figure
from app.over_years.asked import AskedYears
from app.proof import keep_proven
from app.written import written
from corpus.matching import is_chinese

_MARK = re.compile(r" ?\[\d+\]")


@dataclass(frozen=True, slots=True)
class YearValue:
    """The figures that state a year's value, one for each value that reports give it, and whether they meet the bound (None: not to be told)."""

    year: int
    stated: tuple[Chosen, ...]
    meets: bool | None


@dataclass(frozen=True, slots=True)
class _Words:
    """How an answer is worded: {bound} stands for the question's words, {n} for a number of years, {years} for a list."""

    year: str
    count: str
    between: str
    met: str
    none: str
    rest: str
    vague: str
    found: str
    missing: str
    first: str
    begins: str
    otherwise: str

    def counted(self, n: int) -> str:
        """Return a number of years in words."""
        return self.count.format(n=n).removesuffix("s" if n == 1 else "")

    def runs(self, years: Sequence[int]) -> str:
        """Return years as a list, three or more in a row by the first and the last of them."""
        runs: list[list[int]] = []
        for year in years:
            if runs and runs[-1][-1] == year - 1:
                runs[-1].append(year)
            else:
                runs.append([year])
        spans = [span for run in runs for span in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))]
        return self.between.join(self.year.format(y=span, value="").rstrip(": ") for span in spans)


_CHINESE = _Words(
    year="{y}年{value}",
    count="{n}年",
    between="、",
    met="{bound}的有{n}：{years}",
    none="查到数值的年份里，没有一年{bound}",
    rest="其余的有{n}：{years}",
    vague="从报告的说法不能断定的有{n}：{years}",
    found="查到数值的共{sum}",
    missing="没有查到数值的有{n}：{years}",
    first="查到数值的年份里，最早{bound}的是{years}",
    begins="查到数值的头一年就{bound}：{years}；更早的年份没有查到数值，是不是首次不能断定",
    otherwise="，又作",
)
_ENGLISH = _Words(
    year="{y}: {value}",
    count="{n} years",
    between="; ",
    met="“{bound}” in {n}: {years}",
    none="“{bound}” in none of the years with a value",
    rest="Not so in {n}: {years}",
    vague="Not to be told from the reports' wording in {n}: {years}",
    found="Years with a value: {sum}",
    missing="No value found for {n}: {years}",
    first="First “{bound}”, of the years with a value: {years}",
    begins="“{bound}” in the first year with a value: {years}; none was found for earlier years, so whether it was the first is not told",
    otherwise=", also given as ",
)


def tell_years(question: str, asked: AskedYears, values: Sequence[YearValue]) -> Answer:
    """Return the answer of a question for years. Its numbers of years are derived: their formulas list the years that were counted."""
    words = _CHINESE if is_chinese(question) else _ENGLISH
    citations = Citations()
    met, rest, vague = ([v for v in values if v.meets is m] for m in (True, False, None))
    missing = sorted(set(asked.years) - {v.year for v in values})
    told = [
        _told(words, form, group, citations, asked.words)
        for form, group in ((words.met, met), (words.rest, rest), (words.vague, vague))
        if group
    ]
    lines = ([] if met else [words.none.format(bound=asked.words)]) + [t.text for t in told]
    counts = [t.count for t in told]
    total = " + ".join(c.text for c in counts) + f" = {words.counted(len(values))}" if len(counts) > 1 else counts[0].text
    lines.append(words.found.format(sum=total))
    counts.append(_count(words.counted(len(values)), len(values), total, (), "context"))
    if missing:
        n = words.counted(len(missing))
        plain = words.missing.format(n=n, years=words.runs(missing))
        lines.append(plain)
        counts.append(_count(n, len(missing), plain, (), "context"))
    figures = [*counts, *(f for t in told for f in t.figures)]
    if asked.manner == "first" and met:
        lines, figures = [_first(words, asked, met[0], values, citations), *lines], _of_first(figures, met[0])
    elif asked.manner == "many" and met:
        figures = [replace(f, role="input") if f.proof == "quoted" and f.role == "answer" else f for f in figures]
    stop = "。" if words is _CHINESE else "."
    text = "\n".join(f"{line}{stop}" for line in lines)
    answer = Answer(question, text, False, asked.query.scope, tuple(figures), tuple(citations.items), 0.0)
    return keep_proven(answer, asked.query.text)


@dataclass(frozen=True, slots=True)
class _Told:
    """A line about some of the years, the figure that counts them, and those of their values."""

    text: str
    count: ShownFigure
    figures: tuple[ShownFigure, ...]


def _told(words: _Words, form: str, years: Sequence[YearValue], citations: Citations, bound: str) -> _Told:
    role: Role = "answer" if form == words.met else "context"
    listed = words.between.join(_of_year(words, v, citations) for v in years)
    n = words.counted(len(years))
    text = form.format(bound=bound, n=n, years=listed)
    figures = tuple(replace(shown_figure(c, _cited(c, citations)), role=role) for v in years for c in v.stated)
    numbers = tuple(dict.fromkeys(n for f in figures for n in f.citations))
    return _Told(text, _count(n, len(years), _MARK.sub("", text), numbers, role), figures)


def _of_year(words: _Words, value: YearValue, citations: Citations) -> str:
    stated = words.otherwise.join(
        f"{' '.join(written(c.candidate.figure).split())}[{_cited(c, citations)}]" for c in value.stated
    )
    return words.year.format(y=value.year, value=stated)


def _cited(chosen: Chosen, citations: Citations) -> int:
    sentence = chosen.candidate.sentence
    return citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)


def _count(text: str, value: int, formula: str, cited: tuple[int, ...], role: Role) -> ShownFigure:
    """Return a number of years as a derived figure."""
    return ShownFigure(text, str(value), "年", "other", "actual", "", "", role, "derived", formula, cited)


def _first(words: _Words, asked: AskedYears, first: YearValue, values: Sequence[YearValue], citations: Citations) -> str:
    """Return the line on the first year; that it is the first is not said where no earlier value was found, though a year before it was asked about."""
    earliest = first.year == values[0].year and (first.year != asked.years[0] or not asked.is_bounded)
    return (words.begins if earliest else words.first).format(bound=asked.words, years=_of_year(words, first, citations))


def _of_first(figures: Sequence[ShownFigure], first: YearValue) -> list[ShownFigure]:
    """Return the figures with those of the first year as the answer, and all others beside it."""
    own = str(first.year)
    return [f if f.role != "answer" or (f.proof == "quoted" and f.period == own) else replace(f, role="context") for f in figures]
