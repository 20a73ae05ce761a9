"""What found passages can be narrowed by: year of issue, place and type of their reports, each with its count."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from app.web.kinds import render_kind
from app.web.markup import Markup, join, tag, words
from app.web.request import Sought
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.hit import Hit

MOST = 8  # values of a facet that are shown
_VALUE: dict[str, Callable[[Metadata], str]] = {
    "year": lambda metadata: str(metadata.year or ""),
    "place": lambda metadata: metadata.place,
    "type": lambda metadata: metadata.type,
}


def admitted(reports: Iterable[ReportCard], sought: Sought) -> tuple[str, ...]:
    """Return the keys of the reports that the chosen facets, and the chosen reports, admit."""
    chosen = _chosen(sought)
    return tuple(
        card.key
        for card in reports
        if (not sought.reports or card.key in sought.reports)
        and all(not values or _VALUE[name](card.metadata) in values for name, values in chosen.items())
    )


def render_facets(hits: Sequence[Hit], metadata: Mapping[str, Metadata], sought: Sought) -> Markup:
    """Return a row of buttons for each facet that has more than one value, or one that is chosen."""
    return join(_facet(name, hits, metadata, values) for name, values in _chosen(sought).items())


def _chosen(sought: Sought) -> dict[str, tuple[str, ...]]:
    return {"year": tuple(map(str, sought.years)), "place": sought.places, "type": sought.types}


def _facet(name: str, hits: Sequence[Hit], metadata: Mapping[str, Metadata], chosen: Sequence[str]) -> Markup:
    value = _VALUE[name]
    counts = Counter(value(metadata[hit.report]) for hit in hits if hit.report in metadata)
    counts.pop("", None)
    for one in chosen:
        counts.setdefault(one, 0)
    if len(counts) < 2 and not chosen:
        return Markup("")
    kept = sorted(counts, key=lambda one: (one not in chosen, -counts[one], one))[:MOST]
    shown = sorted(kept, reverse=True) if name == "year" else kept
    buttons = [_button(name, one, counts[one], pressed=one in chosen) for one in shown]
    return tag("div", tag("span", words(f"facet_{name}"), class_="label"), *buttons, class_="facet-row", role="group")


def _button(name: str, value: str, count: int, *, pressed: bool) -> Markup:
    shown = render_kind(value) if name == "type" else value
    label = (tag("span", shown), tag("span", str(count), class_="count"))
    state = "true" if pressed else "false"
    return tag("button", *label, type="button", class_="facet", data_facet=name, data_value=value, aria_pressed=state)
