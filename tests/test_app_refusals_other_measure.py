import pytest

from app.refusals.other_measure import is_other_measure


@pytest.mark.parametrize(
    ("question", "subject", "other"),
    [
        ("云栖县2023年居民人均可支配收入增长了多少？", "规上工业增加值", True),
        ("云栖县2023年规上工业增加值增长了多少？", "规上工业增加值", False),
        ("云栖县2023年工业经济增长了多少？", "工业增加值", False),
        ("云栖县1991年工业总产值增速？", "总产值", False),
        ("云栖县2023年利润增长了多少？", "存款余额", True),
    ],
)
def test_a_figure_called_by_another_headline_measure_is_no_answer(question: str, subject: str, other: bool) -> None:
    assert is_other_measure(question, subject) is other
