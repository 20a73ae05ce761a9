"""Whether a report denies in words what an English question asks: did the port close any piers, and a report says that it will not close a pier."""

import re
from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.choosing.quotes import Quote
from app.yes_no.asked import YesNo
from app.yes_no.stated import quoted_answer
from corpus.figures.english_words import WORDS
from corpus.sentences import split_sentences
from index.opening import Library
from index.search import Ranked, search
from index.words import english_stem

_PASSAGES = 16
_NOT = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b", re.IGNORECASE)
# Not only this, not yet, not all of them: not denied, or not wholly.
_NOT_WHOLLY = re.compile(
    r"\b(?:not|never) (?:only|just|merely|necessarily|least|yet|all|every|always|until|unless|so|too|as|a few|less|more|fewer|simply|alone)\b"
    r"|\b(?:if|unless|whether|would|should|could|may|might|but|except|other than|until)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",(?!\d)\s|[;:]\s|\s[–—-]\s")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*\d|\d")
_EMPTY = frozenset(w for what in ("stop", "inside", "determiner", "no noun") for w in WORDS[what]) | {
    "will",
    "would",
    "there",
    "did",
}
# So much of the denying clause the question says, and so much of the question its sentence.
_OF_CLAUSE, _OF_QUESTION, _FEWEST = 0.7, 0.35, 3


def whether_denied(yes_no: YesNo, library: Library) -> Answer | None:
    """Return No with the sentence that denies what an English question asks, None if no report denies it."""
    asked = _words(yes_no.query.text)
    if not yes_no.english or not yes_no.is_of_one or _NOT.search(yes_no.clause) or len(asked) < _FEWEST:
        return None
    _, ranked = search(library, yes_no.query, k=_PASSAGES)
    for found in ranked:
        for quote in _denials(found, yes_no.query.scope.years, asked):
            if yes_no.bodies.names_none or yes_no.bodies.may_hold(found.passage):
                return quoted_answer(yes_no, quote, "No")
    return None


def _denials(ranked: Ranked, years: Sequence[int], asked: frozenset[str]) -> Iterator[Quote]:
    """Yield the sentences of a passage that deny what is asked, of the years asked about."""
    passage = ranked.passage
    for start, end in split_sentences(passage.text):
        sentence = passage.text[start:end]
        told = next((clause for clause in _CLAUSE.split(sentence) if _NOT.search(clause)), "")
        dated = not years or any(str(y) in sentence for y in years) or ranked.year in {y + n for y in years for n in (0, 1)}
        if told and dated and not _NOT_WHOLLY.search(told) and _denies(told, sentence, asked):
            yield Quote(passage, passage.start + start, passage.start + end, sentence.strip())


def _denies(clause: str, sentence: str, asked: frozenset[str]) -> bool:
    """Tell whether a question says nearly all of a clause that denies something, the denied verb among it, and its sentence every number asked about."""
    denied = _NOT.split(clause, maxsplit=1)[1]
    own, done = _words(clause), [w for w in _WORD.findall(denied) if w.lower() not in _EMPTY and not w.endswith("ly")]
    said = own & asked
    numbers = {w for w in asked if w[0].isdigit()} - {w for w in asked if len(w) == len("2031")}
    return (
        bool(done)
        and english_stem(done[0].lower()) in asked
        and len(said) >= max(_FEWEST, _OF_CLAUSE * len(own))
        and len(_words(sentence) & asked) >= _OF_QUESTION * len(asked)
        and numbers <= _words(sentence)
    )


def _words(text: str) -> frozenset[str]:
    words = (word.lower().replace(",", "").rstrip("’'") for word in _WORD.findall(text))
    return frozenset(word if word[0].isdigit() else english_stem(word) for word in words if word not in _EMPTY)
