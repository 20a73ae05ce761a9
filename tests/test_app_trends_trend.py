from pathlib import Path

import pytest

from app.cli import main
from app.engine import Engine
from app.errors import InputFileError, QuestionError
from app.trends.plotting import check_plot_file, plot_trend
from app.trends.trend import Trend
from index.ingest import ingest
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder

_YIELDS = {2019: "28.1万吨", 2020: "5.84亿斤", 2021: "29.9万吨", 2022: "30.8万吨", 2023: "31.6万吨"}


def _files() -> dict[str, str]:
    files = {}
    for year, amount in _YIELDS.items():
        files[f"青岚县{year + 1}年政府工作报告.txt"] = (
            f"青岚县{year + 1}年政府工作报告\n一、{year}年工作回顾\n全年粮食总产量{amount}，新建高标准农田2.4万亩。\n"
            f"二、{year + 1}年目标任务\n粮食总产量稳定在28万吨以上。\n"
        )
    files["青岚县2022年统计公报.txt"] = (
        "青岚县2022年国民经济和社会发展统计公报\n一、农业\n2022年粮食总产量30.5万吨，油料产量1.2万吨。\n"
    )
    return files


@pytest.fixture
def engine(tmp_path: Path, encoder: LetterEncoder) -> Engine:
    ingest([write_files(tmp_path / "reports", _files())], tmp_path / "store", encoder)
    return Engine.open(tmp_path / "store", encoder)


@pytest.fixture
def trend(engine: Engine) -> Trend:
    return engine.trend("粮食总产量")


def test_every_year_has_its_point_with_its_passage(trend: Trend) -> None:
    first = [(int(p.period), p.text) for p in trend.points if not p.restated]
    assert first == list(_YIELDS.items())
    for point in trend.points:
        quotes = [c.quote for c in trend.citations if c.n in point.citations]
        assert quotes
        assert all(point.text in quote for quote in quotes)


def test_a_value_that_another_report_gives_differently_is_kept_apart(trend: Trend) -> None:
    of_2022 = [(p.text, p.restated) for p in trend.points if p.period == "2022"]
    assert sorted(t for t, _ in of_2022) == ["30.5万吨", "30.8万吨"]
    assert [restated for _, restated in of_2022] == [False, True]


def test_targets_are_no_points_of_a_trend_of_outcomes(trend: Trend) -> None:
    assert {p.status for p in trend.points} == {"actual"}


def test_each_year_is_told_and_a_measure_that_the_reports_call_otherwise_by_its_name(engine: Engine) -> None:
    told: list[tuple[int, int]] = []
    assert engine.trend("粮食总产量", on_year=lambda done, total: told.append((done, total))).called == ""
    assert told == [(n, len(told)) for n in range(len(told))]
    assert engine.trend("油料总产量").called == "油料产量"
    assert engine.trend("稻谷总产量").points == ()


def test_a_span_is_kept_to_and_bad_ones_are_told(engine: Engine) -> None:
    assert {p.period for p in engine.trend("粮食总产量", first=2021, last=2022).points} == {"2021", "2022"}
    with pytest.raises(QuestionError, match="no years from 2023 to 2020"):
        engine.trend("粮食总产量", first=2023, last=2020)
    with pytest.raises(QuestionError, match="2021 years are more than the 120"):
        engine.trend("粮食总产量", first=4, last=2024)
    with pytest.raises(QuestionError, match="no report is about 白榆"):
        engine.trend("粮食总产量", place="白榆")
    with pytest.raises(QuestionError, match="the measure is empty"):
        engine.trend(" ")


def test_where_the_reports_are_about_several_places_one_must_be_named(store_folder: Path, encoder: LetterEncoder) -> None:
    with pytest.raises(QuestionError, match="name one with --place"):
        Engine.open(store_folder, encoder).trend("城镇新增就业")


def test_a_plot_is_drawn_into_a_file(trend: Trend, tmp_path: Path) -> None:
    plot_trend(trend, tmp_path / "trend.png")
    assert (tmp_path / "trend.png").read_bytes().startswith(b"\x89PNG")
    plot_trend(trend, tmp_path / "trend.svg")
    assert "粮食总产量" in (tmp_path / "trend.svg").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_drawn_into_is_told_before_any_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputFileError, match="no folder"):
        check_plot_file(tmp_path / "nowhere" / "trend.png")
    assert main(["trend", "--store", str(tmp_path / "none"), "粮食", "--plot", "trend.doc"]) == 1
    assert "cannot be drawn as .doc" in capsys.readouterr().err
