"""English questions on an invented budget: what is asked whether, two values of one sentence, years and ages, names, old and new values."""

from dataclasses import replace

import pytest

from app.choosing.defining import defines
from app.engine import Engine
from app.preferences.amount_asked import amount_asked
from index.definitions import asks_purpose, defined_name
from tests.small_engine import look_up

REPORTS = {
    "quarrel-isles-budget-2031.md": [
        "# Quarrel Isles Budget Statement 2031",
        "",
        "Of the total, Spending on Pilots accounts for $1.9 million or 23%, Other Spending for $2.7 million or 33%, and Spending on Locks for $2.1 million or 26%.",
        "",
        "As there are enough moorings for visitors, the Government will not sell any land for boathouses in 2031.",
        "",
        "We will sell land for about 900 square metres of workshops in 2031.",
        "",
        "The sailing credit will be up to 5% for pilots aged 60 to 64 and up to 3% for those aged 55 to 59.",
        "",
        "I will raise the matching caps by $1,000 each, to $4,000 for the first boat and $7,000 for the second boat.",
        "",
        "Provision for lighthouse upkeep takes up 44% of the total budget. The provision for lighthouse upkeep is $8.3 million, a rise of 12%.",
        "",
        "The stamp on rope deeds was abolished in 1998.",
        "",
        "The stamp was abolished on 13 types of deeds in the 2016 Budget.",
        "",
        "A new award will go to divers aged 30 and below.",
        "",
        "The Harbour Watch will guard the coast by night. There are more than 80 boats in the Harbour Watch.",
        "",
        "We will pilot a new scheme, called TideSTART, for young divers.",
        "",
        "The supply of berths is reduced from the 3,000 berths announced to 1,500 berths.",
        "",
        "Last year I projected a loss of $13 million for the fleet in FY2030. Our revised accounts show a profit of $1.6 million for the fleet in FY2030.",
        "",
        "Owners of barges worth $40,000 or less will not be affected by the barge levy.",
        "",
        "Ferry Pier Terminal 5 will be built at 6 metres above the water.",
        "",
        "The power of the tide mill was raised to 284 m.w. in 2030 as against the target of 264 m.w. for the tide mill.",
    ],
}  # fmt: skip


def _first(engine: Engine, question: str) -> str:
    return engine.ask(question).answer.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did the Quarrel Isles' 2031 budget sell any land for boathouses?", "No. Source: “As there are enough moorings"),
        ("Are owners of barges worth $40,000 or less affected by the barge levy?", "No. Source: “Owners of barges"),
        ("Did the Quarrel Isles spend more on pilots than on locks in the 2031 budget?", "No: "),
        ("Did the fleet of the Quarrel Isles end FY2030 with a loss as projected?", "No: profit of $1.6 million"),
        (
            "Was the power of the tide mill above the target in 2030, and by how much?",
            "Met: actual 284 m.w. [1], target 264 m.w. [1], above the target by 20 mw",
        ),
    ],
)
def test_what_is_asked_whether_is_decided(engine: Engine, question: str, told: str) -> None:
    assert told in _first(engine, question)


def test_what_nothing_decides_is_quoted(engine: Engine) -> None:
    answer = engine.ask("Will the sailing credit of the Quarrel Isles be paid to pilots aged 60 to 64?")
    assert answer.answer.endswith(
        "The sailing credit will be up to 5% for pilots aged 60 to 64 and up to 3% for those aged 55 to 59.[1]"
    )


def test_a_polite_question_asks_for_a_value(engine: Engine) -> None:
    told = _first(engine, "Could you tell me the matching cap for the second boat in the Quarrel Isles' 2031 budget?")
    assert "$7,000 [1]" in told


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("In the Quarrel Isles' 2031 budget, how much went to pilots and how much to locks?", ["$1.9 million", "$2.1 million"]),
        ("How high is the sailing credit for pilots aged 60 to 64 and for those aged 55 to 59?", ["5%", "3%"]),
        ("How high is the sailing credit for pilots aged 60 to 64?", ["5%"]),
        ("How high are the matching caps for the first and the second boat?", ["$4,000", "$7,000"]),
        ("How much was set aside for lighthouse upkeep in the Quarrel Isles' 2031 budget?", ["$8.3 million"]),
        ("How many berths are supplied in the Quarrel Isles after the cut?", ["1,500 berths"]),
    ],
)
def test_each_value_is_that_of_its_own_words(engine: Engine, question: str, values: list[str]) -> None:
    assert [f.text for f in engine.ask(question).figures if f.role == "answer"] == values


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "In which year did the Quarrel Isles abolish the stamp on rope deeds?",
            "The stamp on rope deeds was abolished in 1998.",
        ),
        ("Up to what age can divers get the new award?", "A new award will go to divers aged 30 and below."),
        ("What is the Harbour Watch?", "The Harbour Watch will guard the coast by night."),
        ("What is TideSTART?", "We will pilot a new scheme, called TideSTART, for young divers."),
    ],
)
def test_a_year_an_age_and_a_name_are_told_by_a_sentence(engine: Engine, question: str, sentence: str) -> None:
    assert sentence in engine.ask(question).answer


def test_a_bound_is_told_with_its_value(engine: Engine) -> None:
    assert "more than 80 boats [1]" in _first(engine, "How many boats are there in the Harbour Watch of the Quarrel Isles?")
    told = engine.ask("How high is the sailing credit for pilots aged 60 to 64 and for those aged 55 to 59?").answer
    assert "up to 5% [1]" in told


def test_metres_are_no_answer_to_how_many_things(engine: Engine) -> None:
    assert engine.ask("How many cranes does Ferry Pier have?").abstained


def test_a_name_is_asked_the_meaning_of() -> None:
    assert defined_name("What is the Fund for Boats (FFB)?") == "Fund for Boats"
    assert defined_name("What does Harbour Watch do?") == "Harbour Watch"
    assert [defined_name(q) for q in ("What is the Berth Levy?", "What was the toll?", "What is the GDP?")] == ["", "", ""]
    assert asks_purpose("What is TideSTART for?")
    assert not asks_purpose("What is TideSTART?")
    assert [defines("TideSTART", t) for t in ("TideSTART is an award.", "TideSTART trains divers.", "We fund TideSTART.")] == [
        "is",
        "does",
        "",
    ]


def test_an_amount_goes_before_a_share_that_fits_a_little_better(engine: Engine) -> None:
    found = look_up(engine, "How much was set aside for lighthouse upkeep in the Quarrel Isles' 2031 budget?")
    by_text = {c.candidate.figure.text: c for c in found.chosen}
    amount = by_text["$8.3 million"]
    share = replace(by_text["44%"], score=amount.score + 1)
    assert amount_asked(found.query, share, [share, amount]) is amount
    assert amount_asked(found.query, amount, [amount, share]) is None
