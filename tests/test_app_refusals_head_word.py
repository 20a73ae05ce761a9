"""A head word that names a class of unit, and dates that nothing tells of."""

import pytest

from app.engine import Engine
from tests.small_engine import look_up

REPORTS = {
    "2024年青岚市政府工作报告.txt": [
        "2024年青岚市政府工作报告", "一、2023年工作回顾", "发放助农贷款31.4亿元、惠及农户2.6万户。办理群众建议418件。", "新建康复中心17个，购置器具。",
        "入库税收86.2亿元，增长4.1%。3月，接待游客21.7万人次。", "湖东县完成造林3.9万亩。",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "青岚市2023年发放的助农贷款利率是多少？", "青岚市2023年群众建议的办结率达到多少？", "青岚市2023年新建的康复中心有多大面积？", "青岚市2023年新建的康复中心总投资是多少？",
        "青岚市2023年新建的康复中心给多少名残疾人配了器具？", "青岚市2023年6月末的入库税收是多少？", "青岚市2023年一季度的造林面积是多少？", "青岚市桐庐县2023年造林多少亩？",
    ],
)  # fmt: skip
def test_what_is_of_another_class_date_or_place_is_no_answer(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("青岚市2023年发放的助农贷款是多少？", "31.4亿元"), ("青岚市2023年3月接待游客多少人次？", "21.7万人次"), ("青岚市湖东县2023年造林多少亩？", "3.9万亩"),
        ("青岚市2023年入库税收是多少？", "86.2亿元"),
    ],
)  # fmt: skip
def test_what_is_of_the_class_date_and_place_is(engine: Engine, question: str, answer: str) -> None:
    found = look_up(engine, question)
    assert (found.sure, found.chosen[0].candidate.figure.text) == (True, answer)
