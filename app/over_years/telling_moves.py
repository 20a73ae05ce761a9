"""Tell the values of a measure year by year, and how far the last lies from the first, with the formula."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.answer import Answer, ShownFigure
from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from app.citations import Citations
from app.composing import shown_figure
from app.proof import keep_proven
from app.working.deriving import difference, shown
from app.written import written
from corpus.figures.figure import Figure
from corpus.matching import is_chinese
from index.query import Query

_MOVES = frozenset({"growth", "change"})
_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class YearsTold:
    """The figures of each year that has a value (more than one where later reports revise it), the years in order, and those that have none."""

    values: Mapping[int, Sequence[Chosen]]
    missing: tuple[int, ...]


def tell_moves(question: str, query: Query, told: YearsTold) -> Answer:
    """Return the answer: the way from the first year to the last, every year's value with its source, and the years without one."""
    chinese = is_chinese(question)
    citations = Citations()
    shown_of = {year: [_shown(c, citations) for c in chosen] for year, chosen in told.values.items()}
    years = sorted(told.values)
    way = _way(told, years, shown_of, chinese=chinese)
    lines = [way.text] if way else []
    lines += [_line(group, told, shown_of, chinese=chinese) for group in _by_sentence(told, years)]
    if told.missing:
        missing = "、".join(f"{y}年" for y in told.missing) if chinese else ", ".join(map(str, told.missing))
        lines.append(f"没有查到数值的年份：{missing}。" if chinese else f"No value found for {missing}.")
    figures = [*((way.figure,) if way else ()), *(f for year in years for f in shown_of[year])]
    figures += [_as_asked(year) for year in (*years, *told.missing)]
    answer = Answer(question, "\n".join(lines), False, query.scope, tuple(figures), tuple(citations.items), 0.0)
    return keep_proven(answer, query.text)


@dataclass(frozen=True, slots=True)
class _Way:
    text: str
    figure: ShownFigure


def _way(told: YearsTold, years: Sequence[int], shown_of: Mapping[int, Sequence[ShownFigure]], *, chinese: bool) -> _Way | None:
    """Return the line that says how far the last value lies from the first; None for rates that fell, whose signs the reports put into words."""
    first, last = (told.values[y][0].candidate.figure for y in (years[0], years[-1]))
    if any(f.kind in _MOVES and f.polarity == "-" for f in (first, last)):
        return None
    rose = last.value >= first.value
    result = difference(last, first) if rose else difference(first, last)
    if result is None:
        return None
    cited = tuple(dict.fromkeys(n for y in (years[0], years[-1]) for n in shown_of[y][0].citations))
    marks = "".join(f"[{n}]" for n in cited)
    ends = (written(first), written(last))
    if chinese:
        ways = ("提高", "下降") if result.unit == "百分点" else ("增加", "减少")
        moved = f"{ways[0 if rose else 1]}{result.text}" if result.value else "没有变化"
        text = f"{years[0]}年{ends[0]}，{years[-1]}年{ends[1]}，{moved}{marks}。推算：{result.formula}"
    else:
        moved = f"{'up' if rose else 'down'} {result.text}" if result.value else "unchanged"
        text = f"{years[0]}: {ends[0]}; {years[-1]}: {ends[1]}; {moved} {marks}. Derived: {result.formula}"
    return _Way(text, shown(result, last, cited))


def _by_sentence(told: YearsTold, years: Sequence[int]) -> list[list[int]]:
    """Return the years in order, neighbours whose values one sentence or row gives together."""
    groups: list[list[int]] = []
    for year in years:
        if groups and len(told.values[year]) == 1 and _same_sentence(told, groups[-1][-1], year):
            groups[-1].append(year)
        else:
            groups.append([year])
    return groups


def _same_sentence(told: YearsTold, before: int, year: int) -> bool:
    return sentence_of(told.values[before][0]) == sentence_of(told.values[year][0]) and len(told.values[before]) == 1


def _line(years: Sequence[int], told: YearsTold, shown_of: Mapping[int, Sequence[ShownFigure]], *, chinese: bool) -> str:
    values = [(year, _value(told.values[year], shown_of[year], chinese=chinese)) for year in years]
    quote = _quote(told.values[years[0]][0])
    if chinese:
        return f"{'；'.join(f'{year}年：{value}' for year, value in values)}。原文：“{quote}”"
    return f"{'; '.join(f'{year}: {value}' for year, value in values)}. Source: “{quote}”"


def _value(stated: Sequence[Chosen], shown_figures: Sequence[ShownFigure], *, chinese: bool) -> str:
    told = [
        f"{_directed(c.candidate.figure, f.text, chinese=chinese)}[{f.citations[0]}]"
        for c, f in zip(stated, shown_figures, strict=True)
    ]
    return ("，又作" if chinese else ", also given as ").join(told)


def _directed(figure: Figure, text: str, *, chinese: bool) -> str:
    """Return a value as written, a rate of change that fell with its direction."""
    if figure.kind not in _MOVES or figure.polarity != "-":
        return text
    return f"下降{text}" if chinese else f"down {text}"


def _quote(c: Chosen) -> str:
    """Return the sentence of a figure, of a long one the part around it."""
    sentence, figure = c.candidate.sentence, c.candidate.figure
    text, at = sentence.text, figure.start - sentence.start
    if len(text) > _LONGEST_QUOTE:
        start = max((m.end() for m in re.finditer("[；;。]|[，,](?!\\d{3})", text) if m.end() <= max(0, at - 24)), default=0)
        rest = re.search("[；;。]|[，,](?!\\d{3})", text[figure.end - sentence.start :])
        end = figure.end - sentence.start + rest.start() if rest else len(text)
        text = f"{'……' if start else ''}{text[start:end]}{'……' if end < len(text) else ''}"
    return " ".join(text.replace("**", "").split())


def _shown(c: Chosen, citations: Citations) -> ShownFigure:
    sentence = c.candidate.sentence
    return shown_figure(c, citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text))


def _as_asked(year: int) -> ShownFigure:
    """Return a year of the stretch asked about: the question names it, or the years between which it lies, or those that it counts back."""
    return ShownFigure(f"{year}年", str(year), "年", "other", "actual", "", "", "context", "derived", f"{year}年", ())
