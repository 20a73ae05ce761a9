import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figures.figure import Figure
from corpus.report import Metadata, Passage, Report, Section
from index.catalogue import ReportCard
from index.encoder import Vectors
from index.store import FILE, Changes, Store, StoreError, UnknownReportError
from index.stored_passage import StoredPassage
from tests.invented_reports import make_report

DIMENSION = 3


def vectors(report: Report) -> Vectors:
    """Return a vector for each passage; halves and quarters are exact in 16 bits."""
    return np.array([[n, 0.5, 0.25] for n in range(len(report.passages))], dtype=np.float32).reshape(-1, DIMENSION)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "store", encoder_name="hand", dimension=DIMENSION)
    yield opened
    opened.close()


def put(store: Store, key: str, *lines: str, root: str = "") -> Report:
    report = make_report(key, *lines)
    store.put(report, vectors(report), root=root)
    return report


def stored(report: Report, report_id: int, first: int) -> list[StoredPassage]:
    """Return what the store should give for the passages of a report whose first passage has the id `first`."""
    return [
        StoredPassage(
            first + n, report_id, report.key, report.metadata.title, report.sections[p.section].path, p.page, p.start, p.end,
            p.text, p.context, n, report.figures[n],
        )
        for n, p in enumerate(report.passages)
    ]  # fmt: skip


TEXTS = st.text(
    st.one_of(
        st.sampled_from("年增长５。，１２亿%‰㎡\r\n\t\0'\"🏗️é"),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def figure_lists(draw: st.DrawFn) -> tuple[Figure, ...]:
    starts = sorted(draw(st.sets(st.integers(0, 10**6), max_size=3)))
    return tuple(
        Figure(
            start, start + draw(st.integers(1, 9)), draw(TEXTS), draw(DECIMALS), draw(TEXTS),
            draw(st.sampled_from(("level", "growth"))),
            draw(st.none() | DECIMALS), draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS),
            draw(st.sampled_from(("actual", "target"))), draw(TEXTS),
        )
        for start in starts
    )  # fmt: skip


@st.composite
def reports(draw: st.DrawFn) -> Report:
    lines = draw(st.lists(TEXTS, max_size=5))
    text = "".join(f"{line}\n" for line in lines)
    paths = draw(st.lists(st.lists(TEXTS, max_size=3).map(tuple), min_size=1, max_size=3))
    pages = st.none() | st.integers(1, 99)
    sections = tuple(Section(path, n, n + 1, draw(pages)) for n, path in enumerate(paths))
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    passages = tuple(
        Passage(start, start + len(line), line, draw(st.integers(0, len(sections) - 1)), draw(pages), draw(TEXTS))
        for start, line in zip(starts, lines, strict=True)
    )
    metadata = Metadata(
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        draw(st.none() | st.integers(1900, 2100)),
        draw(TEXTS),
        draw(st.sampled_from(("zh", "en"))),
    )
    return Report(
        draw(TEXTS),
        draw(TEXTS),
        metadata,
        text,
        draw(TEXTS),
        draw(st.integers(0, 9)),
        sections,
        passages,
        tuple(draw(figure_lists()) for _ in lines),
    )


@given(reports())
@settings(max_examples=60, deadline=None)
def test_a_report_is_read_back_as_it_was_put(report: Report) -> None:
    with TemporaryDirectory() as folder:
        store = Store.create(Path(folder), encoder_name="hand", dimension=DIMENSION)
        assert store.put(report, vectors(report)) == "added"
        store.close()
        store = Store.open(Path(folder))
        expected = stored(report, 1, 1)
        # (What an English passage goes on about has tests of its own.)
        assert [replace(p, led="") for p in store.report_passages(report.key)] == expected
        read = store.passages([p.id for p in reversed(expected)])
        assert {i: replace(p, led="") for i, p in read.items()} == {p.id: p for p in expected}
        assert store.report_text(report.key) == report.text
        assert store.sections(report.key) == report.sections
        counts = len(report.text), len(report.passages), sum(map(len, report.figures))
        assert store.catalogue() == (
            ReportCard(1, report.key, report.metadata, *counts, sections=sum(bool(s.path) for s in report.sections)),
        )
        assert store.digests() == {report.key: report.digest}
        store.close()


def test_vectors_are_given_back_by_report(store: Store) -> None:
    put(store, "a.txt", "一", "二")
    put(store, "b.txt")
    put(store, "c.txt", "三")
    batches = list(store.vector_rows([3, 2, 1]))
    assert [b.ids.tolist() for b in batches] == [[3], [1, 2]]
    assert [b.report_ids.tolist() for b in batches] == [[3], [1, 1]]
    assert [b.vectors.tolist() for b in batches] == [[[0.0, 0.5, 0.25]], [[0.0, 0.5, 0.25], [1.0, 0.5, 0.25]]]


def test_vectors_of_another_shape_are_refused(store: Store) -> None:
    report = make_report("a.txt", "一", "二")
    with pytest.raises(StoreError, match=r"a\.txt: vectors of shape \(1, 3\), \(2, 3\) are needed"):
        store.put(report, vectors(report)[:1])
    assert store.catalogue() == ()


def test_passages_come_in_the_order_asked_for(store: Store) -> None:
    report = put(store, "a.txt", "一", "二", "三")
    assert list(store.passages([3, 1, 2, 99]).values()) == [stored(report, 1, 1)[n] for n in (2, 0, 1)]
    assert store.passages([]) == {}


def test_a_report_may_have_more_passages_than_a_statement_has_variables(store: Store) -> None:
    lines = ["户"] * 33_000
    report = put(store, "a.txt", *lines)
    assert store.report_passages("a.txt") == stored(report, 1, 1)
    assert list(store.passages(range(1, 33_001))) == list(range(1, 33_001))


def test_replacing_a_report_keeps_the_ids_of_the_others_and_never_uses_one_again(store: Store) -> None:
    put(store, "a.txt", "一", "二")
    other = put(store, "b.txt", "三")
    replaced = make_report("a.txt", "一", "四", digest="1")
    assert store.put(replaced, vectors(replaced)) == "updated"
    assert store.report_passages("b.txt") == stored(other, 2, 3)
    assert store.report_passages("a.txt") == stored(replaced, 3, 4)
    assert store.passages([1, 2]) == {}
    store.remove(["a.txt", "b.txt"])
    last = put(store, "c.txt", "五")
    assert store.report_passages("c.txt") == stored(last, 4, 6)


def test_removing_leaves_no_row_of_the_report(store: Store) -> None:
    put(store, "a.txt", "增长5.2%。")
    store.remove(["a.txt"])
    with sqlite3.connect(store.folder / FILE) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0]
            for t in ("reports", "texts", "sections", "passages", "figures")
        ]
    connection.close()
    assert counts == [0, 0, 0, 0, 0]


def test_an_unknown_report_is_told_with_near_names_and_nothing_is_removed(store: Store) -> None:
    put(store, "work/青岚县2024年政府工作报告.txt")
    put(store, "work/白榆市2024年财政报告.txt")
    with pytest.raises(
        UnknownReportError,
        match="no report '青岚县2023年政府工作报告' in the store: did you mean work/青岚县2024年政府工作报告",
    ):
        store.report_text("青岚县2023年政府工作报告")
    with pytest.raises(UnknownReportError, match="'白榆市' in the store: did you mean work/白榆市2024年财政报告"):
        store.sections("白榆市")
    with pytest.raises(UnknownReportError, match="no report 'xyz' in the store: see wenju list"):
        store.remove(["work/青岚县2024年政府工作报告.txt", "xyz"])
    assert len(store.catalogue()) == 2


def test_a_report_is_known_by_a_file_name_that_only_one_has(store: Store) -> None:
    for key in ("2023/a.txt", "2024/a.txt", "2024/b.txt", "b.txt.old/c.txt"):
        put(store, key)
    assert store.card("b.txt").key == "2024/b.txt"
    assert store.card("2024/a.txt").key == "2024/a.txt"
    with pytest.raises(UnknownReportError, match=r"no report 'a\.txt' in the store: did you mean 202./a\.txt, 202./a\.txt"):
        store.card("a.txt")


def test_each_change_is_one_generation_and_is_told_since_any(store: Store) -> None:
    assert (store.generation, store.changes_since(-1)) == (0, Changes((), ()))
    put(store, "a.txt", "一")
    put(store, "b.txt", "二")
    put(store, "a.txt", "三")
    store.remove(["b.txt"])
    assert store.generation == 4
    assert store.changes_since(-1) == Changes((3,), (1, 2))
    assert store.changes_since(2) == Changes((3,), (1, 2))
    assert store.changes_since(3) == Changes((), (2,))
    assert store.changes_since(4) == Changes((), ())


def test_the_folder_that_a_report_came_from_is_kept(store: Store) -> None:
    put(store, "b.txt", root="/x")
    put(store, "a.txt", root="/x")
    put(store, "c.txt", root="/y")
    assert store.roots() == {"a.txt": "/x", "b.txt": "/x", "c.txt": "/y"}
    assert store.count == 0


def test_a_put_that_fails_half_way_leaves_all_as_it_was(store: Store) -> None:
    before = put(store, "a.txt", "增长5.2%。")
    broken = make_report("a.txt", "增长6.1%。")
    twice = Report(
        "a.txt", "1", broken.metadata, broken.text, "utf-8", 0, broken.sections, broken.passages, (broken.figures[0] * 2,)
    )
    with pytest.raises(StoreError, match=r"a\.txt.: could not be stored \(UNIQUE constraint failed: figures"):
        store.put(twice, vectors(twice))
    assert store.report_passages("a.txt") == stored(before, 1, 1)
    assert (store.generation, store.digests()) == (1, {"a.txt": "0"})
    put(store, "b.txt", "二")
    assert store.generation == 2


def test_a_name_that_is_no_text_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="could not be stored"):
        put(store, "b\udcff.txt", "一")
    assert store.catalogue() == ()


def test_a_second_store_in_a_folder_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="a store is there already; open it, or give another folder"):
        Store.create(store.folder, encoder_name="hand", dimension=DIMENSION)


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none: no store there; make one with: wenju ingest --store .*none PATH"):
        Store.open(tmp_path / "none")


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("not a database, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match=r"not a store .*move it away and run wenju ingest again"):
        Store.open(tmp_path)


def test_a_database_of_something_else_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(StoreError, match="not a store"):
        Store.open(tmp_path)


def test_a_store_of_another_version_is_told(store: Store) -> None:
    with sqlite3.connect(store.folder / FILE) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE name = 'version'")
    connection.close()
    with pytest.raises(
        StoreError,
        match="a store of version 999, this program reads version 3; make a new one with: wenju ingest --store NEW_FOLDER",
    ):
        Store.open(store.folder)


def test_the_encoder_and_dimension_are_kept(store: Store) -> None:
    opened = Store.open(store.folder)
    assert (opened.encoder_name, opened.dimension) == ("hand", DIMENSION)
    opened.close()


def test_names_of_encoders_are_kept_letter_by_letter(tmp_path: Path) -> None:
    Store.create(tmp_path, encoder_name="it's; DROP TABLE meta --", dimension=1).close()
    opened = Store.open(tmp_path)
    assert opened.encoder_name == "it's; DROP TABLE meta --"
    opened.close()


def test_a_reader_goes_on_while_another_connection_writes(store: Store) -> None:
    before = put(store, "a.txt", "一")
    reader = Store.open(store.folder)
    writer = sqlite3.connect(store.folder / FILE, isolation_level=None)
    writer.execute("PRAGMA foreign_keys = ON")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM reports")
    assert reader.report_passages("a.txt") == stored(before, 1, 1)
    writer.execute("COMMIT")
    assert reader.catalogue() == ()
    writer.close()
    reader.close()


def test_one_store_serves_several_threads(store: Store) -> None:
    lines = [f"新增{n}户。" for n in range(5)]
    expected = {f"{n}.txt": put(store, f"{n}.txt", *lines) for n in range(4)}
    wrong: list[str] = []

    def read(key: str) -> None:
        for _ in range(50):
            passages = store.report_passages(key)
            if [(p.text, p.figures) for p in passages] != list(zip(lines, expected[key].figures, strict=True)):
                wrong.append(key)

    def write(key: str) -> None:
        for _ in range(10):
            put(store, key, *lines)

    threads = [threading.Thread(target=read, args=(key,)) for key in expected]
    threads += [threading.Thread(target=write, args=(f"new{n}.txt",)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert (store.generation, len(store.catalogue())) == (24, 6)


def test_decimals_keep_their_digits(store: Store) -> None:
    report = make_report("a.txt", "一")
    values = ("1E+3", "0.10", "12345678901234567890.123456789")
    figures = tuple(Figure(n, n + 1, "x", Decimal(v), "元", value_to=Decimal(v)) for n, v in enumerate(values))
    store.put(
        Report("a.txt", "0", report.metadata, report.text, "utf-8", 0, report.sections, report.passages, (figures,)),
        vectors(report),
    )
    assert [(str(f.value), str(f.value_to)) for f in store.report_passages("a.txt")[0].figures] == [(v, v) for v in values]
