"""The place that nearly all reports of a store are about: a question that names none is about it, and not about one of its towns."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.figures.numerals import fold
from index.catalogue import ReportCard, made_of
from index.places import names_nation, same_places
from index.query import Query

# So many of the reports on Chinese places must be on one, and so many there must be, for it to be what a folder is about.
_MOST, _LEAST = 0.75, 4
# 全镇, 我乡, 哪个村, 各街道: a part of the place is asked about, though it has no name; 全国, 全省 and 别处 are no parts of it.
_ANOTHER = re.compile(
    "[全本我该这那哪各每两几]个?(?:乡镇|镇|乡|村|街道|社区|区|县|市|州|省)|镇[里上]|乡里|村里|哪[里儿]|\\b(?:which|each|towns?|villages?|townships?)\\b"
)
_OF_HOME = re.compile("[全本我][县市区州省]")


def at_home(cards: Sequence[ReportCard], query: Query, reports: Sequence[int] | None) -> list[int] | None:
    """Return which of some reports (None for all) a query is asked of that names no place: not those of other places than nearly all are about."""
    scope = query.scope
    kept = None if reports is None else list(reports)
    if scope.places or scope.unknown or scope.reports or scope.issuers or scope.widened or query.mentioned:
        return kept
    away = made_of(cards, _away)
    text = fold(query.text).lower()
    if not away or names_nation(text) or _ANOTHER.search(_OF_HOME.sub("", text)):
        return kept
    home = [c.id for c in cards if c.id not in away and (reports is None or c.id in reports)]
    return home or kept


def tells_all(text: str) -> bool:
    """Tell a text that speaks of a county, city or province as a whole: 全县, 我市."""
    return _OF_HOME.search(fold(text)) is not None


def home_of(cards: Sequence[ReportCard]) -> str:
    """Return the place that nearly all reports on Chinese places are about, "" if there is none."""
    # What is written of it in English bears another name.
    placed = [c.metadata.place for c in cards if c.metadata.place and not c.metadata.place.isascii()]
    if not placed:
        return ""
    home, count = Counter(placed).most_common(1)[0]
    return home if count >= max(_LEAST, _MOST * len(placed)) else ""


def _away(cards: Sequence[ReportCard]) -> frozenset[int]:
    """Return the reports on other places than the one that nearly all are about, none if there is no such place."""
    home = home_of(cards)
    same = set(same_places((home,))) if home else set()
    placed = ((c.id, c.metadata.place) for c in cards if c.metadata.place and not c.metadata.place.isascii())
    return frozenset(i for i, place in placed if home and place != home and not set(same_places((place,))) & same)
