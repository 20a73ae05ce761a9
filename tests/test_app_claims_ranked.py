"""What ranks are of, and aims that stand beside what came of them."""

import pytest

from app.claims.named_aims import with_named_aims
from app.claims.numerals import with_mentioned
from app.claims.ranked import with_ranked
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting

SETTING = Setting("review", 2032)


def ranked(text: str) -> list[tuple[str, str]]:
    figures = with_ranked(text, with_mentioned(text, extract_figures(text, SETTING), small=False))
    return [(f.text, f.subject) for f in figures if f.kind == "rank"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("苹果产量21万吨，居全省第二。", [("第二", "苹果产量")]),
        ("经济总量达到326亿元，保持全市第4位。", [("第4位", "经济总量")]),
        ("连续6年粮食产量全市第一。", [("第一", "粮食产量")]),
        ("进出口总额9.4亿元，从全市第七位上升到第三位。", [("第七位", "进出口总额"), ("第三位", "进出口总额")]),
        (
            "货物和旅客发送量分别达到52万吨、118万人次，分别居全省第六、全省第九。",
            [("第六", "货物发送量"), ("第九", "旅客发送量")],
        ),
    ],
)
def test_a_rank_is_named_by_what_it_leans_on(text: str, names: list[tuple[str, str]]) -> None:
    assert ranked(text) == names


def aims(text: str) -> list[tuple[str, str, str]]:
    told: list[Figure] = with_named_aims(text, extract_figures(text, SETTING))
    return [(f.text, f.status, f.subject) for f in told]


def test_an_aim_beside_its_outcome_is_of_the_same_measure() -> None:
    assert aims("投资增长7.6%，略低于9%的预定目标。") == [("7.6%", "actual", "投资"), ("9%", "target", "投资")]
    assert aims("新增就业6280人，超过6000人的预期目标。") == [("6280人", "actual", "新增就业"), ("6000人", "target", "新增就业")]
    # What was come to is an outcome.
    assert aims("新增就业达到6000人的目标。")[0][1] == "actual"
