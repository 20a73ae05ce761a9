"""Which year has the most or the least, where what is most or least is something else."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine

REPORTS = {
    "2033年砚溪县船务公报.txt": [
        "2033年砚溪县船务公报",
        "一、登记",
        "2032年办理渡船登记184艘，比上年的203艘下降9.4%。",
        "船工最低工资标准为每人每月2180元，城镇登记失业率3.2%。",
    ],
    "2032年砚溪县政府工作报告.txt": ["2032年砚溪县政府工作报告", "一、2031年工作回顾", "城镇登记失业率3.4%。"],
    "2031年砚溪县政府工作报告.txt": ["2031年砚溪县政府工作报告", "一、2030年工作回顾", "城镇登记失业率3.6%。"],
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, REPORTS)


def test_the_least_of_something_else_is_no_answer(engine: Engine) -> None:
    assert engine.ask("砚溪县哪一年发案最少？").abstained


def test_a_half_alike_name_of_other_years_does_not_hide_what_one_sentence_tells(engine: Engine) -> None:
    answer = engine.ask("砚溪县哪一年渡船登记最多？").answer
    assert "203艘" in answer.splitlines()[0]
