"""Values that an English report says came from somewhere: the new one is meant unless the old one or the move is asked for."""

from collections.abc import Iterator

import pytest

from app.choosing.chooser import confidence, load_chooser
from app.engine import Engine
from tests.small_engine import look_up, small_engine

_REPORT = [
    "# Quarrel Isles Budget Statement 2031",
    "",
    "I will raise the co-funding of rope courses from 55% to 75% of their cost.",
    "",
    "I will raise the duty on lamps by 10 cents a litre, to 30 cents a litre.",
    "",
    "The limit for berth registration falls from $400,000 of sales to $250,000.",
    "",
    "We will increase the pilot allowance and widows' pension ceiling to $320 and $1,250 respectively.",
    "",
    "For seal oil the tax will go up by 14 cents a cask; for fish oil it will go up by 9 cents a cask.",
    "",
    "The harbour tax will go up by 25 cents a cask.",
    "",
    "The share of spending on tidal and medical research will reach 12%.",
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from small_engine(tmp_path_factory, {"quarrel-isles-budget-2031.md": _REPORT})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What share of the cost of rope courses does the Quarrel Isles' 2031 budget pay?", "75%"),
        ("What share of the cost of rope courses did the Quarrel Isles pay before the change in the 2031 budget?", "55%"),
        ("By how many cents a litre did the Quarrel Isles raise the lamp duty in 2031?", "10 cents"),
        ("What will the limit for berth registration in the Quarrel Isles be under the 2031 budget?", "$250,000"),
        ("How high will the widows' pension ceiling in the Quarrel Isles be after the 2031 budget?", "$1,250"),
        ("How big a share of spending goes to tidal and medical research in the Quarrel Isles' 2031 budget?", "12%"),
    ],
)
def test_the_value_that_is_meant_is_told(engine: Engine, question: str, value: str) -> None:
    answer = engine.ask(question)
    assert answer.answer.split("[")[0].rpartition(": ")[2].strip() == value


def test_another_figure_of_the_same_sentence_is_no_rival(engine: Engine) -> None:
    found = look_up(engine, "By how many cents a cask did the Quarrel Isles' 2031 budget raise the tax on seal oil?")
    by_value = {int(c.candidate.figure.value): c for c in found.chosen if c.candidate.figure.unit == "cents"}
    best, beside, elsewhere = by_value[14], by_value[9], by_value[25]
    alone, with_beside, with_elsewhere = (
        confidence(chosen, load_chooser()) for chosen in ([best], [best, beside], [best, elsewhere])
    )
    assert with_elsewhere < alone
    assert with_beside == pytest.approx(alone)
