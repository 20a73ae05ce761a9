"""What is quoted for questions in words, from a small library of an invented county and two speeches."""

from collections.abc import Iterator

import numpy as np
import pytest

from app import reading_text
from app.choosing.sentences import sentences_of
from app.engine import Engine
from app.reading_text import EVIDENCE, FEATURES, MORE, sentence_evidence
from index.search import Ranked
from index.stored_passage import StoredPassage
from tests.small_engine import small_engine

REPORTS = {
    "云栖县2024年政府工作报告.txt": (
        "云栖县2024年政府工作报告",
        "一、2023年工作回顾",
        "竹木家居产业下滑。主要是受出口订单减少影响，三家企业停产。",
        "茶叶加工园今年有三条经验：",
        "一是统一收购。",
        "二是统一品牌。",
        "三是统一销售。",
        "全县统计公报显示，2023年常住人口41.2万人。",
        "修订了《云栖县水库管理办法》。这部办法写明了放水的时间。",
        "对标《山区绿色产业合作章程》",
        "（SQZC）等区域性规则。",
    ),
    "青岚大桥讲话.txt": (
        "李强生在青岚大桥工地的讲话",
        "同志们：",
        "云栖渡口为铁路桥和公路桥要不要修在一起争了三年。这件事要赶快定下来。",
        "去年我们修成桥12座。",
    ),
}


def test_a_list_is_quoted_with_the_sentence_that_heads_it(engine: Engine) -> None:
    answer = engine.ask("云栖县茶叶加工园有哪三条经验？")
    quotes = " ".join(c.quote for c in answer.citations)
    assert [item in quotes for item in ("一是统一收购", "二是统一品牌", "三是统一销售")] == [True, True, True]


def test_a_reason_is_quoted_where_the_sentence_beside_tells_it(engine: Engine) -> None:
    answer = engine.ask("云栖县2023年竹木家居产业为什么下滑？")
    assert "受出口订单减少影响" in answer.answer


def test_what_a_sentence_points_back_to_is_quoted_with_it(engine: Engine) -> None:
    answer = engine.ask("云栖县哪部办法写明了放水的时间？")
    assert "《云栖县水库管理办法》" in answer.answer


def test_a_sentence_cut_in_two_by_a_line_break_is_quoted_whole(engine: Engine) -> None:
    answer = engine.ask("云栖县对标的是SQZC等哪一类区域性规则？")
    assert "《山区绿色产业合作章程》" in answer.answer


def test_what_leads_up_to_a_sentence_is_read_with_it() -> None:
    text = "云栖渡口要修桥。工期三年。这是大事。"
    passage = StoredPassage(1, 1, "a.txt", "题目", (), None, 0, len(text), text, "", 0, ())
    first, second, third = (s.stretch for s in sentences_of([Ranked(passage, 1, 1.0, None, "")]))
    assert ("云栖渡口" in second.led_up_to.text, "云栖渡口" in second.around.text) == (True, False)
    assert ("工期" in third.led_up_to.text, "工期" in first.led_up_to.text) == (True, False)


def test_a_question_for_what_no_passage_names_is_not_answered(engine: Engine) -> None:
    answer = engine.ask("云栖县民政局的局长是谁？")
    assert (answer.abstained, answer.figures) == (True, ())


def test_figures_of_another_year_or_thing_are_no_answer(engine: Engine) -> None:
    asked = ("云栖县2019年常住人口有多少？", "云栖县2023年失业率是多少？", "云栖县2023年常住人口有多少？")
    assert [engine.ask(q).abstained for q in asked] == [True, True, False]


def test_the_evidence_for_a_sentence_is_its_score_its_lead_and_its_features() -> None:
    features = np.arange(2 * (len(FEATURES) + len(MORE)), dtype=np.float32).reshape(2, -1)
    evidence = sentence_evidence(features, np.array([1.5, 3.0], dtype=np.float32))
    assert len(evidence) == len(EVIDENCE)
    assert evidence.tolist() == [3.0, 1.5, *features[1].tolist()]
    alone = sentence_evidence(features[:1], np.array([1.5], dtype=np.float32))
    assert alone[:2].tolist() == [1.5, 4.0]


def test_two_sentences_that_are_as_good_are_both_quoted_and_the_kind_asked_for_goes_first() -> None:
    likeliest = reading_text._likeliest
    score = np.array([5.0, 4.2, 1.0], dtype=np.float32)
    assert likeliest(score, np.array([0, 0, 0], dtype=np.float32)) == [0, 1]
    assert likeliest(score, np.array([-1, 1, 1], dtype=np.float32)) == [1, 0]
    assert likeliest(np.array([5.0, 3.0], dtype=np.float32), np.array([-1, 1], dtype=np.float32)) == [0]


def test_plans_are_no_answer_for_the_year_before_and_reviews_none_for_the_year(parts: Engine) -> None:
    before = parts.ask("青岚县2023年用什么带动乡村旅游？").citations[0].quote
    planned = parts.ask("青岚县2024年想用什么带动乡村旅游？").citations[0].quote
    assert ("古道徒步" in before, "竹海营地" in planned) == (True, True)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    lines = (
        "青岚县2024年政府工作报告",
        "一、2023年工作回顾",
        "以古道徒步带动乡村旅游，接待游客12万人次。",
        "二、2024年工作安排",
        "以竹海营地带动乡村旅游，接待游客15万人次以上。",
    )
    yield from small_engine(tmp_path_factory, {"青岚县2024年政府工作报告.txt": lines})


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    table = "| 项目 | 预算 | 决算 |\n|---|---|---|\n| 卫生支出 | 549 | 526 |\n| 教育支出 | 700 | 700 |"
    lines = ("# 云栖县2023年决算", "单位：万元", "", table, "", "水利支出低于预算，主要是渠道改到明年开工。")
    yield from small_engine(tmp_path_factory, {"云栖县2023年决算.md": lines})


def test_no_row_of_a_table_is_a_reason(accounts: Engine) -> None:
    assert [c.quote for c in accounts.ask("2023年云栖县卫生支出为什么低于预算？").citations if "|" in c.quote] == []
    told = accounts.ask("2023年云栖县水利支出为什么低于预算？")
    assert ["渠道改到明年开工" in c.quote for c in told.citations] == [True]


def test_a_long_number_that_few_rows_tell_settles_which_is_meant(ledger: Engine) -> None:
    told = ledger.ask("云栖县2023年决算里，80.38万元那一笔的科目叫什么？")
    assert [c.quote for c in told.citations] == ["职业年金缴费 | 80.38 | 80.38"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    rows = "\n".join(
        f"| {name} | {value} | {value} |"
        for name, value in (("职业年金缴费", "80.38"), ("渠道维护", "61.20"), ("山林巡护", "44.15"))
    )
    lines = ("# 云栖县2023年决算", "单位：万元", "", f"| 科目 | 合计 | 基本支出 |\n|---|---|---|\n{rows}")
    yield from small_engine(tmp_path_factory, {"云栖县2023年决算.md": lines})
