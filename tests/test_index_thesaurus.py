import random
import re
from collections import Counter

import numpy as np
import pytest

from index.encoders import open_encoder
from index.thesaurus.concepts import Concept, concept_lines, concept_of, read_concepts
from index.thesaurus.likeness import NEARNESS, likeness
from index.thesaurus.meaning import Thesaurus
from index.thesaurus.meant import Meant
from index.training.concepts import asked_pairs, concept_pairs
from index.training.pair import Pair

GRAIN = Concept(("粮食产量", "粮食总产量"), ("打了多少粮",), ("grain output",), ("grain harvested",))


def test_a_line_tells_a_concept() -> None:
    line = "粮食产量、粮食总产量\t打了多少粮\tGrain output\tgrain harvested".encode()
    assert concept_of(line) == GRAIN
    assert concept_of("铺轨\t铺了铁轨\t-\t-".encode()) == Concept(("铺轨",), ("铺了铁轨",), (), ())


def test_every_line_of_the_thesaurus_is_whole() -> None:
    concepts = read_concepts()
    assert len(concepts) == len(concept_lines()) > 10_000
    entries = [entry for c in concepts for cell in (c.written, c.said, c.english, c.said_in_english) for entry in cell]
    assert [e for e in entries if e != e.strip() or not e or "\t" in e or re.search(r"[（(]|(?:19|20)\d\d", e)] == []
    assert [c for c in concepts if set(c.written) & set(c.said)] == []


def test_a_name_leads_one_concept_only() -> None:
    assert [name for name, count in Counter(c.written[0] for c in read_concepts()).items() if count > 1] == []


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus(open_encoder(None))


@pytest.mark.parametrize(
    ("terms", "written"),
    [
        (("平均", "活", "岁"), "人均预期寿命"),
        (("住", "城里", "人"), "城镇人口"),
        (("欠", "供应商", "货款"), "应付账款"),
        (("divorced", "couples"), "离婚登记"),
    ],
)
def test_what_is_said_means_what_is_written(thesaurus: Thesaurus, terms: tuple[str, ...], written: str) -> None:
    meant = thesaurus.meant(terms, frozenset(["zh"]))
    assert any(written in concept.words for concept in meant)
    assert [c.sure for c in meant] == sorted((c.sure for c in meant), reverse=True)
    assert all(0.0 < c.sure <= 1.0 and [term for term, _ in c.shares] == list(terms) for c in meant)


def test_words_are_those_of_the_languages_of_the_reports(thesaurus: Thesaurus) -> None:
    english = thesaurus.meant(("平均", "活", "岁"), frozenset(["en"]))
    assert "life expectancy at birth" in {word for concept in english for word in concept.words}
    assert not any(re.search("[一-龥]", word) for concept in english for word in concept.words)


def test_nothing_is_meant_by_nothing(thesaurus: Thesaurus) -> None:
    assert thesaurus.meant((), frozenset(["zh"])) == ()
    assert thesaurus.meant(("嘿嘿嘿",), frozenset(["zh"])) == ()


def test_a_word_says_as_much_of_a_term_as_it_is_of_the_name() -> None:
    meant = (Meant(("粮食产量",), 0.5, (("打", 1.0), ("粮", 0.5))), Meant(("grain output",), 1.0, (("打", 1.0),)))
    table = likeness(meant, ["粮", "打", "今年"], ["全国粮食产量", "产量", "钢", "grains"])
    assert table.shape == (3, 4)
    half = NEARNESS * 0.5
    expected = [[half * 0.5, half * 0.25, 0.0, 0.0], [half, half * 0.5, 0.0, NEARNESS * 0.5], [0.0] * 4]
    assert np.allclose(table, expected)


def test_nothing_meant_is_like_nothing() -> None:
    assert likeness((), ["粮"], ["粮食"]).tolist() == [[0.0]]


def test_all_that_says_a_concept_is_paired_with_what_is_written() -> None:
    pairs = concept_pairs([GRAIN], random.Random(0))
    written, english = "粮食产量、粮食总产量", "grain output"
    assert pairs == [
        Pair("打了多少粮", written),
        Pair("grain output", written),
        Pair("grain harvested", written),
        Pair("粮食产量", written),
        Pair("粮食总产量", written),
        Pair("打了多少粮", english),
        Pair("grain harvested", english),
        Pair("粮食产量", english),
        Pair("打了多少粮", "粮食产量"),
        Pair("打了多少粮", "粮食总产量"),
    ]


def test_a_word_of_a_text_is_said_otherwise_amid_the_words_beside_it() -> None:
    only = Concept(("粮食产量",), ("打的粮",), (), ())
    window = "去年全省粮食产量达到四百亿斤，创历史新高。"
    assert list(asked_pairs([only], [window, "没有别的。"], random.Random(1))) == [Pair("去年全省打的粮达到四百亿斤", window)]


def test_every_word_that_reports_write_has_letters() -> None:
    # What has none would stand in every text.
    words = [word for concept in read_concepts() for word in (*concept.written, *concept.english)]
    assert [word for word in words if not re.search(r"\w", word)] == []
