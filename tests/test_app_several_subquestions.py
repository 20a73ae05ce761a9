import pytest

from app.several.members import listed
from app.several.subquestions import asks_for_all, subquestions
from index.query import Query, read_query


def _terms(question: str) -> list[tuple[str, ...]]:
    return [q.terms for q in subquestions(read_query(question, ()))]


def test_one_value_is_no_list() -> None:
    assert subquestions(read_query("2023年新增就业多少人？", ())) == []


def test_members_before_respectively_are_asked_for_one_by_one() -> None:
    assert _terms("2023年煤炭、石油和发电量分别是多少？") == [("煤炭",), ("石油",), ("发电量",)]


def test_what_money_is_spent_on_together_is_no_list() -> None:
    assert _terms("2023年在渔业、船运、码头身上花的钱涨了多少？") == []


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


def test_aim_and_outcome_are_asked_for_one_by_one() -> None:
    parts = subquestions(read_query("2023年造林面积的目标是多少？实际完成多少？", ()))
    assert [(p.terms[:2], p.need.status) for p in parts] == [(("造林", "面积"), "target"), (("造林", "面积"), "actual")]


def test_clauses_keep_the_years_they_name() -> None:
    parts = subquestions(read_query("2013年排放实际减了多少，2014年又要求减多少？", ()))
    assert [(p.scope.years, p.need.status) for p in parts] == [((2013,), "actual"), ((2014,), "target")]


@pytest.mark.parametrize(
    ("question", "wanted"), [("城乡标准提高到多少？", True), ("三次产业增速各是多少？", True), ("总产值是多少？", False)]
)
def test_some_words_want_every_value_of_a_run(question: str, wanted: bool) -> None:
    query: Query = read_query(question, ())
    assert asks_for_all(query) is wanted


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("2023年老旧小区以及燃气、供热管网分别改造了多少？", ["老旧小区", "燃气", "供热管网"]),
        ("2024年三个开发区（东区、西湖、南山）营收目标？", ["东区", "西湖", "南山"]),
        ("一季度、上半年和全年的增速依次是多少？", ["一季度", "上半年", "全年的增速"]),
        ("老旧小区、口袋公园和停车位各建了多少？", ["老旧小区", "口袋公园", "停车位"]),
        ("煤炭产量、石油产量、钢产量是多少？", ["煤炭产量", "石油产量", "钢产量是多少"]),
        ("帮多少失业的、找工作困难的人重新上岗？", []),
        ("有多少个国家和地区参加？", []),
        ("问题楼盘清了几个，惠及多少人？", []),
    ],
)
def test_the_members_of_a_list(question: str, members: list[str]) -> None:
    wanted = listed(read_query(question, ()))
    assert [m.removeprefix("2023年") for m in wanted] == members


def test_a_clause_that_says_only_how_asks_for_what_the_one_before_does() -> None:
    parts = subquestions(read_query("2016年M2增速实际百分之几，目标是多少？", ()))
    assert [(p.need.unit_class, p.need.status) for p in parts] == [("percent", "actual"), ("percent", "target")]


def test_a_word_with_ne_before_the_asking_clause_is_its_subject() -> None:
    assert subquestions(read_query("那农村危房呢，改了多少户？", ())) == []


def test_a_year_that_a_clause_compares_with_is_not_its_own() -> None:
    parts = subquestions(read_query("1986年国民收入有多少亿元，比1985年多了百分之几？", ()))
    assert [p.scope.years for p in parts] == [(1986,), (1986,)]


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        # What stands before the list is of all of it.
        ("云栖茶厂2022年底的厂房和仓库各有多少平方米？", [("厂房", "云栖茶"), ("仓库", "云栖茶")]),
        ("2022年淘汰了多少老旧的渔船和客车？", [("渔船", "淘汰", "老旧"), ("客车", "淘汰", "老旧")]),
    ],
)
def test_what_frames_a_list_is_said_of_all_its_members(question: str, terms: list[tuple[str, ...]]) -> None:
    assert [part.terms for part in subquestions(read_query(question, []))] == terms


def test_a_round_mark_that_was_passed_is_asked_for() -> None:
    assert len(subquestions(read_query("2022年县里的税收多了多少，总额突破了什么大关？", []))) == 2


def test_a_word_that_begins_as_and_does_joins_nothing() -> None:
    asked = subquestions(read_query("2022年打造了多少个和美乡村、多少个茶园？", []))
    assert len(asked) == 2


def test_a_second_part_in_english_asks_for_the_thing_of_the_first() -> None:
    assert _terms("The catch of herring: what was it in 2030 and what is planned for 2035?") == [
        ("catch", "herring"),
        ("catch", "herring", "planned"),
    ]
    assert _terms("How many sailmakers were trained in 2030, and how many of them left?")[1] == ("sailmakers", "trained", "left")


def test_a_blank_parts_clauses_that_ask() -> None:
    assert _terms("2031年每个船工发多少补贴 总共要花多少") == _terms("2031年每个船工发多少补贴，总共要花多少")
