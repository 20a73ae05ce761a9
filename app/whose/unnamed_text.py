"""What is quoted for a question in words that names nobody: of one body, the nation's where it says as much, and who else says it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from app.choosing.nation_first import of_nation
from app.choosing.quotes import Quote
from app.choosing.words import WordMatcher
from app.reading_text import choose_sentences
from app.whose.bodies import asked_of, asks_whose, body_of, plain_name
from corpus.figures.numerals import fold
from corpus.report import Metadata
from index.opening import Library
from index.places import NATION
from index.query import Query
from index.scope import in_scope
from index.search import Ranked, search

_PASSAGES, _TRIED = 16, 6


def quotes_of_one(library: Library, matcher: WordMatcher, query: Query, ranked: Sequence[Ranked]) -> list[Quote]:
    """Return what is quoted for a question that names nobody, all of one body unless it asks for several."""
    quotes = choose_sentences(library, matcher, query, ranked)
    if not quotes or asks_whose(query.text):
        return quotes
    known = {c.key: c.metadata for c in library.catalogue()}
    first = _body(known, quotes[0])
    if first not in {"", NATION} and (national := _of_nation(library, matcher, query, quotes)):
        return national
    return [q for q in quotes if _body(known, q) == first]


def others_that_tell(library: Library, matcher: WordMatcher, query: Query, said: str, told: AbstractSet[str]) -> Iterator[Quote]:
    """Return what bodies other than those that are told of say to a question, where it says as many of its words as what was said of these."""
    known = {c.key: c.metadata for c in library.catalogue()}
    seen = set(map(plain_name, told))
    searched, ranked = search(library, query, k=_PASSAGES)
    tried = 0
    for r in ranked:
        metadata = known.get(r.passage.report)
        body = plain_name(body_of(metadata)) if metadata else ""
        if metadata is None or not body or body in seen or tried == _TRIED:
            continue
        seen.add(body)
        tried += 1
        own = _chosen(library, matcher, asked_of(searched, metadata))
        if _says_as_much(query, own, said) and plain_name(_body(known, own[0])) == body:
            yield own[0]


def _of_nation(library: Library, matcher: WordMatcher, query: Query, quotes: Sequence[Quote]) -> list[Quote]:
    """Return what the nation's reports of the time that is asked about say, none if they do not say as much."""
    asked = of_nation(query)
    years = {*query.scope.issued, *query.scope.years, *(y + 1 for y in query.scope.years if not query.scope.issued)}
    cards = {c.key: c.metadata for c in in_scope(library.catalogue(), asked.scope) if c.metadata.place == NATION}
    if not any(m.year in years for m in cards.values()):
        return []
    own = _chosen(library, matcher, asked)
    of_time = bool(own) and own[0].passage.report in cards and cards[own[0].passage.report].year in years
    return own if of_time and _says_as_much(query, own, _said(quotes)) else []


def _chosen(library: Library, matcher: WordMatcher, query: Query) -> list[Quote]:
    return choose_sentences(library, matcher, *search(library, query, k=_PASSAGES))


def _says_as_much(query: Query, quotes: Sequence[Quote], said: str) -> bool:
    """Tell whether quotes say all words of a question that a text says: a bridge of another name is another."""
    words, own = fold(said).lower(), _said(quotes)
    terms = [t for t in query.terms if t in words]
    return bool(quotes) and bool(terms) and all(t in own for t in terms)


def _said(quotes: Sequence[Quote]) -> str:
    return fold(" ".join(text for q in quotes for text in (q.text, *q.passage.section))).lower()


def _body(known: dict[str, Metadata], quote: Quote) -> str:
    metadata = known.get(quote.passage.report)
    return body_of(metadata) if metadata else ""
