"""Answer a question for the most, the least, or all beyond a mark."""

import re
from collections.abc import Sequence

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.composing import compose_abstention
from app.most.asked import AskedMost, read_asked_most
from app.most.bodies import compared_bodies, plain_measure
from app.most.contenders import comparable, of_chosen
from app.most.items import compared_items, says
from app.most.telling import Compared, by_label, tell_most, tell_passing
from app.most.years import compared_years
from index.opening import Library
from index.places import same_places
from index.query import Query

_FEWEST = 2
_YEAR = re.compile(r"\d{4}年?")
# Of fewer of all places than so many no most is told.
_SHARE = 0.05


def answered_most(lookups: Lookups, library: Library, question: str, query: Query) -> Answer | None:
    """Return the answer of a question for the most or the least, None if it is none, or if fewer than two values can be compared."""
    asked = read_asked_most(question)
    if asked is None or query.scope.unknown:
        return None
    if asked.over == "years":
        return _over_years(lookups, library, question, query, asked)
    if asked.over == "places" or len(same_places(query.scope.places)) > 1:
        return _over_bodies(lookups, library, question, query, asked)
    return _over_items(lookups, library, question, query, asked)


def _over_bodies(lookups: Lookups, library: Library, question: str, query: Query, asked: AskedMost) -> Answer | None:
    over = compared_bodies(library, query, asked)
    if over is None:
        return None
    found = comparable(over.found)
    if len(found) < max(_FEWEST, _SHARE * (len(found) + over.without)):
        # The value of some place is no answer to which of all places has the most.
        return None if query.scope.places else compose_abstention(question, query, lookups.look_up(query).ranked, unknown=())
    lost = [c.label for c in over.found if c not in found]
    counted = (
        "个地方" if not asked.noun else "个省区市" if asked.noun.startswith("省") else "个县" if "县" in asked.noun else "个城市"
    )
    named = bool(query.scope.places)
    every = Compared(
        tuple(found), (*over.missing, *(lost if named else ())), over.without + (0 if named else len(lost)), counted, "places"
    )
    return _told(question, query, asked, every)


def told_of_parts(question: str, query: Query, values: Sequence[tuple[str, Sequence[Chosen]]]) -> Answer | None:
    """Return the answer that tells the most of places, companies or years that were looked up one by one, None if that is not asked or not sure."""
    asked = read_asked_most(question)
    if asked is None or asked.bound is not None:
        return None
    single = [(label, chosen[0]) for label, chosen in values if label and len(chosen) == 1]
    if len(single) < _FEWEST or any(len(chosen) > 1 for _, chosen in values):
        return None
    # 中央财政赤字 of one year is not set against 财政赤字 of the next.
    alike = len({plain_measure(c.candidate.figure.subject, query.scope.places) for _, c in single}) == 1
    found = comparable([of_chosen(label if asked.chinese else label.removesuffix("年"), c) for label, c in single])
    said = all(says(query, f"{c.figure.subject} {c.quote}") for c in found)
    if not alike or not said or len(found) < len(single):
        return None
    missing = tuple(label for label, chosen in values if label and not chosen)
    every = Compared(tuple(found), missing)
    return tell_most(question, query, asked, every.of_years() if all(_YEAR.fullmatch(label) for label, _ in values) else every)


def _told(question: str, query: Query, asked: AskedMost, every: Compared) -> Answer | None:
    if asked.bound is None:
        return tell_most(question, query, asked, every)
    told = {id(c): asked.bound.holds(c.figure) for c in every.found}
    passing, vague = ([c for c in every.found if told[id(c)] is m] for m in (True, None))
    return tell_passing(question, query, asked, every, passing, vague) if len(vague) < len(every.found) else None


def _over_items(lookups: Lookups, library: Library, question: str, query: Query, asked: AskedMost) -> Answer | None:
    if len(same_places(query.scope.places)) > 1 or len(query.scope.issuers) > 1:
        return None
    compared = compared_items(lookups, query, asked, library.catalogue(), library.passages)
    if compared is None:
        return None
    return _told(question, query, asked, Compared(compared.found))


def _over_years(lookups: Lookups, library: Library, question: str, query: Query, asked: AskedMost) -> Answer | None:
    over = compared_years(lookups, query, question, asked, library.catalogue())
    if over is None:
        return None
    found = by_label(comparable(over.found))
    if len(found) < _FEWEST:
        return None
    there = {c.label for c in found}
    lost = {c.label for c in over.found} - there
    missing = [f"{y}年" if asked.chinese else str(y) for y in over.missing]
    return tell_most(question, query, asked, Compared(tuple(found), (*missing, *sorted(lost))).of_years())
