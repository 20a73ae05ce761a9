import pytest

from app.several.parts import parts
from app.several.shared_words import without_shared_words
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.query import read_query
from index.years import resolve_years

CARDS = [
    ReportCard(n, f"{place}.txt", Metadata(f"{place}2024年政府工作报告", "", place, "政府工作报告", 2024, "2023"), 1000, 10, 10)
    for n, place in enumerate(("云栖县", "青岚县"))
]


def parts_of(question: str) -> list[tuple[str, str, bool]]:
    return [(p.label, p.query.text, p.whole) for p in parts(read_query(question, CARDS))]


def test_each_place_is_asked_about_by_its_own_name() -> None:
    assert parts_of("云栖县、青岚县2023年粮食产量各增长多少，谁快一些？") == [
        ("云栖", "云栖2023年粮食产量增长多少？", True),
        ("青岚", "青岚2023年粮食产量增长多少？", True),
    ]


def test_a_list_beside_that_of_the_places_keeps_its_word() -> None:
    assert parts_of("云栖县和青岚县2023年小麦、玉米产量分别多少？") == [
        ("云栖", "云栖2023年小麦、玉米产量分别多少？", False),
        ("青岚", "青岚2023年小麦、玉米产量分别多少？", False),
    ]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("云栖县21、22、23年学生分别有多少？", [2021, 2022, 2023]),
        ("云栖县2021年到2023年底的医院家数", [2021, 2022, 2023]),
        ("云栖县2021年到2023年产值增长多少？", [None]),
        ("云栖县2021到2023年产值每年递增百分之多少？", [None]),
        ("云栖县2021年到2023年累计投资多少？", [None]),
        ("云栖县22年跟21年比，面积跌了多少，两年各多少亩？", [2021, 2022]),
    ],
)
def test_which_questions_ask_about_each_year(question: str, years: list[int | None]) -> None:
    assert [p.year for p in parts(read_query(question, CARDS))] == years


def test_plans_are_asked_about_one_by_one() -> None:
    found = parts(read_query("云栖县“一五”“六五”年均增速各是多少？", CARDS))
    assert [(p.label, p.query.scope.span) for p in found] == [("“一五”", (1953, 1957)), ("“六五”", (1981, 1985))]


def test_a_rate_and_the_clause_that_asks_for_it_are_one_question() -> None:
    assert parts_of("云栖县财政收入占产值的比重，2023年下降了几个百分点？") == [
        ("", "云栖县财政收入占产值的比重，2023年下降了几个百分点？", False)
    ]


def test_what_shares_out_or_compares_is_left_out() -> None:
    assert (
        without_shared_words("甲市和乙市，2023年产值分别是多少？哪个更大？", ("甲市", "乙市"), "乙市") == "乙市，2023年产值多少？"
    )
    assert without_shared_words("甲港、乙港2023年吞吐量各多少？差几万", ("甲", "乙"), "甲") == "甲港2023年吞吐量多少"


def test_what_is_compared_behind_is_not_asked_of_each_year() -> None:
    asked = parts(read_query("云栖县2021年、2023年的茶园面积各是多少，后来多了多少？", CARDS))
    assert [(p.year, p.query.need.kinds) for p in asked] == [(2021, ()), (2023, ())]


def test_a_year_set_beside_another_is_only_compared_with() -> None:
    assert resolve_years("2020年同2019年比，茶叶增长多少", latest=None).compared == (2019,)


def test_a_budget_that_is_named_by_its_year_is_not_asked_about() -> None:
    assert resolve_years("According to the 2031 budget, how fast did trade grow in 2030?", latest=None).years == (2030,)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("What was the tea output from 2021 to 2023?", [2021, 2022, 2023]),
        ("How many bridges were built from 2021 to 2023?", [None]),
        ("2021年至2023年生产总值", [2021, 2022, 2023]),
        ("2021年至2023年总投资是多少？", [None]),
    ],
)
def test_levels_over_a_stretch_of_years_are_asked_year_by_year(question: str, years: list[int | None]) -> None:
    assert [p.year for p in parts(read_query(question, CARDS))] == years
