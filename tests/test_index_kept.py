import os
from pathlib import Path

import pytest

from index.kept import kept


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text("增长", encoding="utf-8")
    return path


def test_what_was_made_is_kept_until_its_source_changes(tmp_path: Path, source: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(source.read_bytes().upper() + str(len(made)).encode())
        return made[-1]

    def get() -> bytes:
        return kept("made", make, [source], folder=tmp_path / "kept")

    assert [get(), get()] == ["增长0".encode()] * 2
    source.write_text("下降 ", encoding="utf-8")
    assert [get(), get()] == ["下降 1".encode()] * 2
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["made"]


@pytest.mark.parametrize("broken", [b"", b"short", b"0123456789abcdef and not what was written"])
def test_a_broken_file_is_made_anew(tmp_path: Path, source: Path, broken: bytes) -> None:
    (tmp_path / "made").write_bytes(broken)
    assert kept("made", lambda: b"whole", [source], folder=tmp_path) == b"whole"
    assert kept("made", lambda: b"other", [source], folder=tmp_path) == b"whole"


def test_a_file_cut_short_is_made_anew(tmp_path: Path, source: Path) -> None:
    kept("made", lambda: b"a longer whole", [source], folder=tmp_path)
    os.truncate(tmp_path / "made", 20)
    assert kept("made", lambda: b"again", [source], folder=tmp_path) == b"again"


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path: Path, source: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    told = [kept("made", lambda n=n: str(n).encode(), [source], folder=tmp_path / "file" / "kept") for n in range(2)]  # type: ignore[misc]
    assert told == [b"0", b"1"]
