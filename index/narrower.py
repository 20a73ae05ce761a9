"""The reports that a question is likeliest about, among all that its scope admits."""

from collections.abc import Collection, Sequence

from corpus.matching import matching_text
from corpus.report import Metadata, covered_years
from index.catalogue import ReportCard
from index.opening import Library
from index.query import Query

_FEW_TITLES = 0.02
_BUDGET = "预算"
_PLANNING = frozenset(["政府工作报告", _BUDGET, "讲话", "其他"])
_TELLING_BEFORE = frozenset([_BUDGET, "工作计划"])


def of_the_years(library: Library, query: Query, reports: Collection[int] | None) -> list[int]:
    """Return the reports that cover the years asked about or were issued in them or a year after; empty if that tells nothing apart."""
    asked = set(query.scope.years) | set(query.scope.span[-1:])
    cards = [c for c in library.catalogue() if reports is None or c.id in reports]
    likely = [
        c.id
        for c in cards
        if (c.metadata.year is not None and asked & {c.metadata.year, c.metadata.year - 1})
        or asked & covered_years(c.metadata.period)
    ]
    return likely if len(likely) < len(cards) else []


def named_by_title(library: Library, query: Query, reports: Collection[int] | None) -> list[int]:
    """Return the reports whose titles hold a word of the question that few titles hold: a university names the speech given there."""
    catalogue = library.catalogue()
    cards = [c for c in catalogue if reports is None or c.id in reports]
    all_titles = catalogue.made(_titles)
    titles = {c.id: all_titles[c.id] for c in cards}
    found: set[int] = set()
    for term in (*query.terms, *query.translations):
        named = {i for i, title in titles.items() if term in title} if len(term) > 1 else set()
        found |= named if len(named) <= max(1, _FEW_TITLES * len(cards)) else set()
    return sorted(found) if len(found) < len(cards) else []


def years_of(metadata: Metadata) -> range:
    """Return the years that a report tells of: those of its period, and that of its issue where it plans; empty if they are not known."""
    told = covered_years(metadata.period)
    planned = {metadata.year} if told and metadata.year is not None and metadata.type in _PLANNING else set()
    # A budget tells how the year before went, and so does a plan of work.
    before = {min(told) - 1} if told and metadata.type in _TELLING_BEFORE else set()
    every = {*told, *planned, *before}
    return range(min(every), max(every) + 1) if every else range(0)


def _titles(cards: Sequence[ReportCard]) -> dict[int, str]:
    return {c.id: matching_text(c.metadata.title) for c in cards}
