"""The figures of a passage with those that only a claim cares for: ends of ways, names that lists deal out, small numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.claims.ends import with_ends
from app.claims.english_units import with_unit
from app.claims.lists import with_names
from app.claims.named_aims import with_named_aims
from app.claims.numerals import with_mentioned
from app.claims.ranked import with_ranked
from app.claims.totals import with_totals
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.sentences import sentence_at
from index.stored_passage import StoredPassage

_HAN = re.compile("[一-龥]")
_AIM = re.compile("目标|力争|预期|计划(?!生育)|确保(?!了)|争取")


def with_more(passage: StoredPassage, *, small: bool, dated: bool) -> StoredPassage:
    """Return a passage with them; `small` asks for small numbers too, `dated` tells that its report has a year."""
    if passage.context:
        return passage
    read = [f.moved(-passage.start) for f in passage.figures]
    inside = read if _HAN.search(passage.text) else _as_in_english(passage.text, read)
    more = with_mentioned(passage.text, with_ends(passage.text, _named(passage.text, inside)), small=small)
    more = with_named_aims(fold(passage.text), with_ranked(passage.text, more))
    if not dated:
        more = [_by_own_words(passage.text, f) for f in more]
    # Most are as they were.
    own = {id(moved): figure for moved, figure in zip(read, passage.figures, strict=True)}
    return replace(passage, figures=tuple(own.get(id(f)) or f.moved(passage.start) for f in more))


def _named(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures with the names that lists deal out to them, and what came anew to what there is in all."""
    return with_totals(text, with_names(text, figures))


def _as_in_english(text: str, figures: list[Figure]) -> list[Figure]:
    """Return the figures of an English passage with the units that claims know: yuan are 元."""
    return [f if f.unit else _as_it_is(f, with_unit(text, f)) for f in figures]


def _as_it_is(figure: Figure, other: Figure) -> Figure:
    """Return a figure itself where another is the same."""
    return figure if figure == other else other


def _by_own_words(text: str, figure: Figure) -> Figure:
    """Return a figure of a report without a year as a target only where its own sentence says so: what is plan in it cannot be told."""
    start, _ = sentence_at(text, figure.start)
    aimed = figure.status == "target" and _AIM.search(text, start, figure.start)
    return figure if aimed or figure.status == "actual" else replace(figure, status="actual")
