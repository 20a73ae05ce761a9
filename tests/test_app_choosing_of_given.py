"""Follow-ups about the thing that was told before, over a small library of an invented place."""

import pytest

from app.engine import Engine

LINES = (
    "# 云栖县2022年统计公报",
    "",
    "## 运输和邮电",
    "",
    "全年公路货运量500万吨，比上年增长3.5%；水路货运量80万吨，比上年下降1.2%。",
    "",
    "表1 2022年旅客周转量",
    "",
    "| 指标 | 单位 | 2022年 | 比上年增长（%） |",
    "|---|---|---|---|",
    "| 旅客周转量 | 万人公里 | 9000.5 | 6.1 |",
    "| 公路 | 万人公里 | 7000.4 | 7.2 |",
    "| 水路 | 万人公里 | 134.3 | 44.1 |",
    "",
    "## 金融",
    "",
    "表2 2022年末存贷款余额",
    "",
    "| 指标 | 余额（亿元） | 比上年末增长（%） |",
    "|---|---|---|",
    "| 金融机构本外币存款余额 | 447.1 | 11.6 |",
    "| 金融机构人民币存款余额 | 435.2 | 11.4 |",
    "| 金融机构本外币贷款余额 | 433.3 | 13.4 |",
)

REPORTS = {"云栖县2022年统计公报.md": LINES}


@pytest.mark.parametrize(
    ("before", "question", "text"),
    [
        ("云栖县2022年水路旅客周转量是多少？", "比上年涨了多少？", "44.1%"),
        ("云栖县2022年水路旅客周转量是多少？", "跟上年比变化百分之几？", "44.1%"),
        ("云栖县2022年水路货运量是多少？", "同比变化多少？", "1.2%"),
        ("云栖县2022年末金融机构本外币存款余额是多少亿元？", "那贷款呢？", "433.3亿元"),
    ],
)
def test_a_follow_up_goes_on_with_what_was_told(engine: Engine, before: str, question: str, text: str) -> None:
    assert text in [f.text for f in engine.ask(question, history=[before]).figures]
