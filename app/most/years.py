"""The values of one measure over the years, as a question for the year of the most or the least compares them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.agreement import same_unit
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.most.asked import AskedMost
from app.most.bodies import is_of_the_year_before, plain_measure
from app.most.contenders import Contender, of_chosen
from app.most.items import says
from app.over_years.asked import LONGEST_SPAN, measure_in, where_looked, years_looked_at
from app.over_years.named import of_the_measure
from app.trends.series import of_one_year, yearly_values
from app.working.deriving import scale_of
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from index.catalogue import ReportCard
from index.places import same_places, short_name
from index.query import Query, read_query
from index.scope import Scope

# Reports of so few years are looked through for the years before them as well.
_FEW, _YEARS_BACK = 2, 4
_FILLED, _LIKELIEST, _TOGETHER = 8, 24, 4


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
    where = where_looked(scope, catalogue) or _of_the_best(lookups, measure, catalogue)
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
    moves = asked.moves or "growth" in own.need.kinds
    # How far a deficit grew is no deficit.
    groups = yearly_values(lookups, own, years, is_of_sort=lambda f: (f.kind in {"growth", "change"}) == moves)
    groups = [g for g in groups if is_of_the_year_before(g[0].candidate.figure)]
    groups = of_the_measure(groups, measure, tuple(map(short_name, own.scope.places)))
    chosen = _filled(lookups, own, years, _written_alike(groups))
    if len(chosen) < _FEW or not any(says(own, _spoken(c), share=1.0) for c in chosen):
        # 登记失业率 says half of 结婚登记, which one sentence may tell of both years.
        together = _told_together(lookups, query, measure, asked, catalogue)
        if together is not None or len(chosen) < _FEW:
            return together
    if asked.chinese and not any(says(own, _spoken(c)) for c in chosen):
        # All taxes are no 关税.
        return None
    found = tuple(_of_year(c.candidate.figure.period, of_chosen("", c), chinese=asked.chinese) for c in chosen)
    there = {int(c.candidate.figure.period) for c in chosen}
    return OverYears(found, () if few else tuple(y for y in covered if y not in there))


def _spoken(c: Chosen) -> str:
    return f"{c.candidate.figure.subject} {c.candidate.sentence.text}"


def _written_alike(groups: Sequence[Sequence[Chosen]]) -> list[Chosen]:
    """Return a value of each year, of those that say the same the one written in the scale of most years: 21.75万吨, not 217500吨."""
    scales = Counter(scale_of(g[0].candidate.figure)[0] for g in groups)
    usual = scales.most_common(1)[0][0] if scales else ""
    return [next((c for c in g if _is_of_value(c, g[0]) and scale_of(c.candidate.figure)[0] == usual), g[0]) for g in groups]


def _is_of_value(c: Chosen, first: Chosen) -> bool:
    a, b = c.candidate.figure, first.candidate.figure
    return (a.value, a.unit, a.period) == (b.value, b.unit, b.period)


def _told_together(
    lookups: Lookups, query: Query, measure: str, asked: AskedMost, catalogue: Sequence[ReportCard]
) -> OverYears | None:
    """Return the values of several years that one sentence or row tells together: 三年分别为…, the columns of a table."""
    scope = replace(query.scope, years=(), span=(), compared=())
    own = read_query(_as_question(measure, chinese=asked.chinese), catalogue, scope=scope)
    looked_up = lookups.look_up(own)
    asked_years = set(query.scope.years if not query.scope.span else range(query.scope.span[0], query.scope.span[-1] + 1))
    for c in looked_up.chosen[:_TOGETHER] if looked_up.sure else ():
        told = _years_beside(c)
        there = {int(o.candidate.figure.period) for o in told}
        text = f"{c.candidate.figure.subject} {c.candidate.sentence.text} {c.candidate.sentence.ranked.passage.context}"
        if len(told) >= _FEW and asked_years <= there | {0} and says(own, text):
            kept = [o for o in told if not asked_years or int(o.candidate.figure.period) in asked_years]
            return OverYears(
                tuple(_of_year(o.candidate.figure.period, of_chosen("", o), chinese=asked.chinese) for o in kept), ()
            )
    return None


def _years_beside(c: Chosen) -> list[Chosen]:
    """Return the values of one name that stand in the sentence or row of one, each of a year of its own, those years in order."""
    own, sentence = c.candidate.figure, c.candidate.sentence
    by_year: dict[str, Chosen] = {}
    for f in sentence.ranked.passage.figures:
        same = (f.subject, f.kind, f.status) == (own.subject, own.kind, own.status) and same_unit(f.unit, own.unit)
        if same and sentence.start <= f.start < sentence.end and f.period.isdigit() and len(f.period) == len("2024"):
            by_year.setdefault(f.period, replace(c, candidate=replace(c.candidate, figure=f)))
    return [by_year[year] for year in sorted(by_year)]


def _filled(lookups: Lookups, own: Query, years: Sequence[int], chosen: list[Chosen]) -> list[Chosen]:
    """Return the values with those of years whose surest figure is of another measure (人均GDP): called just as the others are."""
    there = {c.candidate.figure.period for c in chosen}
    lacking = [y for y in years if str(y) not in there]
    if len(chosen) < _FEW or len(lacking) > _FILLED:
        return chosen
    chosen = [*chosen, *_beside(chosen, lacking)]
    there = {c.candidate.figure.period for c in chosen}
    lacking = [y for y in lacking if str(y) not in there]
    sorts = Counter((plain_measure(c.candidate.figure.subject, own.scope.places), c.candidate.figure.kind) for c in chosen)
    (name, kind), _ = sorts.most_common(1)[0]
    if not name:
        return sorted(chosen, key=lambda c: c.candidate.figure.period)
    more = []
    for year in lacking:
        looked_up = lookups.look_up(of_one_year(own, year))
        alike = (c for c in looked_up.chosen[:_LIKELIEST] if _is_called(c.candidate.figure, own, name, kind, year, chosen[0]))
        more += [c for c in (next(alike, None),) if c is not None]
    return sorted([*chosen, *more], key=lambda c: c.candidate.figure.period)


def _beside(chosen: Sequence[Chosen], lacking: Sequence[int]) -> list[Chosen]:
    """Return the values of other years that stand in the row of one that was found."""
    found: dict[int, Chosen] = {}
    for c in chosen:
        passage, own = c.candidate.sentence.ranked.passage, c.candidate.figure
        for f in passage.figures if passage.context else ():
            same = (f.subject, f.unit, f.kind, f.status) == (own.subject, own.unit, own.kind, own.status)
            if same and f.period.isdigit() and int(f.period) in lacking:
                found.setdefault(int(f.period), replace(c, candidate=replace(c.candidate, figure=f)))
    return list(found.values())


def _is_called(f: Figure, own: Query, name: str, kind: str, year: int, like: Chosen) -> bool:
    same = (f.kind, f.period, f.status) == (kind, str(year), like.candidate.figure.status)
    return (
        same
        and is_of_the_year_before(f)
        and same_unit(f.unit, like.candidate.figure.unit)
        and plain_measure(f.subject, own.scope.places) == name
    )


def _of_year(year: str, found: Contender, *, chinese: bool) -> Contender:
    return replace(found, label=f"{year}年" if chinese else year)


def _names_year(query: Query) -> bool:
    return bool(query.scope.years or query.scope.span)


def _as_question(measure: str, *, chinese: bool) -> str:
    if not chinese:
        return f"what was {measure}?"
    moves = measure.endswith(("增长", "下降", "上涨", "上升", "增加", "减少", "提高", "降低", "涨", "降", "跌"))
    if measure.endswith(("增产", "减产", "增收", "减收")):
        return f"{measure}多少"
    return f"{measure}百分之几" if moves else f"{measure}是多少"


def _of_the_best(lookups: Lookups, measure: str, catalogue: Sequence[ReportCard]) -> Scope | None:
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
