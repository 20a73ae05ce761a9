"""Places that a question names and no report is about: they are noticed, and what only looks like them is not."""

from dataclasses import replace

import pytest

from corpus.report import Metadata
from index.catalogue import ReportCard
from index.scope import resolve_scope
from index.unheard import english_place, ranked_place

_NATION = Metadata(title="2023年统计公报", place="全国", year=2024)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("2023年火星市的粮食产量是多少？", "火星市"),
        ("请问青岚县2022年有多少人？", "青岚县"),
        ("火星市粮食产量", "火星市"),
        ("那火星市呢？", "火星市"),
        ("去年青岚县财政收入多少？", "青岚县"),
        ("各县2023年的粮食产量是多少？", ""),
        ("贫困县有多少个？", ""),
        ("沿海省的生产总值是多少？", ""),
        ("企业上市多少家？", ""),
        ("北方三省的投资增长多少？", ""),
        ("粮食市场的成交额是多少？", ""),
        ("全市有多少人？", ""),
    ],
)
def test_a_place_named_with_its_rank_is_told_from_other_words(question: str, place: str) -> None:
    assert ranked_place(question) == place


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What was the grain output of Norvania in 2023?", "Norvania"),
        ("How many people live in Norvania County?", "Norvania"),
        ("What was Norvania's grain output?", ""),
        ("What was the output of Steel in 2023?", ""),
        ("How many visitors came in September?", ""),
        ("What did the Ministry of Norvan Affairs spend?", ""),
    ],
)
def test_an_english_name_that_no_dictionary_has_is_a_place_where_one_stands(question: str, place: str) -> None:
    assert english_place(question) == place


def test_a_question_about_a_place_that_no_report_is_about_says_so() -> None:
    card = ReportCard(1, "a.txt", _NATION, 1, 1, 1)
    assert resolve_scope("2023年火星市的粮食产量是多少？", [card]).unknown == ("火星市",)
    named = replace(card, metadata=replace(_NATION, place="火星市"))
    assert resolve_scope("2023年火星市的粮食产量是多少？", [card, named]).places == ("火星市",)
