"""Answer a question for the most, the least, or all beyond a mark."""

import re
from collections.abc import Sequence

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.composing import compose_abstention
from app.most.asked import AskedMost, read_asked_most
from app.most.bodies import compared_bodies, plain_measure
from app.most.contenders import by_label, comparable, of_chosen
from app.most.items import compared_items, says, telling_terms
from app.most.telling import Compared, tell_most, tell_passing
from app.most.years import compared_years
from index.opening import Library
from index.places import same_places
from index.query import Query

_FEWEST = 2
# Of fewer of all places than so many no most is told.
_SHARE = 0.05
_YEAR = re.compile(r"\d{4}年?")


def answered_most(lookups: Lookups, library: Library, question: str, query: Query) -> Answer | None:
    """Return the answer of a question for the most or the least, None if it is none, or if fewer than two values can be compared."""
    asked = read_asked_most(_made_whole(question, query))
    if asked is None or query.scope.unknown or not asked.text:
        return None
    if asked.over == "years":
        compared = _over_years(lookups, library, question, query, asked)
        if compared is None and asked.rank is not None and not _is_spoken_of(query, lookups.look_up(query)):
            # What is least of something else (最低标准) is no answer to which year has the least.
            return compose_abstention(question, query, lookups.look_up(query).ranked, unknown=())
    elif asked.over == "places" or len(same_places(query.scope.places)) > 1:
        compared = _over_places(library, query, asked)
        if compared is None and asked.over == "places" and not query.scope.places:
            # The value of some place is no answer to which of all places has the most.
            return compose_abstention(question, query, lookups.look_up(query).ranked, unknown=())
    else:
        compared = _over_items(lookups, library, query, asked)
    return _told(question, query, asked, compared) if compared is not None else None


def _is_spoken_of(query: Query, found: Lookup) -> bool:
    """Tell whether the sentence of the best figure says what the years are to be compared in."""
    if not found.chosen:
        return False
    candidate = found.chosen[0].candidate
    return candidate.foreign or says(query, f"{candidate.figure.subject} {candidate.sentence.text}")


def _made_whole(question: str, query: Query) -> str:
    """Return a question that names nothing to compare with what the one before it asked about: 哪年最高？"""
    return question if telling_terms(query) else f"{''.join(query.background)}{question}"


def told_of_parts(question: str, query: Query, values: Sequence[tuple[str, Sequence[Chosen]]]) -> Answer | None:
    """Return the answer that tells the most of places, companies or years that were looked up one by one, None if that is not asked or not sure."""
    asked = read_asked_most(question)
    if asked is None or asked.rank is None:
        return None
    single = [(label, chosen[0]) for label, chosen in values if label and len(chosen) == 1]
    if len(single) < _FEWEST or any(len(chosen) > 1 for _, chosen in values):
        return None
    found = comparable([of_chosen(label if asked.chinese else label.removesuffix("年"), c) for label, c in single])
    # 中央财政赤字 of one year is not set against 财政赤字 of the next.
    alike = len({plain_measure(c.figure.subject, query.scope.places) for c in found}) == 1
    if len(found) < len(single) or not alike or not all(says(query, f"{c.figure.subject} {c.quote}") for c in found):
        return None
    every = Compared(tuple(found), tuple(label for label, chosen in values if label and not chosen))
    of_years = all(_YEAR.fullmatch(label) for label, _ in values)
    return _told(question, query, asked, every.of_years() if of_years else every)


def _told(question: str, query: Query, asked: AskedMost, every: Compared) -> Answer | None:
    """Tell what ranks first, or all that meet the bound; None where none of it can be told from the values."""
    if asked.rank is not None:
        return tell_most(question, query, asked, asked.rank, every)
    told = {id(c): asked.bound.holds(c.figure) if asked.bound else None for c in every.found}
    passing, vague = ([c for c in every.found if told[id(c)] is m] for m in (True, None))
    return tell_passing(question, query, asked, every, passing, vague) if len(vague) < len(every.found) else None


def _over_years(lookups: Lookups, library: Library, question: str, query: Query, asked: AskedMost) -> Compared | None:
    over = compared_years(lookups, query, question, asked, library.catalogue())
    found = by_label(comparable(over.found)) if over is not None else []
    if over is None or len(found) < _FEWEST:
        return None
    lost = {c.label for c in over.found} - {c.label for c in found}
    missing = [f"{y}年" if asked.chinese else str(y) for y in over.missing]
    return Compared(tuple(found), (*missing, *sorted(lost))).of_years()


def _over_places(library: Library, query: Query, asked: AskedMost) -> Compared | None:
    over = compared_bodies(library, query, asked)
    found = comparable(over.found) if over is not None else []
    if over is None or len(found) < max(_FEWEST, _SHARE * (len(found) + over.without)):
        return None
    lost = [c.label for c in over.found if c not in found]
    if query.scope.places:
        return Compared(tuple(found), (*over.missing, *lost), 0, "个地方", "places")
    counted = "省区市" if asked.noun.startswith(("省", "自治区")) else "县" if "县" in asked.noun else "城市"
    return Compared(tuple(found), over.missing, over.without + len(lost), f"个{counted}", "places")


def _over_items(lookups: Lookups, library: Library, query: Query, asked: AskedMost) -> Compared | None:
    if len(query.scope.issuers) > 1:
        return None
    compared = compared_items(lookups, query, asked, library.catalogue(), library.passages)
    return Compared(compared.found) if compared is not None else None
