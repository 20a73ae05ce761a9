import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine import Engine
from app.verdict import verdict_of
from corpus.sentences import split_sentences
from eval.perturbation.numbers import digit_changed
from index.encoders import open_encoder
from index.ingest import ingest
from tests.small_engine import small_engine

COPIES = 40

REPORT = """青岚县2024年政府工作报告
一、2023年工作回顾
全年地区生产总值186.4亿元，增长6.1%。建成学校11所，新增学位5400个。城乡低保标准分别提高5.1%、9.1%。
森林覆盖率由52.3%提高到54.8%。实现旅游收入32亿元，旅游人次翻一番。年末存款余额290亿元，比年初增加24亿元。财政盈余8亿元。
二、2024年目标任务
今年的目标是：地区生产总值增长7.5%，新增学位3200个。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over one invented report, with the embedded encoder."""
    yield from small_engine(tmp_path_factory, {"青岚县2024年政府工作报告.txt": REPORT.splitlines()})


@pytest.mark.parametrize(
    ("claim", "verdict", "correct", "formula"),
    [
        ("2023年青岚县地区生产总值186.4亿元。", "consistent", None, None),
        ("2023年青岚县地区生产总值约186亿元。", "rounded", None, "186.4亿元 ≈ 186亿元（四舍五入）"),
        ("2023年青岚县地区生产总值1864000万元。", "converted", None, "186.4亿元 = 1864000万元"),
        ("2023年青岚县新增学位五千四百个。", "converted", None, "5400个 = 五千四百个"),
        ("2023年青岚县新增学位超过5000个。", "approximate", None, "5400个 ≈ 5000个"),
        ("2023年青岚县旅游人次增长一倍。", "converted", None, "翻一番 = 一倍"),
        ("2023年青岚县森林覆盖率提高2.5个百分点。", "derivable", None, "54.8% − 52.3% = 2.5个百分点"),
        ("2022年青岚县年末存款余额266亿元。", "derivable", None, "290亿元 − 24亿元 = 266亿元"),
        ("2023年青岚县地区生产总值168.4亿元。", "wrong_value", "186.4亿元", None),
        ("2023年青岚县地区生产总值下降6.1%。", "wrong_direction", "6.1%", None),
        ("2023年青岚县地区生产总值186.4万元。", "wrong_unit", "186.4亿元", None),
        ("2023年青岚县城市低保标准提高9.1%。", "wrong_measure", "5.1%", None),
        ("2023年青岚县财政赤字8亿元。", "wrong_direction", "8亿元", None),
        ("2024年青岚县打算新增学位3600个。", "wrong_value", "3200个", None),
        ("2023年青岚县森林覆盖率提高到58.4%。", "wrong_value", "54.8%", None),
        ("2023年青岚县接种疫苗12.6万剂次。", "not_found", None, None),
        ("2023年三明新增学位5400个。", "not_found", None, None),
    ],
)
def test_a_figure_gets_the_verdict_that_names_what_fails(
    county: Engine, claim: str, verdict: str, correct: str | None, formula: str | None
) -> None:
    [checked] = county.check(claim).claims
    figure = checked.figures[-1]
    assert (figure.verdict, figure.correct.text if figure.correct else None, figure.formula) == (verdict, correct, formula)


def test_values_told_in_the_order_of_the_report_do_not_contradict_one_another(county: Engine) -> None:
    checked = county.check("2023年青岚县建成学校11所，新增学位5400个。")
    assert [f.verdict for f in checked.claims[0].figures] == ["consistent", "consistent"]


def test_a_target_is_no_outcome_and_the_outcome_is_given(county: Engine) -> None:
    checked = county.check("2023年青岚县新增学位3200个。")
    assert checked.verdict == "refuted"
    [figure] = checked.claims[0].figures
    assert figure.correct is not None
    assert figure.correct.text == "5400个"
    assert any("3200个" in checked.citations[n - 1].quote for n in figure.citations)


def test_last_year_counts_from_the_year_of_the_text(county: Engine) -> None:
    assert county.check("去年，青岚县新增学位5400个。", as_of=2024).verdict == "supported"
    assert county.check("去年，青岚县新增学位5400个。", as_of=2020).verdict != "supported"


def test_what_is_not_found_shows_what_comes_nearest(county: Engine) -> None:
    checked = county.check("2023年青岚县接种疫苗12.6万剂次。")
    assert checked.verdict == "not_found"
    assert [len(checked.claims[0].figures[0].citations), len(checked.citations)] == [1, 1]


def test_a_short_sentence_is_quoted_with_those_around_it(county: Engine) -> None:
    [citation] = county.check("2023年青岚县财政盈余8亿元。").citations
    assert citation.quote.endswith("比年初增加24亿元。财政盈余8亿元。")
    view = county.view(citation.report)
    assert view.text[citation.start : citation.end] == citation.quote


TOLD_TWICE = """云岭县2024年政府工作报告
一、2023年工作回顾
粮食产量12.6万吨，比上年增长3%，高标准农田建设步伐加快，农业发展的基础进一步夯实，农民种粮的积极性持续提高。
民生改善。全县现在有养老机构20家，床位1460张，社区食堂、日间照料中心和老年大学都在建设，老人的生活有了依靠。
二、主要指标完成情况
粮食产量12.6万吨，蔬菜产量30万吨，生猪出栏8万头，牛羊出栏也有增加，水产品供应稳定，市场上的农产品品种丰富、价格平稳。
"""


@pytest.fixture(scope="module")
def told_twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over a report that tells one figure twice and one of now."""
    folder = tmp_path_factory.mktemp("twice")
    (folder / "云岭县2024年政府工作报告.txt").write_text(TOLD_TWICE, encoding="utf-8")
    encoder = open_encoder(None)
    ingest([folder / "云岭县2024年政府工作报告.txt"], folder / "store", encoder)
    opened = Engine.open(folder / "store", encoder)
    yield opened
    opened.library.close()


def test_the_right_value_is_cited_wherever_it_is_told(told_twice: Engine) -> None:
    check = told_twice.check("2023年云岭县粮食产量16.2万吨。")
    [figure] = check.claims[0].figures
    assert (figure.verdict, figure.correct and figure.correct.text, figure.citations) == ("wrong_value", "12.6万吨", (1, 2))
    assert ["粮食产量12.6万吨" in c.quote for c in check.citations] == [True, True]


@pytest.mark.parametrize("year", [2023, 2024])
def test_what_is_now_holds_of_the_year_of_the_report_and_of_the_one_before(told_twice: Engine, year: int) -> None:
    [claim] = told_twice.check(f"{year}年云岭县有养老机构20家。").claims
    [refuted] = told_twice.check(f"{year}年云岭县有养老机构30家。").claims
    assert [claim.figures[0].verdict, refuted.figures[0].verdict] == ["consistent", "wrong_value"]


@pytest.mark.slow
def test_a_sentence_copied_with_one_digit_changed_never_passes(samples_engine: Engine) -> None:
    chance = random.Random(11)
    copies = list(_changed_copies(samples_engine, chance))
    for sentence, place in chance.sample(copies, COPIES):
        figures = [f for c in samples_engine.check(sentence).claims for f in c.figures if f.start <= place < f.end]
        assert [f for f in figures if verdict_of(f.verdict) == "supported"] == [], sentence


def _changed_copies(engine: Engine, chance: random.Random) -> Iterator[tuple[str, int]]:
    """Yield sentences of the reports with one digit of a figure changed, and where that figure begins."""
    for card in engine.catalogue():
        for passage in engine.library.store.report_passages(card.key):
            for start, end in split_sentences(passage.text) if not passage.context else ():
                for figure in passage.figures:
                    at = figure.start - passage.start - start
                    if at >= 0 and figure.end - passage.start <= end and re.search(r"\d", figure.text):
                        changed = digit_changed(figure.text, chance)
                        sentence = passage.text[start:end]
                        if changed is not None:
                            yield f"{sentence[:at]}{changed}{sentence[at + len(figure.text) :]}", at


LEANING = """澄湖市2024年政府工作报告

一、2023年工作回顾
全市第一产业增加值增长3.1%，增速居全省第4位；第二产业增加值增长6.2%，增速居全省第2位；规模以上工业增加值增长8.5%，增速居全省第6位。
夏粮播种面积65.4万亩，总产量21.6万吨；秋粮播种面积141.9万亩，总产量77.4万吨。全市居民人均可支配收入增长6.3%，农村居民人均可支配收入增长9.2%。
"""


@pytest.mark.parametrize(
    ("claim", "verdict", "correct"),
    [
        ("2023年澄湖市规上工业增加值增速居全省第6位。", "consistent", None),
        ("2023年澄湖市规上工业增加值增速居全省第2位。", "wrong_measure", "第6位"),
        ("2023年澄湖市夏粮总产量21.6万吨。", "consistent", None),
        ("2023年澄湖市夏粮总产量77.4万吨。", "wrong_measure", "21.6万吨"),
        ("2023年澄湖市居民人均可支配收入增长6.3%。", "consistent", None),
        ("2023年澄湖市居民人均可支配收入增长9.2%。", "wrong_measure", "6.3%"),
    ],
)
def test_a_value_that_leans_on_what_was_told_before_is_that_things(
    tmp_path: Path, claim: str, verdict: str, correct: str | None
) -> None:
    (tmp_path / "澄湖市2024年政府工作报告.txt").write_text(LEANING, encoding="utf-8")
    encoder = open_encoder(None)
    ingest([tmp_path / "澄湖市2024年政府工作报告.txt"], tmp_path / "store", encoder)
    engine = Engine.open(tmp_path / "store", encoder)
    [checked] = engine.check(claim).claims
    engine.library.close()
    figure = checked.figures[-1]
    assert (figure.verdict, figure.correct.text if figure.correct else None) == (verdict, correct)


ACCOUNTS = (
    "云栖县财政局2024年部门决算公开",
    "2024年收入决算表（单位：万元）",
    "",
    "| 项目 | 本年收入合计 | 财政拨款收入 | 增减(%) |",
    "| --- | --- | --- | --- |",
    "| 合计 | 84613 | 80120 | 3.4 |",
    "| 教育支出 | 1234.56 | 1200 | -25.92 |",
)
BUDGET = (
    "云栖县2025年政府工作报告",
    "一、2024年工作回顾",
    "第二产业增加值增长6.8%，第三产业增加值增长7.2%，一般公共预算收入增长6.8%。全年粮食播种面积12万亩。",
)
YEARBOOK = (
    "云栖县2024年国民经济和社会发展统计公报",
    "一、综合",
    "全年一般公共预算收入增长6.8%，城镇居民收入增长5.5%。",
    "二、就业",
    "全年调查失业率平均值为5.1%。年末调查失业率为5.1%。",
)


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    written = {"云栖县财政局2024年部门决算公开.md": ACCOUNTS, "报告.txt": BUDGET, "公报.txt": YEARBOOK}
    yield from small_engine(tmp_path_factory, written)


@pytest.mark.parametrize(
    ("claim", "text", "stated", "formula"),
    [
        ("云栖县财政局2024年本年收入合计84631万元。", "84613", "84613万元", None),
        ("2024年云栖县教育支出下降25.29%。", "-25.92", "-25.92%", None),
        ("云栖县财政局2024年本年收入合计8.46亿元。", None, "84613万元", "84613万元 ≈ 8.46亿元（四舍五入）"),
        # What a verdict is about is told where the value does not tell it.
        ("2024年云栖县城镇居民收入下降5.5%。", "5.5%", "+5.5%", None),
        ("2023年云栖县城镇居民收入增长5.5%。", "5.5%", "5.5% (2024)", None),
    ],
)
def test_a_cell_is_shown_with_the_unit_of_its_head(
    accounts: Engine, claim: str, text: str | None, stated: str, formula: str | None
) -> None:
    figure = accounts.check(claim).claims[0].figures[0]
    right = figure.correct
    assert (right and right.text, figure.stated, figure.formula) == (text, stated, formula)


def test_a_passage_tells_a_thing_once(accounts: Engine) -> None:
    check = accounts.check("2024年云栖县调查失业率平均为5.1%。")
    assert [c.quote for c in check.citations] == ["全年调查失业率平均值为5.1%。年末调查失业率为5.1%。"]


@pytest.mark.parametrize("claimed", ["6.8%", "8.6%"])
def test_of_two_figures_of_one_value_the_one_that_was_judged_is_told(accounts: Engine, claimed: str) -> None:
    check = accounts.check(f"2024年云栖县一般公共预算收入增长{claimed}。")
    places = check.claims[0].figures[0].places
    cited = {c.n: c for c in check.citations}
    before = {cited[p.n].quote[: p.start - cited[p.n].start][-8:] for p in places}
    assert (len(places), before) == (2, {"公共预算收入增长"})
