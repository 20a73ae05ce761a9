import pytest

from index.framing import asked_part, asked_terms, meant_terms


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("云栖县2023年基本支出里，请人干活花了多少？", "请人干活花了多少?"),
        ("管理费用里请人干活花了多少？", "请人干活花了多少?"),
        ("母公司账上，还剩多少？", "还剩多少?"),
        ("修路五公里以上，其中，县道多少？", ""),
        ("云栖县2023年粮食产量是多少？", ""),
    ],
)
def test_what_stands_behind_a_frame_is_asked(question: str, asked: str) -> None:
    assert asked_part(question) == asked


def test_the_terms_behind_a_frame_are_those_asked() -> None:
    question = "基本支出里，发给家庭的补贴有多少？"
    assert asked_terms(question, ("基本", "支出", "家庭", "补贴")) == ("家庭", "补贴")
    # Too little stands behind this one.
    assert asked_terms("粮食产量里，占多少？", ("粮食", "产量", "占")) == ("粮食", "产量", "占")
    assert meant_terms("没算进成本的那部分开支有多少？", ("成本", "部分", "开支")) == ("部分", "开支")
