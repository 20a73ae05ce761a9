from hypothesis import given
from hypothesis import strategies as st

from index.pair_counts import PairCounts

_LETTERS = st.text(alphabet="粮食产量𠮷😀ab", max_size=30)


@given(st.lists(_LETTERS, max_size=8), st.sets(st.text(alphabet="粮食产量𠮷😀ab", min_size=2, max_size=2), max_size=12))
def test_each_pair_that_stands_in_a_text_counts_once(texts: list[str], pairs: set[str]) -> None:
    assert PairCounts(texts).count(pairs).tolist() == [sum(pair in text for pair in pairs) for text in texts]
