from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.folder import SourceFile, list_files


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder of folders: reports/central/{a.txt,b/c.md}, reports/city/d.docx, and what is to be left out."""
    root = tmp_path.resolve() / "reports"
    for name in [
        "central/a.txt",
        "central/b/c.md",
        "city/d.docx",
        "city/~$d.docx",
        "city/.hidden.txt",
        ".git/e.txt",
        "city/Thumbs.db",
    ]:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return root


def test_the_keys_of_a_folder_of_folders_are_relative_to_it(reports: Path) -> None:
    assert list_files([reports]) == [
        SourceFile(reports / "central/a.txt", "central/a.txt", reports),
        SourceFile(reports / "central/b/c.md", "central/b/c.md", reports),
        SourceFile(reports / "city/d.docx", "city/d.docx", reports),
    ]


def test_the_keys_of_a_folder_with_files_begin_with_its_name(reports: Path) -> None:
    central = reports / "central"
    assert list_files([central]) == [
        SourceFile(central / "a.txt", "central/a.txt", central),
        SourceFile(central / "b/c.md", "central/b/c.md", central),
    ]


def test_the_key_of_a_file_begins_with_the_name_of_its_folder(reports: Path) -> None:
    path = reports / "city/d.docx"
    assert list_files([path]) == [SourceFile(path, "city/d.docx", path.parent)]


def test_a_file_given_twice_is_listed_once_and_the_order_is_that_of_the_keys(reports: Path) -> None:
    given = [reports / "city", reports / "central/a.txt", reports / "central", reports]
    assert [s.key for s in list_files(given)] == ["central/a.txt", "central/b/c.md", "city/d.docx"]


def test_the_key_does_not_depend_on_how_the_path_is_written(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports / "city")
    assert [s.key for s in list_files([Path("../central/../central"), Path("d.docx")])] == [
        "central/a.txt",
        "central/b/c.md",
        "city/d.docx",
    ]


def test_keys_are_composed_characters(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "cafe\u0301.txt").write_bytes(b"")
    assert [s.key for s in list_files([tmp_path])] == ["x/caf\u00e9.txt"]


def test_a_hidden_folder_above_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / ".data").mkdir()
    (tmp_path / ".data" / "a.txt").write_bytes(b"")
    assert [s.key for s in list_files([tmp_path / ".data"])] == [".data/a.txt"]


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert list_files([tmp_path]) == []


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"nowhere: no such file or folder; check the name"):
        list_files([tmp_path / "nowhere"])
