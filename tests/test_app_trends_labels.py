from hypothesis import given
from hypothesis import strategies as st

from app.trends.labels import Frame, Labelled, Spot, place_labels, width_of

FRAME = Frame(0, 0, 400, 300)


def box(spot: Spot, text: str, size: float) -> Frame:
    width = width_of(text, size)
    left = {"start": spot.x, "middle": spot.x - width / 2, "end": spot.x - width}[spot.anchor]
    return Frame(left, spot.y - 0.9 * size, left + width, spot.y + 0.25 * size)


def apart(a: Frame, b: Frame) -> bool:
    return a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top


def test_the_upper_of_two_values_of_a_year_goes_up_and_the_lower_one_down() -> None:
    aimed, reached = Labelled(200, 140, "620户", low=True), Labelled(200, 150, "598户")
    assert [spot.y < 140 for spot in place_labels((reached, aimed), FRAME, 11)] == [False, True]
    assert [spot.y > 150 for spot in place_labels((reached, aimed), FRAME, 11)] == [True, False]


def test_a_value_alone_stands_above_its_point_and_a_targets_below() -> None:
    above, below = place_labels((Labelled(100, 150, "7座"), Labelled(300, 150, "9座", low=True)), FRAME, 10)
    assert (above, below) == (Spot(100, 139.5, "middle"), Spot(300, 167.5, "middle"))


def test_a_value_at_the_edge_stays_in_the_frame() -> None:
    left, right, low = place_labels(
        (Labelled(4, 150, "1234.5万元"), Labelled(396, 150, "1234.5万元"), Labelled(200, 297, "5户", low=True)), FRAME, 10
    )
    assert (left.anchor, right.anchor, low.y < 297) == ("start", "end", True)


@given(st.lists(st.sampled_from(range(6)), min_size=1, max_size=6, unique=True), st.floats(0, 20))
def test_values_of_a_target_and_an_outcome_never_lie_on_each_other(years: list[int], gap: float) -> None:
    points = [
        p
        for year in years
        for p in (Labelled(40 + 64 * year, 150, "4127人"), Labelled(40 + 64 * year, 150 + gap, "3800人", low=True))
    ]
    boxes = [box(spot, point.text, 11) for spot, point in zip(place_labels(points, FRAME, 11), points, strict=True)]
    assert all(apart(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
