"""Names dealt out to the values of a list, and the names of their sums."""

import pytest

from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting

_REVIEW = Setting("review", 2024)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # A second list told against the year before.
        (
            "新建、翻修粮仓分别达16座和28座，较上年分别增长3.5%和4%，9个镇建成粮库",
            ["新建", "翻修粮仓", "新建", "翻修粮仓", "镇建成粮库"],
        ),
        ("茶业、竹业分别增长8%、5%，占全县产值比重分别为15%、8%。", ["茶业", "竹业", "茶业占全县产值", "竹业占全县产值"]),
        (
            "云栖布业、云栖纸业、云栖贸易三家2023年适用的所得税税率分别为15%、20%和25%。",
            ["云栖布业所得税税率", "云栖纸业所得税税率", "云栖贸易所得税税率"],
        ),
        ("县属厂有二十个项目，镇办有三十个项目，共计五十个。", ["县属厂项目", "镇办项目", "合计项目"]),
        # No sum of both.
        ("县属厂有二十个项目，镇办有三十个项目，共计五十五个。", ["县属厂项目", "镇办项目", "镇办项目"]),
        ("全县总产值就应当是40亿元。", ["全县总产值"]),
    ],
)
def test_each_value_of_a_list_has_the_name_that_is_its_own(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in extract_figures(text, _REVIEW)] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "We will raise the Harbour Fee and berth levy by $20 to $280 and $90 respectively.",
            ["Harbour Fee and berth levy", "Harbour Fee", "berth levy"],
        ),
        (
            "Spending on parks came to $7 million and spending on roads to $3 million, up 4% and 9% respectively.",
            ["Spending on parks", "spending on roads", "Spending on parks", "spending on roads"],
        ),
        (
            "Pupils with a larger number of brothers from less wealthy families will receive $30 for a town school"
            " and $20 for a village school.",
            [
                "Pupils with a larger number of brothers from less for town school",
                "Pupils with a larger number of brothers from less for village school",
            ],
        ),
    ],
)
def test_each_value_of_an_english_list_has_the_name_that_is_its_own(text: str, subjects: list[str]) -> None:
    assert [f.subject for f in english_figures(text)] == subjects
