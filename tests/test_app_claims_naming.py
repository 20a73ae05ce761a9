import pytest

from app.claims.naming import exclude


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("第一产业增加值", "第三产业增加值", True),
        ("一产增加值", "第三产业增加值", True),
        ("城市低保标准", "农村低保标准", True),
        ("出口额", "进口额", True),
        ("进出口总额", "出口额", False),
        ("存贷款余额", "存款余额", False),
        ("外资协议金额", "外资实际到位", True),
        ("工农业总产值", "工业总产值", False),
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
