"""The table of terms measures many texts at once; here each is measured by itself, the slow way."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest

from app.choosing.phrase import Phrase
from app.choosing.sentences import Sentence, sentences_of
from app.choosing.terms import Spoken, TermTable
from app.choosing.words import WordMatcher
from corpus.matching import matching_text
from index.opening import Library
from index.query import Query, read_query
from index.search import search
from index.settling import settle
from index.word_vectors import WordVectors
from tests.letter_encoder import LetterEncoder


@pytest.fixture
def matcher(encoder: LetterEncoder) -> WordMatcher:
    return WordMatcher(encoder, lambda word: 0.01 * len(word))


@pytest.fixture
def query(library: Library) -> Query:
    return settle(library, read_query("青岚县2023年城镇新增就业多少人，增长多少？", library.catalogue()))


@pytest.fixture
def sentences(library: Library, query: Query) -> list[Sentence]:
    found = sentences_of(search(library, query, k=16)[1])
    assert sum(len(s.stretch.figures) for s in found) > 10
    return found


def phrases_of(sentences: list[Sentence]) -> list[Phrase]:
    return [p for s in sentences for w in s.stretch.words for p in (w.clause, w.subject, s.stretch.around)]


def plain(spoken: Spoken) -> tuple[list[float], list[float], float]:
    return spoken.terms.tolist(), spoken.own.tolist(), spoken.share


def test_texts_measured_at_once_are_measured_as_one_by_one(matcher: WordMatcher, query: Query, sentences: list[Sentence]) -> None:
    together, alone = TermTable(query, matcher, sentences), TermTable(query, matcher, sentences)
    phrases = phrases_of(sentences)
    together.measure(phrases)
    assert [plain(together.spoken(p)) for p in phrases] == [plain(alone.spoken(p)) for p in phrases]
    assert [together.missing(p) for p in phrases] == [alone.missing(p) for p in phrases]


def test_what_stands_in_a_text_is_told_to_the_letter(matcher: WordMatcher, query: Query, sentences: list[Sentence]) -> None:
    table = TermTable(query, matcher, sentences)
    weighted = query.weighted_terms()
    weights = {t: w * matcher.rarity(t) for t, w in weighted.items()}
    grams = {a + b for a, b in pairwise("".join(query.terms))}
    for phrase in phrases_of(sentences):
        text = matching_text(phrase.text)
        held = sum(w for t, w in weights.items() if t in text) / sum(weights.values())
        letters = "".join(c for c in text if c.isalnum() or c in "_%")
        assert table.words(phrase) == pytest.approx(held, abs=1e-5)
        assert table.pairs(phrase) == len([g for g in grams if g in letters]) / len(grams)


def test_a_text_is_set_apart_by_what_it_says_more_of_than_the_best_of_the_others(
    matcher: WordMatcher, query: Query, sentences: list[Sentence]
) -> None:
    table = TermTable(query, matcher, sentences)
    groups = [[w.clause for w in s.stretch.words] for s in sentences if s.stretch.words]
    # The same text twice: neither is set apart.
    groups += [[groups[0][0], groups[0][0]]]
    assert {len(g) for g in groups} >= {1, 2}
    weights = {t: w * matcher.rarity(t) for t, w in query.weighted_terms().items()}
    shares = np.array(list(weights.values())) / sum(weights.values())
    table.measure(p for group in groups for p in group)
    found = iter(table.set_apart(groups).tolist())
    for group in groups:
        told = [table.spoken(p).terms for p in group]
        for i, apart in enumerate([next(found) for _ in group]):
            others = [t for j, t in enumerate(told) if j != i]
            best = np.max(others, axis=0) if others else np.zeros(len(shares))
            assert apart == pytest.approx(np.maximum(told[i] - best, 0) @ shares, abs=1e-5)


def test_a_matcher_that_keeps_few_words_compares_them_as_one_that_keeps_all(encoder: LetterEncoder) -> None:
    words = ["就业", "粮食", "财政", "学校", "床位", "公路", "水库", "就学"]
    whole = WordMatcher(encoder, lambda word: 0.01 * len(word)).similarities(words, words)
    few = WordMatcher(encoder, lambda word: 0.01 * len(word), WordVectors(encoder, keep=3))
    assert [few.similarities([a], [b]).item() for a in words for b in words] == whole.ravel().tolist()
    assert few.similarities(words, words).tolist() == whole.tolist()


def test_threads_may_share_a_matcher(encoder: LetterEncoder) -> None:
    words = [a + b for a in "就业粮财学床路水" for b in "就业粮财学床路水"]
    matcher = WordMatcher(encoder, lambda word: 0.01 * len(word), WordVectors(encoder, keep=20))
    wanted = {word: encoder.encode_queries([word])[0].tolist() for word in words}
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda i: (words[i % 64], matcher.vectors([words[i % 64]])[0].tolist()), range(0, 6_400, 7)))
    assert [vector for _, vector in found] == [wanted[word] for word, _ in found]
