"""What an English sentence is about often stands in the one before it, in the passage before its own."""

from dataclasses import replace

from app.choosing.sentences import sentences_of, stretches_of
from app.engine import Engine
from tests.small_engine import look_up

_FILLED = "The harbour is old and its keepers have long asked for more hands, more boats and more light along the whole of the northern coast."
REPORTS = {
    "harbour-statement-2031.md": [
        "# Harbour Statement 2031",
        "",
        f"{_FILLED} We will give every lighthouse keeper a rebate on the lantern levy for the coming winter and the spring after it.",
        "",
        "The rebate will cost the harbour $7 million. Piers were painted by 12 volunteers.",
    ]
}


def test_a_sentence_is_read_with_the_one_before_it_in_the_passage_before(engine: Engine) -> None:
    found = look_up(engine, "How much will the lighthouse keepers' rebate on the lantern levy cost?")
    (costs,) = (s for s in sentences_of(found.ranked) if s.text.startswith("The rebate"))
    assert costs.start == costs.ranked.passage.start
    assert "lantern levy" in costs.stretch.around.text
    assert found.chosen[0].candidate.figure.text == "$7 million"


def test_a_heading_that_only_counts_and_what_a_report_is_called_are_not_read_with_a_sentence(engine: Engine) -> None:
    found = look_up(engine, "How many volunteers painted the piers?")
    passage = replace(found.ranked[0].passage, title="Annual Report of Lantern Bay", section=("Part 2", "第三部分", "Piers"))
    around = stretches_of(passage)[0].around.text
    assert "Lantern Bay" in around
    assert "Piers" in around
    assert not [heading for heading in ("Annual Report", "Part 2", "第三部分") if heading in around]


def test_the_second_sentence_of_a_passage_is_read_with_the_first(engine: Engine) -> None:
    found = look_up(engine, "How many volunteers painted the piers?")
    (painted,) = (s for s in sentences_of(found.ranked) if s.text.startswith("Piers"))
    assert "The rebate will cost" in painted.stretch.around.text
