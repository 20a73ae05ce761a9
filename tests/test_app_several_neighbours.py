"""Of two values of one sentence the one that is asked for."""

from collections.abc import Iterator

import pytest

from app.choosing.own_words import own_words
from app.engine import Engine
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting
from tests.small_engine import small_engine

REPORTS = {
    "云栖县2023年政府工作报告.txt": (
        "云栖县2023年政府工作报告",
        "一、2022年工作回顾",
        "全年水利基金收入53万元，基金支出25万元，年末基金结余40万元。",
        "东岸码头一期投资9.6亿元，设置泊位60个；二期投资5.2亿元，设置泊位40个。",
        "新增泵站功率12万千瓦、泵站总功率近140万千瓦，产盐56万吨。",
        "拆除加固石堤287公里、土坝169公里。",
        "为3.1万人次渔民提供船票，同比增长5%；服务船主5万人次，同比增长6%。",
        "新建、翻修粮仓分别达16座和28座，较上年分别增长3.5%和4%。",
        "与上年相比，苎麻增长8%，油菜、花生、芝麻等都增长5%以上。",
        "渡口日均班次由48班增加到61班，准点率稳定在100%。",
        "县级机构共59个，比现有的86个减少27个。",
    )
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云栖县2022年水利基金花出去多少，年底还剩多少？", ["250000", "400000"]),
        ("云栖县东岸码头二期投多少钱、放几个泊位？", ["520000000", "40"]),
        ("云栖县2022年泵站总功率有多大，产了多少盐？", ["1400000", "560000"]),
        ("云栖县2022年给多少人次渔民提供船票，同比增长多少？", ["31000", "5"]),
        ("云栖县2022年翻修粮仓几座，比上年增长多少？", ["28", "4"]),
        ("云栖县渡口日均班次原先多少，现在增加到多少？", ["48", "61"]),
        ("云栖县2022年苎麻增长多少，油菜、花生和芝麻都增长多少以上？", ["8", "5"]),
    ],
)
def test_a_value_is_not_taken_for_the_one_beside_it(engine: Engine, question: str, values: list[str]) -> None:
    assert [f.value for f in engine.ask(question).figures if f.role == "answer"] == values


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("全年引进博士生40名和硕士生50名", ["全年引进博士生", "全年和硕士生"]),
        ("全年引进40名博士和50名硕士", ["全年引进", "全年引进"]),
        ("拆除老旧东线堤坝28公里、西线堤坝16公里", ["拆除老旧东线堤坝", "拆除老旧西线堤坝"]),
        ("新建石堤28公里、改建石堤16公里", ["新建石堤", "改建石堤"]),
    ],
)
def test_what_leads_to_the_values_of_a_list_is_of_all_and_a_counted_noun_of_its_own(text: str, clauses: list[str]) -> None:
    words = own_words(text, 0, extract_figures(text, Setting("review", 2024)), row=False)
    assert [w.clause.text.partition(" ")[0] for w in words] == clauses
