"""All terms are looked for in all words at once; here each word is held against each term, the slow way."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.choosing.said import said_by
from index.spelling import plain_stem

_HAN = st.text("总产量粮食收入县", min_size=1, max_size=5)
_LATIN = st.sampled_from(["reports", "report", "labour", "labor", "gdp", "tax"])
_WORDS = st.lists(_HAN | _LATIN, unique=True, max_size=12)


def _is_said(term: str, names: Sequence[str], word: str) -> bool:
    part = len(word) > 2 and any(word in name for name in names)
    if len(term) == 1:
        return word == term
    if term.isascii():
        return plain_stem(word) == plain_stem(term) if word.isascii() else part
    core = term[1:] if len(term) > 2 and term.startswith("总") and not names else term
    return core in word or (len(word) > 1 and word in term) or part


@given(terms=st.lists(st.tuples(_HAN | _LATIN, st.lists(_HAN, max_size=2)), max_size=4), words=_WORDS)
def test_words_say_the_terms_that_each_by_itself_says(terms: list[tuple[str, list[str]]], words: list[str]) -> None:
    said = said_by([term for term, _ in terms], [names for _, names in terms], words)
    assert said.tolist() == [[float(_is_said(term, names, word)) for word in words] for term, names in terms]


def test_a_total_is_said_by_what_is_totalled() -> None:
    assert said_by(["总产量"], [()], ["粮食产量", "产量", "总", "粮食"]).tolist() == [[1.0, 1.0, 0.0, 0.0]]
