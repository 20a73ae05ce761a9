"""What a question plainly means of a table or of two units: the parent's table where it is named, the total of a row, the unit that is named."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.words import cut
from app.working.computed import sentence_of
from corpus.figures.conversion import convertible
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

_TRIED = 12
_NAMED_ALIKE = 0.5
# So much less may a row of the parent's table fit than one of the group's, and a total than one of its parts.
_PARENT_FITS, _TOTAL_FITS = 6.0, 6.0
_PARENT = re.compile("(?<!归属于)(?<!归属)母公司")
# Columns that name no part of a row.
_WHOLE = frozenset(
    ["总计", "合计", "总额", "总数", "总量", "小计", "金额", "数量", "数额", "数值", "绝对值", "绝对数", "绝对量", "total"]
)


def parents_row(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of the parent company's table where the question names the parent and the best row is of the group's."""
    if not _PARENT.search(query.text) or not _is_row(best) or _is_of_parent(best):
        return None
    figure = best.candidate.figure
    return next(
        (
            c
            for c in _near(best, chosen, _PARENT_FITS)
            if _is_row(c)
            and _is_of_parent(c)
            and (c.candidate.figure.unit, c.candidate.figure.period) == (figure.unit, figure.period)
            and named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE
        ),
        None,
    )


def whole_of_row(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the total of a row where the question names no column and the best cell is of a part: 自然人, where all applications are asked for."""
    if not _is_row(best):
        return None
    figure, question = best.candidate.figure, matching_text(query.text)
    for c in _near(best, chosen, _TOTAL_FITS):
        other = c.candidate.figure
        if sentence_of(c) != sentence_of(best) or (other.unit, other.period, other.kind) != (
            figure.unit,
            figure.period,
            figure.kind,
        ):
            continue
        own, others = set(cut(figure.subject)), set(cut(other.subject))
        parts = own - others
        is_whole = bool(others - own) and others - own <= _WHOLE
        if is_whole and parts and not parts & _WHOLE and not any(_is_said(part, question) for part in parts):
            return c
    return None


def of_named_unit(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure beside the best that has the very unit which the question names: 1,200 acres or 2 square miles, 多少英亩."""
    asked = query.need.unit
    units = convertible(asked) if asked else {}
    figure = best.candidate.figure
    if figure.unit not in units or units[figure.unit] == units[asked]:
        return None
    same = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best))
    return next((c for c in same if (u := c.candidate.figure.unit) in units and units[u] == units[asked]), None)


def _is_said(word: str, question: str) -> bool:
    """Tell whether a question has a word, or any two letters of it that follow one another."""
    return len(word) > 1 and any(fold(word[i : i + 2]) in question for i in range(len(word) - 1))


def _near(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    return [c for c in chosen[1:] if best.score - c.score <= most]


def _is_row(c: Chosen) -> bool:
    return bool(c.candidate.sentence.ranked.passage.context)


def _is_of_parent(c: Chosen) -> bool:
    passage = c.candidate.sentence.ranked.passage
    return bool(_PARENT.search(" ".join((passage.context, *passage.section))))
