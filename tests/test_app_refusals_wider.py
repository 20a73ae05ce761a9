"""What narrows the thing that is asked for, and what there is for what was newly made."""

import pytest

from app.engine import Engine
from app.refusals.neighbour import _asked
from index.thesaurus.written import other_names, written_names
from tests.small_engine import look_up

REPORTS = {
    "2024年青岚市政府工作报告.txt": [
        "2024年青岚市政府工作报告", "一、2023年工作回顾", "工业总产值完成312.5亿元，增长6.2%。新增托育学位1450个。发放小额贷款7.3亿元、增长21%。",
        "公路通车里程达到2310公里。新设外资企业47家。新建成市级冷库9座。接待游客268万人次。", "下溪镇建成大棚620亩，种植百合；上坪镇发展药材1900亩。",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "青岚市2023年农业总产值是多少？", "青岚市2023年新增高中学位多少个？", "青岚市2023年农村公路通车里程多少公里？",
        "青岚市2023年新设民营企业多少家？", "青岚市2023年下溪镇发展药材多少亩？", "青岚市2023年底一共有多少座市级冷库？",
        "青岚市2023年公路新改建里程多少公里？", "青岚市接待游客增长目标是多少？",
    ],
)  # fmt: skip
def test_a_part_a_neighbour_or_a_stock_is_not_told_by_more(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("青岚市2023年工业总产值是多少？", "312.5亿元"), ("青岚市2023年新增托育学位多少个？", "1450个"), ("青岚市2023年发放的小额贷款是多少？", "7.3亿元"),
        ("青岚市2023年公路通车里程多少公里？", "2310公里"), ("青岚市2023年新设外资企业多少家？", "47家"), ("青岚市2023年接待游客多少人次？", "268万人次"),
        ("青岚市2023年上坪镇发展药材多少亩？", "1900亩"), ("青岚市2023年新建成多少座市级冷库？", "9座"),
    ],
)  # fmt: skip
def test_the_thing_itself_is_told(engine: Engine, question: str, answer: str) -> None:
    found = look_up(engine, question)
    assert (found.sure, found.chosen[0].candidate.figure.text) == (True, answer)


def test_names_that_reports_write() -> None:
    assert "农业总产值" in dict(written_names("全县农业总产值多少"))
    assert other_names("农业总产值")
    assert other_names("掌柜的") == ()


@pytest.mark.parametrize(
    ("question", "name"), [("下溪镇种了多少亩药材", "溪镇"), ("各乡镇一共多少亩", ""), ("甲坪镇和乙溪镇各多少亩", "")]
)
def test_the_only_name_of_a_kind(question: str, name: str) -> None:
    assert _asked(question) == name
