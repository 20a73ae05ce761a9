"""The figure of the numbered thing that a question asks for: what the second stage cost, not the first; the third quarter, not the fourth.

Words and vectors hardly tell one number from another, and all else is alike.
"""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind, sentence_of
from corpus.figures.numerals import fold
from index.query import Query

_FITS, _BEHIND = 5.0, 12
# 二期, 第三季度, 一级, 2号线; 十四五时期 and 三年期 number no stages.
_NUMBERED = re.compile(
    r"第?(?P<number>(?<![\d.一二三四五六七八九十])(?:[一二三四五六七八九十]|\d{1,2}))"
    r"(?P<kind>期(?![间货末初满])|季度|产业|批(?!复|准|发)|轮(?!岗)|阶段|档|号线|号楼|届|标段|类地区|孩|胎)"
)
_ORDINAL = re.compile(r"\b(?P<number>first|second|third|fourth|fifth) (?P<kind>[a-z]{4,})")
_NUMBERS = {name: str(n) for n, name in enumerate("一二三四五六七八九十", 1)}


def number_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the best one's sort that is of the number asked for, where the best is of another: of stage two, not of stage one."""
    asked = _asked(query)
    if not asked or not _is_of_another(asked, best):
        return None
    figure = best.candidate.figure
    alike = [
        c
        for c in chosen[1:]
        if (c.candidate.figure.unit, c.candidate.figure.kind) == (figure.unit, figure.kind)
        and best.score - c.score <= _FITS
        and _is_of(asked, c)
    ]
    return next((c for c in alike if sentence_of(c) == sentence_of(best)), next(iter(alike), None))


def _asked(query: Query) -> dict[str, str]:
    """Return the number asked for of each kind of numbered things, none of which two are asked for; what a part leaves out the whole says."""
    for text in (query.text, " ".join(query.background)):
        found = _numbers(fold(text).lower())
        numbers = {kind: {number for own, number in found if own == kind} for kind, _ in found}
        if numbers:
            return {kind: next(iter(own)) for kind, own in numbers.items() if len(own) == 1}
    return {}


def _is_of_another(asked: dict[str, str], c: Chosen) -> bool:
    told = _told(c)
    return any(told.get(kind, number) != number for kind, number in asked.items())


def _is_of(asked: dict[str, str], c: Chosen) -> bool:
    told = _told(c)
    return all(told.get(kind) == number for kind, number in asked.items())


def _told(c: Chosen) -> dict[str, str]:
    """Return the last number of each kind that the sentence of a figure has before it, that right behind it, or that in the name of its cell."""
    if c.candidate.sentence.ranked.passage.context:
        return dict(_numbers(fold(c.candidate.figure.subject).lower()))
    told = dict(_numbers(fold(ahead(c)).lower()))
    near = re.split("[，,。；;、]| and ", fold(behind(c))[: _BEHIND * 3].lower(), maxsplit=1)[0]
    return told | dict(_numbers(near))


def _numbers(text: str) -> list[tuple[str, str]]:
    """Return the kind and the number of each numbered thing that a folded text names, in order."""
    if text.isascii():
        return [(m["kind"], m["number"]) for m in _ORDINAL.finditer(text)]
    return [(m["kind"], _NUMBERS.get(m["number"], m["number"])) for m in _NUMBERED.finditer(text)]
