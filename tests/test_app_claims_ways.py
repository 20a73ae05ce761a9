"""Claims and questions of which way something went, where no number stands."""

from collections.abc import Iterator

import pytest

from app.engine import Engine
from app.errors import QuestionError
from tests.small_engine import small_engine

REPORT = [
    "2024年青岚县政府工作报告",
    "一、2023年工作回顾",
    "过去一年，我们重拳整治渡口秩序，沉船事故起数明显下降，群众出行更加安全。",
    "信访总量下降18.4%，登记船舶增加到320艘。旅游收入由降转升。",
    "二、2024年工作安排",
    "优化航线布局，推动船票价格下降，确保货运量增长。",
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, {"2024年青岚县政府工作报告.txt": REPORT})


@pytest.mark.parametrize(
    ("claim", "verdict", "right"),
    [
        ("2023年青岚县沉船事故起数上升。", "wrong_direction", "下降"),
        ("2023年青岚县沉船事故起数下降了。", "consistent", None),
        ("2023年青岚县信访总量上升。", "wrong_direction", "下降"),
        ("2023年青岚县旅游收入减少。", "wrong_direction", "上升"),
        # What is wanted for next year did not come about.
        ("2023年青岚县船票价格下降。", "not_found", None),
        ("2023年青岚县茶叶产量增长。", "not_found", None),
    ],
)
def test_a_claimed_way_is_held_against_what_is_told(engine: Engine, claim: str, verdict: str, right: str | None) -> None:
    [told] = engine.check(claim).claims
    [figure] = told.figures
    assert (figure.verdict, figure.correct.text if figure.correct else None) == (verdict, right)
    assert claim[figure.start : figure.end] == figure.text
    assert bool(figure.citations) == (verdict != "not_found")


def test_what_the_source_says_is_marked_where_it_stands(engine: Engine) -> None:
    checked = engine.check("2023年青岚县沉船事故起数上升。")
    place, citation = checked.claims[0].figures[0].places[0], checked.citations[0]
    assert citation.quote[place.start - citation.start : place.end - citation.start] == "下降"


def test_figures_and_ways_are_told_in_the_order_of_the_text(engine: Engine) -> None:
    checked = engine.check("2023年青岚县登记船舶320艘。2023年沉船事故起数上升。")
    assert [c.figures[0].verdict for c in checked.claims] == ["consistent", "wrong_direction"]
    assert checked.verdict == "refuted"


@pytest.mark.parametrize("text", ["青岚县旅游水平不断提高。", "渡口秩序好转。", "2023年干部能力不断提升。"])
def test_what_is_no_statistic_is_no_claim(engine: Engine, text: str) -> None:
    with pytest.raises(QuestionError, match="no figure"):
        engine.check(text)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("2023年青岚县沉船事故起数是上升还是下降？", "下降：沉船事故起数明显下降[1]"),
        ("2023年青岚县沉船事故起数上升了吗？", "否：沉船事故起数明显下降[1]"),
        ("2023年青岚县信访总量是涨了还是跌了？", "下跌：信访总量下降18.4%[1]"),
    ],
)
def test_which_way_is_answered_in_the_words_of_the_report(engine: Engine, question: str, first: str) -> None:
    assert engine.ask(question).answer.startswith(first)


def test_what_is_wanted_is_no_answer_to_what_came_about(engine: Engine) -> None:
    assert not engine.ask("2023年青岚县船票价格下降了吗？").answer.startswith(("是", "否"))
