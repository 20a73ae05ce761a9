import pytest

from app.claims.passing import at_head, speaks_of_nation
from app.claims.reading import read_claims
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.places import NATION

CATALOGUE = [
    ReportCard(1, "a.txt", Metadata("青岚县2024年政府工作报告", place="青岚县", year=2024), 1, 1, 1),
    ReportCard(2, "b.txt", Metadata("2024年政府工作报告", place=NATION, year=2024), 1, 1, 1),
]


@pytest.mark.parametrize(
    "sentence",
    [
        "全国新建学校20所。",
        "2023年末全国有学校20所。",
        "财政增加支出5亿元，全国有30万人受益。",
        "今年国家拿出20亿元。",
        "使我国人均收入达到5000元。",
        "其中，中央安排20亿元。",
    ],
)
def test_a_clause_about_the_nation_speaks_of_it(sentence: str) -> None:
    assert speaks_of_nation(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "新增国家高新技术企业20家。",
        "获全国表彰的学校20所。",
        "全国百强县进位至第20位。",
        "争取中央资金20亿元。",
        "国家级园区新增20家。",
        "面向全国服务的中心20个。",
        "增长6%，居全国第三。",
    ],
)
def test_the_nation_named_in_passing_is_not_spoken_of(sentence: str) -> None:
    assert not speaks_of_nation(sentence)


def test_what_names_the_nation_in_passing_is_of_the_place_told_before() -> None:
    claims = list(read_claims("青岚县新建学校8所。新增国家高新技术企业20家。全国新建学校9000所。", CATALOGUE))
    assert [c.figures[0].query.scope.places for c in claims] == [("青岚县",), ("青岚县",), (NATION,)]


@pytest.mark.parametrize(
    ("text", "head"), [("全省", True), ("2023年，全省", True), ("目前全省", True), ("增长6%，居全省", False)]
)
def test_the_subject_of_a_clause_stands_at_its_head(text: str, head: bool) -> None:
    assert at_head(text, text.index("全省")) is head
