import pytest

from app.web.ask.feedback import Said, read_said, to_feedback
from app.web.ask.talk import drop_also
from app.web.ask.turn import Turn
from app.web.request import Again, Sought, read_again, read_sought
from app.web.words.word import Word
from index.feedback import Cited, Feedback
from index.scope import Scope
from tests.fake_engine import ABSTAINED, SCRIPT

QUESTION, ANSWER = next(iter(SCRIPT.items()))
VISIT = "k3j9x0a1b2"


def test_what_is_kept_is_the_question_its_history_the_answer_and_the_passages() -> None:
    turns = (Turn("坏了", error=Word("错", "x")), Turn("前一问", ABSTAINED), Turn(QUESTION, ANSWER))
    kept = to_feedback(turns, Said(VISIT, 3, "down", "应是1.18万人"))
    assert kept is not None
    cited = tuple(Cited(c.report, c.start, c.end, c.hash) for c in ANSWER.citations)
    assert kept.feedback == Feedback(f"{VISIT}/3", "down", "应是1.18万人", QUESTION, ("前一问",), ANSWER.answer, False, cited)
    assert kept.turns == (*turns[:2], Turn(QUESTION, ANSWER, verdict="down"))


@pytest.mark.parametrize(
    "said", [Said("", 1, "up", ""), Said(VISIT, 0, "up", ""), Said(VISIT, 2, "up", ""), Said(VISIT, -1, "up", "")]
)
def test_what_is_about_no_answer_of_the_conversation_is_not_kept(said: Said) -> None:
    assert to_feedback((Turn("坏了", error=Word("错", "x")),), said) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"visit": VISIT, "turn": 2, "verdict": "up", "note": " 好 "}, Said(VISIT, 2, "up", "好")),
        ({"visit": "../../etc", "turn": "2", "verdict": "fine", "note": ["x"]}, Said("", 0, "", "")),
        ({"visit": VISIT, "turn": 1, "verdict": "down", "note": "长" * 3000}, Said(VISIT, 1, "down", "长" * 2000)),
        (None, Said("", 0, "", "")),
    ],
)
def test_what_a_browser_says_of_an_answer_is_checked(data: object, said: Said) -> None:
    assert read_said(data) == said


@pytest.mark.parametrize(
    ("data", "again"),
    [
        ({"again": 2, "kind": "years", "values": ["2022", "2023", "x", "99999", "²"]}, Again(2, Scope(years=(2022, 2023)))),
        ({"again": 1, "kind": "places", "values": ["青岚县", 3]}, Again(1, Scope(places=("青岚县",)))),
        ({"again": True, "kind": "widened", "values": ["1"]}, Again(0, Scope())),
        ("again", Again(0, Scope())),
    ],
)
def test_what_is_taken_off_the_scope_is_checked(data: object, again: Again) -> None:
    assert read_again(data) == again


def test_what_was_taken_off_before_stays_off() -> None:
    turn = Turn("问", ANSWER, dropped=Scope(years=(2022,), types=("公报",)))
    assert drop_also(turn, Scope(places=("青岚县",))) == Scope(years=(2022,), places=("青岚县",), types=("公报",))


def test_a_query_and_its_facets_are_checked() -> None:
    facets = {"year": ["2023", 2024, "x"], "place": ["青岚县"], "type": "公报"}
    assert read_sought({"text": " 就业 ", "reports": ["a", 1], "facets": facets}) == Sought(
        "就业", ("a",), (2023,), ("青岚县",), ()
    )
    assert read_sought([]) == Sought("", (), (), (), ())
