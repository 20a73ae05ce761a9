"""How a value moved over years: every year's value, and how far the last lies from the first."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from tests.small_engine import small_engine


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    def report(year: int, people: str, share: str, grain: str, aim: str) -> list[str]:
        return [
            f"柳溪县{year}年国民经济和社会发展统计公报",
            "一、综合",
            f"年末全县常住人口{people}万人，城镇化率{share}%。",
            "二、农业",
            f"全年粮食产量{grain}万吨，比上年增长1.2%。",
            "三、目标",
            f"{year + 1}年，粮食产量力争达到{aim}万吨。",
        ]

    yield from small_engine(
        tmp_path_factory,
        {
            "柳溪县2029年国民经济和社会发展统计公报.txt": report(2029, "46.2", "51.3", "20.14", "30"),
            "柳溪县2030年国民经济和社会发展统计公报.txt": report(2030, "45.9", "52.8", "20.41", "31"),
            "柳溪县2031年国民经济和社会发展统计公报.txt": report(2031, "45.7", "54.1", "20.66", "32"),
            "Alder School annual report 2031.txt": [
                "Alder School annual report 2031",
                "The dropout rate was 2.9% in 2031, compared with 3.4% in 2030 and 4.1% in 2029.",
            ],
        },
    )


def test_the_way_comes_first_and_every_year_follows(engine: Engine) -> None:
    lines = engine.ask("柳溪县2029年到2031年常住人口有什么变化").answer.splitlines()
    assert lines[0] == "2029年46.2万人，2031年45.7万人，减少0.5万人[1][3]。推算：46.2万人 − 45.7万人 = 0.5万人"
    assert [line.partition("[")[0] for line in lines[1:]] == ["2029年：46.2万人", "2030年：45.9万人", "2031年：45.7万人"]


def test_shares_differ_by_points(engine: Engine) -> None:
    assert "提高2.8个百分点" in engine.ask("柳溪县2029年到2031年城镇化率怎么变化").answer.splitlines()[0]


def test_years_without_a_value_are_named_and_aims_are_none(engine: Engine) -> None:
    answer = engine.ask("柳溪县2029年到2032年粮食产量的变化").answer
    assert answer.splitlines()[-1] == "没有查到数值的年份：2032年。"
    assert "32万吨" not in answer.splitlines()[0]


def test_one_sentence_that_gives_all_years_is_quoted_once(engine: Engine) -> None:
    lines = engine.ask("How has the dropout rate at Alder School changed since 2029?").answer.splitlines()
    assert lines[0].startswith("2029: 4.1%; 2031: 2.9%; down 1.2 percentage points")
    assert len(lines) == 2


def test_what_did_not_move_over_years_is_answered_as_before(engine: Engine) -> None:
    assert engine.ask("柳溪县2031年粮食产量是多少").answer.startswith("20.66万吨")
