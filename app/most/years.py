"""The values of one measure over the years, as a question for the year of the most or the least compares them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.choosing.lookup import Lookups
from app.most.asked import AskedMost
from app.most.contenders import Contender, of_chosen
from app.over_years.asked import LONGEST_SPAN, measure_in, where_looked, years_looked_at
from app.over_years.named import of_the_measure
from app.trends.series import yearly_values
from corpus.figures.numerals import fold
from index.catalogue import ReportCard
from index.places import same_places, short_name
from index.query import Query, read_query
from index.scope import Scope

# Reports of so few years are looked through for the years before them as well.
_FEW, _YEARS_BACK = 2, 4


@dataclass(frozen=True, slots=True)
class OverYears:
    """The values found, a year each (several where reports differ), and the years without one."""

    found: tuple[Contender, ...]
    missing: tuple[int, ...]


def compared_years(
    lookups: Lookups, query: Query, question: str, asked: AskedMost, catalogue: Sequence[ReportCard]
) -> OverYears | None:
    """Return the values of the years that a question compares, None if it names several places, or the years cannot be told."""
    scope = query.scope
    if scope.unknown or scope.issued or len(same_places(scope.places)) > 1 or len(scope.issuers) > 1:
        return None
    measure = measure_in(asked.text)
    if not measure:
        return None
    where = where_looked(scope, catalogue) or _of_the_best(lookups, query, measure, catalogue)
    if where is None:
        return None
    text = fold(question).lower()
    years = years_looked_at(text, where, catalogue)
    if not years or len(years) > LONGEST_SPAN:
        return None
    covered = years
    few = len(years) <= _FEW and not _names_year(query)
    own = read_query(_as_question(measure, chinese=asked.chinese), catalogue, scope=where)
    if not own.terms:
        return None
    if few:
        # A report of one year tells those before it too.
        years = tuple(range(years[0] - _YEARS_BACK, years[-1] + 1))
    groups = yearly_values(lookups, own, years)
    groups = of_the_measure(groups, measure, tuple(map(short_name, own.scope.places)))
    found = tuple(_of_year(g[0].candidate.figure.period, of_chosen("", g[0]), chinese=asked.chinese) for g in groups)
    there = {int(g[0].candidate.figure.period) for g in groups}
    return OverYears(found, () if few else tuple(y for y in covered if y not in there))


def _of_year(year: str, found: Contender, *, chinese: bool) -> Contender:
    return replace(found, label=f"{year}年" if chinese else year)


def _names_year(query: Query) -> bool:
    return bool(query.scope.years or query.scope.span)


def _as_question(measure: str, *, chinese: bool) -> str:
    if not chinese:
        return f"what was {measure}?"
    moves = measure.endswith(("增长", "下降", "上涨", "上升", "增加", "减少", "提高", "降低", "涨", "降", "跌"))
    return f"{measure}百分之几" if moves else f"{measure}是多少"


def _of_the_best(lookups: Lookups, query: Query, measure: str, catalogue: Sequence[ReportCard]) -> Scope | None:
    """Return whose reports are looked through where a question names nobody: those of whom the surest figure is of."""
    plain = Scope()
    chinese = any("一" <= c <= "龥" for c in measure)
    found = lookups.look_up(read_query(_as_question(measure, chinese=chinese), catalogue, scope=plain))
    if not found.sure:
        return None
    best = found.chosen[0].candidate.sentence.ranked.passage.report
    card = next((c.metadata for c in catalogue if c.key == best), None)
    if card is None:
        return None
    if card.place:
        return replace(plain, places=(card.place,))
    return replace(plain, issuers=(card.issuer,)) if card.issuer else replace(plain, reports=(best,))
