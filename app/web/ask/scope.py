"""What a question was taken to be about, as chips that can be taken off."""

from collections.abc import Sequence

from app.web.address import stem
from app.web.markup import Markup, both, join, tag, words
from index.places import same_places
from index.scope import Scope


def render_notice(scope: Scope) -> Markup:
    """Return the warning that the search went outside the scope, or nothing."""
    return tag("p", words("widened"), class_="notice", role="note") if scope.widened else Markup("")


def render_scope(scope: Scope, number: int = 0, dropped: Scope | None = None) -> Markup:
    """Return what the question of a turn was taken to be about, each part with a button that asks again without it, or nothing."""
    taken = [_chip(label, _cross(label, kind, values, number)) for label, kind, values in _parts(scope)] if number else []
    taken = taken or [_chip(label) for label, _, _ in _parts(scope)]
    gone = [tag("s", label, class_="chip off") for label, _, _ in _parts(dropped or Scope())]
    label = (tag("span", words("scope"), class_="label"),) if taken else ()
    without = (tag("span", words("scope_without"), class_="label"), *gone) if gone else ()
    return tag("p", *label, *taken, *without, class_="scope") if taken or gone else Markup("")


def _parts(scope: Scope) -> list[tuple[Markup, str, str]]:
    """Return each part of a scope: what it is called, its kind, its values as a line each."""
    named = (
        *((place, "places") for place in scope.unknown),
        *((issuer, "issuers") for issuer in scope.issuers),
        *((kind, "types") for kind in scope.types),
    )
    # From one year to another is asked of all between them.
    through = len(scope.span) > 1 and set(scope.years) <= set(scope.span)
    runs = [scope.span] if through else _runs(scope.years)
    years = [(_years(run), "years", "\n".join(map(str, run))) for run in runs]
    names = [(join((name,)), kind, name) for name, kind in named if name]
    places = [(_place(group), "places", "\n".join(group)) for group in same_places([p for p in scope.places if p]).values()]
    return [*years, *places, *names, *((join((stem(key),)), "reports", key) for key in scope.reports if key)]


def _place(names: Sequence[str]) -> Markup:
    """Return what a place is called in each language; reports may call it by several names (青岚, 青岚市)."""
    chinese = max((name for name in names if not name.isascii()), key=len, default=names[0])
    english = max((name for name in names if name.isascii()), key=len, default=chinese)
    return join((chinese,)) if chinese == english else both(chinese, english)


def _chip(label: Markup, cross: Markup | None = None) -> Markup:
    return tag("span", tag("span", label), cross, class_="chip") if cross else tag("span", label, class_="chip")


def _cross(label: Markup, kind: str, values: str, number: int) -> Markup:
    name = tag("span", words("ask_without"), label, class_="vh")
    return tag("button", name, type="button", class_="undo", data_again=number, data_kind=kind, data_values=values)


def _runs(years: Sequence[int]) -> list[list[int]]:
    """Group years that follow each other: 2019, 2021, 2022, 2023 gives 2019 and 2021 to 2023."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return runs


def _years(run: Sequence[int]) -> Markup:
    return words("year", year=run[0]) if len(run) == 1 else words("year_span", first=run[0], last=run[-1])
