import pytest

from app.claims.ends import with_ends
from corpus.figures.extract import extract_figures
from corpus.figures.numerals import fold
from corpus.figures.period import Setting


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全县低保覆盖人数，由年初的400多人扩大到年末的1120多人。", ["全县低保覆盖人数"] * 2),
        ("全省小水泥厂由四百六十个减少到现在的二百七十个。", ["全省小水泥厂"] * 2),
        (
            "使消费在收入中的比重，由1978年的63.5%上升到今年的70%；积累所占的比重，相应地由36.5%降到30%。",
            ["消费在收入中的比重"] * 2 + ["积累所占的比重"] * 2,
        ),
        ("组成部门从40个减少到29个。", ["组成部门"] * 2),
    ],
)
def test_both_ends_are_named_by_what_stands_before_them(text: str, names: list[str]) -> None:
    figures = extract_figures(fold(text), Setting(report_year=2002, now=None, carried=""))

    assert [f.subject for f in with_ends(text, figures)] == names


def test_two_values_that_are_no_ends_keep_their_names() -> None:
    text = "新建公路12公里，改建公路30公里。"
    figures = list(extract_figures(text, Setting(report_year=2002, now=None, carried="")))

    assert with_ends(text, figures) == figures
