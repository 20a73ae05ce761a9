"""When a text was written: its dateline, letterhead or signature dates what it counts from, and is no part of what it tells."""

import pytest

from app.claims.dateline import without_dateline, written_in
from app.claims.missed import claims_missed_aim
from app.claims.reading import read_claims
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("本报青岚2024年1月20日电 去年全市新建学校8所。", 2024),
        ("新华社北京2024年3月5日电 去年全国新建学校8所。", 2024),
        ("新华社北京3月5日电 2023年全国新建学校8所。", None),
        ("时间：2024-03-12\n主题：数据\n上年增长5%。", 2024),
        ("Date: Mon, 12 April 2024 10:00\nLast year 8 schools opened.", 2024),
        ("Press release, 12 April 2024\n\nLast year 8 schools opened.", 2024),
        ("去年全市新建学校8所。\n（2024年3月12日）", 2024),
        ("据2024年1月18日召开的会议，全市增长5%。", None),
        ("By 12 April 2024 the town had opened 8 schools.", None),
    ],
)
def test_a_text_tells_when_it_was_written(text: str, year: int | None) -> None:
    assert written_in(text) == year


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("本报青岚2024年1月20日电 去年8所。", "本报青岚" + "　" * 11 + " 去年8所。"),
        ("中新社北京3月5日电 去年8所。", "　" * 10 + "去年8所。".join((" ", ""))),
        ("全市新建学校8所。", "全市新建学校8所。"),
    ],
)
def test_a_dateline_is_left_out_and_no_place_of_a_text_moves(text: str, left: str) -> None:
    assert without_dateline(text) == left


def test_what_was_last_year_is_counted_from_a_dateline() -> None:
    sentences = list(read_claims("本报青岚2024年1月20日电 去年全市新建学校8所，今年将新建12所。", ()))
    assert [(c.figure.text, c.figure.period) for s in sentences for c in s.figures] == [("8所", "2023"), ("12所", "2024")]


@pytest.mark.parametrize(
    ("claim", "text", "missed"),
    [
        ("完成了新建公园60座的目标", "原定新建公园60座的目标没有完成，实际建成43座。", True),
        ("按计划新建公园60座", "原定新建公园60座的目标未能如期实现。", True),
        ("目标是新建公园60座", "原定新建公园60座的目标没有完成。", False),
        ("没有完成新建公园60座的目标", "原定新建公园60座的目标没有完成。", False),
        ("完成了新建公园60座的目标", "目标是新建公园60座，学校没有完成；", True),
        ("完成了新建公园60座的目标", "目标是新建公园60座。学校没有完成。", False),
    ],
)
def test_an_aim_that_was_missed_bears_nobody_out_who_tells_it_as_met(claim: str, text: str, missed: bool) -> None:
    (figure,) = [f for f in extract_figures(text, Setting(part="plan", report_year=2024)) if f.unit == "座" and f.value == 60]
    assert claims_missed_aim(claim, text, figure) is missed
