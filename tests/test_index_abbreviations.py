import pytest

from index.abbreviations import is_unknown, names_of, of_product, plain_names, product_of, set_apart
from index.query import content_terms
from index.scope import Scope


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("有多少对夫妻离了婚？", "有多少对夫妻离婚？"),
        ("退了休的职工有多少？", "退了休的职工有多少？"),
        ("经营活动净现金流是多少？", "经营活动现金流量净额是多少？"),
        ("投资活动净流出多少现金？", "投资活动现金流量净额多少现金？"),
        ("人口净流出多少？", "人口净流出多少？"),
        ("欠供应商的货款一共多少？", "应付账款一共多少？"),
        ("客户欠的货款有多少？", "应收账款有多少？"),
        ("三到四年的应收账款", "3至4年的应收账款"),
        ("三到四年能建成吗", "三到四年能建成吗"),
    ],
)
def test_everyday_wording_is_read_as_reports_write(question: str, plain: str) -> None:
    assert plain_names(question) == plain


@pytest.mark.parametrize(
    ("name", "behind", "product"),
    [
        ("我国经济", "增长", "生产总值"),
        ("上海经济增速", "为", "上海生产总值"),
        ("全市经济", "同比增长", "全市生产总值"),
        ("民营经济", "增长", "民营经济"),
        ("县域经济增速", "达", "县域经济增速"),
        ("消费对经济增长的贡献率", "为", "消费对经济增长的贡献率"),
    ],
)
def test_the_growth_of_an_economy_is_that_of_its_product(name: str, behind: str, product: str) -> None:
    assert product_of(name, behind) == product


def test_the_product_of_a_region_has_one_name() -> None:
    assert [of_product(name) for name in ("人均GDP", "地区生产总值", "经济总量", "国民生产总值")] == [
        "人均生产总值",
        "生产总值",
        "生产总值",
        "国民生产总值",
    ]


def test_words_that_a_cutter_cuts_amiss_stay_whole() -> None:
    assert [(p, is_unknown(p)) for p in set_apart("缴的职业年金有多少")] == [
        ("缴的", False),
        ("职业年金", True),
        ("有多少", False),
    ]
    assert content_terms("缴的职业年金有多少万？", Scope()) == ("缴", "职业年金")
    assert content_terms("占营收几成？", Scope()) == ("占", "营收")


def test_what_begins_with_a_measure_word_is_no_unit() -> None:
    assert content_terms("收了多少处理费？", Scope()) == ("收", "处理费")
    assert content_terms("有多少部门？", Scope()) == ("部门",)


def test_short_names_stand_for_long_ones() -> None:
    assert names_of("欧盟", "从欧盟进口多少？") == ("欧洲联盟",)
    assert names_of("总支出", "占总支出的多少？") == ("支出合计", "支出总计", "本年支出合计")
