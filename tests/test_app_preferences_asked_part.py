"""Of figures that stand together the one that is asked for: the part, the noun counted, the bound, the pace."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "2024年云栖县政府工作报告.txt": (
        "云栖县政府工作报告（2024年）",
        "一、2023年工作回顾",
        "全县开建四十个文体场馆，其中有十二个大书库，九个泳池，三个重点剧院。",
        "旅游热度指数排名全省第七、增幅全省第三。",
        "林业和果木业总产值增长16%，牧业总产值增长9%，全县林牧业总产值增长12%。",
        "新开工人才公寓930套，基本建成710套，青年安心落户。",
        "坡地改栽核桃以后每年能增产干果三千多斤到六千多斤。",
        "云栖号货运专线通达范围达11省35市62个货场。",
        "全县各中学招生1200人，在校学生达到3800人。",
        "空置率由2022年的14.5%，降为2023年的9.8%。",
        "持续优化营商指标体系，线上文旅消费增长4%以上，餐饮业营业收入增长7.3%。",
        "二、2024年工作安排",
        "经广泛征求意见，向群众公布6方面21项惠民举措，请代表审议。",
        "开工建设总投资9亿元的石桥玩具厂、总投资7亿元的北山陶瓷厂、总投资5亿元的清溪果汁加工园等项目。",
        "力争全年快递业务量增长11%以上。",
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # What stands before 里 is the frame.
        ("云栖县2023年开建了多少个文体场馆？", "四十个"),
        ("云栖县2024年公布的惠民举措有多少项？", "21项"),
        ("云栖县的货运专线能开到多少个省？", "11省"),
        ("云栖县2023年的旅游热度指数在全省排第几？", "第七"),
        # 林业 and 牧业 together are 林牧业.
        ("云栖县2023年牧业总产值涨了百分之几？", "9%"),
        ("云栖县2023年的人才公寓，基本盖好的有多少套？", "710套"),
        ("云栖县的坡地改栽核桃，每年最多能多收多少斤干果？", "六千多斤"),
        ("云栖县的坡地改栽核桃，每年至少能多收多少斤干果？", "三千多斤"),
        ("云栖县2023年中学招了多少学生？", "1200人"),
        # The start of a way is of the year asked about.
        ("云栖县2022年的空置率高到多少？", "14.5%"),
        # 指标 defines nothing.
        ("云栖县2023年线上文旅消费涨了多少？", "4%"),
        ("云栖县2024年要开工的果汁加工园，总共要投多少钱？", "5亿元"),
        # 做大 asks for a change.
        ("云栖县2024年盼着快递业务量做大多少？", "11%"),
    ],
)
def test_the_figure_that_is_asked_goes_before_those_beside_it(engine: Engine, question: str, text: str) -> None:
    assert [f.text for f in engine.ask(question).figures] == [text]
