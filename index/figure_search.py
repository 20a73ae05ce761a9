"""Find figures by what they say, without a model: a value in any unit and any way of writing, a measure, a period, a place, a status."""

from dataclasses import dataclass
from decimal import Decimal

from corpus.errors import WenjuError
from corpus.figures.candidates import find_quantities
from corpus.figures.conversion import convert, convertible
from corpus.figures.figure import Figure, Status
from corpus.figures.numerals import fold
from corpus.figures.precision import last_digit
from corpus.report import Metadata
from index.opening import Library
from index.places import short_name
from index.stored_passage import StoredPassage
from index.words import query_words

_NEARLY = Decimal("1e-9")
_PASSAGES = 400
_SAID, _ELSEWHERE = 0.6, 0.4
_ROWS = 5_000


class FigureSearchError(WenjuError):
    """A search for figures that asks for nothing, or for a value that is no quantity."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a figure must say; "" and None ask nothing. `value` is as a user writes it: 1.39万亿斤, 五成, 6.95亿吨."""

    value: str = ""
    measure: str = ""
    period: str = ""
    place: str = ""
    report: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure with its passage. `exact` is false where it only rounds to the value; `score` is the share of the measure's words said."""

    passage: StoredPassage
    figure: Figure
    exact: bool
    score: float


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in its unit with what rounds to it: `low` and `high` are bounds."""

    value: Decimal
    low: Decimal
    high: Decimal
    unit: str


def find_figures(library: Library, wanted: Wanted, *, k: int = 20) -> list[FoundFigure]:
    """Return at most `k` figures that say what is wanted: exact values first, then by the words of the measure, then by report.

    A search by value reads an index over values: it grows with the logarithm of the number of figures. One by measure alone looks at the
    400 passages that fit the words best. Raises FigureSearchError if nothing is asked for or the value is no quantity.
    """
    words = frozenset(query_words(wanted.measure))
    metadata = {c.id: c.metadata for c in library.catalogue()}
    value = _read_value(wanted.value) if wanted.value else None
    if value is not None:
        ids = library.store.passages_with_value(_ranges(value), limit=_ROWS)
    elif words:
        admitted = [i for i, m in metadata.items() if _admits(wanted, m)]
        ids = [hit.id for hit in library.lexical.search(list(words), reports=admitted, k=_PASSAGES)]
    else:
        raise FigureSearchError("no value and no measure is given: write one, as 12.3亿元 or 粮食产量")
    found = [
        FoundFigure(passage, figure, value is None or _is_exact(figure, value), _said(passage, figure, words))
        for passage in library.store.passages(ids).values()
        if passage.report_id in metadata
        and _admits(wanted, metadata[passage.report_id])
        and wanted.report in {"", passage.report}
        for figure in passage.figures
        if (value is None or _holds(figure, value))
        and wanted.period in {"", figure.period}
        and wanted.status in {None, figure.status}
    ]
    kept = [f for f in found if not words or f.score >= _SAID]
    return sorted(kept, key=lambda f: (not f.exact, -f.score, f.passage.report, f.figure.start))[:k]


def _admits(wanted: Wanted, metadata: Metadata) -> bool:
    return not wanted.place or short_name(metadata.place) == short_name(wanted.place)


def _read_value(text: str) -> _Value:
    """Read a value; what is written with two digits or more stands for all that round to it or are cut to it."""
    folded = fold(text.strip())
    quantity = next(iter(find_quantities(folded)), None)
    if quantity is None:
        raise FigureSearchError(f"{text!r} is no quantity: write a number with its unit, as 12.3亿元 or 5.2%")
    value, step = quantity.value, last_digit(folded[quantity.start : quantity.end], quantity.value) or Decimal(0)
    if not step or abs(value / step) < 10:
        step = Decimal(0)
    slack = abs(value) * _NEARLY
    return _Value(value, value - step / 2 - slack, value + max(step - slack, slack), quantity.unit)


def _ranges(value: _Value) -> list[tuple[str, float, float]]:
    """Return the bounds of a value in every unit of its dimension."""
    bounds = []
    for unit in convertible(value.unit):
        low, high = convert(value.low, value.unit, unit), convert(value.high, value.unit, unit)
        if low is not None and high is not None:
            bounds.append((unit, float(low), float(high)))
    return bounds


def _holds(figure: Figure, value: _Value) -> bool:
    converted = convert(figure.value, figure.unit, value.unit)
    return converted is not None and value.low <= converted <= value.high


def _is_exact(figure: Figure, value: _Value) -> bool:
    converted = convert(figure.value, figure.unit, value.unit)
    return converted is not None and abs(converted - value.value) <= abs(value.value) * _NEARLY


def _said(passage: StoredPassage, figure: Figure, words: frozenset[str]) -> float:
    """Return the share of the measure's words that a figure's subject says; those said elsewhere in its passage count less."""
    if not words:
        return 0.0
    subject = words.intersection(query_words(figure.subject))
    around = words.intersection(query_words(f"{passage.text} {passage.context}")) - subject
    return (len(subject) + _ELSEWHERE * len(around)) / len(words)
