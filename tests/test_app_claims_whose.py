"""Claims whose value stands in a report of something else, and claims that say in their own way what a report says."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORT = """青岚县2032年政府工作报告
一、2031年工作回顾
全年地区生产总值达到326.4亿元、增长6.3%，经济总量居全市第4位。民营经济增加值增长7.1%。居民收入增长5.8%。
苹果总产量21.7万吨、占全省18.6%。小麦产量再创新高，突破34万吨，连续6年居全市首位。
青岚站货物和旅客发送量分别达到52.3万吨、118万人次，排名分别升至全省第六、全省第九。
进出口总额达到9.4亿元，从全市第七位上升到第三位。
城镇新增就业6280人。固定资产投资增长7.6%，虽然略低于9%的预定目标，但是来之不易。
博物馆参观人次83.6万，同比增长21.4%。人均生产总值突破6万关口、达到6.35万元。
总部企业、研发中心分别新认定7家和4家，累计分别达到46家和29家。“小巨人”、制造业单项冠军分别增至58家、17家。
全县60岁及以上老年人口6.15万人，占总人口的22.1%，其中65岁及以上老年人口4.82万人，占总人口的17.3%。
冷库容量居全市第五位；果酒产量增长9%。年末新建商品房待售面积12.4万平方米，销售面积31.7万平方米。
旅游总花费增长137.5%。农民人均购书二十三元六角。
二、2032年工作安排
今年发展的主要预期目标是：地区生产总值增长6%左右，城镇新增就业5700人以上。
"""
BEFORE = """青岚县2031年政府工作报告
一、2030年工作回顾
地区生产总值增长5.4%。如果没有大的灾害，2031年小麦产量将要达到39万吨。
二、2031年工作安排
今年发展的主要预期目标是：地区生产总值增长6.5%左右，城镇新增就业6000人以上。
"""

TRUE = (
    "2031年青岚县经济总量居全市第4位。",
    "2031年青岚县GDP排名全市第四。",
    "2031年青岚县苹果总产量占全省的18.6%。",
    "2031年青岚县小麦产量居全市第一。",
    "青岚站旅客发送量2031年排名全省第九。",
    "2031年青岚县进出口总额居全市第三位。",
    "2031年青岚县经济增长6.3%。",
    "2031年青岚县经济增速为6.3%。",
    "2031年青岚县固定资产投资增长7.6%，略低于9%的预定目标。",
    "2031年青岚县固定资产投资增长7.6%，没能达到9%的目标。",
    "2031年青岚县城镇新增就业6280人，超过6000人的预期目标。",
    "2031年青岚县地区生产总值增长6.3%，低于6.5%左右的预期目标。",
    "2031年青岚县博物馆参观83.6万人次。",
    "2031年青岚县人均生产总值首次越过6万元关口，达到6.35万元。",
    "2031年青岚县研发中心累计29家。",
    "2031年青岚县“小巨人”企业达到58家。",
    "2031年青岚县65岁以上老年人口4.82万人，占17.3%。",
    "2031年青岚县旅游总花费翻了一番还多。",
    "2031年青岚县农民人均购书23.6元。",
    "2031年青岚县冷库容量居全市第五。",
    "2031年末青岚县新建商品房待售面积12.4万平方米。",
)
FALSE = (
    "2031年青岚县小麦产量占全省的18.6%。",
    "2031年青岚县GDP占全省的18.6%。",
    "2031年青岚县玉米产量居全市第一。",
    "2031年青岚县常住人口居全市第4位。",
    "青岚站旅客发送量2031年排名全省第六。",
    "2031年青岚县进出口总额居全市第七位。",
    "2031年青岚县经济增长7.1%。",
    "2031年青岚县民营经济增长6.3%。",
    "2031年青岚县固定资产投资增长7.6%，略低于8%的预定目标。",
    "2031年青岚县城镇新增就业6280人，超过5700人的预期目标。",
    "2031年青岚县固定资产投资增长9%。",
    "2031年青岚县博物馆参观63.8万人次。",
    "2031年青岚县研发中心累计46家。",
    "2031年青岚县制造业单项冠军达到58家。",
    "2031年青岚县65岁以上老年人口占22.1%。",
    "2031年青岚县旅游总花费增长两倍多。",
    "2031年青岚县农民人均购书二十三元八角。",
    "2031年青岚县果酒产量居全市第五。",
    "2031年青岚县新建商品房销售面积12.4万平方米。",
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return an engine over two invented reports of one county."""
    written = {"青岚县2032年政府工作报告.txt": REPORT.splitlines(), "青岚县2031年政府工作报告.txt": BEFORE.splitlines()}
    yield from small_engine(tmp_path_factory, written)


@pytest.mark.parametrize("claim", TRUE)
def test_what_a_report_says_bears_a_claim_out_in_other_words(county: Engine, claim: str) -> None:
    assert county.check(claim).verdict == "supported"


@pytest.mark.parametrize("claim", FALSE)
def test_a_value_of_something_else_bears_nothing_out(county: Engine, claim: str) -> None:
    assert county.check(claim).verdict != "supported"


def test_an_age_that_tells_who_is_counted_claims_nothing(county: Engine) -> None:
    [claim] = county.check("2031年青岚县65岁以上老年人口4.82万人。").claims
    assert [f.text for f in claim.figures] == ["4.82万人"]


def test_what_is_equal_and_written_otherwise_was_not_converted(county: Engine) -> None:
    texts = ("2031年青岚县小麦产量居全市第一。", "2031年青岚县地区生产总值增长6.30%。", "2031年青岚县地区生产总值3264000万元。")
    [ranked, grown, scaled] = [county.check(text).claims[0].figures[0] for text in texts]
    assert [(f.verdict, f.formula) for f in (ranked, grown, scaled)] == [
        ("consistent", None),
        ("consistent", None),
        ("converted", "326.4亿元 = 3264000万元"),
    ]
