"""Put an answer about earlier answers into words: their own lines and citations below what was worked out from them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from app.answer import Answer, ShownFigure
from app.conversation.turns import Turn, Value
from app.english_reading import beside, readings_of
from app.proof import keep_proven
from app.working.deriving import Derived, shown
from corpus.matching import is_chinese
from index.citation import Citation

Why = Literal["nothing", "rate", "unit", "share", "reason", "alone", "mean"]
_QUOTED = re.compile("原文：|Source: ")
_MARK = re.compile(r"\[(\d+)\]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CANNOT: dict[str, tuple[str, str]] = {
    "nothing": ("上一个问题没有在报告里找到答案，因此没有可说明的。", "The question before was not answered from the reports, so there is nothing to go on."),
    "alone": ("前面没有两个可以相加的数。出处见下。", "The answers before hold no two values that can be added. Their source is cited."),
    "mean": ("前面没有可以求平均的几个数。出处见下。", "The answers before hold no values to take a mean of. Their source is cited."),
    "rate": ("报告没有给出汇率，不换算成另一种货币。出处见下。", "The reports give no exchange rate, so the amount is not converted into another currency. Its source is cited."),
    "unit": ("这个数不能换成所问的单位。出处见下。", "The value cannot be given in that unit. Its source is cited."),
    "share": ("报告没有给出这个占比。相关的原文见出处。", "The reports do not state this share. The nearest passages are cited."),
    "reason": ("报告没有说明原因。相关的原文见出处。", "The reports do not give a reason. The nearest passages are cited."),
}  # fmt: skip
_ONLY_GATHERED: dict[str, tuple[str, str]] = {
    "sum": ("这几个数不能相加，各是：", "These values do not add up to one; they are:"),
    "mean": ("这几个数不能求平均，各是：", "No mean can be taken of these values; they are:"),
    "difference": ("两个数的单位或口径不同，不能相减，各是：", "The two values are of different kinds, so no difference is taken; they are:"),
    "share": ("两个数的单位或口径不同，算不出占比，各是：", "The two values are of different kinds, so no share is worked out; they are:"),
    "ratio": ("两个数的单位或口径不同，算不出倍数，各是：", "The two values are of different kinds, so no ratio is worked out; they are:"),
    "measure": ("这几个数不是同一项指标，不作比较，各是：", "These values are not of one measure, so they are not set against one another; they are:"),
    "which": ("两个数相同，或单位、口径不同，比不出高低，各是：", "The values are the same or of different kinds, so none is put first; they are:"),
}  # fmt: skip


def compose_derived(
    question: str, derived: Derived, values: Sequence[Value], labels: Sequence[str], *, leads: str = "", rising: int = 1
) -> Answer:
    """Return the answer that gives a value worked out from earlier ones; `leads` names the one that is more (less if `rising` is -1)."""
    citations, inputs, lines = _gather(values, labels)
    asked = " ".join((question, *labels))
    chinese = is_chinese(question)
    marks = tuple(dict.fromkeys(n for f in inputs for n in f.citations))
    cited = "".join(f"[{n}]" for n in marks)
    result = shown(derived, values[0].figure, marks)
    if chinese:
        way = f"{leads}{'多' if rising > 0 else '少'}" if leads else ""
        head = f"{way}{derived.text}{cited}。推算：{derived.formula}"
    else:
        way = f"{leads} is {'higher' if rising > 0 else 'lower'} by " if leads else ""
        head = f"{way}{beside(result)} {cited}. Derived: {derived.formula}"
    read = () if chinese else readings_of((result, *inputs))
    figures = (result, *inputs, *read, *_years_told(question, labels))
    return _answer(question, asked, values[-1].turn, "\n".join((head, *lines)), figures, citations)


def gathered(
    question: str, values: Sequence[Value], labels: Sequence[str], kind: str, *, most: Value | None = None, rising: int = 1
) -> Answer:
    """Return the values side by side, ahead of them the greatest or why nothing was worked out."""
    citations, inputs, lines = _gather(values, labels)
    chinese = is_chinese(question)
    alike = len({v.figure.value for v in values}) == len(values) and len({v.shown.unit for v in values}) == 1
    if most is not None and alike:
        at = next(i for i, v in enumerate(values) if v is most)
        inputs[at] = replace(inputs[at], role="answer")
        cited = "".join(f"[{n}]" for n in inputs[at].citations)
        way = ("最高" if rising > 0 else "最低") if chinese else ("the highest" if rising > 0 else "the lowest")
        head = (
            f"{labels[at]}{way}：{inputs[at].text}{cited}" if chinese else f"{labels[at]} is {way}: {beside(inputs[at])} {cited}"
        )
    else:
        inputs = [replace(f, role="answer") for f in inputs]
        head = _ONLY_GATHERED[kind][0 if chinese else 1]
    figures = (*inputs, *(() if chinese else readings_of(inputs)), *_years_told(question, labels))
    return _answer(question, " ".join((question, *labels)), values[-1].turn, "\n".join((head, *lines)), figures, citations)


def _years_told(question: str, labels: Sequence[str]) -> list[ShownFigure]:
    """Return the years that values are labelled with as they follow from one another: the year before 2006 is 2005."""
    years = list(dict.fromkeys(int(y) for label in labels for y in _YEAR.findall(label) if y not in question))
    return [
        ShownFigure(str(y), str(y), "年", "other", "actual", "", "", "context", "derived", _formula(y, years), ()) for y in years
    ]


def _formula(year: int, years: Sequence[int]) -> str:
    return f"{year + 1} − 1 = {year}" if year + 1 in years else f"{year}年"


def compose_source(question: str, turn: Turn) -> Answer:
    """Return where the answer before stands: title, headings and page of each citation, with its sentence."""
    chinese = is_chinese(question)
    lines = []
    for c in turn.answer.citations:
        headings = " › ".join(c.headings)
        if chinese:
            page = f"第{c.page}页" if c.page else ""
            where = "，".join(part for part in (f"《{c.title}》", f"“{headings}”" if headings else "", page) if part)
            lines.append(f"{where}[{c.n}]。原文：“{_one_line(c.quote)}”")
        else:
            page = f"page {c.page}" if c.page else ""
            where = ", ".join(part for part in (c.title, f"“{headings}”" if headings else "", page) if part)
            lines.append(f"{where} [{c.n}]. Source: “{_one_line(c.quote)}”")
    return replace(turn.answer, question=question, answer="\n".join(lines))


def compose_when(question: str, turn: Turn) -> Answer:
    """Return the time that the value answered before is of, and the report that tells it; without a time the report alone."""
    chinese = is_chinese(question)
    first = turn.answer.citations[0]
    period = turn.values[0].period if turn.values else ""
    time = _period_told(period, chinese=chinese)
    source = f"《{first.title}》" if chinese else first.title
    if time:
        text = f"是{time}的数[{first.n}]，出自{source}。" if chinese else f"It is for {time} [{first.n}], from {source}."
    else:
        text = (
            f"报告没有写明这个数是哪一年的，出自{source}[{first.n}]。"
            if chinese
            else f"The report does not say when; it is from {source} [{first.n}]."
        )
    told = ShownFigure(time, period[:4], "年", "other", "actual", "", "", "context", "derived", time, (first.n,))
    quote = f"原文：“{_one_line(first.quote)}”" if chinese else f"Source: “{_one_line(first.quote)}”"
    figures = (*turn.answer.figures, *((told,) if time else ()))
    return _answer(question, question, turn, f"{text}\n{quote}", figures, turn.answer.citations)


def _period_told(period: str, *, chinese: bool) -> str:
    """Return a period for a reader: 2023年, 2019年至2023年, 2023年1月至6月; "" for none."""
    start, _, end = (
        period.partition("/") if "/" in period else period.partition("-") if len(period) == len("2019-2023") else (period, "", "")
    )
    if not start:
        return ""
    if not chinese:
        return f"{start} to {end}" if end else start
    first, last = (_year_and_month(p) for p in (start, end))
    return f"{first}至{last.removeprefix(first[:5]) if start[:4] == end[:4] else last}" if end else first


def _year_and_month(period: str) -> str:
    year, _, month = period.partition("-")
    return f"{year}年{f'{int(month)}月' if month else ''}" if year else ""


def cannot(question: str, why: str, turn: Turn) -> Answer:
    """Return the answer that says why there is none, with what the question before cited."""
    text = _CANNOT[why][0 if is_chinese(question) else 1]
    return Answer(question, text, True, turn.answer.scope, (), turn.answer.citations, 0.0)


def _gather(values: Sequence[Value], labels: Sequence[str]) -> tuple[list[Citation], list[ShownFigure], list[str]]:
    """Return the citations of some values under one count, the values with their new marks, and the lines that tell them."""
    citations: list[Citation] = []
    inputs: list[ShownFigure] = []
    lines: list[str] = []
    for value, label in zip(values, labels, strict=True):
        marks = {c.n: _cite(citations, c) for c in value.turn.answer.citations if c.n in _needed(value)}
        inputs.append(replace(value.shown, role="input", citations=tuple(marks[n] for n in value.shown.citations if n in marks)))
        for line in _lines_of(value, set(marks)):
            told = _renumbered(line, marks)
            colon = "：" if is_chinese(value.turn.question) else ": "
            own = told if not label or told.startswith(label) else f"{label}{colon}{told}"
            lines += [own] if own not in lines else []
    return citations, inputs, lines


def _renumbered(line: str, marks: Mapping[int, int]) -> str:
    return _MARK.sub(lambda m: f"[{marks[int(m[1])]}]" if int(m[1]) in marks else "", line)


def _needed(value: Value) -> set[int]:
    return set(value.shown.citations) or {c.n for c in value.turn.answer.citations[:1]}


def _lines_of(value: Value, marks: set[int]) -> list[str]:
    """Return the line of an answer that tells a value; of a value that was worked out, all of its answer."""
    lines = value.turn.answer.answer.split("\n")
    if value.shown.formula:
        return [" ".join(lines[:1])]
    cited = [line for line in lines if {int(n) for n in _MARK.findall(line)} & marks]
    # One sentence may tell several values: the line of this one says it ahead of what it quotes.
    telling = [line for line in cited if value.shown.text in _QUOTED.split(line)[0]]
    telling = telling or [line for line in cited if value.shown.text in line]
    return telling[:1] or lines[:1]


def _cite(citations: list[Citation], c: Citation) -> int:
    same = next((o.n for o in citations if (o.report, o.start, o.end) == (c.report, c.start, c.end)), 0)
    if not same:
        citations.append(replace(c, n=len(citations) + 1))
    return same or len(citations)


def _answer(
    question: str, asked: str, turn: Turn, text: str, figures: tuple[ShownFigure, ...], citations: Sequence[Citation]
) -> Answer:
    """Return an answer whose numerals stand in quotes, formulas or what was asked: a label counts 前一年 from the year of a question."""
    return keep_proven(
        Answer(question, text, False, turn.answer.scope, figures, tuple(citations), 0.0), f"{asked} {turn.question}"
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
