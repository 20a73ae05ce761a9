"""Lint reports of a store: each against itself, and against the report of the year before of the same place and kind."""

from collections.abc import Iterator, Sequence

from app.answer import ShownFigure
from app.citations import Citations
from app.decimals import plain
from app.lint.by_name import NEIGHBOUR, OWN
from app.lint.finding import Finding, Oddity, Place, ReportFindings
from app.lint.statements import Reading, read_statements
from index.catalogue import ReportCard
from index.store import Store


def lint(store: Store, reports: Sequence[str] = ()) -> Iterator[ReportFindings]:
    """Yield the findings of the named reports, of all if none is named, in the order of their keys.

    Raises UnknownReportError before the first is read. A report takes some 20 ms; the year before's is kept for the next.
    """
    catalogue = store.catalogue()
    cards = [store.card(name) for name in reports] if reports else list(catalogue)
    return _lint_all(store, catalogue, list(dict.fromkeys(cards)))


def _lint_all(store: Store, catalogue: Sequence[ReportCard], cards: Sequence[ReportCard]) -> Iterator[ReportFindings]:
    kept: Reading | None = None
    for card in cards:
        reading = read_statements(store, card)
        earlier = _year_before(card, catalogue)
        if earlier is None:
            before = None
        else:
            before = kept if kept is not None and kept.card == earlier else read_statements(store, earlier)
        yield _findings(reading, before)
        kept = reading


def _year_before(card: ReportCard, catalogue: Sequence[ReportCard]) -> ReportCard | None:
    """Return the report of the same place and kind issued the year before, None if there is none or more than one."""
    m = card.metadata
    if m.year is None or not m.place:
        return None
    wanted = (m.place, m.type, m.language, m.year - 1)
    found = [c for c in catalogue if (c.metadata.place, c.metadata.type, c.metadata.language, c.metadata.year) == wanted]
    return found[0] if len(found) == 1 else None


def _findings(reading: Reading, before: Reading | None) -> ReportFindings:
    citations = Citations()
    own = [(name, oddity) for name, rule in OWN.items() for oddity in rule(reading)]
    own.sort(key=lambda pair: pair[1].places[0].start)
    beside = [] if before is None else [(name, oddity) for name, rule in NEIGHBOUR.items() for oddity in rule(reading, before)]
    findings = [_finding(name, oddity, citations) for name, oddity in (*own, *beside)]
    return ReportFindings(reading.card.key, reading.card.metadata.title, tuple(findings), tuple(citations.items))


def _finding(rule: str, oddity: Oddity, citations: Citations) -> Finding:
    numbers, figures = [], []
    for place in oddity.places:
        p = place.passage
        n = citations.cite(p, place.start, place.end, p.text[place.start - p.start : place.end - p.start])
        numbers.append(n)
        if place.figure is not None:
            figures.append(_shown(place, n))
    return Finding(
        rule, oddity.message, oddity.message_en, oddity.formula, tuple(figures), tuple(dict.fromkeys(numbers)), oddity.severity
    )


def _shown(place: Place, n: int) -> ShownFigure:
    f = place.figure
    assert f is not None
    return ShownFigure(
        f.text.strip(), plain(f.value), f.unit, f.kind, f.status, f.period, f.subject, "input", "quoted", None, (n,)
    )
