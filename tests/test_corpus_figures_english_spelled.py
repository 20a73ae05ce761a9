from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.claims.reading import read_claims
from corpus.figures.english import english_figures
from corpus.figures.english_spelled import as_spelled, in_digits
from corpus.figures.period import Setting


@pytest.mark.parametrize(
    ("spelled", "digits"),
    [
        ("The clinic got one hundred and seventy thousand dollars.", "The clinic got $170 thousand."),
        ("It cost two million dollars and twenty-five thousand hours.", "It cost $2 million and 25 thousand hours."),
        ("About one-sixth of the grants went abroad.", "About 16.67% of the grants went abroad."),
        ("The boats use three-tenths less fuel.", "The boats use 30% less fuel."),
        ("More than half of the pupils walk, a quarter of them cycle.", "More than 50% of the pupils walk, 25% of them cycle."),
        ("The levy would be two cents on the dollar.", "The levy would be 2%."),
        ("Fourteen of the 90 teams won.", "14 of the 90 teams won."),
        ("Two of the 90 teams won in the third quarter.", "Two of the 90 teams won in the third quarter."),
        ("In a quarter, three teams won.", "In a quarter, 3 teams won."),
    ],
)
def test_spelled_numbers_are_written_in_digits(spelled: str, digits: str) -> None:
    assert in_digits(spelled).text == digits


def test_a_figure_stands_where_it_is_spelled() -> None:
    text = "Of one hundred and twenty teams, two-thirds of the juniors and 40% of the seniors won."
    rewritten = in_digits(text)
    read = [as_spelled(f, rewritten, text) for f in english_figures(rewritten.text)]
    assert [(f.text, f.value, f.unit) for f in read] == [
        ("one hundred and twenty", Decimal(120), "teams"),
        ("two-thirds", Decimal("66.67"), "%"),
        ("40%", Decimal(40), "%"),
    ]
    assert [text[f.start : f.end] for f in read] == [f.text for f in read]


@given(st.text(alphabet="abehnortuw -.,0123", max_size=60))
def test_what_is_not_spelled_stays_where_it_is(text: str) -> None:
    rewritten = in_digits(text)
    at = 0
    for start, end, was, ended in rewritten.replaced:
        assert rewritten.text[at:start].endswith(text[max(0, was - (start - at)) : was])
        at = end
        assert was < ended <= len(text)


def test_a_claim_reads_what_it_spells() -> None:
    [sentence] = read_claims("In 1998, the port spent forty thousand dollars.", [])
    assert [(c.figure.text, c.figure.value, c.figure.unit) for c in sentence.figures] == [
        ("forty thousand dollars", Decimal(40000), "$")
    ]


def test_the_parts_that_a_report_tells_in_words_are_read() -> None:
    text = "We spent two-thirds of the fund. A third year passed."
    assert [(f.text, f.value, f.subject) for f in english_figures(text)] == [("two-thirds", Decimal("66.67"), "fund")]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Half a million dollars went to the two piers.", [("Half a million", Decimal(500_000), "dollars")]),
        ("One in eight boatmen is old, and a third of the crews are women.", [("One in eight", Decimal("12.5"), "%"), ("a third", Decimal("33.33"), "%")]),
        ("The levy rises by two percentage points.", [("two percentage points", Decimal(2), "百分点")]),
        ("We will open about 30 Harbour Service Offices and support 12 PCRs.", [("30", Decimal(30), "Offices"), ("12", Decimal(12), "PCRs")]),
        ("In the second half of 2031 three measures began; twenty years ago there was one.", []),
    ],
)  # fmt: skip
def test_a_report_is_read_with_what_it_spells(text: str, read: list[tuple[str, Decimal, str]]) -> None:
    assert [(f.text, f.value, f.unit) for f in english_figures(text)] == read


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("From 2031 to 2033 the ferries carried 12,000, 14,000 and 15,500 people.", ["2031", "2032", "2033"]),
        ("Between 2031 and 2036 the port built 30 cranes and 20 sheds.", ["2031-2036", "2031-2036"]),
        ("There were 620 units in June this year as compared with 480 units in June last year.", ["2031", "2030"]),
    ],
)
def test_each_value_has_its_own_year(text: str, periods: list[str]) -> None:
    assert [f.period for f in english_figures(text, Setting(now=2031, report_year=2032))] == periods


def test_where_a_rate_arrives_is_of_its_unit() -> None:
    text = "The birth rate was 41.3 per thousand and has gone down to 33.5 last year."
    assert [(f.value, f.unit) for f in english_figures(text)] == [(Decimal("41.3"), "‰"), (Decimal("33.5"), "‰")]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The line has 90 boats in seven ports.", ["90", "seven"]),
        ("The limit goes from three litres to two litres.", ["three", "two"]),
        ("The new seed gives four times as much rice per acre.", ["four times"]),
        # What orders a speech is no count, nor is only time, nor what was told of before.
        ("There are three key thrusts and two reasons.", []),
        ("The scheme ran for five years.", []),
        ("The two piers stay open.", []),
    ],
)
def test_small_counts_and_multiples_are_figures(text: str, read: list[str]) -> None:
    figures = english_figures(text, Setting("other", 2033))
    assert [(f.text if f.unit == "times" or " " not in f.text else f.text.split()[0]) for f in figures] == [
        r if "times" not in r else r.split()[0] for r in read
    ]
