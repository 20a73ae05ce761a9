from dataclasses import replace
from decimal import Decimal

from corpus.figures.figure import Figure
from index.remembered import Remembered
from index.stored_passage import StoredPassage

FIGURE = Figure(0, 6, "1.28万人", Decimal(12800), "人")
PASSAGE = StoredPassage(7, 1, "a.txt", "报告", (), None, 0, 10, "新增就业一万余人。。", "", 0, (FIGURE,))


class Maker:
    """Makes the text of a passage with its number of figures, and keeps whose it made."""

    def __init__(self) -> None:
        self.made: list[int] = []

    def __call__(self, passage: StoredPassage) -> tuple[str, int]:
        self.made.append(passage.id)
        return passage.text, len(passage.figures)


def test_a_passage_is_made_once_though_the_store_gives_another_object() -> None:
    maker = Maker()
    remembered = Remembered(maker)
    assert [remembered.of(p) for p in (PASSAGE, PASSAGE, replace(PASSAGE))] == [(PASSAGE.text, 1)] * 3
    assert maker.made == [7]


def test_a_passage_with_other_figures_is_another_one() -> None:
    maker = Maker()
    remembered = Remembered(maker)
    changed = replace(PASSAGE, figures=(replace(FIGURE, status="target"),))
    more = replace(PASSAGE, figures=(FIGURE, FIGURE))
    assert [remembered.of(p) for p in (PASSAGE, more, changed)] == [(PASSAGE.text, 1), (PASSAGE.text, 2), (PASSAGE.text, 1)]
    assert maker.made == [7, 7, 7]


def test_what_was_not_asked_for_long_is_forgotten_and_what_was_is_kept() -> None:
    maker = Maker()
    # A passage of 10 characters and one figure counts 110: two are kept in each of two halves.
    remembered = Remembered(maker, most=400)
    first, *others = (replace(PASSAGE, id=i) for i in range(1, 7))
    for passage in others:
        remembered.of(first)
        remembered.of(passage)
    assert maker.made == [1, 2, 3, 4, 5, 6]
    remembered.of(others[0])
    assert maker.made == [1, 2, 3, 4, 5, 6, 2]
