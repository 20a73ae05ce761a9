from hypothesis import given
from hypothesis import strategies as st

from index.pair_counts import PairCounts

_LETTERS = st.text(alphabet="粮食产量𠮷😀ab", max_size=30)


@given(st.lists(_LETTERS, max_size=8), st.sets(st.text(alphabet="粮食产量𠮷😀ab", min_size=2, max_size=2), max_size=12))
def test_each_pair_that_stands_in_a_text_counts_once(texts: list[str], pairs: set[str]) -> None:
    counts = PairCounts(texts)
    assert counts.count(pairs).tolist() == [sum(pair in text for pair in pairs) for text in texts]
    # Pairs that were counted before, with one that was not.
    more = {*sorted(pairs)[::2], "年年"}
    assert counts.count(more).tolist() == [sum(pair in text for pair in more) for text in texts]
