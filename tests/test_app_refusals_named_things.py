import pytest

from app.refusals.named_things import of_a_few, other_thing


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("云栖县2023年失业率是多少？", "城镇新增就业3400人。", True),
        ("云栖县2023年失业率是多少？", "城镇登记失业率3.1%。", False),
        ("云栖县2023年常住人口有多少？", "脱贫人口务工规模1.2万人。", True),
        ("云栖县2023年常住人口有多少？", "年末常住人口41万人。", False),
        ("云栖县2023年财政赤字多少？", "财政收入8亿元。", True),
        ("云栖县2023年GDP多少？", "地区生产总值177亿元。", False),
        ("云栖县2023年门票收入多少？", "旅游收入1.2亿元。", True),
        # What stands before 这类 is given as an example.
        ("云栖县2023年茶叶、蔬菜这类特产卖了多少钱？", "特色农产品销售额1.2亿元。", False),
        ("云栖县2023年茶叶这类特产卖了多少钱？", "特色农产品销售额1.2亿元。", False),
        ("云栖县2023年茶叶、蔬菜卖了多少钱？", "特色农产品销售额1.2亿元。", True),
        ("云栖县去年花了多少钱修路？", "道路投资2亿元。", False),
        ("云栖县2023年失业率是多少？", "The jobless rate was 3 per cent.", False),
        # English words are known by what Chinese reports call the thing.
        ("How many people got divorced in 2022?", "年末常住人口40万人", True),
        ("How many couples divorced in 2022?", "办理离婚登记700对", False),
        ("How much coal was mined?", "生产原煤30万吨", False),
        ("How many museums are there?", "There are three houses of art.", False),
    ],
)
def test_a_thing_of_few_names_is_told_by_one_of_them(question: str, text: str, *, other: bool) -> None:
    assert other_thing(question, text) is other


@pytest.mark.parametrize(
    ("question", "subject", "few"),
    [
        ("居民收入增长多少？", "脱贫人口人均纯收入", True),
        ("脱贫的人收入增长多少？", "脱贫人口人均纯收入", False),
        ("居民收入增长多少？", "居民人均可支配收入", False),
    ],
)
def test_a_measure_of_a_few_is_none_of_all(question: str, subject: str, *, few: bool) -> None:
    assert of_a_few(question, subject) is few
