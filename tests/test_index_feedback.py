import dataclasses
import sqlite3
from pathlib import Path

import pytest

from index.feedback import Cited, Feedback, read_feedback, write_feedback
from index.opening import open_library
from index.store import FILE, StoreError
from tests.letter_encoder import LetterEncoder

DOWN = Feedback(
    "k3j9/1",
    "down",
    "应是1.19万人",
    "新增就业多少？",
    ("去年呢？",),
    "1.28万人[1]。",
    False,
    (Cited("a.txt", 3, 9, "ab12"),),
    "2026-01-02T03:04:05+00:00",
)


def test_a_second_word_on_an_answer_takes_the_place_of_the_first(store_folder: Path) -> None:
    other = dataclasses.replace(DOWN, id="k3j9/2", verdict="up", note="", citations=(), at="2026-01-02T03:04:06+00:00")
    better = dataclasses.replace(DOWN, note="看错了", verdict="up")
    for feedback in (DOWN, other, better):
        write_feedback(store_folder, feedback)
    assert list(read_feedback(store_folder)) == [better, other]


def test_feedback_is_dated_when_it_is_written(store_folder: Path) -> None:
    write_feedback(store_folder, dataclasses.replace(DOWN, at=""))
    (read,) = read_feedback(store_folder)
    assert read == dataclasses.replace(DOWN, at=read.at)
    assert read.at.endswith("+00:00") and len(read.at) == 25


def test_a_store_made_before_there_was_feedback_opens_and_has_none(store_folder: Path) -> None:
    with sqlite3.connect(store_folder / FILE) as connection:
        assert not connection.execute("SELECT name FROM sqlite_master WHERE name = 'feedback'").fetchall()
    assert list(read_feedback(store_folder)) == []


def test_feedback_leaves_version_and_generation_as_they_are(store_folder: Path) -> None:
    def meta() -> list[object]:
        with sqlite3.connect(store_folder / FILE) as connection:
            return connection.execute("SELECT name, value FROM meta ORDER BY name").fetchall()

    before = meta()
    write_feedback(store_folder, DOWN)
    assert meta() == before
    library = open_library(store_folder, LetterEncoder())
    assert len(library.catalogue()) == 4
    library.close()


def test_where_there_is_no_store_the_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nothing: no store there; make one with: wenju ingest"):
        write_feedback(tmp_path / "nothing", DOWN)
    with pytest.raises(StoreError, match=r"nothing: no store there"):
        list(read_feedback(tmp_path / "nothing"))
