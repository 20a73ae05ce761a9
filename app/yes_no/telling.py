"""Put what was decided into words: the verdict first, then the values that prove it, each with its source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Role, ShownFigure
from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from app.citations import Citations
from app.composing import Statement, line_of, shown_figure
from app.proof import keep_proven
from app.working.deriving import Derived, shown
from app.written import written
from app.yes_no.asked import YesNo
from corpus.figures.numerals import fold


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a decision: its name in the answer ("" for none), the figures of one sentence, and how they are said in the first line."""

    label: str
    chosen: tuple[Chosen, ...]
    said: str
    role: Role = "answer"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided: its words (是, 没有完成, 上涨), the values, what follows them in the first line, and a difference between them.

    `remark` stands behind the values in the first line; without a verdict it says why there is none.
    """

    verdict: str
    told: tuple[Told, ...]
    remark: str = ""
    derived: Derived | None = None
    derived_as: str = ""


def value_said(c: Chosen) -> str:
    """Return a value as its report writes it, with the 左右 or 超过 that stands beside it."""
    figure, sentence = c.candidate.figure, c.candidate.sentence
    text = " ".join(written(figure).split())
    if not figure.qualifier:
        return text
    before, behind = sentence.text[: figure.start - sentence.start], sentence.text[figure.end - sentence.start :]
    if behind.lstrip().startswith(figure.qualifier):
        return f"{text}{figure.qualifier}"
    gap = " " if figure.qualifier.isascii() else ""
    return f"{figure.qualifier}{gap}{text}" if fold(before).rstrip("了 ").lower().endswith(figure.qualifier) else text


def tell(yes_no: YesNo, decision: Decision) -> Answer:
    """Return the answer that gives a decision: one line where one sentence proves it, else a line for each value below the first."""
    chinese = not yes_no.english
    citations = Citations()
    figures: list[ShownFigure] = []
    said, lines = [], []
    for told in decision.told:
        sentence = told.chosen[0].candidate.sentence
        n = citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)
        shown_here = [replace(shown_figure(c, n), role=told.role) for c in told.chosen]
        figures += shown_here
        year = _untold_year(yes_no, told)
        if year:
            figures.append(ShownFigure(f"{year}年", year, "年", "other", "actual", "", "", "context", "derived", f"{year}年", ()))
        dated = f"{told.said}（{year}年）" if year and chinese else f"{told.said} ({year})" if year else told.said
        said.append(f"{dated}[{n}]" if chinese else f"{dated} [{n}]")
        lines.append(line_of(Statement(told.label, told.chosen), shown_here, n, chinese=chinese))
    if decision.derived is not None:
        cited = tuple(dict.fromkeys(n for f in figures for n in f.citations))
        figures.append(replace(shown(decision.derived, decision.told[0].chosen[0].candidate.figure, cited), role="context"))
    head = _head(decision, said, chinese=chinese)
    if len({sentence_of(t.chosen[0]) for t in decision.told}) == 1:
        quote = line_of(Statement("", tuple(c for t in decision.told for c in t.chosen)), figures[:1], 1, chinese=chinese)
        lines = [quote[quote.index("原文：" if chinese else "Source: ") :]]
        text = head + ("" if chinese else " ") + lines[0]
    else:
        text = "\n".join((head, *lines))
    query = yes_no.query
    answer = Answer(yes_no.question, text, False, query.scope, tuple(figures), tuple(citations.items), 0.0)
    return keep_proven(answer, query.text)


def _untold_year(yes_no: YesNo, told: Told) -> str:
    """Return the year of a value where the question names none: which it is of must be said beside a 是."""
    scope = yes_no.query.scope
    if scope.years or scope.span or scope.issued:
        return ""
    period = told.chosen[0].candidate.figure.period[:4]
    return period if period.isdigit() and period not in told.said else ""


def _head(decision: Decision, said: Sequence[str], *, chinese: bool) -> str:
    comma, stop, colon = ("，", "。", "：") if chinese else (", ", ".", ": ")
    parts = [*said]
    if decision.derived is not None:
        formula = decision.derived.formula
        parts.append(
            f"{decision.derived_as}{decision.derived.text}（推算：{formula}）"
            if chinese
            else f"{decision.derived_as}{decision.derived.text} (derived: {formula})"
        )
    if decision.remark:
        parts.append(decision.remark)
    body = comma.join(parts)
    return f"{decision.verdict}{colon}{body}{stop}" if decision.verdict else f"{body}{stop}"
