"""Tests that go through the tables of words, and of what reads them."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.word_table import read_words, words_of

ROOT = Path(__file__).parent.parent
TABLES = ("corpus/figures/english_words.tsv", "index/stop_words.tsv", "app/claims/cities.tsv", "app/lint/measures.tsv")


def test_a_line_has_what_its_words_are_their_idea_and_the_words() -> None:
    table = "# why\n\nferry\tbig ones\tliner barge\nferry\tsmall ones\tpunt\npier\tall\tquay\n"
    assert words_of(table, "boats.tsv") == {"ferry": ("liner", "barge", "punt"), "pier": ("quay",)}
    with pytest.raises(ValueError, match=r"boats\.tsv, line 2: a line has what its words are, their idea and the words"):
        words_of("# why\nferry\tliner barge\n", "boats.tsv")
    with pytest.raises(ValueError, match="line 1"):
        words_of("ferry\t\tliner\n", "boats.tsv")


@pytest.mark.parametrize("table", TABLES)
def test_no_word_stands_twice_for_the_same_thing(table: str) -> None:
    words = read_words(ROOT / table)
    assert [(what, word) for what, listed in words.items() for word, n in Counter(listed).items() if n > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_the_lines_of_a_table_are_readable(table: str) -> None:
    lines = (ROOT / table).read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if len(line) > 150 or line != line.strip() or "  " in line] == []
