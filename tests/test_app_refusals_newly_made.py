from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import look_up, small_engine

REPORT = (
    "云栖县2024年政府工作报告",
    "一、2023年工作回顾",
    "全县有小学52所，在校学生29415人。建成幼儿园6所。卫生院共有床位1200张。",
    "二、2024年工作安排",
    "坚持稳中求进。",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, {"云栖县2024年政府工作报告.txt": REPORT})


@pytest.mark.parametrize(
    "question", ["云栖县2023年新添了多少张床位？", "How many newly opened hospital beds did Yunqi County have in 2023?"]
)
def test_what_there_is_is_no_answer_to_what_was_newly_made(engine: Engine, question: str) -> None:
    assert look_up(engine, question).confidence == 0.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("云栖县2023年新盖了几所幼儿园？", "6所"),
        ("云栖县2023年有几所小学？", "52所"),
        ("云栖县2023年高新学校有几所小学？", "52所"),
    ],
)
def test_what_was_made_and_what_there_is_answer_each_its_own(engine: Engine, question: str, text: str) -> None:
    found = look_up(engine, question)
    assert (found.chosen[0].candidate.figure.text, found.confidence > 0.0) == (text, True)
