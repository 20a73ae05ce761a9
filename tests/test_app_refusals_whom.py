import pytest

from app.engine import Engine
from tests.small_engine import look_up

CHINESE = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "城镇登记失业率2.1%。为60岁以上老人免费体检1.2万人次。批准开业申请700件。甘蔗产量达到26万吨。",
    "二、2024年工作安排",
    "坚持稳中求进。",
)
ENGLISH = (
    "Harbour Budget Speech 2031",
    "The unemployment rate of Harbour was 5.1% in 2031. About 7,400 gardeners received the bonus in 2031.",
    "More than 5,000 grant applications have been approved in 2031.",
)

REPORTS = {"云栖县2024年政府工作报告.txt": CHINESE, "harbour-budget-2031.md": ENGLISH}


@pytest.mark.parametrize(
    "question",
    [
        "云栖县2023年妇女的失业率是多少？",
        "What was the unemployment rate among women in Harbour in 2031?",
        "How many gardeners aged 80 received the bonus in 2031?",
        "How many grant applications were rejected in 2031?",
        "云栖县2023年驳回了多少件开业申请？",
        "云栖县2023年每人分到多少斤甘蔗？",
    ],
)
def test_all_are_no_answer_for_some_nor_one_side_for_the_other_nor_a_total_for_each(engine: Engine, question: str) -> None:
    assert not look_up(engine, question).sure


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2023年城镇登记失业率是多少？", "2.1%"),
        ("云栖县2023年给60岁以上的老人免费体检了多少人次？", "1.2万人次"),
        ("云栖县2023年批准了多少件开业申请？", "700件"),
        ("How many grant applications were approved in 2031?", "5,000"),
    ],
)
def test_what_is_told_of_them_answers(engine: Engine, question: str, text: str) -> None:
    found = look_up(engine, question)
    assert (found.chosen[0].candidate.figure.text.split(" ")[0], found.confidence > 0.0) == (text, True)
