"""The prefectures of the country by their short names: a claim on one that no report is about must not be held against others.

The search knows places by the catalogue and by a dictionary of words, which takes some of these for other names (三明, 金昌, 攀枝花).
"""

from pathlib import Path

from corpus.word_table import read_words

CITIES = frozenset(read_words(Path(__file__).with_suffix(".tsv"))["city"])
