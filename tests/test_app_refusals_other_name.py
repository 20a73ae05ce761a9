import pytest

from app.refusals.other_name import other_name
from index.scope import Scope

HERE = Scope(places=("云栖县",))


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("云栖县民政局2023年支出多少？", "云栖县财政局2023年度部门决算 支出445万元。", True),
        ("云栖县民政局2023年支出多少？", "云栖县民政局2023年度部门决算 支出445万元。", False),
        ("云栖县2023年出口到德国多少亿元？", "出口额38亿元。", True),
        ("云栖县2023年出口到德国多少亿元？", "对德国出口3亿元。", False),
        ("云栖县2023年从欧盟进口多少亿元？", "欧洲联盟 进口额38亿元。", False),
        ("大竹集团2023年营收多少？", "市属国企营业收入100亿元。", True),
        ("龙头集团企业有多少家？", "企业集团12家。", False),
        ("云栖县16岁到24岁的人失业率多少？", "失业率5.1%。", True),
        ("云栖县16岁到24岁的人失业率多少？", "16至24岁失业率14%。", False),
        ("云栖县的报告写昆明的游客有多少？", "接待游客100万人次。", True),
        ("云栖县接待游客多少人次？", "接待游客100万人次。", False),
        # 新建 is a county, and to build anew.
        ("云栖县2024年要新建多少个球场？", "球场12个。", False),
        ("云栖县和昆明的游客分别有多少？", "接待游客100万人次。", False),
        ("云栖县安全局支出多少？", "财政局支出445万元。", True),
        # 布局 is no office, and what is denied or graded no place.
        ("云栖县要布局建设什么城市？", "建设商贸城市。", False),
        ("云栖县那几年不太平是什么引起的？", "争水是祸乱的根源。", False),
        ("What did Germany buy?", "出口额38亿元。", False),
    ],
)
def test_what_a_question_names_is_told_too(question: str, told: str, *, other: bool) -> None:
    assert other_name(question, told, HERE) is other


def test_offices_of_the_scope_and_places_beside_the_nation_need_not_be_named() -> None:
    assert other_name("云栖县民政局支出多少？", "支出445万元。", Scope(issuers=("云栖县民政局",))) is False
    assert other_name("昆明的增速比全国高吗？", "国内生产总值增长5.2%。", Scope(places=("全国",))) is False
