"""Questions for several values over a small library of an invented place."""

import pytest

from app.engine import Engine
from tests.small_engine import look_up

LINES = (
    "云栖县2023年政府工作报告",
    "一、2022年工作回顾",
    "我县健儿在省运会上勇夺8金9银6铜。第一产业增加值增长4.7%，第二产业增加值下降8.8%，第三产业增加值增长4.8%。",
    "扎实开展治理欠薪行动，为5.58万名农民工追回工资7.2亿元。输转城乡富余劳动力51.9万人，劳务收入163.7亿元。",
    "新增高新技术企业38家，总量达189家。新增专精特新企业48家，总量达85家。",
    "一季度经济增长4.5%，上半年增长5%，前三季度增长5.5%，全年增长5.7%。",
    "全县小铁厂由46个减少到27个，生铁成本由303元降到243元，亏损由6.3亿元减少到1亿元。",
    "家电、汽车换新数量分别居全市第2位、第7位。",
    "全县生产安全事故起数、死亡人数分别下降23.8%、22.4%。",
    "二产、三产税收分别增长4%、7.5%。",
    "城乡居民人均可支配收入分别达3.6万元、2.3万元，分别增长6%、7.5%。",
    "新建农村公路121公里；新增5G基站155个。",
    "全县工农业总产值66亿元，工业和手工业总产值24亿元，农业总产值42亿元。",
    "云栖机场航线增至35条、年旅客吞吐量突破100万人次。",
)

REPORTS = {"云栖县2023年政府工作报告.txt": LINES}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云栖县健儿2022年在省运会上拿了几金几银几铜？", ["8", "9", "6"]),
        ("云栖县2022年三次产业增加值的增速各是多少？", ["4.7", "8.8", "4.8"]),
        ("云栖县2022年给农民工要回多少工钱，涉及多少人？", ["720000000", "55800"]),
        ("云栖县2022年新增多少家高新技术企业，总量多少？", ["38", "189"]),
        ("云栖县2022年一季度、上半年、前三季度和全年的经济增速依次是多少？", ["4.5", "5", "5.5", "5.7"]),
        ("云栖县小铁厂数量、生铁成本、亏损各怎么变？", ["46", "27", "303", "243", "630000000", "100000000"]),
        ("云栖县2022年工农业总产值是多少，其中工业和手工业是多少？", ["6600000000", "2400000000"]),
        ("云栖县2022年二产三产税收各增长多少？", ["4", "7.5"]),
        ("云栖县2022年家电和汽车换新的数量在全市分别排第几？", ["2", "7"]),
    ],
)
def test_the_values_asked_for_together_are_given_together(engine: Engine, question: str, values: list[str]) -> None:
    answer = engine.ask(question)
    assert [f.value for f in answer.figures] == values
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2022年新增高新技术企业多少家？", "38家"),
        # No change is told: what stands beside is of another unit.
        ("云栖县2022年新建农村公路多少公里，比上年多多少？", "121公里"),
    ],
)
def test_one_value_is_not_given_with_its_neighbours(engine: Engine, question: str, text: str) -> None:
    answer = engine.ask(question)
    assert [f.text for f in answer.figures] == [text]


@pytest.mark.parametrize(
    ("question", "text"), [("云栖县城里人2022年人均收入多少？", "3.6万元"), ("云栖县农村人2022年人均收入多少？", "2.3万元")]
)
def test_town_and_country_are_told_apart_where_one_name_stands_for_both(engine: Engine, question: str, text: str) -> None:
    best = look_up(engine, question).chosen[0]
    assert best.candidate.figure.text == text
