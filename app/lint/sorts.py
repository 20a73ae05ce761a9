"""Whether things counted beside each other divide a whole, or belong to groups that overlap: women and boarders may be the same."""

from collections.abc import Iterable
from pathlib import Path

from corpus.word_table import read_words

_SORTS = read_words(Path(__file__).with_suffix(".tsv"))


def may_overlap(names: Iterable[str]) -> bool:
    """Tell names of groups of several sorts, or of one sort among groups of none.

    >>> may_overlap(["住校生", "女生", "留守儿童"]), may_overlap(["小学", "初中"]), may_overlap(["城镇人口", "乡村人口"])
    (True, False, False)
    """
    sorts = {frozenset(sort for sort, words in _SORTS.items() if any(word in name for word in words)) for name in names}
    return len(sorts) > 1 or any("across" in sort for sort in sorts)
