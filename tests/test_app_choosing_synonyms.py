import numpy as np

from app.choosing.synonyms import Synonyms
from index.dictionary import Dictionary, open_dictionary

# Sixty entries are told by "thing", two by "spend".
_ENTRIES = [(chr(0x5000 + i), "thing/entry") for i in range(60)] + [
    ("花", "flower/to spend"),
    ("支出", "to spend; expense"),
    ("物", "thing"),
]


def test_words_with_a_rare_gloss_in_common_are_near() -> None:
    near = Synonyms(Dictionary(_ENTRIES)).similarities(["花"], ["支出", "物", "无"])
    np.testing.assert_allclose(near, [[0.8, 0.0, 0.0]], atol=1e-6)


def test_a_gloss_that_many_words_have_tells_less() -> None:
    near = Synonyms(Dictionary(_ENTRIES)).similarities(["物"], [chr(0x5000)])[0, 0]
    assert 0.7 < near < 0.8


def test_words_that_are_forgotten_are_compared_again() -> None:
    small, large = Synonyms(Dictionary(_ENTRIES), keep=1), Synonyms(Dictionary(_ENTRIES))
    terms, words = ["花", "物"], ["支出", "物", "花"]
    np.testing.assert_array_equal(small.similarities(terms, words), large.similarities(terms, words))


def test_everyday_words_meet_those_of_reports() -> None:
    near = Synonyms(open_dictionary()).similarities(["花", "盖", "工钱"], ["支出", "建设", "工资", "失业"])
    assert (near.argmax(axis=1).tolist(), near[:, 3].tolist()) == ([0, 1, 2], [0.0, 0.0, 0.0])
