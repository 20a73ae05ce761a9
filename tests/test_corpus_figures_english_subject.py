import pytest

from corpus.figures.english import english_figures
from corpus.figures.period import Setting

_SETTING = Setting(report_year=2030)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # What is changed by a number, or to it.
        ("We will top up the Harbour Fund by $250 million.", ["Harbour Fund"]),
        ("I will raise the bridge toll from $5 to $8.", ["bridge toll", "bridge toll"]),
        ("The duty on lamps will be reduced to 10%.", ["duty on lamps"]),
        ("The rise in duties will increase revenues by $15 million.", ["revenues, rise in duties"]),
        # The verb of the figure before, and accounts that are none.
        ("Piers account for $3 million, Other Works for $2 million.", ["Piers", "Other Works"]),
        ("Of this, $5 million will be allocated to QRS.", ["QRS"]),
        # What it is an amount of, or a quality of.
        ("We expect a budget deficit of $3.5 billion, or 0.7% of GDP.", ["budget deficit", "budget deficit as a share of GDP"]),
        ("I will introduce a $1.1 billion Jubilee Bonus.", ["Jubilee Bonus"]),
        ("We grant a 30% road tax rebate for taxis.", ["road tax rebate for taxis"]),
        # Whose verb stands before it.
        ("Overall, the package will cost over $8 billion.", ["package"]),
        ("We estimate that the total expected draw will be $40 billion.", ["total expected draw"]),
        ("Lantern makers numbered 40 thousand.", ["Lantern makers"]),
        ("Repaired piers measured 12 kilometres.", ["Repaired piers"]),
        ("Lamps sold at fairs totalled 640.", ["Lamps"]),
        ("Lamp makers' pay awards average 3.5 per cent.", ["Lamp makers' pay awards"]),
        ("Tolls equalled 4 per cent of gross island product.", ["Tolls as a share of gross island product"]),
        # What is counted, and by whom.
        ("Around 76,000 new placements were found.", ["placements"]),
        ("The scheme has helped more than 300 companies.", ["companies, scheme"]),
        ("The number of students has increased from 400 to 800 students.", ["number of students", "number of students"]),
        # What we did it for.
        ("Last year, we attracted $8.3 billion in fixed asset investment.", ["fixed asset investment"]),
        ("The Government spent $1 billion on the preschool sector.", ["preschool sector"]),
        ("We will set aside $7 billion in this year's Budget for the Lantern Fund.", ["Lantern Fund"]),
        ("I will set aside $30 million to be lent with partners for a Ferry Platform.", ["Ferry Platform"]),
        ("A sum of $4 million or 12% of the vote is for the lamp scheme.", ["lamp scheme", "vote"]),
        ("The Ministry will spend $20 million over five years on new libraries.", ["new libraries"]),
        ("A sum of $12 million has been set aside for the new bridge.", ["new bridge"]),
        # A verb that goes for two, a clause that goes on.
        ("Mills grew by some 11% and the quarry trade by 6.2%.", ["Mills", "quarry trade"]),
        ("They pay the premiums, which will not exceed $135.", ["premiums"]),
        ("Subsidies of $870 for home-based care or $1,200 if he is in a nursing home.", ["Subsidies for home-based care", "Subsidies if he is in nursing home"]),
    ],
)  # fmt: skip
def test_what_an_english_figure_is_of(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in english_figures(text, _SETTING)] == subjects


def test_a_sentence_that_goes_on_speaks_of_what_the_one_before_was_about() -> None:
    text = "I will introduce the Enterprise Growth Package. This will cost $300 million."
    assert [f.subject for f in english_figures(text, _SETTING)] == ["Enterprise Growth Package"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exports grew at an average rate of 8.5%.", [("8.5%", "growth", "")]),
        ("This is more than the 1.3% growth last year.", [("1.3%", "growth", "2029")]),
        ("Revenue for FY25 is 8.2% lower than the estimate for FY24.", [("8.2%", "growth", "2025")]),
        ("It was an increase of $3.1 million.", [("$3.1 million", "change", "")]),
        ("The levy goes to $80 with effect from 1st July 2025, and to $100 from 1st January 2026.", [("$80", "level", "2025"), ("$100", "level", "2026")]),
        ("A total of $93 million will be spent by the end of this year.", [("$93 million", "level", "2030")]),
        ("Our life expectancy is now 84.8 years.", [("84.8", "level", "")]),
        # A number without a unit that ends what measures, or is told for each year.
        ("The average fare of the ferry is 4091.", [("4091", "level", "")]),
        ("The port made a loss of 46.", [("46", "level", "")]),
        ("New lamps were put up, saving 40 a year.", [("40 a year", "level", "")]),
        ("Lamp sales slowed to 75, as fares for lamps stayed at 36.", [("75", "level", ""), ("36", "level", "")]),
        ("See Part 3 of 12.", []),
        # Ages, time frames, hours of the day and what something costs for so many are no figures of their own.
        ("Those in the 60 to 64 age group will pay over the next 5 years, from 4.50 pm.", []),
        ("The duty is $293 per 1,000 sticks.", [("$293", "level", "")]),
    ],
)  # fmt: skip
def test_kind_and_year_of_an_english_figure(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(f.text, f.kind, f.period) for f in english_figures(text, _SETTING)] == told


def test_what_is_expected_is_no_expectancy() -> None:
    assert [f.status for f in english_figures("Our life expectancy is 84.8 years.")] == ["actual"]
    assert [f.status for f in english_figures("We expect 84.8 years.")] == ["target"]


def test_this_year_counts_from_when_a_budget_was_given() -> None:
    [figure] = english_figures("Last year we built 882 homes.", Setting(report_year=2030, now=2029))
    assert figure.period == "2028"
