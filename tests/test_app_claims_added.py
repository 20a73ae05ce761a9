import pytest

from app.claims.added import another_amount
from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting


@pytest.mark.parametrize(
    ("claim", "report", "expected"),
    [
        ("单车累计达到5.4万辆。", "单车新增5.4万辆。", True),
        ("单车新增5.4万辆。", "单车总数达5.4万辆。", True),
        ("单车新增5.4万辆。", "单车新增约5.4万辆。", False),
        ("单车累计新增5.4万辆。", "单车累计5.4万辆。", False),
        ("单车5.4万辆。", "单车新增5.4万辆。", False),
    ],
)
def test_what_was_added_is_not_what_there_is(claim: str, report: str, *, expected: bool) -> None:
    [own], [found] = (extract_figures(t, Setting()) for t in (claim, report))
    assert another_amount(claim, own, report, found) is expected
