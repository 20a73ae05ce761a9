"""What an English figure takes from the words before it: whose verb, whose noun, whose year."""

import pytest

from corpus.figures.english import english_figures
from corpus.figures.period import Setting
from index.unit_classes import class_of_unit

_SETTING = Setting(report_year=2031)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Work on piers takes up 17% of the total, and ropes 21%.", ["Work on piers as a share of total", "ropes"]),
        ("Some 630 pilots joined, of whom 410 stayed on.", ["pilots", "pilots stayed on"]),
        (
            "The richest paid 9% of the dues and received 4% of the gifts.",
            ["richest as a share of dues", "richest as a share of gifts"],
        ),
        ("We slowed down the rise in berth fees, but it was still high – 4,600.", ["rise in berth fees"]),
        ("Madam Chair, the rope trade grew by a solid 6.4%.", ["rope trade"]),
        ("We raise the berth limit from the present average size of $19, to $24.", ["berth limit", "berth limit"]),
        ("Pilots hold 3% of posts, and we aim to reach 5% by 2035.", ["Pilots as a share of posts", "Pilots"]),
        ("Piers and ropes will cost $4 and $9 respectively.", ["Piers", "ropes"]),
    ],
)
def test_what_a_clause_leaves_out_is_taken_from_the_one_before(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in english_figures(text, _SETTING)] == subjects


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # A way has the year that it ends in, not that it begins in.
        ("The quota is cut from 41% to 38% on 1 January 2032, and to 35% on 1 January 2033.", ["", "2032", "2033"]),
        ("Berths grew at an average of 6% over the FY 19-23 period.", ["2019-2023"]),
        ("There were 54 berths in use (2029: 28).", ["", "2029"]),
        ("Raises of $4 and $6 in 2032 and 2033 respectively are paid.", ["2032", "2033"]),
        ("Pilots hold 3% of posts, and we aim to reach 5% by 2035.", ["", "2035"]),
    ],
)
def test_years_stay_with_their_values(text: str, periods: list[str]) -> None:
    assert [f.period for f in english_figures(text, _SETTING)] == periods


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("This is a $2.6 billion increase from the $0.7 billion forecast.", ["change", "level"]),
        ("We can grow at a mean pace of about 2% a year.", ["growth"]),
        ("Work on piers takes up 17% of the total, and ropes 21%.", ["share", "share"]),
    ],
)
def test_a_move_is_told_from_a_value(text: str, kinds: list[str]) -> None:
    assert [f.kind for f in english_figures(text, _SETTING)] == kinds


def test_money_is_told_in_pence_and_in_currencies_of_many_names() -> None:
    figures = english_figures(
        "A dividend of 6.4p a share is paid. Sales reached 23.8 billion crowns, and the fine is 300 yen.", _SETTING
    )
    assert [(f.unit, class_of_unit(f.unit)) for f in figures] == [("pence", "money"), ("crowns", "money"), ("yen", "money")]
