"""What reports write by a name that stands nowhere near a figure, another institution, what several have together, and figures of another sort than the measure asked for."""

import pytest

from app.engine import Engine
from app.refusals.joint_total import _is_named
from app.refusals.other_institution import _asked, _is_one
from app.refusals.untold_thing import _asked as _asked_thing
from tests.small_engine import look_up

REPORTS = {
    "青岚市第三人民医院2024年工作总结.txt": [
        "青岚市第三人民医院2024年工作总结", "一、医疗服务", "2024年，全院编制病床640张。门诊41.3万人次。转院患者2130人次。",
        "大肠镜检查平均分为92分。",
    ],
    "2024年松岭县政府工作报告.txt": [
        "2024年松岭县政府工作报告", "一、2023年工作回顾", "2023年，核桃产量3600吨，价值8.1亿元。全县建有大中型水库14座。全体居民消费支出21450元。",
        "车船税收入0.73亿元，下降4.5%。教师公寓、东街旧楼和酒厂宿舍三个项目共涉及住户214户，概算投资1340万元。其中教师公寓用地15亩。",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "青岚市第三人民医院2024年ICU病床多少张？", "青岚市第三人民医院2024年儿科门诊多少人次？", "青岚市第三人民医院2024年死亡患者多少人次？",
        "松岭县2023年油菜籽产量是多少？", "松岭县2023年耕地占用税收入是多少？", "松岭县2023年居民恩格尔系数是多少？",
    ],
)  # fmt: skip
def test_a_thing_of_which_nothing_tells_is_not_answered_by_another_of_its_kind(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize("question", ["青岚市第一人民医院2024年病床多少张？", "青岚市中医院2024年门诊多少人次？"])
def test_what_one_institution_has_is_not_what_another_has(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize("question", ["松岭县酒厂宿舍涉及多少户住户？", "松岭县教师公寓概算投资多少？"])
def test_what_several_have_together_is_of_none_of_them(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize("question", ["松岭县2023年大中型水库库容是多少？", "松岭县2023年居民消费价格指数是多少？"])
def test_a_measure_is_answered_in_no_unit_of_another_sort(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("青岚市第三人民医院2024年编制病床多少张？", "640张"), ("青岚三院2024年门诊多少人次？", "41.3万人次"), ("青岚市第三医院2024年转院患者多少人次？", "2130人次"),
        ("松岭县2023年核桃产量是多少？", "3600吨"), ("松岭县2023年车船税收入是多少？", "0.73亿元"), ("松岭县2023年大中型水库有多少座？", "14座"),
        ("松岭县三个项目共涉及多少户住户？", "214户"), ("松岭县教师公寓用地多少亩？", "15亩"),
    ],
)  # fmt: skip
def test_the_thing_itself_is(engine: Engine, question: str, answer: str) -> None:
    found = look_up(engine, question)
    assert (found.sure, found.chosen[0].candidate.figure.text) == (True, answer)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("请问柏溪小学有多少学生？", "柏溪小学"), ("2024年柏溪中学和松岭小学各有多少学生？", ""), ("2024年考上大学的有多少人？", ""),
        ("全县小学有多少学生？", ""), ("2024年对口帮扶卫生院多少家？", ""), ("柏溪镇去年种了多少亩药材？", ""),
    ],
)  # fmt: skip
def test_the_only_institution_that_a_question_names(question: str, name: str) -> None:
    assert _asked(question) == name


def test_a_name_that_leaves_out_letters_is_the_same_one_and_one_that_changes_them_is_not() -> None:
    assert _is_one("青岚第三医院", "青岚市第三人民医院")
    assert not _is_one("青岚市第一人民医院", "青岚市第三人民医院")
    assert not _is_one("柏溪小学", "柏溪中学")


def test_the_first_member_of_a_list_has_what_leads_to_all_before_it() -> None:
    assert _is_named("今年安排教师公寓", "教师公寓投资多少")
    assert not _is_named("东街旧楼", "教师公寓投资多少")


def test_what_only_tells_more_of_the_thing_counted_is_not_asked_for() -> None:
    assert "银行卡" not in set(_asked_thing("松岭县新添了多少台能刷银行卡的机器").names)
    assert "恩格尔系数" in set(_asked_thing("松岭县居民恩格尔系数是多少").names)
    assert "控制在" not in set(_asked_thing("松岭县投资打算控制在什么规模").names)
