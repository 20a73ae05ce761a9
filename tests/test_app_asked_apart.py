"""Questions whose clauses ask for different things, over small reports of an invented place."""

import pytest

from app.engine import Engine
from app.several.subquestions import asks_apart, subquestions, with_members
from index.query import read_query

CHINESE = (
    "雁栖县2023年政府工作报告",
    "一、2022年工作回顾",
    "新建改建供水管线287.4公里、排污管线169.7公里，翻修燃气管线362公里。",
    "窑厂由46座减少到27座，砖价由303元降到243元，亏损由6.3亿元减少到1亿元。",
    "县城、乡村居民人均收入分别增长4.6%、6.7%，城镇调查失业率4.7%。",
    "果园面积比上年增加321亩，达到784亩。",
    "开通3条旅游专线。全年为33万人次求职者提供培训、介绍和咨询服务，增长5.6%。",
    "渔港停泊渔船210艘。",
)
ENGLISH = (
    "Budget Statement 2019 of Westmark",
    "Over 230 foundries employ about 1,450 craftsmen in the harbour district.",
    "We will raise the harbour allowance and the pilot pension by $20 a month to $280 and $1,210 respectively.",
)

REPORTS = {"雁栖县2023年政府工作报告.txt": CHINESE, "westmark-budget-2019.txt": ENGLISH}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        # The figure that is called what its clause says, not its neighbour.
        ("雁栖县2022年新建改建了多少公里排污管线，翻修了多少公里燃气管线？", ["169.7", "362"]),
        # Both ends for the clause that asks for both.
        ("雁栖县2022年砖价降到了多少元，亏损又从多少减少到了多少？", ["243", "630000000", "100000000"]),
        # A run of two is no answer to two questions of different sorts.
        ("雁栖县2022年乡村居民人均收入涨了多少，城镇调查失业率是多少？", ["6.7", "4.7"]),
        # The change stands beside its value: nothing is computed.
        ("雁栖县2022年果园面积达到多少亩，比上年增加了多少亩？", ["321", "784"]),
        ("How many foundries are in Westmark, and about how many craftsmen do they employ?", ["230", "1450"]),
        ("To what amounts do the harbour allowance and the pilot pension of Westmark go up in 2019?", ["280", "1210"]),
    ],
)
def test_each_clause_gets_its_own_figure(engine: Engine, question: str, values: list[str]) -> None:
    answer = engine.ask(question)
    assert sorted(float(f.value) for f in answer.figures) == sorted(map(float, values))
    assert all(f.proof == "quoted" for f in answer.figures)


def test_a_list_that_is_one_thing_gets_one_figure(engine: Engine) -> None:
    question = "雁栖县2022年为多少人次提供了培训、介绍和咨询服务，增长多少？"
    assert {f.value for f in engine.ask(question).figures} == {"330000", "5.6"}


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        ("渔船有多少艘，果园有多少亩？", True),
        ("果园计划多少亩，实际多少亩？", False),
        ("果园有多少亩？", False),
    ],
)
def test_clauses_ask_apart_if_each_has_words_of_its_own(question: str, apart: bool) -> None:
    assert asks_apart(read_query(question, ())) is apart


def test_a_clause_that_names_no_year_is_of_the_year_before() -> None:
    parts = subquestions(read_query("2010年果园有多少亩，渔船又有多少艘，2015年桥梁有多少座？", ()))
    assert [p.scope.years for p in parts] == [(2010,), (2010,), (2015,)]


def test_a_member_that_is_a_measure_by_itself_asks_for_its_own_unit() -> None:
    [(_, members)] = with_members(read_query("果品产量和果农人均收入各达到多少，修桥多少座？", ()))[:1]
    assert [m.need.unit_class for m in members] == ["", "money"]
