import os
import time
from pathlib import Path

import pytest

from corpus.folder import SourceFile, list_files
from corpus.report import Report
from eval.make_formats import FORMATS
from index import file_reads
from index.file_reads import FileRead, read_files
from index.ingest import NotedFile, Progress, ingest
from index.store import Store
from tests.letter_encoder import LetterEncoder


def _folder(path: Path, *names: str) -> Path:
    path.mkdir()
    for name in names:
        (path / name).write_bytes((FORMATS / name).read_bytes())
    return path


_PDF, _ZIP, _CSV = "云栖县财政局2023年度部门决算.pdf", "云栖县2023年乡镇总结.zip", "云栖县2023年分行业用电量.csv"


def _key_and_report(read: FileRead) -> tuple[str, Report | None]:
    return read.source.key, read.report


def _pdf_last(source: SourceFile) -> FileRead:
    """Read a PDF for as long as nothing was made of the sheet behind it."""
    until = time.monotonic() + 20
    while source.path.suffix == ".pdf" and not source.path.with_name("made").exists() and time.monotonic() < until:
        time.sleep(0.01)
    return FileRead(source, None, "")


@pytest.mark.slow
def test_what_is_read_while_a_long_file_is_read_is_made_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _folder(tmp_path / "in", _PDF, _CSV)
    (folder / _PDF).rename(folder / "a.pdf")
    monkeypatch.setattr(file_reads, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(file_reads, "_read_telling", _pdf_last)
    made: list[str] = []

    def make(read: FileRead) -> str:
        made.append(read.source.path.suffix)
        (folder / "made").touch()
        return made[-1]

    assert list(read_files(list_files([folder]), lambda *_: None, make)) == [".pdf", ".csv"]
    assert made == [".csv", ".pdf"]


@pytest.mark.slow
def test_processes_give_the_files_in_order_and_tell_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _folder(tmp_path / "in", _PDF, _CSV)
    sources = list_files([folder])
    alone = list(read_files(sources, lambda *_: None, _key_and_report))
    monkeypatch.setattr(file_reads, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    told: list[tuple[str, int, int]] = []
    together = list(read_files(sources, lambda *page: told.append(page), _key_and_report))
    assert together == alone
    assert [page for page in told if page[0].endswith(_PDF)] == [(f"in/{_PDF}", 1, 2), (f"in/{_PDF}", 2, 2)]


def _die_on_csv(source: SourceFile) -> FileRead:
    if source.path.suffix == ".csv":
        os._exit(11)
    return FileRead(source, None, "read")


@pytest.mark.slow
def test_a_library_that_breaks_down_takes_no_other_file_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _folder(tmp_path / "in", _PDF, _CSV)
    monkeypatch.setattr(file_reads, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(file_reads, "_read_telling", _die_on_csv)
    reads = dict(read_files(list_files([folder]), lambda *_: None, lambda read: (read.source.path.suffix, read.why)))
    assert reads[".pdf"] == "read"
    assert "reading it broke down; open it and save it again, or leave it out" in reads[".csv"]


def test_an_archive_is_a_folder_of_reports(tmp_path: Path, encoder: LetterEncoder) -> None:
    folder, store = _folder(tmp_path / "in", _ZIP, _CSV), tmp_path / "store"
    assert ingest([folder], store, encoder).added == 3
    inside = [f"in/{_ZIP}/乡镇总结/{town}2023年工作总结.txt" for town in ("白石镇", "龙潭镇")]
    opened = Store.open(store)
    assert [card.key for card in opened.catalogue()] == [*inside, f"in/{_CSV}"]
    opened.close()
    assert ingest([folder], store, encoder).unchanged == 3
    # An archive that is broken for now loses nothing; one that is gone does.
    (folder / _ZIP).write_bytes((FORMATS / _ZIP).read_bytes()[:300])
    broken = ingest([folder], store, encoder)
    assert (broken.unchanged, broken.removed, [f.file for f in broken.failed]) == (1, 0, [f"in/{_ZIP}"])
    (folder / _ZIP).unlink()
    assert ingest([folder], store, encoder).removed == 2


def test_pages_and_notes_are_told(tmp_path: Path, encoder: LetterEncoder) -> None:
    folder, store = _folder(tmp_path / "in", _PDF), tmp_path / "store"
    (folder / _PDF).rename(folder / "账.docx")
    told: list[Progress] = []
    summary = ingest([folder], store, encoder, progress=told.append)
    note = "named .docx, but a pdf file: read as that"
    assert summary.notes == (NotedFile("in/账.docx", note),)
    assert [(event.page, event.pages) for event in told] == [(1, 2), (2, 2), (0, 0)]
    opened = Store.open(store)
    assert [card.notes for card in opened.catalogue()] == [(note,)]
    opened.close()
