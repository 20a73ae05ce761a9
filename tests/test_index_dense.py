import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dense import DenseIndex, Manifest, Sizes, VectorRows, stack
from index.encoder import Vectors
from index.scored import Scored

DIMENSION = 16
KINDS = {
    "exact": Sizes(),
    "codes": Sizes(exact_to=10),
    "lists": Sizes(exact_to=10, codes_to=20, lists=4, probes=4),
}
# How far 8-bit codes may move an inner product of unit vectors: half a step of 2/255 in each of 16 dimensions, times a query of length 1.
LOSS = {"exact": 1e-6, "codes": 0.016, "lists": 0.016}


def unit_rows(first: int, count: int, *, seed: int, reports: int = 5) -> VectorRows:
    """Return random unit vectors with ids from `first` on, that belong to reports 0, 1, 2 … in turn."""
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    ids = np.arange(first, first + count, dtype=np.int64)
    return VectorRows(ids, ids % reports, vectors)


def cosines(query: Vectors, rows: VectorRows, reports: Sequence[int] | None) -> dict[int, float]:
    """Return the inner product of a query with every vector of the given reports, by passage id."""
    products = rows.vectors @ query
    return {
        int(i): float(p) for i, o, p in zip(rows.ids, rows.report_ids, products, strict=True) if reports is None or o in reports
    }


def assert_nearest(found: list[Scored], wanted: dict[int, float], k: int, loss: float) -> None:
    """Check scores against exact ones, and that nothing better by more than the loss of the codes was left out."""
    assert len(found) == min(k, len(wanted))
    assert found == sorted(found, key=lambda s: (-s.score, s.id))
    assert {s.id for s in found} <= wanted.keys()
    assert [s.score for s in found] == pytest.approx([wanted[s.id] for s in found], abs=loss)
    left_out = wanted.keys() - {s.id for s in found}
    assert max((wanted[i] for i in left_out), default=-2.0) <= min((s.score for s in found), default=2.0) + 2 * loss


@pytest.fixture(params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def make(folder: Path, kind: str, rows: VectorRows) -> DenseIndex:
    index = DenseIndex(folder, DIMENSION, sizes=KINDS[kind])
    index.update(rows, removed=(), generation=1)
    assert index.manifest == Manifest(kind, len(rows.ids), DIMENSION, 1)
    return index


ROWS = unit_rows(100, 300, seed=1)
QUERIES = unit_rows(0, 8, seed=2).vectors


def test_the_nearest_are_those_of_exact_cosine(tmp_path: Path, kind: str) -> None:
    index = make(tmp_path, kind, ROWS)
    for query in QUERIES:
        assert_nearest(index.search(query, reports=None, k=7), cosines(query, ROWS, None), 7, LOSS[kind])
    assert index.search(ROWS.vectors[5], reports=None, k=1)[0].id == 105


def test_scope_filters_before_the_nearest_are_taken(tmp_path: Path, kind: str) -> None:
    index = make(tmp_path, kind, ROWS)
    for query in QUERIES:
        for reports in ([0], [1, 3], [4, 99], [0, 1, 2, 3, 4]):
            assert_nearest(index.search(query, reports=reports, k=7), cosines(query, ROWS, reports), 7, LOSS[kind])
    assert index.search(QUERIES[0], reports=[99], k=7) == []
    assert index.search(QUERIES[0], reports=[], k=7) == []


def test_a_narrow_scope_is_found_in_any_list(tmp_path: Path) -> None:
    rows = unit_rows(0, 300, seed=3, reports=100)
    index = DenseIndex(tmp_path, DIMENSION, sizes=Sizes(exact_to=10, codes_to=20, lists=6, probes=1))
    index.update(rows, removed=(), generation=1)
    for report in range(100):
        found = index.search(QUERIES[0], reports=[report], k=10)
        assert {s.id for s in found} == {report, report + 100, report + 200}


def test_removed_reports_are_gone_and_new_ones_found(tmp_path: Path, kind: str) -> None:
    index = make(tmp_path, kind, ROWS)
    new = unit_rows(500, 40, seed=4, reports=3)
    index.update(new, removed=[1, 2], generation=2)
    kept = np.isin(ROWS.report_ids, [0, 3, 4])
    rows = stack([VectorRows(ROWS.ids[kept], ROWS.report_ids[kept], ROWS.vectors[kept]), new], DIMENSION)
    assert index.manifest == Manifest(kind, len(rows.ids), DIMENSION, 2)
    for query in QUERIES:
        assert_nearest(index.search(query, reports=None, k=9), cosines(query, rows, None), 9, LOSS[kind] * 2)
        assert_nearest(index.search(query, reports=[2, 3], k=9), cosines(query, rows, [2, 3]), 9, LOSS[kind] * 2)


@given(st.lists(st.tuples(st.integers(1, 30), st.sets(st.integers(0, 4))), max_size=5), st.sampled_from(sorted(KINDS)))
@settings(max_examples=40, deadline=None)
def test_any_row_of_updates_leaves_what_was_put_and_not_removed(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, set[int]]], kind: str
) -> None:
    index = make(tmp_path_factory.mktemp("dense"), kind, ROWS)
    rows, first = ROWS, 1000
    for generation, (count, removed) in enumerate(steps, 2):
        new = unit_rows(first, count, seed=first)
        index.update(new, removed=removed, generation=generation)
        kept = ~np.isin(rows.report_ids, list(removed))
        rows = stack([VectorRows(rows.ids[kept], rows.report_ids[kept], rows.vectors[kept]), new], DIMENSION)
        first += count
    assert index.manifest.count == len(rows.ids)
    found = index.search(QUERIES[0], reports=None, k=1000)
    assert sorted(s.id for s in found) == rows.ids.tolist()


def test_ties_are_in_the_order_of_ids(tmp_path: Path) -> None:
    one = np.eye(DIMENSION, dtype=np.float32)[[0, 0, 0]]
    index = DenseIndex(tmp_path, DIMENSION)
    index.update(VectorRows(np.array([7, 3, 5]), np.array([1, 1, 1]), one), removed=(), generation=1)
    assert index.search(one[0], reports=None, k=9) == [Scored(3, 1.0), Scored(5, 1.0), Scored(7, 1.0)]


def test_an_index_is_there_again_when_opened(tmp_path: Path, kind: str) -> None:
    index = make(tmp_path, kind, ROWS)
    again = DenseIndex(tmp_path, DIMENSION, sizes=KINDS[kind])
    assert again.manifest == index.manifest
    for reports in (None, [2]):
        assert again.search(QUERIES[0], reports=reports, k=9) == index.search(QUERIES[0], reports=reports, k=9)


def test_another_opening_sees_an_update_after_reloading(tmp_path: Path, kind: str) -> None:
    index = make(tmp_path, kind, ROWS)
    other = DenseIndex(tmp_path, DIMENSION, sizes=KINDS[kind])
    index.update(unit_rows(900, 1, seed=9), removed=[], generation=2)
    assert (other.generation, other.manifest.count) == (1, 300)
    other.reload()
    assert (other.generation, other.manifest.count) == (2, 301)


def test_nothing_is_found_in_an_empty_or_cleared_index(tmp_path: Path, kind: str) -> None:
    assert DenseIndex(tmp_path / "none", DIMENSION).search(QUERIES[0], reports=None, k=3) == []
    index = make(tmp_path, kind, ROWS)
    index.clear()
    assert (index.generation, index.search(QUERIES[0], reports=None, k=3)) == (-1, [])
    index.update(stack([], DIMENSION), removed=(), generation=3)
    assert index.manifest == Manifest("exact", 0, DIMENSION, 3)


def test_the_kind_goes_by_the_number_of_vectors(tmp_path: Path) -> None:
    sizes = Sizes(exact_to=3, codes_to=5, lists=2)
    assert [sizes.kind_for(n) for n in range(1, 8)] == ["exact"] * 3 + ["codes"] * 2 + ["lists"] * 2
    index = DenseIndex(tmp_path, DIMENSION, sizes=sizes)
    index.update(unit_rows(0, 3, seed=1), removed=(), generation=1)
    assert (index.fits(3), index.fits(4)) == (True, False)
    index.clear()
    index.update(unit_rows(0, 100, seed=1), removed=(), generation=2)
    assert (index.manifest.kind, index.fits(4), index.fits(101)) == ("lists", False, True)


def _no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _other_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text('["x"]', encoding="utf-8")


def _other_count(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, "count": 5}), encoding="utf-8")


def _cut_index(folder: Path) -> None:
    (folder / "vectors.faiss").write_bytes((folder / "vectors.faiss").read_bytes()[:100])


def _empty_index(folder: Path) -> None:
    (folder / "vectors.faiss").write_bytes(b"")


def _no_passages(folder: Path) -> None:
    (folder / "passages.npy").unlink()


def _cut_passages(folder: Path) -> None:
    (folder / "passages.npy").write_bytes(b"\x93NUMPY")


def _fewer_passages(folder: Path) -> None:
    np.save(folder / "passages.npy", np.zeros((2, 3), dtype=np.int64))


@pytest.mark.parametrize(
    "spoil",
    [_no_manifest, _other_manifest, _other_count, _cut_index, _empty_index, _no_passages, _cut_passages, _fewer_passages],
)
def test_a_broken_index_reflects_nothing_and_can_be_filled_again(
    tmp_path: Path, spoil: Callable[[Path], None], kind: str
) -> None:
    whole = make(tmp_path, kind, ROWS).search(QUERIES[0], reports=[1], k=5)
    spoil(tmp_path)
    opened = DenseIndex(tmp_path, DIMENSION, sizes=KINDS[kind])
    assert opened.generation == -1
    opened.update(ROWS, removed=(), generation=1)
    assert opened.search(QUERIES[0], reports=[1], k=5) == whole


def test_an_index_of_another_dimension_reflects_nothing(tmp_path: Path) -> None:
    make(tmp_path, "exact", ROWS)
    assert DenseIndex(tmp_path, DIMENSION + 1).generation == -1
