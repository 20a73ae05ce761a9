import pytest

from app.claims.naming import exclude, shared_name, told_of_another


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("第一产业增加值", "第三产业增加值", True),
        ("一产增加值", "第三产业增加值", True),
        ("城市低保标准", "农村低保标准", True),
        ("出口额", "进口额", True),
        ("进出口总额", "出口额", True),
        ("存贷款余额", "存款余额", False),
        ("外资协议金额", "外资实际到位", True),
        ("工农业总产值", "工业总产值", True),
        ("工农业总产值", "农业总产值", True),
        ("消费资料的生产", "生産資料的生産", True),
        ("轻工业总产值", "重工业总产值", True),
        ("城镇新增就业", "新增就业", False),
        ("养老保险基金支出", "养老保险基金收入", True),
        ("收支差额", "财政收入", False),
        ("汽车出口", "生产汽车", True),
        ("地区生产总值", "出口额", False),
        ("二季度生产总值", "一季度生产总值", True),
        ("流动资产", "非流动资产", True),
        ("兽用疫苗营业收入", "兽用疫苗营业成本", True),
        ("中央财政赤字", "地方财政赤字", True),
        ("中央和地方财政赤字", "地方财政赤字", False),
        ("新建铁路", "新建公路", True),
        ("国民收入中用于消费", "积累所占比重", True),
        ("消费品零售总额", "积累所占比重", False),
        ("新增床位", "每千人口床位数", True),
    ],
)
def test_names_of_things_that_exclude_one_another(one: str, other: str, excluded: bool) -> None:
    assert (exclude(one, other), exclude(other, one)) == (excluded, excluded)


@pytest.mark.parametrize(
    ("name", "found", "before", "apart"),
    [
        ("夏粮总产量", "总产量", "夏粮面积10万亩，总产量3万吨；秋粮面积20万亩，", True),
        ("秋粮总产量", "总产量", "夏粮面积10万亩，总产量3万吨；秋粮面积20万亩，", False),
        ("第二产业增速位次", "增速", "第一产业增长3%，", True),
        ("粮食总产量", "总产量", "秋粮面积20万亩，", False),
        ("夏粮总产量", "秋粮总产量", "秋粮面积20万亩，", False),
        ("夏粮总产量", "总产量", "面积20万亩，", False),
    ],
)
def test_a_name_leans_on_what_was_told_last(name: str, found: str, before: str, apart: bool) -> None:
    assert told_of_another(name, found, before) is apart


def test_what_a_report_calls_its_place_or_company_is_no_part_of_a_name() -> None:
    name = frozenset({"居民", "民收", "收入"})
    assert [shared_name(name, s) for s in ("居民收入", "全市居民收入", "我省的居民收入", "农村居民收入")] == [1.0, 1.0, 1.0, 0.75]
    assert shared_name(frozenset({"负债", "债率"}), "本公司的负债率") == 1.0
