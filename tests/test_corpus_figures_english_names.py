"""Numbers that are names, short forms that end no sentence, and lists on lines of their own."""

import pytest

from corpus.figures.english import english_figures
from corpus.figures.english_names import is_of_name
from corpus.figures.period import Setting
from corpus.passages import split_passages
from corpus.sections import split_sections
from corpus.sentences import breaks_off, split_sentences
from tests.line_documents import document_of

_SETTING = Setting(report_year=2031)
_LISTED = "Spending on ropes rose from\n\n$4 million in 2028 to\n\n$6 million in 2029,\n\n$7 million in 2030, and\n\n$9 million in 2031."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harrow Harbour Terminal 4 will be built at 6 metres above the water.", ["6"]),
        ("Phases 2 and 3 were opened, as annex 4 tells, for 60 boats.", ["60"]),
        ("Under Vision 32 the port takes route 66 and chapter 3 sets out 8 rules.", ["8"]),
        # What is done is no name.
        ("The school will train 40 pilots and issue 30 licences.", ["40", "30"]),
        ("In Harrow 60 boats were built.", ["60"]),
        ("The route 45 kilometres long has 12 locks.", ["45", "12"]),
    ],
)
def test_a_number_that_is_part_of_a_name_is_no_value(text: str, told: list[str]) -> None:
    assert [f.text for f in english_figures(text, _SETTING)] == told


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert not is_of_name("About ", "40", "")
    assert is_of_name("We moved to Terminal ", "4", "boats")


def test_a_short_form_ends_no_sentence() -> None:
    text = "Power grew from 40 m.w. in use to approx. 60. By 5 p.m. the U.S. fleet left. It was No. 4 in Fig. 2. Mr. Hale sailed."
    assert [text[a:b] for a, b in split_sentences(text)] == [
        "Power grew from 40 m.w. in use to approx. 60.",
        "By 5 p.m. the U.S. fleet left.",
        "It was No. 4 in Fig. 2.",
        "Mr. Hale sailed.",
    ]


def test_dotted_units_are_units() -> None:
    text = "The tide power was raised from 40 m.w. in 2029 to 60 mw, in 2030 and to 75 m.w. by the end of this year."
    read = [(f.text, f.unit, f.period, f.subject) for f in english_figures(text, _SETTING)]
    assert read == [
        ("40 m.w.", "mw", "2029", "tide power"),
        ("60", "mw", "2030", "tide power"),
        ("75 m.w.", "mw", "2031", "tide power"),
    ]


def test_a_list_on_lines_of_its_own_is_one_sentence_with_its_years() -> None:
    read = [(f.text, f.period, f.subject) for f in english_figures(_LISTED, _SETTING)]
    assert read == [
        ("$4 million", "2028", "Spending on ropes"),
        ("$6 million", "2029", "Spending on ropes"),
        ("$7 million", "2030", "Spending on ropes"),
        ("$9 million", "2031", "Spending on ropes"),
    ]
    assert breaks_off("to\n\n$4", 2, 4)
    assert not breaks_off("Ropes\n\n4 boats", 5, 7)


def test_no_passage_ends_inside_a_list_on_lines_of_its_own() -> None:
    """Though the text before it fills a passage."""
    before = "The port and its ropes were spoken of at length in the year under review by all of those who came to it. " * 3
    document = document_of(f"{before}{_LISTED}".split("\n"))
    passages = split_passages(document, split_sections(document))
    assert [p.text for p in passages if "$6" in p.text] == [p.text for p in passages if "$4" in p.text]


@pytest.mark.parametrize(
    ("led", "text", "subject"),
    [
        ("The rope trade rebounded in 2030.", "It grew by 8%, one of the fastest rates.", "rope trade"),
        ("Members will recall that in 2029, the first full year, the number of boats was 3,865.", "The number rose, and by 2030 has reached 6,249.", "number of boats"),
        # Of something else.
        ("The number of boats was 3,865.", "The number of piers has reached 62.", "number of piers"),
    ],
)  # fmt: skip
def test_what_the_paragraph_before_was_about_is_gone_on_about(led: str, text: str, subject: str) -> None:
    assert english_figures(text, _SETTING, led=led)[0].subject == subject


def test_what_is_recalled_is_no_plan() -> None:
    read = english_figures("Members will recall that the fleet cost $38 million.", _SETTING)
    assert [(f.status, f.subject) for f in read] == [("actual", "fleet")]


def test_an_age_behind_a_value_tells_it_from_its_neighbour() -> None:
    text = "The credit will be up to 5% for pilots aged 60 to 64 and up to 3% for those aged 55 to 59."
    assert [f.subject for f in english_figures(text, _SETTING)] == [
        "credit for pilots aged 60 to 64",
        "credit for those aged 55 to 59",
    ]


def test_what_stands_behind_a_number_is_not_of_the_next() -> None:
    text = "With a new 25 m.w. mill and small wheels, the tide power has been raised from 40 m.w. to 60 m.w."
    assert [f.subject for f in english_figures(text, _SETTING)][1:] == ["tide power", "tide power"]
