"""What the browser sends, checked: every value may be forged."""

from dataclasses import dataclass

from index.hit import Span
from index.scope import Scope

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question or a query with the chosen years and reports; `text` is "" where nothing usable came."""

    text: str
    years: tuple[int, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The address of a passage to open, its page (0 where it is not known), and the figures to mark in it: their texts, or their very places."""

    report: str
    start: int
    end: int
    figures: tuple[str, ...]
    page: int = 0
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for as one types, the reports that the search is limited to, and the facets that are chosen."""

    text: str
    reports: tuple[str, ...]
    years: tuple[int, ...]
    places: tuple[str, ...]
    types: tuple[str, ...]


def read_sought(data: object) -> Sought:
    """Read a query and its facets."""
    facets = _get(data, "facets")
    years = _years(_texts(_get(facets, "year")))
    places, types = _texts(_get(facets, "place")), _texts(_get(facets, "type"))
    return Sought(read_text(_get(data, "text")), _texts(_get(data, "reports")), years, places, types)


@dataclass(frozen=True, slots=True)
class Again:
    """The turn to ask again (0 for none), and what to take out of its scope."""

    turn: int
    dropped: Scope


def read_again(data: object) -> Again:
    """Read which turn is to be asked again without which part of its scope."""
    kind, values = _get(data, "kind"), _texts(_get(data, "values"))
    dropped = {
        "years": Scope(years=_years(values)),
        "places": Scope(places=values),
        "issuers": Scope(issuers=values),
        "types": Scope(types=values),
        "reports": Scope(reports=values),
    }
    return Again(read_number(data, "again"), dropped.get(str(kind), Scope()))


def read_asked(data: object) -> Asked:
    """Read a question with the years and reports that it is limited to, as the composer sends them."""
    return Asked(read_text(_get(data, "text")), _numbers(_get(data, "years")), _texts(_get(data, "reports")))


def read_opened(data: object) -> Opened:
    """Read which passage a click wants to open."""
    report = _get(data, "report")
    numbers = _numbers([_get(data, "start"), _get(data, "end")])
    start, end = numbers if len(numbers) == 2 else (0, 0)
    ends = _numbers(_get(data, "places"))
    places = tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False) if start <= a < b <= end)
    figures, page = _texts(_get(data, "figures")), read_number(data, "page")
    return Opened(report if isinstance(report, str) else "", start, end, figures, page, places)


def read_text(value: object) -> str:
    """Return a text without the space around it, cut at 2,000 characters; "" for anything else."""
    return value.strip()[:LONGEST] if isinstance(value, str) else ""


def read_number(data: object, key: str) -> int:
    """Return a whole number, or 0."""
    numbers = _numbers([_get(data, key)])
    return numbers[0] if numbers else 0


def _get(data: object, key: str) -> object:
    return data.get(key) if isinstance(data, dict) else None


def _years(values: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(int(value) for value in values if value.isascii() and value.isdigit() and len(value) <= 4)


def _numbers(value: object) -> tuple[int, ...]:
    items = value if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, int) and not isinstance(item, bool))


def _texts(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str) and item)[:500]
