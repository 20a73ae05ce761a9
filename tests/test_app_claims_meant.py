"""What a claim means: rough words apart from their number, lone small counts, aims that are reached, bounds that tell which, other scales and units."""

from collections.abc import Iterator

import pytest

from app.claims.reading import read_claims, without_reached
from app.claims.roughness import said_roughly, said_roughly_in_english
from app.engine import Engine
from corpus.figures.english import english_figures
from tests.small_engine import small_engine

WRITTEN = {
    "青岚市2024年政府工作报告.txt": [
        "青岚市2024年政府工作报告", "一、2023年工作回顾",
        "全市火灾起数、伤亡人数分别下降7.4%、3.9%。盐化产业总产值达到43.6亿元，超过年度计划3.2%，比上年增长8.9%。",
        "引进渔港项目518个，其中十亿元项目126个。城镇登记失业率为3.4%。举办了三次招商大会。",
        "老旧电梯更新完成87.6%。轻轨票价由每人320分提高到380分。九百元以上的大队有3187个。",
        "有18%的渔业企业亏损。财政收入73.45亿元。市级财政安排科技支出2134亿元，增加234亿元。",
        "二、2024年工作安排", "力争盐化产业增加值增长15%，水产加工业产值增长6.5%以上。",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over one invented report, with the embedded encoder."""
    yield from small_engine(tmp_path_factory, WRITTEN)


@pytest.mark.parametrize(
    ("claim", "verdict", "correct"),
    [
        # What a name is of leads to all names of a list.
        ("2023年青岚市火灾伤亡人数下降7.4%。", "wrong_measure", "3.9%"),
        ("2023年青岚市火灾起数下降7.4%。", "consistent", None),
        ("2023年青岚市引进十亿元项目518个。", "wrong_measure", "126个"),
        # More than planned is not more than before.
        ("2023年青岚市盐化产业总产值超过年度计划8.9%。", "wrong_measure", "3.2%"),
        ("2023年青岚市盐化产业总产值比上年增长8.9%。", "consistent", None),
        # The same digits in another unit, at another scale.
        ("2023年青岚市老旧电梯更新完成87.6万台。", "wrong_unit", "87.6%"),
        ("2023年青岚市财政收入73.45万元。", "wrong_unit", "73.45亿元"),
        # An aim is all that the report gives.
        ("2024年青岚市盐化产业增加值实现了15%的增长。", "wrong_status", "15%"),
        # How much was spent is not miswritten from how much more it was.
        ("2023年青岚市市级财政安排科技支出2380亿元。", "wrong_value", "2134亿元"),
        # What tells no time may be taken for what holds in the report's year.
        ("2024年，青岚市有18%的渔业企业亏损。", "consistent", None),
        ("2024年，青岚市有31%的渔业企业亏损。", "wrong_value", "18%"),
        ("2023年青岚市九百元以上的大队约有3200个。", "approximate", None),
        ("2023年青岚市的招商大会举办了三次。", "consistent", None),
    ],
)
def test_a_figure_is_held_against_what_is_meant(city: Engine, claim: str, verdict: str, correct: str | None) -> None:
    [checked] = city.check(claim).claims
    figure = checked.figures[-1]
    assert (figure.verdict, figure.correct.text if figure.correct else None) == (verdict, correct)


def test_what_was_left_is_of_no_year_long_ago(city: Engine) -> None:
    assert city.check("2019年青岚市轻轨票价提高到每人320分。").verdict != "supported"


def test_an_aim_that_was_reached_makes_no_aim_of_the_next_clause(city: Engine) -> None:
    [checked] = city.check("2023年青岚市财政收入完成年度目标的105%，城镇登记失业率为3.4%。").claims
    assert checked.figures[-1].verdict == "consistent"


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("财政收入完成年度目标的105%，城镇登记失业率3.4%", False),
        ("失业率3.4%，低于5.5%左右的预期目标，新增就业9万人", False),
        ("今年的目标是实现增长5%", True),
        ("增长5%的目标", True),
    ],
)
def test_what_an_outcome_is_measured_by_is_no_aim(text: str, *, aims: bool) -> None:
    assert ("目标" in without_reached(text)) is aims


@pytest.mark.parametrize(
    ("lead", "word"),
    [("大队约有", "约"), ("差不多占", "约"), ("将近有", "将近"), ("至少有", "超过"), ("最近有", ""), ("大队有", "")],
)
def test_a_verb_may_stand_between_a_rough_word_and_its_number(lead: str, word: str) -> None:
    assert said_roughly(lead) == word


@pytest.mark.parametrize(
    ("lead", "word"),
    [("Exports came to nearly ", "nearly"), ("It has some ", "about"), ("Exports exceeded ", "over"), ("Exports came to ", "")],
)
def test_english_rough_words(lead: str, word: str) -> None:
    assert said_roughly_in_english(lead) == word


@pytest.mark.parametrize(
    ("claim", "counted"),
    [
        ("2023年青岚市发生两起火灾。", ["两起"]),
        ("2023年青岚市举办了三次招商大会。", ["三次"]),
        ("青岚市发生两起火灾。", []),
        ("2023年青岚市三次产业结构更优。", []),
        ("青岚市两起火灾共损失80万元。", ["80万元"]),
        ("青岚市超过半数的村通了公路。", ["半数"]),
        ("Fourteen Qinglan ministries bid for money from the fund.", ["Fourteen"]),
    ],
)
def test_who_claims_nothing_else_means_a_small_count(city: Engine, claim: str, counted: list[str]) -> None:
    assert [c.figure.text for s in read_claims(claim, city.catalogue()) for c in s.figures] == counted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Costs were reduced by $10 billion in 2005.", [("$10 billion", "change", "-")]),
        ("The deficit narrowed by $2.1 billion in 2005.", [("$2.1 billion", "change", "-")]),
        ("The debt was paid down by $4.5 billion.", [("$4.5 billion", "change", "-")]),
        ("Exports rose $10 billion to $45 billion.", [("$10 billion", "change", "+"), ("$45 billion", "level", "")]),
        ("It plans to have 30 buses by 8 in the morning.", [("30", "level", ""), ("8", "level", "")]),
    ],
)
def test_how_far_an_english_value_moved(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(f.text, f.kind, f.polarity) for f in english_figures(text)] == told
