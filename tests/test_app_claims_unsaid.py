"""Claims on what no report tells, though it tells of something like it; values that changed places; aims that were missed."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

WRITTEN = {
    "青岚市2024年政府工作报告.txt": [
        "青岚市2024年政府工作报告", "一、2023年工作回顾",
        "规模以上工业增加值增长7.3%，固定资产投资增长9.4%。全体居民人均可支配收入增长5.6%。",
        "货物出口218.4亿元，增长6.7%。接待游客531万人次，增长38.2%。新增公办养老床位1640张。",
        "水稻播种面积84.5万亩、总产量46.3万吨。制造业中长期贷款增长21.5%。",
        "年末有中专14所、技校37所。城镇和农村居民人均消费支出分别为31420元、18760元。",
        "年初确定的新建公园60座的目标没有完成，实际建成43座。",
    ],
    "brackwater-council-annual-report-2023.md": [
        "# Brackwater Council Annual Report 2023", "", "## Services", "",
        "Development expenditure rose by 14% in 2023. Total spending on libraries came to £5.3 million.",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over two invented reports, with the embedded encoder."""
    yield from small_engine(tmp_path_factory, WRITTEN)


@pytest.mark.parametrize(
    "claim",
    [
        # The name of another part of the whole, or of another thing, with the value that is told and with another.
        "2023年青岚市民间投资增长9.4%。",
        "2023年青岚市规模以上工业企业利润增长7.3%。",
        "2023年青岚市规模以下工业增加值增长7.3%。",
        "2023年青岚市农村居民人均可支配收入增长5.6%。",
        "2023年青岚市服务出口218.4亿元。",
        "2023年青岚市入境游客增长38.2%。",
        "2023年青岚市新增民办养老床位1640张。",
        "2023年青岚市蔬菜总产量46.3万吨。",
        "2023年青岚市制造业短期贷款增长8.9%。",
        "In 2023 Brackwater's operating expenditure rose by 14%.",
    ],
)
def test_of_what_no_report_tells_nothing_is_found(towns: Engine, claim: str) -> None:
    assert [f.verdict for c in towns.check(claim).claims for f in c.figures] == ["not_found"]


@pytest.mark.parametrize(
    ("claim", "verdict", "correct"),
    [
        ("2023年青岚市规上工业增加值增长7.3%。", "consistent", None),
        ("2023年青岚市水稻总产量46.3万吨。", "consistent", None),
        ("2023年青岚市水稻总产量64.3万吨。", "wrong_value", "46.3万吨"),
        ("2023年青岚市公办养老床位新增1640张。", "consistent", None),
        ("2023年青岚市农村居民人均消费支出18760元。", "consistent", None),
        ("In 2023 Brackwater's development expenditure rose by 14%.", "consistent", None),
        # What came of an aim that was missed.
        ("2023年青岚市完成了新建60座公园的目标。", "wrong_value", "43座"),
        ("2023年青岚市的目标是新建公园60座。", "consistent", None),
        # No ratio of two values that the reports give is written anywhere.
        ("2023年青岚市城镇居民人均消费支出是农村居民的1.67倍。", "derivable", None),
    ],
)
def test_what_the_reports_tell_is_borne_out_or_put_right(towns: Engine, claim: str, verdict: str, correct: str | None) -> None:
    figures = [f for c in towns.check(claim).claims for f in c.figures]
    assert [(f.verdict, f.correct.text if f.correct else None) for f in figures] == [(verdict, correct)]


def test_values_that_changed_places_are_put_right(towns: Engine) -> None:
    figures = [f for c in towns.check("2023年末青岚市有中专37所、技校14所。").claims for f in c.figures]
    assert [(f.verdict, f.correct.text if f.correct else None) for f in figures] == [
        ("wrong_value", "14所"),
        ("wrong_value", "37所"),
    ]
