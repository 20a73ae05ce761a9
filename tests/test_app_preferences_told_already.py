import pytest

from app.engine import Engine
from tests.small_engine import look_up

TEXT = (
    "Northland Budget 2024",
    "A house with an annual value of $150,000 will see an increase in property tax of $5,120 per year.",
    "Mdm Tan is 69.",
)

REPORTS = {"northland-budget-2024.txt": TEXT}


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How much property tax will a house with an annual value of $150,000 see?", "$5,120 per year"),
        ("What annual value has the house that will see $5,120 more property tax?", "$150,000"),
    ],
)
def test_what_a_question_tells_is_no_answer(engine: Engine, question: str, text: str) -> None:
    assert look_up(engine, question).chosen[0].candidate.figure.text == text
