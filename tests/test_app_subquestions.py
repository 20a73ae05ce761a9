import pytest

from app.subquestions import asks_for_all, subquestions
from index.query import Query, read_query


def _terms(question: str) -> list[tuple[str, ...]]:
    return [q.terms for q in subquestions(read_query(question, ()))]


def test_one_value_is_no_list() -> None:
    assert subquestions(read_query("2023年新增就业多少人？", ())) == []


def test_members_before_respectively_are_asked_for_one_by_one() -> None:
    assert _terms("2023年煤炭、石油和发电量分别是多少？") == [("煤炭",), ("石油",), ("发电量",)]


def test_clauses_with_asking_words_are_questions_of_their_own() -> None:
    parts = subquestions(read_query("2023年粮食产量是多少万吨，棉花增长百分之几？", ()))
    assert [(p.terms, p.need.unit, p.need.kinds) for p in parts] == [
        (("粮食产量",), "吨", ()),
        (("棉花", "增长"), "", ("growth",)),
    ]


def test_pieces_that_each_ask_are_split() -> None:
    assert _terms("2023年建成多少个公园、多少座桥梁？") == [("建成", "公园"), ("桥梁",)]


def test_a_level_and_its_rate_are_two_values() -> None:
    parts = subquestions(read_query("2023年进出口总额及增速是多少？", ()))
    assert [p.need.kinds for p in parts] == [("level",), ("growth",)]


def test_clauses_keep_the_years_they_name() -> None:
    parts = subquestions(read_query("2013年排放实际减了多少，2014年又要求减多少？", ()))
    assert [(p.scope.years, p.need.status) for p in parts] == [((2013,), "actual"), ((2014,), "target")]


@pytest.mark.parametrize(
    ("question", "wanted"), [("城乡标准提高到多少？", True), ("三次产业增速各是多少？", True), ("总产值是多少？", False)]
)
def test_some_words_want_every_value_of_a_run(question: str, wanted: bool) -> None:
    query: Query = read_query(question, ())
    assert asks_for_all(query) is wanted
