"""Questions for the most and the least, over invented reports: the first line names the winner, then come all values with their sources."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from app.proof import unproven_numerals
from tests.small_engine import small_engine

_TEA = {2019: "2.1万吨", 2020: "2.4万吨", 2021: "2.4万吨", 2022: "1.9万吨"}
_GROWTH = {2019: "增长6.2%", 2020: "增长7.5%", 2021: "下降1.3%", 2022: "增长3.4%"}


def _county(year: int) -> list[str]:
    return [
        f"鹭洲县{year + 1}年政府工作报告",
        f"一、{year}年工作回顾",
        f"全年茶叶产量{_TEA[year]}。陶业收入比上年{_GROWTH[year]}。",
        f"全年公共支出8.6亿元，其中教育支出{year - 2017}.4亿元，卫生支出1.5亿元，农林水支出{2024 - year}.2亿元。",
        f"二、{year + 1}年目标任务",
        "茶叶产量达到5万吨，陶业收入增长15%。",
    ]


def _city(name: str, product: str, growth: str) -> list[str]:
    return [
        f"{name}2023年政府工作报告",
        "一、2022年工作回顾",
        f"全市地区生产总值{product}，增长{growth}。人均地区生产总值8.1万元。",
        "二、2023年目标任务",
        "地区生产总值增长12%左右。",
    ]


REPORTS = {
    **{f"鹭洲县{y + 1}年政府工作报告.txt": _county(y) for y in _TEA},
    "青渡市2023年政府工作报告.txt": _city("青渡市", "812.5亿元", "5.2%"),
    "白渡市2023年政府工作报告.txt": _city("白渡市", "1040亿元", "4.1%"),
    "云渡市2023年政府工作报告.txt": _city("云渡市", "690.3亿元", "7.8%"),
    "渡口统计表.md": [
        "# 2022年渡口统计表",
        "",
        "| 渡口名称 | 客流（万人次） | 渡船（艘） |",
        "|---|---|---|",
        "| 东渡口 | 120.5 | 14 |",
        "| 西渡口 | 98.2 | 22 |",
        "| 南渡口 | 45.1 | 6 |",
        "| 合计 | 263.8 | 42 |",
    ],
    "harbour.md": [
        "# Harbour of Eastmere: accounts of 2022",
        "",
        "| Department | 2022 ($ million) | 2021 ($ million) |",
        "|---|---|---|",
        "| Dredging | 31.2 | 35.0 |",
        "| Lighthouses | 12.4 | 11.9 |",
        "| Pilots | 18.8 | 17.1 |",
        "| Total | 62.4 | 64.0 |",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


def _first_line(engine: Engine, question: str) -> str:
    answer = engine.ask(question)
    assert not answer.abstained
    assert unproven_numerals(answer, "") == ()
    return answer.answer.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("鹭洲县2019到2022年哪年茶叶产量最低？", "2022年最低：1.9万吨[1]。"),
        ("鹭洲县哪年陶业收入增长最快", "2020年最快：增长7.5%[1]。"),
        ("鹭洲县2019到2022年哪年陶业收入增速最低", "2021年最低：下降1.3%[1]。"),
        # Two years of one value.
        ("鹭洲县哪一年的茶叶产量最高", "2020年、2021年并列最高：2.4万吨[1]、2.4万吨[2]。"),
    ],
)
def test_the_year_is_told_first(engine: Engine, question: str, line: str) -> None:
    assert _first_line(engine, question) == line


def test_all_years_are_told_with_their_sources_and_aims_are_left_out(engine: Engine) -> None:
    answer = engine.ask("鹭洲县2018到2022年哪年茶叶产量最低？")
    lines = answer.answer.splitlines()
    assert lines[1].startswith("比较的有4年：2019年 2.1万吨")
    assert "5万吨" not in answer.answer
    assert lines[2] == "没有查到数值的：2018年。"
    assert [f.text for f in answer.figures if f.role == "answer"] == ["1.9万吨"]
    assert {c.quote for c in answer.citations} == {f"全年茶叶产量{tea}。" for tea in _TEA.values()}


@pytest.mark.parametrize(
    ("question", "line"),
    [
        # The sum ahead of 其中 is none of its parts.
        ("鹭洲县2020年公共支出中哪一项最多", "农林水支出最多：4.2亿元[1]。"),
        ("鹭洲县2022年教育支出和卫生支出哪个少", "卫生支出更少：1.5亿元[1]。"),
        # Nor is the row of the sum.
        ("2022年哪个渡口客流最多", "东渡口最多：120.5万人次[1]。"),
        ("2022年渡船第二多的渡口是哪个", "第二多的是东渡口：14艘[1]。"),
        ("2022年客流最多的两个渡口", "最多：东渡口 120.5万人次[1]；西渡口 98.2万人次[2]。"),
        ("2022年哪些渡口客流不到50万", "不到50万的有1项：南渡口（45.1万人次[1]）。"),
        ("Which department of Eastmere spent the least in 2021?", "Least: Lighthouses, $11.9 million [1]."),
    ],
)
def test_items_that_stand_side_by_side_are_compared(engine: Engine, question: str, line: str) -> None:
    assert _first_line(engine, question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        # No aim (12%), no product a head, and no other county.
        ("2022年哪个市的GDP最高", "白渡最高：1040亿元[1]。"),
        ("2022年GDP增速最快的市是哪个", "云渡最快：增长7.8%[1]。"),
        ("2022年青渡市和云渡市谁的地区生产总值高", "青渡更高：812.5亿元[1]。"),
        ("2022年哪些市的地区生产总值超过800亿元", "超过800亿元的有2个城市：白渡（1040亿元[1]）、青渡（812.5亿元[2]）。"),
    ],
)
def test_places_are_compared_by_their_own_reports(engine: Engine, question: str, line: str) -> None:
    assert _first_line(engine, question) == line


def test_no_place_is_told_where_no_report_gives_the_value(engine: Engine) -> None:
    assert engine.ask("2022年哪个市的灯塔最多").abstained


def test_what_grew_most_is_not_told_from_levels(engine: Engine) -> None:
    assert "Dredging, $31.2" not in engine.ask("Which department of Eastmere had the largest increase in 2022?").answer
