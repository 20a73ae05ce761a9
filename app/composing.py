"""Put an answer into words: every numeral in it stands in a cited quote or is converted or derived from one that does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, ShownFigure
from app.choosing.bounds import bound_before
from app.choosing.chooser import Chosen
from app.choosing.quotes import Quote
from app.choosing.standing import place_of
from app.citations import Citations
from app.decimals import plain
from app.english_reading import beside, readings_of
from app.proof import keep_proven
from app.written import written
from corpus.figures.figure import Figure
from corpus.figures.parts_of_year import months_in_words
from corpus.matching import is_chinese
from index.places import short_name, spellings
from index.query import Query
from index.search import Ranked
from index.stored_passage import StoredPassage

_DIGIT = re.compile(r"\d")
_YEAR_LABEL = re.compile(r"^(\d{4})年(报告)?$")
_CLAUSE_END = re.compile(r"[；;：\n]|[，,](?!\d{3})")

# What leads from a value to its rate, in the same breath and without a numeral; 分别 leads to those of several values.
_LEADS_TO_RATE = re.compile(r"(?:左右|以上)?[，,、（(]\s?(?P<words>(?![^\n]*(?:分别|[，,；;。和]))[^\d\n]{1,16})")
_TOLD_OF_A_VALUE = frozenset(["growth", "change", "share"])


@dataclass(frozen=True, slots=True)
class Statement:
    """One part of an answer: its label ("" if the answer has one part only) and the chosen figures, all of one sentence."""

    label: str
    chosen: tuple[Chosen, ...]


def compose_figures(question: str, query: Query, statements: Sequence[Statement], *, missing: Sequence[str] = ()) -> Answer:
    """Return the answer that gives the chosen figures, each statement with its sentence cited; `missing` are parts without an answer."""
    citations = Citations()
    figures: list[ShownFigure] = []
    lines = []
    for statement in statements:
        sentence = statement.chosen[0].candidate.sentence
        n = citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)
        shown = [f for c in statement.chosen for f in _both_ends(c, shown_figure(c, n))]
        figures += shown
        lines.append(line_of(named(statement, query), shown, n, chinese=is_chinese(question)))
    for label in missing:
        lines.append(
            f"{label}：资料库里的报告没有给出这一项。"
            if is_chinese(question)
            else f"{in_english(spelt(label, query))}: the reports do not state this."
        )
    figures += years_between(query)
    figures += [] if is_chinese(question) else readings_of(figures)
    return answer_of(question, query, "\n".join(lines), tuple(figures), citations)


def years_between(query: Query) -> list[ShownFigure]:
    """Return the years inside a stretch that a question names by its ends as derived from these: their values are labelled with them."""
    if len(query.scope.span) != 2:
        return []
    first, last = query.scope.span
    return [
        ShownFigure(f"{first}–{last}", str(year), "年", "other", "actual", "", "", "context", "derived", f"{year}年", ())
        for year in range(first + 1, last)
    ]


def without_repeats(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements without those whose figures were all given before."""
    seen: set[tuple[int, int]] = set()
    kept = []
    for statement in statements:
        places = set(map(place_of, statement.chosen))
        if not places <= seen:
            kept.append(statement)
        seen |= places
    return kept


def compose_text(
    question: str, query: Query, quotes: Sequence[Quote], ranked: Sequence[Ranked], *, citations: Citations | None = None
) -> Answer:
    """Return the answer that quotes the chosen sentences, or an abstention if there are none; `citations` are those to be numbered on."""
    if not quotes:
        return compose_abstention(question, query, ranked[:3], unknown=())
    citations = citations or Citations()
    lines = [f"{_one_line(q.text)}[{citations.cite(q.passage, q.start, q.end, q.text)}]" for q in quotes]
    return answer_of(question, query, "\n".join(lines), (), citations)


def compose_abstention(question: str, query: Query, nearest: Sequence[Ranked], *, unknown: Sequence[str]) -> Answer:
    """Return the answer that says why there is none, and what lies nearest. It holds no numeral of its own."""
    citations = Citations()
    for ranked in nearest[:3]:
        p = ranked.passage
        citations.cite(p, p.start, p.end, p.text)
    chinese = is_chinese(question)
    if unknown:
        text = (
            f"资料库里没有{'、'.join(unknown)}的报告。" if chinese else f"No report in the library is about {', '.join(unknown)}."
        )
    elif chinese:
        where = f"（{'、'.join(query.scope.places)}）" if query.scope.places else ""
        text = f"资料库里的报告{where}没有给出这一项。"
    else:
        text = "The reports in the library do not state this."
    if citations.items:
        text += "最接近的段落见出处。" if chinese else " The nearest passages are cited."
    return Answer(question, text, True, query.scope, (), tuple(citations.items), 0.0)


def shown_figure(chosen: Chosen, n: int) -> ShownFigure:
    """Return a chosen figure as an answer shows it, with the number of its citation."""
    return shown_in(chosen.candidate.sentence.ranked.passage, chosen.candidate.figure, n)


def shown_in(passage: StoredPassage, f: Figure, n: int) -> ShownFigure:
    """Return a figure of a passage as an answer shows it, with the number of its citation."""
    text = written(f) if passage.context else _with_noun(passage, f)
    return ShownFigure(text, plain(f.value), f.unit, f.kind, f.status, f.period, f.subject, "answer", "quoted", None, (n,))


def _with_noun(passage: StoredPassage, f: Figure) -> str:
    """Return a figure as its sentence writes it, in English with the noun right behind it that it counts: 4.8 million tonnes, 47 ships."""
    behind = passage.text[f.end - passage.start :]
    if f.unit[:1].isascii() and f.unit[:1].isalpha() and f.unit not in f.text and behind.startswith(f" {f.unit}"):
        return f"{f.text.strip()} {f.unit}"
    return f.text.strip()


def _both_ends(chosen: Chosen, shown: ShownFigure) -> list[ShownFigure]:
    """Return a figure, and a range (8%至9%) twice: with the value of its lower and of its upper end."""
    upper = chosen.candidate.figure.value_to
    return [shown] if upper is None else [shown, replace(shown, value=plain(upper))]


def line_of(statement: Statement, shown: Sequence[ShownFigure], n: int, *, chinese: bool) -> str:
    """Return the line of an answer that gives the figures of a statement and quotes what they stand in."""
    values = _values(statement, shown, chinese=chinese)
    label = f"{statement.label}：" if chinese else f"{in_english(statement.label)}: "
    label = label if statement.label else ""
    quote = excerpt(statement)
    cell = _cell_name(statement)
    if cell:
        values += f"（{cell}）" if chinese else f" ({cell})"
    return f"{label}{values}[{n}]。原文：“{quote}”" if chinese else f"{label}{values} [{n}]. Source: “{quote}”"


def named(statement: Statement, query: Query) -> Statement:
    """Return a statement with the label of a place as the question's language has it."""
    return replace(statement, label=spelt(statement.label, query)) if statement.label else statement


def spelt(label: str, query: Query) -> str:
    """Return the label of a place for a question in English in Latin letters, any other label as it is."""
    if is_chinese(query.text) or not any(label in {p, short_name(p)} for p in query.scope.places):
        return label
    return spellings(short_name(label))[0].title()


def _values(statement: Statement, shown: Sequence[ShownFigure], *, chinese: bool) -> str:
    """Return the values that answer, a rate with the words that lead to it from its value: 3.1亿元，比上年增长5%; 31 tonnes, up 5%."""
    if not chinese:
        return _values_in_english(statement, shown)
    texts = tuple(dict.fromkeys(f.text for f in shown))
    if len(texts) != len(statement.chosen):
        return "、".join(texts)
    sentence = statement.chosen[0].candidate.sentence
    told = texts[0]
    for before, own, text in zip(statement.chosen, statement.chosen[1:], texts[1:], strict=False):
        value, rate = before.candidate.figure, own.candidate.figure
        between = sentence.text[value.end - sentence.start : max(0, rate.start - sentence.start)]
        led = _LEADS_TO_RATE.fullmatch(between) if value.kind == "level" and rate.kind in _TOLD_OF_A_VALUE else None
        told += f"，{led['words']}{text}" if led else f"、{text}"
    return told


def _values_in_english(statement: Statement, shown: Sequence[ShownFigure]) -> str:
    """Return the values with their English readings; a rate behind its value says which way it went."""
    told: dict[str, str] = {}
    moved = {c.candidate.figure.text.strip(): c.candidate.figure for c in statement.chosen[1:]}
    bounds = {shown_figure(c, 0).text: bound_before(c) for c in statement.chosen}
    leads = statement.chosen[0].candidate.figure.kind == "level"
    for f in shown:
        own = moved.get(f.text)
        way = (
            {"+": "up ", "-": "down "}.get(own.polarity, "")
            if own is not None and leads and own.kind in {"growth", "change"}
            else ""
        )
        bound = bounds.get(f.text, "")
        told.setdefault(f.text, f"{way}{bound}{beside(f)}")
    return ", ".join(told.values())


def in_english(label: str) -> str:
    """Return the label of a part as a question in English has it: a year without 年, the report of one in its words."""
    return _YEAR_LABEL.sub(lambda m: f"{m[1]} report" if m[2] else m[1], label)


def _cell_name(statement: Statement) -> str:
    """Return row and column of a table's cell, "" for running text; heads with numerals of their own are no part of the quoted row.

    Months are spelt out: 一至九月累计 for a column that is headed 1—9月累计.
    """
    passage = statement.chosen[0].candidate.sentence.ranked.passage
    subjects = {c.candidate.figure.subject for c in statement.chosen}
    name = months_in_words(subjects.pop()) if passage.context and len(subjects) == 1 else ""
    # Row and column of a Chinese table stand side by side.
    name = name.replace(" ", " · ") if is_chinese(name) else name
    return "" if _DIGIT.search(name) else name


def excerpt(statement: Statement) -> str:
    """Return the clauses of the sentence around the chosen figures: all of it if it is short."""
    sentence = statement.chosen[0].candidate.sentence
    text = sentence.text
    first = min(c.candidate.figure.start for c in statement.chosen) - sentence.start
    last = max(c.candidate.figure.end for c in statement.chosen) - sentence.start
    if len(text) <= 90:
        return _one_line(text)
    # (Matched in the whole text: cut before the figure, 13,762,090 would end at one of its commas.)
    start = max((m.end() for m in _CLAUSE_END.finditer(text) if m.end() <= max(0, first - 24)), default=0)
    rest = re.search(r"[；;。\n]|[，,](?!\d{3})", text[last:])
    end = last + rest.start() if rest else len(text)
    more = "……" if is_chinese(text) else "…"
    return f"{more if start else ''}{_one_line(text[start:end])}{more if end < len(text) - 1 else ''}"


def answer_of(question: str, query: Query, text: str, figures: tuple[ShownFigure, ...], citations: Citations) -> Answer:
    """Return an answer without what is not proven."""
    return keep_proven(Answer(question, text, False, query.scope, figures, tuple(citations.items), 0.0), query.text)


def _one_line(text: str) -> str:
    """Return a text without line ends, between Han characters nothing takes their place, and without the marks of Markdown."""
    text = text.replace("**", "")
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<=[一-龥，、])\s*\n\s*(?=[一-龥])", "", text)).strip()
