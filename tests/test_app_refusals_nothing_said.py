"""A figure that says no word of an English question but what sort of place it is of is no answer."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "云麓县2033年度党建工作报告.txt": [
        "云麓县2033年度党建工作报告",
        "一、换届",
        "县党代会选举产生县委委员35名，县纪委委员27名。全县医院14所。",
    ],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


@pytest.mark.parametrize("place", ["airport", "port"])
def test_members_of_its_committee_are_no_passengers_of_a_county(engine: Engine, place: str) -> None:
    assert engine.ask(f"How many passengers used the county's {place}?").abstained


def test_what_is_said_answers(engine: Engine) -> None:
    assert "14所" in engine.ask("How many hospitals does the county have?").answer
