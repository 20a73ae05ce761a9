"""Rows widened and kept: each is what `widen` makes of its id, whatever was asked for before."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.encoders.wide_rows import WideRows

SIZE, WIDTH = 40, 3
TABLE = np.arange(SIZE * WIDTH, dtype=np.float16).reshape(SIZE, WIDTH)


def wide(made: list[int], *, most: int) -> WideRows:
    def widen(ids: NDArray[np.int64]) -> NDArray[np.float32]:
        made.extend(ids.tolist())
        return TABLE[ids].astype(np.float32)

    return WideRows(widen, SIZE, WIDTH, most=most)


@given(st.lists(st.lists(st.integers(0, SIZE - 1), max_size=30), max_size=8), st.sampled_from([1, 4, 16, SIZE]))
def test_every_row_is_that_of_its_id(asked: list[list[int]], most: int) -> None:
    rows = wide([], most=most)
    for ids in asked:
        placed = rows.of(np.array(ids, dtype=np.int64))
        assert placed.rows[placed.places].tolist() == TABLE[ids].astype(np.float32).reshape(-1, WIDTH).tolist()


def test_a_row_that_is_kept_is_not_made_again() -> None:
    made: list[int] = []
    rows = wide(made, most=4)
    for ids in ([3, 5, 3], [5, 7], [3, 7]):
        rows.of(np.array(ids))
    assert made == [3, 5, 7]
    rows.of(np.array([8, 9]))  # no room for two: it begins anew
    rows.of(np.array([3]))
    assert made == [3, 5, 7, 8, 9, 3]


@pytest.mark.parametrize("most", [3, 12])
def test_threads_may_share_the_rows(most: int) -> None:
    rows = wide([], most=most)

    def first_column(start: int) -> list[float]:
        placed = rows.of(np.array([start, (start + 1) % SIZE]))
        told: list[float] = placed.rows[placed.places][:, 0].tolist()
        return told

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda i: first_column(i % SIZE), range(2_000)))
    assert found == [[WIDTH * (i % SIZE), WIDTH * ((i % SIZE + 1) % SIZE)] for i in range(2_000)]
