"""The reports in English that a Chinese question may mean by a speaker whom no report names in Chinese: 某财长说2022年物价涨了多少.

How his name is written in English nobody tells; the reports are found by the other words of the question.
"""

import re
from dataclasses import replace
from itertools import pairwise

from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.catalogue import ReportCard
from index.dictionary import open_dictionary
from index.opening import Library
from index.query import Query
from index.recutting import PERSONS, recut

# A name that begins a question: 某某某2013年…, 某某某说….
_SPEAKER = re.compile(r"^(?P<name>[一-龥]{2,3})(?=(?:在|当年|那年)?(?:\d{4}|\d\d)年|财长|总理|部长|在国会|说|讲|宣布|表示|提出)")


def of_foreign_speaker(library: Library, query: Query) -> Query | None:
    """Return a query to be asked of the reports in English of its years, if it names a person whom no report writes and no place; else None."""
    scope = query.scope
    if not is_chinese(query.text) or scope.places or scope.issuers or scope.reports or scope.unknown:
        return None
    name = _speaker(library, fold(query.text).lower())
    cards = [c for c in library.catalogue() if c.metadata.language == "en" and _is_of(c, scope.years)]
    if not name or not cards:
        return None
    rest = query.text.replace(name, " ", 1)
    terms = recut(rest, _terms_without(query, name), open_dictionary())
    return replace(query, scope=replace(scope, reports=tuple(c.key for c in cards)), terms=terms)


def _is_of(card: ReportCard, years: tuple[int, ...]) -> bool:
    return not years or bool({card.metadata.year, (card.metadata.year or 0) - 1} & set(years))


def _speaker(library: Library, text: str) -> str:
    """Return the person whom a question names and no report does, "" where it names none."""
    import rjieba

    begins = _SPEAKER.match(text)
    named = [begins["name"]] if begins and "surname " in open_dictionary().glosses(text[0]) else []
    named += [word for word, tag in rjieba.tag(text) if tag in PERSONS and len(word) > 1]
    titles = "".join(c.metadata.title + c.metadata.issuer for c in library.catalogue())
    return next((n for n in named if open_dictionary().is_name(n) is None and n not in titles and _is_unwritten(library, n)), "")


def _is_unwritten(library: Library, name: str) -> bool:
    # However a name is cut in a passage, its pairs of characters are found there.
    return any(library.lexical.frequency(pair) == 0 for pair in map("".join, pairwise(name)))


def _terms_without(query: Query, name: str) -> list[str]:
    """Return the terms of a question that are no part of a name; one that the cutter joined with it is cut free (财说 of 黄某财说)."""
    return [t for t in query.terms if t not in name and not any(name.endswith(t[:n]) for n in range(1, len(t)))]
