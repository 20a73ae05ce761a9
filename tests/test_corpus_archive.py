import io
import zipfile
from pathlib import Path

import pytest

from corpus.archive import unpack
from corpus.errors import UnreadableFileError
from eval.make_formats import FORMATS


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_names_in_gbk_are_read_and_hidden_files_left_out(tmp_path: Path) -> None:
    files = unpack(FORMATS / "云栖县2023年乡镇总结.zip", tmp_path)
    assert list(files) == ["乡镇总结/白石镇2023年工作总结.txt", "乡镇总结/龙潭镇2023年工作总结.txt"]
    assert "1.21万吨" in files["乡镇总结/白石镇2023年工作总结.txt"].read_bytes().decode("gbk")


def test_names_cannot_leave_the_folder(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"../../外面.txt": b"1", "/根.txt": b"2", "__MACOSX/._a.txt": b"3"})
    files = unpack(path, tmp_path / "in")
    assert list(files) == ["外面.txt", "根.txt"]
    assert all(file.resolve().is_relative_to(tmp_path / "in") for file in files.values())


def test_an_archive_of_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"a\.zip: an archive with no file in it"):
        unpack(_zip(tmp_path / "a.zip", {}), tmp_path / "in")


def test_a_truncated_archive_is_told(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.txt": b"1" * 5000})
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(UnreadableFileError, match=r"a\.zip: not a whole zip"):
        unpack(path, tmp_path / "in")


def test_an_archive_behind_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(_zip(tmp_path / "a.zip", {"a.txt": b"1"}).read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    with pytest.raises(UnreadableFileError, match=r"a\.zip: the archive asks for a password"):
        unpack(tmp_path / "a.zip", tmp_path / "in")


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", b"1")
    data = bytearray(packed.getvalue())
    size = data.index(b"PK\x01\x02") + 24
    data[size : size + 4] = (0xFFFFFFF0).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(bytes(data))
    with pytest.raises(UnreadableFileError, match=r"a\.zip: unpacks to 1 files of 4095 MB, more than any set of reports"):
        unpack(tmp_path / "a.zip", tmp_path / "in")
