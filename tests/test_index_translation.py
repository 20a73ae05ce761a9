from collections.abc import Sequence

import numpy as np

from corpus.report import Metadata
from index.catalogue import ReportCard
from index.dictionary import Dictionary
from index.encoder import Vectors
from index.query import Query, read_query
from index.translation import Translator, translated

_PLACES = {
    "grain": (1.0, 0.0),
    "粮食": (0.9, 0.1),
    "谷物": (0.8, 0.2),
    "就业": (0.0, 1.0),
    "jobs": (0.1, 1.0),
    "船舶": (0.95, 0.0),
}


class _Words:
    """An encoder of six words whose cosines can be computed by hand."""

    name = "six-words"
    dimension = 2

    def vocabulary(self) -> list[str]:
        return list(_PLACES)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([_PLACES.get(t, (0.0, 0.0)) for t in texts], dtype=np.float32).reshape(len(texts), 2)
        unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return unit

    encode_passages = encode_queries


def _translator() -> Translator:
    # 船舶 is near grain here, but no passage speaks of ships.
    return Translator(_Words(), lambda word: 0.0 if word == "船舶" else 0.1, lambda: Dictionary(()))


def _card(language: str) -> ReportCard:
    return ReportCard(1, "a.txt", Metadata("a", language=language), 1, 1, 1)


def test_words_are_the_nearest_that_the_reports_use() -> None:
    assert _translator().translate(["grain"], to_chinese=True) == ("粮食", "谷物")
    assert _translator().translate(["就业"], to_chinese=False) == ("jobs",)
    assert _translator().translate([], to_chinese=True) == ()


def test_words_of_the_dictionary_come_first_those_that_the_reports_write_most_before_others() -> None:
    entries = (("职位", "job/"), ("工作", "job; work/"), ("行当", "job/"), ("饭碗", "rice bowl/job/"))
    shares = {"职位": 0.1, "工作": 0.5, "饭碗": 0.01, "就业": 0.1}
    translator = Translator(_Words(), lambda word: shares.get(word, 0.0), lambda: Dictionary(entries))
    assert translator.translate(["jobs"], to_chinese=True) == ("工作", "职位", "饭碗", "就业")


def test_an_english_question_on_chinese_reports_gets_chinese_words() -> None:
    query = translated(read_query("How much grain?", ()), [_card("zh")], _translator())
    assert query.translations == ("粮食", "谷物")
    assert query.weighted_terms() == {"粮食": 0.5, "谷物": 0.5, "grain": 1.6}


def test_a_chinese_question_gets_english_words_only_where_all_reports_are_english() -> None:
    query: Query = read_query("就业多少？", ())
    assert translated(query, [_card("zh"), _card("en")], _translator()).translations == ()
    assert translated(query, [_card("en")], _translator()).translations == ("jobs",)


def test_without_a_translator_nothing_changes() -> None:
    query = read_query("How much grain?", ())
    assert translated(query, [_card("zh")], None) == query


def test_two_words_side_by_side_are_translated_at_once_first() -> None:
    entries = (("外贸", "foreign trade/"), ("对外", "external; foreign/"), ("贸易", "trade/"), ("交易", "to trade; transaction/"))
    translator = Translator(_Words(), lambda _: 0.1, lambda: Dictionary(entries))
    assert translator.translate(["foreign", "trade"], to_chinese=True) == ("外贸", "对外", "交易", "贸易")
    assert translator.translate(["trade", "foreign"], to_chinese=True) == ("交易", "贸易", "外贸", "对外")


def test_words_that_name_nothing_are_no_translation() -> None:
    translator = Translator(_Words(), lambda _: 0.1, lambda: Dictionary((("采用", "to take up/to adopt/"),)))
    assert translator.translate(["采用"], to_chinese=False) == ("adopt",)


def test_an_english_question_finds_the_synonyms_that_english_reports_use() -> None:
    shares = {"unemploy": 0.1}
    translator = Translator(_Words(), lambda word: shares.get(word, 0.0), lambda: Dictionary(()))
    assert translator.english_alike(("jobless", "railway")) == ("unemployment",)
