"""In an English speech a question for what a scheme costs is answered by its cost, and one for how far a value rose by its rise."""

import pytest

from app.engine import Engine
from corpus.figures.english_way import comes_from
from corpus.pointing_back import points_back

REPORTS = {
    "rivermark-budget-2031.md": (
        "# Rivermark Budget 2031",
        "",
        "## Ferries",
        "",
        "I will give a ferry rebate of $45 to every pensioner on the islands, so that they can visit their families more often.",
        "",
        "The rebate costs the island treasury $12 million.",
        "",
        "## Lamps",
        "",
        "The council will reduce the lamp licences from the 300 lamps first announced to 200 lamps.",
    ),
}


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How much is the ferry rebate that every pensioner on the islands gets?", ["$45"]),
    ],
)
def test_the_sum_that_plays_the_part_asked_for(engine: Engine, question: str, figures: list[str]) -> None:
    assert [f.text for f in engine.ask(question).figures if f.role == "answer"] == figures


@pytest.mark.parametrize(
    ("lead", "after", "first"),
    [
        ("The council will reduce licences from the ", " lamps first announced to 200 lamps.", True),
        ("We raise the toll from a maximum of ", " per lorry to $9 per lorry.", True),
        ("We had gifts from ", " people, who gave 200 lamps.", False),
        ("We spent ", " on lamps, down to 20 lamps.", False),
    ],
)
def test_the_first_value_of_a_way_with_words_between(lead: str, after: str, first: bool) -> None:
    assert comes_from(lead, after) is first


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("This will cost $80 million.", True),
        ("I have set aside $9 million for this fund.", True),
        ("Of these, 40 will be rebuilt.", True),
        ("They will receive $30 each.", True),
        ("This year, we will build 40 piers.", False),
        ("It is estimated that 40 piers are closed.", False),
        ("The ferries carried 900 people.", False),
    ],
)
def test_a_sentence_that_points_back(sentence: str, back: bool) -> None:
    assert points_back(sentence) is back
