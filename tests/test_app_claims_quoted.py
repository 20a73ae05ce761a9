"""Sentences that stand word for word in a report, in drafts that name no place, and with a number changed."""

import pytest

from app.claims.quoted import quoted_figures
from app.claims.reading import read_claims
from app.engine import Engine
from app.verdict import CheckedFigure

QUOTED = "创建示范村121个、美丽庭院示范户4.27万户，高于全国平均水平2.5个百分点"
REPORTS = {
    "2024年青岚市政府工作报告.txt": [
        "2024年青岚市政府工作报告", "一、2023年工作回顾", "经济稳中有进。全市粮食总产量达到81.6万吨，增长2.4%。", "二、2024年工作安排",
        f"推进乡村建设。{QUOTED}。居民消费价格涨幅控制在3%左右。新建农村公路310公里。",
    ],
    "2024年白岭市政府工作报告.txt": [
        "2024年白岭市政府工作报告", "一、2023年工作回顾", "全市粮食总产量达到42.9万吨，增长1.7%。改造老旧小区58个，惠及居民1.9万户。",
        "二、2024年工作安排", "新建农村公路175公里。居民消费价格涨幅控制在3.5%左右。",
    ],
}  # fmt: skip


def checked(engine: Engine, text: str) -> list[CheckedFigure]:
    return [figure for claim in engine.check(text).claims for figure in claim.figures]


def verdicts(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.verdict) for figure in checked(engine, text)]


def test_what_a_report_says_in_the_same_words_is_borne_out(engine: Engine) -> None:
    assert verdicts(engine, f"{QUOTED}。") == [("121个", "consistent"), ("4.27万户", "consistent"), ("2.5个百分点", "consistent")]


def test_a_plan_quoted_is_no_outcome_said_wrongly(engine: Engine) -> None:
    assert verdicts(engine, "居民消费价格涨幅控制在3%左右。") == [("3%", "consistent")]


def test_the_quotation_is_what_is_cited(engine: Engine) -> None:
    check = engine.check(f"{QUOTED}。")
    assert [("青岚" in c.report, QUOTED in c.quote) for c in check.citations] == [(True, True)]


@pytest.mark.parametrize(("written", "claimed"), [("121", "112"), ("4.27", "4.72"), ("2.5", "25")])
def test_a_changed_number_is_told_with_the_right_one(engine: Engine, written: str, claimed: str) -> None:
    changed = [f for f in checked(engine, f"{QUOTED.replace(written, claimed)}。") if f.verdict != "consistent"]
    assert [(f.verdict, f.correct and f.correct.value.startswith(written[0])) for f in changed] == [("wrong_value", True)]


def test_a_rounded_number_of_a_quotation_is_rounded(engine: Engine) -> None:
    assert verdicts(engine, f"{QUOTED.replace('4.27', '4.3')}。")[1] == ("4.3万户", "rounded")


def test_a_place_said_before_is_whose_report_must_say_it(engine: Engine) -> None:
    of_its_own = "2023年青岚市有关情况如下。改造老旧小区58个，惠及居民1.9万户。"
    assert {v for _, v in verdicts(engine, of_its_own)} != {"consistent"}
    assert {v for _, v in verdicts(engine, of_its_own.replace("青岚", "白岭"))} == {"consistent"}


def test_a_place_named_in_passing_is_not_whose_report_must_say_it(engine: Engine) -> None:
    text = "要学习白岭市老旧小区改造的经验，改造小区58个。居民消费价格涨幅控制在3%左右。"
    assert verdicts(engine, text)[-1] == ("3%", "consistent")


def test_another_year_is_no_quotation(engine: Engine) -> None:
    claims = list(read_claims("2019年全市粮食总产量达到81.6万吨，增长2.4%。", engine.catalogue()))
    assert quoted_figures(engine.library, claims[0]) == {}


@pytest.mark.parametrize("text", ["增长2.4%。", "居民小区58个。", "建农村公路310公里。"])
def test_a_few_words_and_parts_of_clauses_are_no_quotation(engine: Engine, text: str) -> None:
    claims = list(read_claims(text, engine.catalogue()))
    assert quoted_figures(engine.library, claims[0]) == {}


@pytest.mark.parametrize("told", ["值得一提的是，", "2024年，需要说明的是", "更令人欣喜的是："])
def test_what_only_says_that_something_is_told_may_stand_before_a_quotation(engine: Engine, told: str) -> None:
    assert verdicts(engine, f"{told}{QUOTED}。") == [
        ("121个", "consistent"),
        ("4.27万户", "consistent"),
        ("2.5个百分点", "consistent"),
    ]
    changed = verdicts(engine, f"{told}{QUOTED.replace('121', '112')}。")
    assert changed[0] == ("112个", "wrong_value")
