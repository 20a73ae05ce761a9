"""Sentences that stand word for word in a report: what they say is what that report says, whatever else speaks of the same.

A sentence is held against the passages that its words find, with every number taken for the same. Where its numbers are the passage's
too it is a quotation; where they are not, and there is one such passage only, the numbers are what was miswritten.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.agreement import value_verdict
from app.claims.reading import PREAMBLE, Claimed, ClaimSentence
from app.upright import upright
from app.verdict import FigureVerdict
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import simplified
from index.opening import Library
from index.search import place
from index.stored_passage import StoredPassage
from index.words import query_words

# The passages that the words of a sentence find first, and of those that hold it how many are cited.
_FOUND, _CITED = 8, 3
# Letters that a sentence must have for chance not to say it again, and for nobody to say it of another thing in other numbers.
_TELLING, _UNMISTAKABLE = 8, 24
_TOKEN = re.compile(r"\d(?:[\d ]*\d)?(?:[.,]\d+)*|[^\W\d_]|[%‰]")
_END = re.compile(r"[,.;:!?，。；：！？、…—|\n]")
# What a draft's heading says of year and place, put before its sentence; or who says it.
_LEAD = re.compile(r"(?:(?:(?:19|20)\d\d年)?([一-龥]{0,12}?)(?:预期目标)?|据[一-龥]{0,6}(?:统计|核算|测算|了解|介绍|悉))，")
_NUMBER = "#"
_NO_HAN = re.compile("[^一-龥]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A figure of a report, where a claim quotes it. `verdict` is wrong_value where only the number is another."""

    passage: StoredPassage
    figure: Figure
    verdict: FigureVerdict


@dataclass(frozen=True, slots=True)
class _Letters:
    """A text as its letters and numbers: `key` has one character for each, `starts` their places, `numbers` what the numbers are by their places in `key`."""

    key: str
    starts: Sequence[int]
    numbers: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage and its Han characters."""

    passage: StoredPassage
    han: str


@dataclass(frozen=True, slots=True)
class _Copy:
    """A passage that says a sentence: where its letters begin in the passage's, and whether its numbers are the same."""

    passage: StoredPassage
    letters: _Letters
    at: int
    exact: bool


def quoted_figures(library: Library, sentence: ClaimSentence) -> dict[int, tuple[Quoted, ...]]:
    """Return what the reports say that a sentence quotes, for its figures by their starts; nothing for one that no report has.

    Among several passages that have it the first three count.
    """
    # The words are those of the whole sentence, wherever it begins.
    found = cache(lambda carried: _found(library, sentence, carried=carried))
    for lead in _leads(sentence):
        own = _letters_of(sentence.text[lead:])
        if len(own.key.replace(_NUMBER, "")) < _TELLING:
            return {}
        # What is spoken of, and by whom, may have been said before a sentence and not in it.
        copies = _copies(found(bool(lead) or not sentence.names), own)
        if copies:
            return _told(sentence, lead, own, copies)
    return {}


def _leads(sentence: ClaimSentence) -> Iterator[int]:
    """Yield where a sentence may begin: with its first word, or behind words that only say when, where or by whom, or that something is told."""
    yield 0
    at = 0
    lead = _LEAD.match(sentence.text)
    if lead is not None and (not lead[1] or any(lead[1] in place for place in sentence.figures[0].query.scope.places)):
        at = lead.end()
        yield at
    preamble = PREAMBLE.match(sentence.text, at)
    if preamble is not None:
        yield preamble.end()


def _found(library: Library, sentence: ClaimSentence, *, carried: bool) -> list[_Read]:
    """Return the passages that the words of a sentence find first.

    A scope that is `carried` must be the passage's; one that the sentence's words name is so where the words are the same.
    """
    query = sentence.figures[0].query
    if carried and query.scope.unknown:
        return []
    _, reports = place(library, query) if carried else (query, None)
    found = library.lexical.search(query_words(sentence.text), reports=reports, k=_FOUND)
    return [_Read(p, _han_of(simplified(fold(p.text)))) for p in library.passages([scored.id for scored in found]).values()]


def _copies(found: Sequence[_Read], own: _Letters) -> list[_Copy]:
    """Return the passages that say a sentence: those with its numbers or, if there are none, the one with others."""
    han = _han_of(own.key)
    # Nearly every passage lacks the sentence, and its Han characters tell that soonest.
    copies = [copy for read in found if han in read.han for copy in _copies_in(read.passage, own)]
    exact = [copy for copy in copies if copy.exact]
    if exact:
        return exact[:_CITED]
    return copies if len(copies) == 1 and len(own.key) >= _UNMISTAKABLE else []


def _han_of(text: str) -> str:
    return _NO_HAN.sub("", text)


def _copies_in(passage: StoredPassage, own: _Letters) -> Iterator[_Copy]:
    letters = _letters_of(passage.text)
    at = letters.key.find(own.key)
    while at >= 0:
        if _is_apart(passage.text, letters, at, at + len(own.key)):
            numbers = [number for place, number in letters.numbers.items() if at <= place < at + len(own.key)]
            yield _Copy(passage, letters, at, numbers == list(own.numbers.values()))
        at = letters.key.find(own.key, at + 1)


def _is_apart(text: str, letters: _Letters, start: int, end: int) -> bool:
    """Tell whether a stretch of letters begins and ends where a clause does."""
    between = [_between(text, letters, i) for i in (start, end) if 0 < i < len(letters.starts)]
    return all(_END.search(marks) for marks in between)


def _between(text: str, letters: _Letters, i: int) -> str:
    """Return what stands between a letter or number and the one before it."""
    before = letters.starts[i - 1] + len(letters.numbers.get(i - 1, _NUMBER))
    return text[before : letters.starts[i]]


def _told(sentence: ClaimSentence, lead: int, own: _Letters, copies: Sequence[_Copy]) -> dict[int, tuple[Quoted, ...]]:
    told: dict[int, tuple[Quoted, ...]] = {}
    for claimed in sentence.figures:
        at = bisect_left(own.starts, claimed.figure.start - lead)
        if claimed.figure.start < lead or at == len(own.starts):
            continue
        quoted = [q for copy in copies if (q := _quoted(claimed, copy, at, own.numbers.get(at))) is not None]
        if quoted:
            told[claimed.figure.start] = tuple(quoted)
    return told


def _quoted(claimed: Claimed, copy: _Copy, at: int, number: str | None) -> Quoted | None:
    """Return the figure at the same place of a copy, unless it is of another time or cannot be told."""
    start = copy.passage.start + copy.letters.starts[copy.at + at]
    found = next((f for f in copy.passage.figures if f.start <= start < f.end), None)
    if found is None or not _same_time(claimed.figure, found):
        return None
    if copy.exact or copy.letters.numbers.get(copy.at + at) == number:
        return Quoted(copy.passage, found, "consistent")
    return Quoted(copy.passage, found, value_verdict(claimed.figure, upright(found)) or "wrong_value")


def _same_time(figure: Figure, found: Figure) -> bool:
    """Tell whether a claim's figure may be of a report's time: it is told, or the claim leaves it open."""
    return not figure.period or not found.period or figure.period == found.period


def _letters_of(text: str) -> _Letters:
    folded = simplified(fold(text)).lower()
    key: list[str] = []
    starts: list[int] = []
    numbers: dict[int, str] = {}
    for match in _TOKEN.finditer(folded):
        if match[0][0].isdigit():
            numbers[len(key)] = match[0]
        key.append(_NUMBER if match[0][0].isdigit() else match[0])
        starts.append(match.start())
    return _Letters("".join(key), starts, numbers)
