"""What a newcomer asks of reports that nobody has seen: the largest item, sums of the latest years, more or fewer than the year before."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

ROADS = {2031: 40, 2032: 52, 2033: 61}
REPORTS = {
    **{
        f"{year + 1}年云渡县政府工作报告.txt": [
            f"{year + 1}年云渡县政府工作报告",
            f"一、{year}年工作回顾",
            f"全年改造渡口{roads}处。",
            f"二、{year + 1}年工作安排",
            f"改造渡口{roads + 20}处。",
        ]
        for year, roads in ROADS.items()
    },
    **{
        f"{year + 1}年青岚县政府工作报告.txt": [
            f"{year + 1}年青岚县政府工作报告",
            f"一、{year}年工作回顾",
            f"改造小区{homes}，清理航道{cleared}公里。",
        ]
        for year, homes, cleared in ((2032, "6个210户", 24), (2033, "5个180户", 31))
    },
    "2033年岚汀县人才工作总结.txt": [
        "2033年岚汀县人才工作总结",
        "一、队伍",
        "近三年引进船工分别为127名、145名和152名，合计424名。",
    ],
    "岚汀县2033年预算执行情况和2034年预算草案.md": [
        "# 岚汀县2033年预算执行情况和2034年预算草案",
        "",
        "单位：万元",
        "",
        "| 项目 | 2034年预算 |",
        "|---|--:|",
        "| 一、一般公共预算收入 | 91200 |",
        "| 其中：增值税 | 40100 |",
        "| 契税 | 12300 |",
        "| 二、一般公共预算支出 | 254000 |",
        "| 其中：教育支出 | 61200 |",
        "| 农林水支出 | 72400 |",
        "| 卫生健康支出 | 33100 |",
    ],
    "岚汀县港务局2034年度部门决算.md": [
        "# 岚汀县港务局2034年度部门决算",
        "",
        "单位：万元",
        "",
        "| 项目 | 决算数 |",
        "|---|--:|",
        "| 教育支出 | 310 |",
        "| 农林水支出 | 20 |",
        "| 交通运输支出 | 9800 |",
    ],
    "Lakeland Ferries in brief 2033.md": [
        "# Lakeland Ferries in brief 2033",
        "## Traffic",
        "In 2032 the ferries had 1,200 accidents on deck. In 2033 the ferries had 950 accidents on deck.",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    "question", ["岚汀县2034年一般公共预算支出里最大的一项是什么？", "岚汀县2034年一般公共预算支出中哪一项最多？"]
)
def test_the_largest_item_is_one_below_its_own_total(engine: Engine, question: str) -> None:
    answer = engine.ask(question).answer
    assert answer.startswith(("农林水支出最大：72400万元[1]。", "农林水支出最多：72400万元[1]。"))
    assert "增值税" not in answer


def test_the_books_of_an_office_are_none_of_its_county(engine: Engine) -> None:
    answer = engine.ask("岚汀县2034年一般公共预算支出最大的一项是什么？")
    assert "9800" not in answer.answer
    assert engine.ask("岚汀县港务局2034年度决算哪项支出最多？").answer.startswith("交通运输支出最多：9800万元[1]。")


@pytest.mark.parametrize(
    "question", ["云渡县近三年改造渡口一共多少处？", "云渡县近三年累计改造渡口多少处？", "云渡县近三年改造了多少处渡口？"]
)
def test_the_latest_years_are_added_up(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.figures[0].formula == "40处 + 52处 + 61处 = 153处"
    assert answer.answer.startswith("153处")


def test_a_sum_that_a_report_tells_goes_before_what_it_sums_up(engine: Engine) -> None:
    assert engine.ask("岚汀县近三年引进船工一共多少名？").answer.startswith("424名[1]")


def test_years_back_from_now_may_be_told_as_such(engine: Engine) -> None:
    assert not engine.ask("岚汀县近三年引进船工多少名？").abstained


def test_an_aim_is_no_outcome_of_the_year_before(engine: Engine) -> None:
    answer = engine.ask("云渡县2033年改造渡口比2032年多多少处？")
    assert answer.figures[0].formula == "61处 − 52处 = 9处"


def test_fewer_than_the_year_before_compares_two_years(engine: Engine) -> None:
    answer = engine.ask("How many fewer accidents on deck did Lakeland Ferries have in 2033 than the year before?")
    assert answer.figures[0].value == "250"
    assert answer.figures[0].proof == "derived"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青岚县2033年改造小区比上年多吗？", "否：2033年180户[1]，上年210户[2]"),
        ("青岚县2033年全县清理航道比上年增加了吗？", "是：2033年31公里[1]，上年24公里[2]"),
    ],
)
def test_whether_there_is_more_is_told_by_values_of_one_unit(engine: Engine, question: str, told: str) -> None:
    assert engine.ask(question).answer.startswith(told)
