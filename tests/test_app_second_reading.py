"""A language model reads the likeliest figures once more: over a server of this machine that speaks the protocol of the real ones."""

import json
import logging
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.cli import main
from app.conversation.followup import read_follow_up
from app.engine import Engine
from app.second_reading.attached import Attached, open_reader
from app.second_reading.chat_reader import name_behind
from app.second_reading.errors import LanguageModelError
from app.second_reading.reader import Reading, reading_of, worded
from app.second_reading.rereading import reread
from app.second_reading.trial import EXAMPLES, try_reader
from index.encoders import LanguageModelChoice
from index.model_choices import read_choices
from tests.chat_server import chat_server
from tests.small_engine import look_up, small_engine

REPORT = [
    "2032年砚溪县人民政府工作报告",
    "一、2031年工作回顾",
    "全年改造渡口40处，疏浚航道52公里，新添渡船17艘。",
    "全年培训船工310人次。",
]
QUESTION = "2031年砚溪县改造渡口多少处？"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, {"2032年砚溪县人民政府工作报告.txt": REPORT})


def knows(question: str, _shown: str, figure: str) -> float:
    """Say yes to what answers the questions of the trial and to 渡口, no to all else."""
    return 0.9 if any((question, figure) == (e.question, e.answers) for e in EXAMPLES) or figure == "40处" else 0.2


def choice(address: str) -> LanguageModelChoice:
    return LanguageModelChoice(address, "tiny", 0.0, 1.0)


class Says:
    """A reader that says yes to some figures and no to all others."""

    def __init__(self, *yes: str) -> None:
        self.yes, self.asked = yes, list[tuple[str, tuple[str, ...]]]()

    def odds(self, question: str, readings: Sequence[Reading]) -> list[float]:
        self.asked.append((question, tuple(r.figure for r in readings)))
        return [4.0 if r.figure in self.yes else -4.0 for r in readings]


def test_the_odds_are_those_of_yes_against_no() -> None:
    readings = [Reading("报告", "", "改造渡口40处，航道52公里。", figure) for figure in ("40处", "52公里")]
    with chat_server(knows) as address:
        assert name_behind(address) == "tiny"
        odds = open_reader(choice(address)).odds("改造渡口多少处？", readings)
        assert odds == pytest.approx([math.log(0.9 / 0.1), math.log(0.2 / 0.8)], abs=1e-3)
        # In the measure of the trial: so far from its middle, in its spreads.
        measured = LanguageModelChoice(address, "tiny", middle=1.0, spread=2.0)
        assert open_reader(measured).odds("改造渡口多少处？", readings) == pytest.approx([(o - 1.0) / 2.0 for o in odds])


def test_of_a_server_without_probabilities_the_word_counts() -> None:
    readings = [Reading("报告", "回顾", "改造渡口40处，航道52公里。", figure) for figure in ("40处", "52公里")]
    with chat_server(knows, probabilities=False) as address:
        assert open_reader(choice(address)).odds("改造渡口多少处？", readings) == [2.0, -2.0]


def test_a_model_is_tried_and_one_that_guesses_is_refused() -> None:
    seen = []
    with chat_server(knows) as address:
        trial = try_reader(open_reader(choice(address)), on_example=lambda done, total: seen.append((done, total)))
    assert trial.told == 1.0
    assert trial.middle == pytest.approx((math.log(9) - math.log(4)) / 2, abs=1e-3)
    assert seen[-1] == (len(EXAMPLES), len(EXAMPLES))
    with (
        chat_server(lambda *_: 0.5) as address,
        pytest.raises(LanguageModelError, match=r"told 50% of the pairs .* apart .* 75% are needed: choose a larger one"),
    ):
        try_reader(open_reader(choice(address)))


def test_every_example_of_the_trial_shows_its_figures() -> None:
    for example in EXAMPLES:
        assert all(figure in example.text for figure in (example.answers, *example.others))


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(
        LanguageModelError, match=r"^http://127\.0\.0\.1:9/v1: no language model answers there .*start its server"
    ):
        name_behind("http://127.0.0.1:9/v1")
    with pytest.raises(LanguageModelError, match="does not answer"):
        open_reader(choice("http://127.0.0.1:9/v1")).odds("多少？", [Reading("报告", "", "40处", "40处")])
    with chat_server(knows, names=()) as address, pytest.raises(LanguageModelError, match="serves no model"):
        name_behind(address)


def test_a_yes_makes_sure_and_a_no_refuses(engine: Engine) -> None:
    found = look_up(engine, QUESTION)
    assert found.chosen[0].candidate.figure.text == "40处"
    confirmed, refused = reread(Says("40处"), QUESTION, found), reread(Says(), QUESTION, found)
    assert confirmed.chosen[0].candidate.figure.text == refused.chosen[0].candidate.figure.text == "40处"
    assert refused.confidence < found.confidence < confirmed.confidence


def test_another_figure_goes_first_where_the_reader_is_for_it(engine: Engine) -> None:
    found = look_up(engine, "2031年砚溪县搞了多少？")
    first = found.chosen[0].candidate.figure.text
    others = [c.candidate.figure.text for c in found.chosen if c.candidate.figure.text != first]
    reader = Says(others[0])
    again = reread(reader, "2031年砚溪县搞了多少？", found)
    assert again.chosen[0].candidate.figure.text == others[0]
    assert {c.candidate.figure.text for c in again.chosen} == {c.candidate.figure.text for c in found.chosen}
    # The likeliest first, and the others as it says no to that: each value once, four at most.
    assert [question for question, _ in reader.asked] == ["2031年砚溪县搞了多少？"] * 2
    figures = [figure for _, asked in reader.asked for figure in asked]
    assert figures[0] == first
    assert len(set(figures)) == len(figures) <= 4


def test_where_no_other_could_go_before_it_one_figure_is_read(engine: Engine) -> None:
    reader = Says("40处")
    reread(reader, QUESTION, look_up(engine, QUESTION))
    assert reader.asked == [(QUESTION, ("40处",))]


def test_what_contradicts_the_question_stays_refused(engine: Engine) -> None:
    found = look_up(engine, "2031年砚溪县城镇居民存款多少亿元？")
    assert reread(Says("40处", "52公里", "17艘", "310人次"), "", found).confidence == 0.0


def test_a_figure_is_shown_in_its_sentence_under_what_stands_above_it(engine: Engine) -> None:
    shown = reading_of(look_up(engine, QUESTION).chosen[0])
    assert shown == Reading(
        "2032年砚溪县人民政府工作报告", "一、2031年工作回顾", "全年改造渡口40处，疏浚航道52公里，新添渡船17艘。", "40处"
    )


def test_a_question_is_read_behind_the_one_that_it_follows_up(engine: Engine) -> None:
    query = look_up(engine, QUESTION).query
    assert worded(query) == QUESTION
    followed = read_follow_up("航道呢？", (QUESTION,), engine.catalogue())
    assert worded(followed) == f"{QUESTION} 接着问：航道呢？"


def test_the_cells_of_tables_are_not_read_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = [
        "# 砚溪县2031年统计公报",
        "",
        "| 指标 | 2030年 | 2031年 |",
        "|---|--:|--:|",
        "| 改造渡口（处） | 36 | 40 |",
        "| 疏浚航道（公里） | 48 | 52 |",
    ]
    for opened in small_engine(tmp_path_factory, {"砚溪县2031年统计公报.md": lines}):
        found = look_up(opened, QUESTION)
        assert found.chosen[0].candidate.figure.text == "40"
        reader = Says("36")
        assert reread(reader, QUESTION, found) is found
        assert not reader.asked


def test_an_answer_is_not_lost_with_the_model(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    opened = []

    def _opens(asked: LanguageModelChoice) -> Says:
        opened.append(asked)
        raise LanguageModelError("gone")

    attached = Attached(choice("http://nowhere/v1"), _opens)
    found = look_up(engine, QUESTION)
    with caplog.at_level(logging.WARNING):
        assert attached(found.query, found) is found
        assert attached(found.query, found) is found
    # Asked once: while it is silent nobody waits for it again.
    assert len(opened) == 1
    assert [r.message for r in caplog.records] == ["answering goes on without the language model of http://nowhere/v1: gone"]


def test_the_verb_attaches_a_model_that_answers_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store")
    (tmp_path / "2032年砚溪县人民政府工作报告.txt").write_text("\n".join(REPORT), encoding="utf-8")
    assert main(["ingest", "--store", store, str(tmp_path / "2032年砚溪县人民政府工作报告.txt")]) == 0
    asked: list[str] = []

    def says(question: str, text: str, figure: str) -> float:
        asked.append(figure)
        return knows(question, text, figure)

    with chat_server(says) as address:
        capsys.readouterr()
        assert main(["model", "--store", store, "--llm", address]) == 0
        told = capsys.readouterr()
        assert told.out.splitlines()[-1] == f"llm       tiny at {address}"
        assert told.err.splitlines()[-1] == "tiny: told 100% of the pairs of the trial apart"
        asked.clear()
        assert main(["ask", "--store", store, "--json", QUESTION]) == 0
        assert json.loads(capsys.readouterr().out)["figures"][0]["text"] == "40处"
        assert asked[0] == "40处"
        asked.clear()
        assert main(["ask", "--store", store, "--json", "2031年砚溪县疏浚航道多少公里？"]) == 0
        # It says no to that.
        assert json.loads(capsys.readouterr().out)["abstained"]
        assert "52公里" in asked
    kept = read_choices(Path(store)).language_model
    assert kept is not None and (kept.address, kept.name) == (address, "tiny")
    assert main(["model", "--store", store, "--llm", "none"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "llm       none"
    assert main(["ask", "--store", store, "--json", "2031年砚溪县疏浚航道多少公里？"]) == 0
    assert json.loads(capsys.readouterr().out)["figures"][0]["text"] == "52公里"


def test_a_name_alone_needs_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("\n".join(REPORT), encoding="utf-8")
    assert main(["ingest", "--store", str(tmp_path / "s"), str(tmp_path / "a.txt")]) == 0
    assert main(["model", "--store", str(tmp_path / "s"), "--llm-name", "tiny"]) == 2
    assert "write --llm ADDRESS (http://localhost:8080/v1), or --llm none" in capsys.readouterr().err


def test_what_has_to_be_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langchain_openai.chat_models.base", None)
    with pytest.raises(LanguageModelError, match=r"needs langchain-openai, which is not installed; install it with: make llm"):
        open_reader(choice("http://127.0.0.1:9/v1"))
