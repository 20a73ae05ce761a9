"""Tell each thing that a question lists on a line of its own, named, with its value and its source; what the reports do not give is named as missing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.answer import Answer, ShownFigure
from app.choosing.bounds import bound_before
from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from app.citations import Citations
from app.composing import Statement, excerpt, shown_figure
from app.proof import keep_proven
from index.query import Query

_HAN = re.compile("[一-龥]")
_MOVES = frozenset({"growth", "change"})
# The word that a report moves a rate by, right before it.
_MOVED = re.compile(
    "(?:增长|增加|增产|上涨|上升|提高|提升|扩大|下降|减少|减产|下跌|降低|回落|收窄|增|涨|降|减)(?=了?约?近?超?过?$)"
)


@dataclass(frozen=True, slots=True)
class Member:
    """A thing that a question lists: its name, and the figures that answer, one or both ends of a way; `rate` is told of the value (None for none)."""

    name: str
    figures: tuple[Chosen, ...] = ()
    rate: Chosen | None = None

    @property
    def told(self) -> tuple[Chosen, ...]:
        """Return all figures on its line."""
        return (*self.figures, self.rate) if self.rate is not None else self.figures


def tell_each(question: str, query: Query, members: Sequence[Member]) -> Answer:
    """Return the answer: a line for each member; a sentence that holds several of them is quoted once, behind the last of them."""
    chinese = _HAN.search(question) is not None
    citations = Citations()
    figures: list[ShownFigure] = []
    lines: list[str] = []
    quoted: set[tuple[int, int]] = set()
    for group in _by_sentence(members):
        for member in group:
            line, own = _line(member, citations, chinese=chinese)
            lines.append(line)
            figures += own
        at = sentence_of(group[0].figures[0]) if group[0].figures else None
        if at is not None and at not in quoted:
            quoted.add(at)
            every = tuple(c for m in members for c in m.told if sentence_of(c) == at)
            quote = excerpt(Statement("", every))
            lines[-1] += f"。原文：“{quote}”" if chinese else f". Source: “{quote}”"
    answer = Answer(question, "\n".join(lines), False, query.scope, tuple(figures), tuple(citations.items), 0.0)
    return keep_proven(answer, query.text)


def _by_sentence(members: Sequence[Member]) -> list[list[Member]]:
    """Return the members in order, neighbours of one sentence together."""
    groups: list[list[Member]] = []
    for member in members:
        before = groups[-1][-1].figures if groups else ()
        if before and member.figures and sentence_of(before[0]) == sentence_of(member.figures[0]):
            groups[-1].append(member)
        else:
            groups.append([member])
    return groups


def _line(member: Member, citations: Citations, *, chinese: bool) -> tuple[str, list[ShownFigure]]:
    name = member.name if chinese else member.name[:1].upper() + member.name[1:]
    if not member.figures:
        return (f"{name}：资料库里的报告没有给出这一项。" if chinese else f"{name}: the reports do not state this."), []
    sentence = member.figures[0].candidate.sentence
    n = citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)
    shown = [shown_figure(c, n) for c in member.told]
    texts = [_directed(c, f.text, chinese=chinese) for c, f in zip(member.told, shown, strict=True)]
    values = " → ".join(texts[: len(member.figures)])
    values = ("，" if chinese else ", ").join((values, *texts[len(member.figures) :]))
    return (f"{name}：{values}[{n}]" if chinese else f"{name}: {values} [{n}]"), shown


def _directed(c: Chosen, text: str, *, chinese: bool) -> str:
    """Return a value as written, a rate of change with the word that the report moves it by: 下降2%; in English with its bound: up to 5%."""
    figure = c.candidate.figure
    if not chinese:
        return f"{bound_before(c)}{text}"
    if figure.kind not in _MOVES:
        return text
    sentence = c.candidate.sentence
    moved = _MOVED.search(sentence.text[: figure.start - sentence.start])
    return f"{moved[0] if moved else '下降' if figure.polarity == '-' else ''}{text}"
