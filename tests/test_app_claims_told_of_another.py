"""Values told of another thing than a claim names: other bounds, other deeds, the whole, two things together, an aim of the claimed year."""

from collections.abc import Iterator

import pytest

from app.claims.base_years import counted_from
from app.claims.reading import read_claims
from app.engine import Engine
from corpus.report import Metadata
from index.catalogue import ReportCard
from tests.small_engine import small_engine

WRITTEN = {
    "霁川县2025年政府工作报告.txt": [
        "霁川县2025年政府工作报告", "一、2024年工作回顾",
        "年末常住人口中，55岁及以上人口7.36万人，70岁及以上人口2.48万人。全年出生人口1893人，死亡人口2417人。",
        "新引进亿元以上项目73个，投产38个。改造老旧街巷46条。发行专项债券31.7亿元，收回存量资金9.4亿元。",
        "卫生机构床位2915张，其中医院床位1742张。建成大中型水闸和乡镇供水项目127个。",
        "城镇居民人均可支配收入43217元，农村居民人均可支配收入24836元，分别增长4.3%、6.8%。",
        "境外收入7.32亿元，增长18.6%。营业总收入29.85亿元。新建口袋公园19个。渔业捕捞收入5.16亿元。",
        "二、2025年工作安排", "新建口袋公园26个。",
    ],
    "霁川县1986年政府工作报告.txt": [
        "霁川县1986年政府工作报告", "一、成绩",
        "一九八五年同一九八三年比较，油菜籽增长百分之十七点三。一九八五年同一九八○年相比，油菜籽增长百分之五十四，桑茶增长百分之七十二。",
    ],
    "rookmoor-council-budget-2021.md": [
        "# Rookmoor Council Budget 2021", "", "## Families", "",
        "We are setting aside £6.3 million for the Harvest Family Fund.",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over invented reports, with the embedded encoder."""
    yield from small_engine(tmp_path_factory, WRITTEN)


@pytest.mark.parametrize(
    ("claim", "verdict", "correct"),
    [
        # Within other bounds another number holds.
        ("2024年霁川县55岁及以上人口2.48万人。", "wrong_measure", "7.36万人"),
        ("2024年霁川县70岁以上人口为2.48万人。", "consistent", None),
        # A clause leaves out with what something was done.
        ("2024年霁川县投产的亿元以上项目有73个。", "wrong_measure", "38个"),
        ("2024年霁川县引进亿元以上项目73个。", "consistent", None),
        # Of two things together.
        ("2024年霁川县建成乡镇供水项目127个。", "wrong_measure", "127个"),
        # What was aimed at in a year is no outcome of the year before.
        ("2025年霁川县已经新建口袋公园26个。", "wrong_status", "26个"),
        # A rate of growth is no share.
        ("2024年霁川县境外收入占营业总收入的24.5%。", "derivable", None),
        ("2024年霁川县城乡居民收入之比为1.74:1。", "derivable", None),
        ("2024年霁川县城乡居民收入之比为1.86:1。", "wrong_value", "1.74"),
        ("2024年霁川县农村居民收入增幅比城镇高2.5个百分点。", "derivable", None),
        ("2024年霁川县人口自然减少524人。", "derivable", None),
        # A growth over several years counts from the first of them.
        ("1980年到1985年，霁川县油菜籽增长72%。", "wrong_value", "百分之五十四"),
        # Other things of one sort, and parts of what is told as a whole.
        ("2024年霁川县改造城中村46个。", "not_found", None),
        ("2024年霁川县发行一般债券31.7亿元。", "not_found", None),
        ("2024年末霁川县专科医院床位395张。", "not_found", None),
        # Another thing within a name.
        ("2024年霁川县渔业运输收入5.16亿元。", "not_found", None),
        ("2024年霁川县渔业捕捞的收入5.16亿元。", "consistent", None),
        # What is set aside is not spent yet.
        ("Rookmoor Council had already paid out £6.3 million from the Harvest Family Fund.", "wrong_status", "£6.3 million"),
    ],
)
def test_a_value_is_held_to_be_of_what_the_report_tells_it_of(
    county: Engine, claim: str, verdict: str, correct: str | None
) -> None:
    last = [f for c in county.check(claim).claims for f in c.figures][-1]
    assert (last.verdict, last.correct.text if last.correct else None) == (verdict, correct)


def test_the_year_that_a_growth_counts_from_is_read() -> None:
    assert counted_from("一九八五年同一九八○年相比，油菜籽") == 1980
    assert counted_from("水产品产量比2019年增长") == 2019
    assert counted_from("水产品产量比上年增长") == 0


@pytest.mark.parametrize(
    ("claim", "text", "value", "unit"),
    [
        ("霁川县2024年新建公园二十来个。", "二十来个", "20", "个"),
        ("霁川县2024年新建学校廿三所。", "廿三所", "23", "所"),
        ("霁川县2024年拨付捐款叁拾万元。", "叁拾万元", "300000", "元"),
        ("霁川县2024年财政收入增幅提高6.5个点。", "6.5个点", "6.5", "百分点"),
        ("Rookmoor Council planted half a million trees.", "half a million", "500000.0", ""),
        ("Rookmoor Council bought two dozen buses.", "two dozen", "24", ""),
        ("In Rookmoor six in ten households own a car.", "six in ten", "60", "%"),
        ("Rookmoor has some 1.2m residents.", "1.2m", "1200000.0", "人"),
    ],
)
def test_numbers_are_read_as_people_say_and_write_them(claim: str, text: str, value: str, unit: str) -> None:
    figures = [c.figure for s in read_claims(claim, []) for c in s.figures]
    assert [(f.text, str(f.value), f.unit) for f in figures] == [(text, value, unit)]


def test_what_is_told_of_a_past_year_came_about_unless_it_is_wanted() -> None:
    catalogue = [ReportCard(1, "a.txt", Metadata(title="2034年青岚县政府工作报告", year=2034, place="青岚县"), 1, 1, 1)]
    told = [
        f.figure.status
        for text in ("到2033年底，青岚县有渡口20个。", "青岚县计划到2033年底建渡口20个。")
        for s in read_claims(text, catalogue)
        for f in s.figures
    ]
    assert told == ["actual", "target"]
