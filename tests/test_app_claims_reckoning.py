"""Claims of how several values compare: borne out, refuted or left open by what the values of the reports give."""

import pytest

from app.engine import Engine

REPORTS = {
    "青岚市2021年国民经济和社会发展统计公报.txt": [
        "青岚市2021年国民经济和社会发展统计公报", "一、综合", "年末全市常住人口83.26万人。规模以上工业企业214家。", "二、社会",
        "年末公交车712辆，出租车365辆。办理收养登记163件。年末图书馆藏书48.6万册。快艇0艘。",
        "三、生活", "城镇居民人均可支配收入38150元，农村居民人均可支配收入19840元。",
    ],
    "青岚市2023年国民经济和社会发展统计公报.txt": [
        "青岚市2023年国民经济和社会发展统计公报", "一、综合", "年末全市常住人口81.94万人。规模以上工业企业251家。", "二、社会",
        "年末公交车768辆，出租车340辆。办理收养登记142件，比上年减少11件。",
        "年末养老床位5120张，其中公办机构床位1843张。快艇14艘。",
        "三、生活", "城镇居民人均可支配收入42380元，农村居民人均可支配收入23110元。",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "formula"),
    [
        ("2023年青岚市规模以上工业企业比2021年多37家。", "251家 − 214家 = 37家"),
        ("2023年末青岚市常住人口比2021年末减少1.32万人。", "83.26万人 − 81.94万人 = 1.32万人"),
        ("2023年青岚市城镇居民人均可支配收入比2021年增长11.1%。", "(42380元 − 38150元) ÷ 38150元 ≈ 11.1%"),
        ("2023年青岚市城镇居民人均可支配收入是农村居民的1.83倍。", "42380元 ÷ 23110元 ≈ 1.83倍"),
        ("2023年末青岚市公办机构床位占养老床位的36%。", "1843张 ÷ 5120张 ≈ 36%"),
        ("2023年末青岚市公交车和出租车合计1108辆。", "768辆 + 340辆 = 1108辆"),
        ("2023年青岚市城镇居民人均可支配收入比农村居民高19270元。", "42380元 − 23110元 = 19270元"),
        ("In 2023, Qinglan had 37 more industrial enterprises above the designated size than in 2021.", "251家 − 214家 = 37家"),
    ],
)
def test_what_follows_from_values_of_the_reports_is_derivable(engine: Engine, claim: str, formula: str) -> None:
    checked = engine.check(claim)
    figure = checked.claims[0].figures[-1]
    assert (figure.verdict, figure.formula, figure.correct) == ("derivable", formula, None)
    assert len({(p.n, p.start) for p in figure.places}) == 2


@pytest.mark.parametrize(
    ("claim", "verdict", "right"),
    [
        ("2023年青岚市规模以上工业企业比2021年多73家。", "wrong_value", "37家"),
        ("2023年末青岚市常住人口比2021年末增加1.32万人。", "wrong_direction", "−1.32万人"),
        ("2023年青岚市城镇居民人均可支配收入比2021年增长21.1%。", "wrong_value", "11.1%"),
        ("2023年末青岚市公交车和出租车合计1208辆。", "wrong_value", "1108辆"),
        # What a report states goes before what its values give.
        ("2023年青岚市办理收养登记比上年减少17件。", "wrong_value", "11件"),
    ],
)
def test_what_they_give_instead_refutes_it(engine: Engine, claim: str, verdict: str, right: str) -> None:
    figure = engine.check(claim).claims[0].figures[-1]
    assert (figure.verdict, figure.correct.text if figure.correct else None) == (verdict, right)


@pytest.mark.parametrize(
    "claim",
    [
        "2023年青岚市规模以上工业企业比2019年多37家。",
        "2023年末青岚市图书馆藏书比2021年末增加2.4万册。",
        "2023年青岚市收养登记比2022年末减少40件。",
    ],
)
def test_no_level_refutes_a_comparison_of_which_a_value_is_missing(engine: Engine, claim: str) -> None:
    assert engine.check(claim).verdict != "supported"
    figure = engine.check(claim).claims[0].figures[-1]
    assert figure.correct is None or figure.correct.text == "11件"


def test_nothing_is_a_rate_or_a_multiple_of_nothing(engine: Engine) -> None:
    for claim in ("2023年青岚市快艇比2021年增长40%。", "2023年青岚市快艇是2021年的3倍。"):
        assert engine.check(claim).verdict == "not_found"
