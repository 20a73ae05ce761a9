import pytest

from app.choosing.way_ends import way_ends
from corpus.figures.english import english_figures


def _ends(text: str) -> list[list[float]]:
    figures = tuple(english_figures(text))
    starts = [0, *(f.end for f in figures)]
    return [list(way_ends(text, 0, figure, previous)) for figure, previous in zip(figures, starts, strict=False)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The levy goes from $170 to $120 per month.", [[1.0, 0.0], [0.0, 1.0]]),
        ("The fees are lowered to $90, down from $150 today.", [[0.0, 1.0], [1.0, 0.0]]),
        ("It will cost $77 million and help 4,000 people.", [[0.0, 0.0], [0.0, 0.0]]),
    ],
)
def test_both_ends_of_an_english_way_are_told(text: str, ends: list[list[float]]) -> None:
    assert _ends(text) == ends
