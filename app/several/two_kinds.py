"""A question whose clauses ask for words and for a number: who gave it, and how much was it; each is answered by itself, under one count of sources."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.answer import Answer
from app.choosing.answer_kind import tells_asked_kind
from app.choosing.words import WordMatcher
from app.citations import Citations
from app.composing import compose_text
from app.reading_text import choose_sentences
from app.several.members import CLAUSE, terms_in
from corpus.figures.numerals import fold
from index.asking import without
from index.need import understand
from index.opening import Library
from index.query import Query
from index.search import search

_PASSAGES, _ENOUGH_TERMS = 16, 3
_HAN = re.compile("[一-龥]")
# The words that ask for no number, whatever stands beside them.
_ASKS_WORDS = re.compile(r"谁|何时|[什啥]么?时候|为什么|为何|在哪[里儿]|\b(?:who|whom|whose|when|where|why)\b")
_ASKS_NUMBER = re.compile(
    r"多少|(?<![这那近好])几(?![年月天])|百分之几|多[长大高]|\bhow (?:much|many|long|large|big|high|fast)\b|\bwhat (?:share|percentage)\b"
)
_ALSO_ASKS = re.compile(
    r",?\s*\band\s+(?=(?:(?:about|at|by|for|from|in|on|to|with) )?(?:how|what|which|who|whom|whose|when|where|why)\b)"
)
_POINTS_BACK = re.compile(r"\b(?:it|its|they|them|their|this|that|these|those|he|she)\b|[它他她其]")


@dataclass(frozen=True, slots=True)
class TwoKinds:
    """The part of a question that asks for words, the one that asks for a number, and whether the words are asked first."""

    words: Query
    number: Query
    words_first: bool


def of_two_kinds(query: Query) -> TwoKinds | None:
    """Return the two parts of a question whose one clause asks for words (who, when, where, why) and whose other asks for a number."""
    text = without(fold(query.text).lower(), "clause ahead")
    clauses = [piece.strip() for clause in CLAUSE.split(text) for piece in _ALSO_ASKS.split(clause) if piece.strip()]
    asking = [c for c in clauses if _ASKS_WORDS.search(c) or _ASKS_NUMBER.search(c)]
    if len(asking) != 2 or any(_ASKS_WORDS.search(c) and _ASKS_NUMBER.search(c) for c in asking):
        return None
    words_first = _ASKS_WORDS.search(asking[0]) is not None
    words, number = asking if words_first else asking[::-1]
    tasks = understand(words).task, understand(number).task
    if tasks != ("text", "figure"):
        return None
    frame = clauses[: clauses.index(asking[0])]
    parts = [_part(query, frame, asking, n) for n in range(2)]
    return TwoKinds(parts[0 if words_first else 1], parts[1 if words_first else 0], words_first)


def _part(query: Query, frame: list[str], asking: list[str], n: int) -> Query:
    """Return one of the two parts with what stands ahead of both; the second takes what it leaves out from the first."""
    said = [*frame, asking[n]]
    if n and (_POINTS_BACK.search(asking[1]) or len(terms_in(query, asking[1])) < _ENOUGH_TERMS):
        said.insert(-1, asking[0])
    text = ("，" if _HAN.search(query.text) else ", ").join(said)
    terms = terms_in(query, text) or query.terms
    need = replace(understand(asking[n]), many=False)
    return replace(query, text=text, terms=terms, background=tuple(t for t in query.terms if t not in terms), need=need)


def answer_both_kinds(
    library: Library, matcher: WordMatcher, question: str, query: Query, answer_number: Callable[[Query], Answer]
) -> Answer | None:
    """Answer a question for words and for a number, None if it is none or one of the two finds no answer."""
    asked = of_two_kinds(query)
    if asked is None:
        return None
    number = answer_number(asked.number)
    if number.abstained:
        return None
    searched, ranked = search(library, asked.words, k=_PASSAGES)
    quotes = choose_sentences(library, matcher, searched, ranked)
    reports = {c.report for c in number.citations}
    # Two sides of one thing are told by one report, and who or when by a sentence that tells a person or a time.
    told_kind = any(tells_asked_kind(asked.words.text, q.text) > 0 for q in quotes)
    if not told_kind or not any(q.passage.report in reports for q in quotes):
        return None
    told = compose_text(question, searched, quotes, ranked, citations=Citations(list(number.citations)))
    lines = (told.answer, number.answer) if asked.words_first else (number.answer, told.answer)
    return replace(number, answer="\n".join(lines), citations=told.citations)
