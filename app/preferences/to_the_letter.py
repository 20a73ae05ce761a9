"""Tell a row of a table that says what a question asks for to the letter: there is no doubt that it is meant."""

import re

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.query import Query
from index.unit_classes import class_of_unit

# So much of the question's words stand in row, column and caption, and of the row's own words in the question.
_TOLD, _LABEL = 0.65, 0.5
_SHORTEST = 2
# A concept as sure as this is meant.
_SURELY = 0.7
_HAN = re.compile("[一-龥]")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s?年?度?\s*\|")


def told_to_the_letter(query: Query, best: Chosen) -> bool:
    """Tell whether the row of a figure has most words of the question, is named by them, and is of its year and class of unit."""
    passage, figure = best.candidate.sentence.ranked.passage, best.candidate.figure
    if not fits_row(query, best):
        return False
    question = fold(query.text).lower()
    told = matching_text(f"{figure.subject} {passage.context}")
    terms = [t for t in query.terms if len(t) >= _SHORTEST]
    found = [t for t in terms if any(name in told for name in (t, *names_of(t, question)))]
    if _is_of_year_row(best) and figure.period in {str(y) for y in query.scope.years}:
        return sum(map(len, found)) >= _TOLD * sum(map(len, terms))
    label = _label(best)
    pairs = [label[i : i + _SHORTEST] for i in range(len(label) - 1)]
    said = sum(pair in matching_text(question) for pair in pairs)
    own = any(t in label or any(t in name for name in pairs) for t in found)
    named = bool(pairs) and own and said >= _LABEL * len(pairs)
    return named and sum(map(len, found)) >= _TOLD * sum(map(len, terms))


def told_by_meaning(query: Query, best: Chosen) -> bool:
    """Tell whether a row has the very name that reports write for what the question surely means, and is of its year and unit."""
    if not fits_row(query, best):
        return False
    name = _label(best)
    return any(name == matching_text(word) for concept in query.meant if concept.sure >= _SURELY for word in concept.words)


def fits_row(query: Query, best: Chosen) -> bool:
    """Tell whether a figure is a cell of a table, and of the year, the kind and the class of unit that are asked for."""
    return bool(best.candidate.sentence.ranked.passage.context) and not query.background and _fits(query, best)


def _fits(query: Query, best: Chosen) -> bool:
    figure, need, years = best.candidate.figure, query.need, {str(y) for y in query.scope.years}
    if query.scope.span or (years and figure.period not in years) or (need.kinds and figure.kind not in need.kinds):
        return False
    return not need.unit_class or class_of_unit(figure.unit) == need.unit_class or not figure.unit


def _is_of_year_row(c: Chosen) -> bool:
    """Tell a row that is named by its year."""
    return _YEAR.match(fold(c.candidate.sentence.text)) is not None


def _label(c: Chosen) -> str:
    """Return the last words of a row before the figure."""
    lead = c.candidate.sentence.text[: c.candidate.figure.start - c.candidate.sentence.start]
    words = [cell.strip() for cell in lead.split("|") if _HAN.search(cell)]
    return "".join(_HAN.findall(matching_text(words[-1]))) if words else ""
