"""What is kept of a passage's reading is what reading it anew gives."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import read_report
from index.clauses import clauses_of
from index.encoders import open_encoder
from index.encoders.static import StaticEncoder
from index.ingest import ingest
from index.opening import Library, open_library
from index.passage_read import PassageRead, parts_of
from index.reading_ahead import read_ahead
from index.search import find
from index.stored_passage import StoredPassage
from index.stored_reading import mark_of, read_reading, write_reading
from tests.letter_encoder import LetterEncoder

TEXT = (
    "青岚县2031年新建水渠18.5公里，比上年增长7.2%；修复旧渠３公里。水渠通到了云湖镇，惠及１２００户！\n"
    "二〇三二年计划再建20公里。ABC-Road改造完成，参加者達到400人次。"
)
MARK = mark_of("an encoder")


def passage(text: str, *, context: str = "") -> StoredPassage:
    return StoredPassage(1, 1, "a.txt", "青岚县报告", ("水利",), None, 0, len(text), text, context, 0, ())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readings")
    (folder / "reports").mkdir()
    (folder / "reports" / "2031年青岚县政府工作报告.txt").write_text(
        f"2031年青岚县政府工作报告\n\n一、工作回顾\n\n{TEXT}\n", encoding="utf-8"
    )
    ingest([folder / "reports"], folder / "store", open_encoder())
    return folder


@pytest.fixture
def library(folder: Path) -> Library:
    return open_library(folder / "store")


def test_a_reading_is_what_reading_anew_gives(library: Library) -> None:
    encoder = library.encoder
    assert isinstance(encoder, StaticEncoder)
    (key,) = library.store.digests()
    passages = library.store.report_passages(key)
    written = library.store.readings([p.id for p in passages])
    assert sorted(written) == [p.id for p in passages if not p.context]
    assert sum(len(p.figures) for p in passages) >= 5
    for p in passages:
        reading = read_reading(written[p.id], p, mark_of(encoder.name))
        assert reading is not None
        assert reading.clauses == clauses_of(p)
        assert list(reading.tokens) == encoder.tokens(parts_of(p))


@given(st.text("青岚县新建水渠abc- 18.5%，。；！\n（）０９達", max_size=60))
def test_any_text_comes_back_as_it_was_read(text: str) -> None:
    own = passage(text)
    tokens = [bytes(4 * n) for n in range(len(parts_of(own)))]
    reading = read_reading(write_reading(own, tokens, MARK), own, MARK)
    assert reading is not None
    assert (reading.clauses, list(reading.tokens)) == (clauses_of(own), tokens)


def test_a_reading_of_another_encoder_is_none() -> None:
    written = write_reading(passage(TEXT), [b""] * len(parts_of(passage(TEXT))), MARK)
    assert read_reading(written, passage(TEXT), mark_of("another")) is None
    assert read_reading(b"", passage(TEXT), MARK) is None


def test_rows_and_what_is_too_long_are_read_anew() -> None:
    assert write_reading(passage("水渠 | 18.5", context="单位：公里"), [], MARK) == b""
    assert write_reading(passage("水渠。" * 40_000), [], MARK) == b""


def test_a_search_takes_what_was_kept_and_finds_the_same_without_it(library: Library, folder: Path) -> None:
    found = find(library, "新建水渠多少公里", k=5)
    (key,) = library.store.digests()
    reads = [PassageRead(p) for p in library.store.report_passages(key)]
    library.read_ahead(reads)
    assert all(read.is_looked_at for read in reads)

    connection = sqlite3.connect(folder / "store" / "store.sqlite3")
    connection.execute("DROP TABLE readings")
    connection.commit()
    connection.close()
    # A store of before has no such table.
    again = open_library(folder / "store")
    assert again.store.readings([1]) == {}
    assert find(again, "新建水渠多少公里", k=5).hits == found.hits


def test_vectors_of_another_kind_keep_no_readings(folder: Path, encoder: LetterEncoder) -> None:
    report = read_report(next((folder / "reports").iterdir()), key="a.txt")
    assert read_ahead(report, encoder) == []
