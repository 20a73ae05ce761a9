from collections.abc import Iterator

import pytest

from app.choosing.sentences import stretches_of
from app.claims.again import told_again
from app.claims.reading import read_claims
from app.engine import Engine
from app.verdict import verdict_of
from tests.small_engine import small_engine

CITY = """青岚市2024年政府工作报告

一、2023年工作回顾
全市粮食总产量84.6万吨，油菜籽产量3.2万吨，分别增长2.3%、5.7%。
开展隐患排查，事故起数、死亡人数分别下降14%和6.4%。
新建农村公路326公里，新增公交线路12条。

二、2024年工作打算
加快乡村建设，新建改建农村公路450公里，修复河道38.5公里。
创建美丽庭院示范户26000户。
新建口袋公园35个，改造老旧小区47个。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over an invented report with the embedded encoder."""
    yield from small_engine(tmp_path_factory, {"青岚市2024年政府工作报告.txt": CITY.splitlines()})


def _verdicts(engine: Engine, text: str) -> list[str]:
    return [verdict_of(f.verdict) for claim in engine.check(text).claims for f in claim.figures]


@pytest.mark.parametrize(
    "claim",
    [
        "还要说一点，粮食产量总数84.6万吨，油菜籽产量3.2万吨，各自多了2.3%、5.7%。",
        "还要说一点，开展隐患排查，事故起数、死亡人数各自减少14%和6.4%。",
        # What says neither aim nor outcome may be either.
        "还要说一点，加快乡村建设，新修改建农村公路450公里，修复河道38.5公里。",
        "还要说一点，新修口袋公园35个，改建老旧小区47个。",
    ],
)
def test_what_is_told_again_in_other_words_is_borne_out(city: Engine, claim: str) -> None:
    assert set(_verdicts(city, claim)) == {"supported"}


def _told_again(engine: Engine, text: str) -> list[str]:
    """Return the figures of the reports that a sentence tells again."""
    library = engine.library
    passages = [p for card in library.catalogue() for p in library.store.report_passages(card.key)]
    sentence = next(read_claims(text, library.catalogue()))
    return [f.text for p in passages for own in stretches_of(p) for f in told_again(sentence, own).values()]


@pytest.mark.parametrize(
    ("claim", "figures"),
    [
        ("还要说一点，粮食产量总数84.6万吨，油菜籽产量3.2万吨，各自增长2.3%、5.7%。", ["84.6万吨", "3.2万吨", "2.3%", "5.7%"]),
        ("还要说一点，新修口袋公园35个，改建老旧小区47个。", ["35个", "47个"]),
        # Another value, another thing, values dealt out anew, some of the values, hardly a word alike, too little to tell.
        ("还要说一点，新修口袋公园35个，改建老旧小区74个。", []),
        ("还要说一点，新修口袋公园35个，改建背街小巷47个。", []),
        ("还要说一点，大豆总产量84.6万吨，油菜籽产量3.2万吨，分别增长2.3%、5.7%。", ["3.2万吨", "5.7%"]),
        ("还要说一点，油菜籽产量84.6万吨，粮食总产量3.2万吨，分别增长2.3%、5.7%。", []),
        ("还要说一点，粮食总产量84.6万吨，油菜籽产量3.2万吨。", []),
        ("说到园林，有35个；说到住宅，有47个。", []),
    ],
)
def test_a_sentence_is_told_again_with_all_its_values_and_most_of_its_words(city: Engine, claim: str, figures: list[str]) -> None:
    assert _told_again(city, claim) == figures


def test_what_is_told_as_reached_is_no_aim_told_again(city: Engine) -> None:
    claim = "去年我们加快乡村建设，新建改建了农村公路450公里，修复了河道38.5公里。"
    assert "supported" not in _verdicts(city, claim)


def test_an_aim_beside_an_outcome_is_not_what_a_bare_claim_means(city: Engine) -> None:
    assert _verdicts(city, "新建农村公路450公里。") != ["supported"]


def test_an_aim_without_an_outcome_bears_out_what_says_neither(city: Engine) -> None:
    assert _verdicts(city, "大家知道，创建美丽庭院示范户2.6万户。") == ["supported"]
    assert _verdicts(city, "大家知道，去年创建了美丽庭院示范户2.6万户。") == ["refuted"]
