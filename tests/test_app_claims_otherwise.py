"""Claims that call a measure in other words than the report: borne out by their value, refuted by another, and not taken for another thing."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "2032年岚汀县政府工作报告.txt": [
        "2032年岚汀县政府工作报告",
        "一、2031年工作回顾",
        "年末城乡居民储蓄存款余额达到437.6亿元，比上年增长6.2%。",
        "依法办理结婚登记3817对，办理离婚登记1102对。",
        "全县高校毕业生初次就业率83.4%。",
        "新增高速铁路运营里程128公里，新建改建农村公路356公里。",
        "中等职业学校招生规模扩大到7410人，在校学生总数18090人。",
        "全社会研发投入27.3亿元，增长8.3%。",
        "制定政府规章157件，提请审议地方性法规草案12件。",
        "全县星级饭店平均房价318.6元，平均出租率50.7%。",
        "水电、风电、太阳能发电等清洁能源发电量37126万千瓦时。",
        "规模以上工业增加值增长7.3%。",
        "全县市场主体登记存量9883户。",
        "农村居民外出旅游21.7万人次，城镇居民外出旅游64.3万人次。",
        "二、2032年工作安排",
        "新建公园15个。",
    ],
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine over the reports above."""
    yield from small_engine(tmp_path_factory, REPORTS)


def _verdicts(engine: Engine, claim: str) -> list[str]:
    return [f.verdict for c in engine.check(claim).claims for f in c.figures]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("2031年岚汀县领了结婚证的有3817对。", "consistent"),
        ("2031年岚汀县大学毕业生第一次找工作的就业率为83.4%。", "consistent"),
        ("2031年岚汀县登记在册的经营户有9883户。", "consistent"),
        # Laws are counted by either word.
        ("2031年岚汀县制定了157部政府规章。", "converted"),
        # The 一 of one room is no figure that is claimed.
        ("2031年岚汀县星级酒店一间房每晚平均卖318.6元。", "consistent"),
    ],
)
def test_a_value_of_many_digits_bears_out_what_is_called_otherwise(county: Engine, claim: str, verdict: str) -> None:
    assert _verdicts(county, claim) == [verdict]


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("2031年岚汀县新开的高铁有97公里。", "128公里"),
        ("2031年岚汀县中职招了6550名新生。", "7410人"),
        ("2031年岚汀县城乡居民的存款有473.6亿元。", "437.6亿元"),
        ("2031年岚汀县制定了126部政府规章。", "157件"),
    ],
)
def test_another_value_of_what_is_called_otherwise_refutes(county: Engine, claim: str, right: str) -> None:
    figures = [f for c in county.check(claim).claims for f in c.figures]
    assert [(f.verdict, f.correct and f.correct.text) for f in figures] == [("wrong_value", right)]


@pytest.mark.parametrize(
    "claim",
    [
        # What reports often speak of they would have named: the value is another thing's.
        "2031年岚汀县煤电发电量37126万千瓦时。",
        "2031年岚汀县高中毕业生升学率83.4%。",
        "2031年岚汀县规模以上工业利润增长7.3%。",
        # Of what nobody tells nothing is found, nor is it refuted by a value a thousand times as large.
        "2031年岚汀县客房一间一晚的清洁费是0.6元。",
        "2031年岚汀县出租车司机有1900人。",
    ],
)
def test_what_no_report_tells_is_not_borne_out(county: Engine, claim: str) -> None:
    assert not {"consistent", "converted", "rounded", "approximate"} & set(_verdicts(county, claim))


def test_the_other_half_of_the_residents_bears_nothing_out(county: Engine) -> None:
    assert _verdicts(county, "2031年岚汀县乡下人外出旅游21.7万人次。") == ["consistent"]
    assert _verdicts(county, "2031年岚汀县乡下人外出旅游64.3万人次。") != ["consistent"]
    assert _verdicts(county, "2031年岚汀县城里人外出旅游64.3万人次。") == ["consistent"]


def test_what_numbers_a_thing_is_no_figure_of_it(county: Engine) -> None:
    assert _verdicts(county, "还有一点，2.星级饭店平均房价318.6元。") == ["consistent"]


def test_what_has_the_very_value_and_is_as_well_named_is_not_refuted_by_its_neighbour(county: Engine) -> None:
    assert _verdicts(county, "2031年岚汀县新婚夫妇3817对。") == ["not_found"]
    assert _verdicts(county, "2031年岚汀县结婚1102对。") == ["wrong_measure"]
