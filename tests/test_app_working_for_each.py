"""How much there is for each, of one invented county, one hospital's table and one company."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "青岚县2033年统计公报.txt": (
        "青岚县2033年国民经济和社会发展统计公报",
        "一、综合",
        "全年实现地区生产总值60.0亿元。年末全县常住人口24.0万人。",
        "二、教育",
        "全县普通中学8所，在校学生9600人；小学40所，在校学生18000人；幼儿园30所，在园幼儿4500人。",
        "三、交通和旅游",
        "全年渡船运送旅客73.0万人次。年末渡船保有量52艘。全年接待游客50.0万人次，旅游总收入3.5亿元。",
        "四、农业",
        "全年苹果产量4.8万吨。",
        "五、居民",
        "全县人均公园绿地面积12.5平方米。",
    ),
    "Lakeland Ferries annual report 2033.md": (
        "# Lakeland Ferries Company Annual Report 2033",
        "## Overview",
        "In 2033 revenue rose to $48.0 million, from $45.0 million in 2032.",
        "## People",
        "The company had 320 employees at the end of 2033.",
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "text", "formula"),
    [
        ("青岚县2033年平均每所小学多少学生？", "450人", "18000人 ÷ 40所 = 450人"),
        ("青岚县2033年每所普通中学平均有多少在校学生？", "1200人", "9600人 ÷ 8所 = 1200人"),
        ("青岚县2033年人均地区生产总值是多少？", "25000元", "60.0亿元 ÷ 24.0万人 = 25000元"),
        ("青岚县2033年平均每天用渡船运送多少旅客？", "2000人次", "73.0万人次 ÷ 365天 = 2000人次"),
        ("青岚县2033年平均每位游客花多少钱？", "700元", "3.5亿元 ÷ 50.0万人次 = 700元"),
        ("青岚县2033年人均苹果产量是多少？", "200公斤", "4.8万吨 ÷ 24.0万人 = 200公斤"),
        ("What was Lakeland Ferries' revenue per employee in 2033?", "$150000", "$48.0 million ÷ 320 employees = $150000"),
    ],
)
def test_an_amount_is_shared_out(engine: Engine, question: str, text: str, formula: str) -> None:
    first = engine.ask(question).figures[0]
    assert (first.text, first.formula, first.role, first.proof) == (text, formula, "answer", "derived")


def test_what_the_reports_tell_for_each_is_not_divided(engine: Engine) -> None:
    assert [f.text for f in engine.ask("青岚县2033年人均公园绿地面积是多少？").figures] == ["12.5平方米"]


def test_a_total_is_no_answer_for_each(engine: Engine) -> None:
    assert engine.ask("青岚县2033年平均每亩苹果产量是多少？").abstained


def test_what_there_is_at_the_end_of_a_year_is_not_shared_out_among_its_days(engine: Engine) -> None:
    assert "365" not in engine.ask("青岚县2033年平均每天渡船保有量是多少？").answer
