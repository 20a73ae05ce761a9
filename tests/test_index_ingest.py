import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from index.encoder import Vectors
from index.ingest import FailedFile, IngestSummary, Progress, ingest
from index.opening import open_library
from index.store import Store, StoreError
from tests.invented_reports import BAIYU_2024, FILES, QINGLAN_2023, QINGLAN_2024, WORK_2023, write_files
from tests.letter_encoder import LetterEncoder


def keys(folder: Path) -> list[str]:
    store = Store.open(folder)
    found = [card.key for card in store.catalogue()]
    store.close()
    return found


def numbers(summary: IngestSummary) -> tuple[int, int, int, int]:
    return summary.added, summary.updated, summary.unchanged, summary.removed


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_only_what_changed_is_read_again(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    first = ingest([reports], store, encoder)
    assert (numbers(first), first.failed) == ((4, 0, 0, 0), ())
    assert first.seconds > 0
    opened = Store.open(store)
    cards = {card.key: card for card in opened.catalogue()}
    opened.close()
    assert list(cards) == sorted(FILES)
    assert (first.passages, first.figures) == (sum(c.passages for c in cards.values()), sum(c.figures for c in cards.values()))

    again = ingest([reports], store, encoder)
    assert (numbers(again), again.passages, again.figures) == ((0, 0, 4, 0), 0, 0)

    write_files(reports, {QINGLAN_2024: "青岚县2024年政府工作报告\n新增水库1座。\n", "work/new.txt": "白榆市新增床位200张。\n"})
    (reports / QINGLAN_2023).unlink()
    changed = ingest([reports], store, encoder)
    assert (numbers(changed), changed.passages, changed.figures) == ((1, 1, 2, 1), 2, 2)
    library = open_library(store, encoder)
    assert library.store.report_text(QINGLAN_2024) == "青岚县2024年政府工作报告\n新增水库1座。\n"
    assert {c.key: c.id for c in library.catalogue() if c.key in FILES and c.key != QINGLAN_2024} == {
        key: cards[key].id for key in FILES if key not in (QINGLAN_2023, QINGLAN_2024)
    }
    assert library.lexical.count == library.dense.manifest.count == library.store.count
    library.close()


def test_a_report_keeps_its_key_however_it_is_given(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    ingest([reports], store, encoder)
    assert numbers(ingest([reports / "work"], store, encoder)) == (0, 0, 3, 0)
    assert numbers(ingest([reports / QINGLAN_2024, reports / "finance"], store, encoder)) == (0, 0, 2, 0)
    assert keys(store) == sorted(FILES)


def test_vanished_files_are_taken_out_whatever_part_of_the_folder_is_given(
    reports: Path, store: Path, encoder: LetterEncoder
) -> None:
    ingest([reports], store, encoder)
    (reports / QINGLAN_2024).unlink()
    assert numbers(ingest([reports / "finance"], store, encoder)) == (0, 0, 1, 0)
    assert numbers(ingest([reports / "work"], store, encoder)) == (0, 0, 2, 1)
    write_files(reports, {QINGLAN_2023: WORK_2023 + "附注。\n"})
    ingest([reports / "work"], store, encoder)
    (reports / QINGLAN_2023).unlink()
    assert numbers(ingest([reports], store, encoder)) == (0, 0, 2, 1)


def test_a_folder_whose_files_are_all_gone_empties_the_store(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    ingest([reports], store, encoder)
    for key in FILES:
        (reports / key).unlink()
    assert numbers(ingest([reports], store, encoder)) == (0, 0, 0, 4)
    assert keys(store) == []
    with pytest.raises(UnreadableFileError, match="no files there"):
        ingest([reports], store, encoder)


def test_reports_of_other_folders_stay(reports: Path, store: Path, encoder: LetterEncoder, tmp_path: Path) -> None:
    ingest([reports], store, encoder)
    other = write_files(tmp_path / "other", {"county/a.txt": "新增床位200张。\n"})
    assert numbers(ingest([other], store, encoder)) == (1, 0, 0, 0)
    assert keys(store) == sorted([*FILES, "county/a.txt"])


def test_a_bad_file_is_told_and_stops_nothing(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    (reports / "work" / "empty.txt").write_bytes(b"")
    (reports / "work" / "broken.docx").write_bytes(b"no zip")
    summary = ingest([reports], store, encoder)
    assert numbers(summary) == (4, 0, 0, 0)
    assert [f.file for f in summary.failed] == ["work/broken.docx", "work/empty.txt"]
    assert all(f.file.rpartition("/")[2] in f.why for f in summary.failed)
    assert keys(store) == sorted(FILES)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that is there and cannot be read")
def test_a_file_that_cannot_be_opened_is_told_and_stops_nothing(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    (reports / "work" / "odd.txt").symlink_to("/proc/self/mem")
    summary = ingest([reports], store, encoder)
    assert numbers(summary) == (4, 0, 0, 0)
    assert [f.file for f in summary.failed] == ["work/odd.txt"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_told_and_stops_nothing(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    Path(os.fsdecode(os.fsencode(reports / "work") + b"/\xc7\xe0.txt")).write_text("新增床位200张。\n", encoding="utf-8")
    summary = ingest([reports], store, encoder)
    assert numbers(summary) == (4, 0, 0, 0)
    assert [f.why for f in summary.failed] == [
        "'work/\\udcc7\\udce0.txt': could not be stored ('utf-8' codec can't encode characters in position 5-6: surrogates not allowed); "
        "rename or repair the file"
    ]


def test_a_report_that_can_no_longer_be_read_stays_as_it_was(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    ingest([reports], store, encoder)
    (reports / QINGLAN_2023).write_bytes(b"")
    summary = ingest([reports], store, encoder)
    assert (numbers(summary), [f.file for f in summary.failed]) == ((0, 0, 3, 0), [QINGLAN_2023])
    opened = Store.open(store)
    assert opened.report_text(QINGLAN_2023) == WORK_2023
    opened.close()


def test_nothing_to_read_is_told(tmp_path: Path, store: Path, encoder: LetterEncoder) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableFileError, match=r"empty: no files there; give a folder with reports \(docx, pdf, html, "):
        ingest([tmp_path / "empty"], store, encoder)
    with pytest.raises(UnreadableFileError, match="none: no such file or folder"):
        ingest([tmp_path / "none"], store, encoder)
    assert not store.exists()


def test_a_folder_without_one_readable_file_is_told(tmp_path: Path, store: Path, encoder: LetterEncoder) -> None:
    (tmp_path / "bad").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "bad" / name).write_bytes(b"")
    with pytest.raises(UnreadableFileError, match=r"none of 2 files could be read; the first: .*a\.txt"):
        ingest([tmp_path / "bad"], store, encoder)


def test_progress_tells_each_file_that_is_read(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    (reports / QINGLAN_2023).write_bytes(b"")
    events: list[Progress] = []
    ingest([reports], store, encoder, progress=events.append)
    order = sorted(FILES)
    assert events == [Progress(n, 4, key, 0 if key == QINGLAN_2023 else len(FILES[key])) for n, key in enumerate(order, 1)]
    ingest([reports], store, encoder, progress=events.append)
    assert [(e.done, e.total, e.current) for e in events[4:]] == [(1, 1, QINGLAN_2023)]


def test_two_folders_with_the_same_file_names_keep_both(tmp_path: Path, store: Path, encoder: LetterEncoder) -> None:
    for name in ("2023", "2024"):
        write_files(tmp_path / name, {"report.txt": f"{name}年新增床位200张。\n"})
    assert numbers(ingest([tmp_path / "2023", tmp_path / "2024"], store, encoder)) == (2, 0, 0, 0)
    assert keys(store) == ["2023/report.txt", "2024/report.txt"]


def test_a_folder_of_the_same_name_in_another_place_replaces_nothing(tmp_path: Path, store: Path, encoder: LetterEncoder) -> None:
    for place, beds in (("a", 200), ("b", 300)):
        write_files(tmp_path / place, {"2024/report.txt": f"新增床位{beds}张。\n"})
    why = (
        f"{tmp_path / 'b/2024/report.txt'}: {tmp_path / 'a/2024/report.txt'} has the same name 2024/report.txt in the store; "
        "rename one of the folders"
    )
    together = ingest([tmp_path / "a/2024", tmp_path / "b/2024"], store, encoder)
    assert (numbers(together), together.failed) == ((1, 0, 0, 0), (FailedFile("2024/report.txt", why),))
    later = ingest([tmp_path / "b/2024"], store, encoder)
    assert (numbers(later), later.failed) == ((0, 0, 0, 0), (FailedFile("2024/report.txt", why),))
    opened = Store.open(store)
    assert opened.report_text("2024/report.txt") == "新增床位200张。\n"
    opened.close()


def test_a_folder_that_was_moved_is_the_same(tmp_path: Path, store: Path, encoder: LetterEncoder) -> None:
    write_files(tmp_path / "a", {"2024/report.txt": "新增床位200张。\n"})
    ingest([tmp_path / "a/2024"], store, encoder)
    (tmp_path / "a").rename(tmp_path / "b")
    write_files(tmp_path / "b", {"2024/report.txt": "新增床位300张。\n"})
    assert numbers(ingest([tmp_path / "b/2024"], store, encoder)) == (0, 1, 0, 0)


class StoppedEncoder(LetterEncoder):
    """An encoder during whose third report the user presses Ctrl-C."""

    calls = 0

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        if self.calls == 3:
            raise KeyboardInterrupt
        return super().encode_passages(texts)


def test_what_was_read_before_ctrl_c_can_be_searched(reports: Path, store: Path, encoder: LetterEncoder) -> None:
    with pytest.raises(KeyboardInterrupt):
        ingest([reports], store, StoppedEncoder())
    assert keys(store) == sorted(FILES)[:2]
    library = open_library(store, encoder)
    assert library.lexical.count == library.dense.manifest.count == library.store.count > 0
    library.close()
    assert numbers(ingest([reports], store, encoder)) == (2, 0, 2, 0)


def test_a_store_of_another_encoder_is_not_touched(store_folder: Path, reports: Path) -> None:
    before = keys(store_folder)
    with pytest.raises(StoreError):
        ingest([reports], store_folder, LetterEncoder("国"))
    assert keys(store_folder) == before


SLOWLY = """
import sys, time
from pathlib import Path
from index.ingest import ingest
from tests.letter_encoder import LetterEncoder
def slowly(event):
    print(event.done, flush=True)
    time.sleep(0.05)
ingest([Path(sys.argv[1])], Path(sys.argv[2]), LetterEncoder(), progress=slowly)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended in another way there")
@pytest.mark.parametrize("after", [0, 1, 7, 20, 40])
def test_a_store_is_whole_after_its_writer_was_killed(tmp_path: Path, encoder: LetterEncoder, after: int) -> None:
    files = {f"many/{n:02}.txt": f"第{n}号报告\n" + f"新增就业{n}万人，粮食产量{n}万吨。\n" * 40 for n in range(40)}
    folder = write_files(tmp_path / "reports", files)
    store = tmp_path / "store"
    arguments = [sys.executable, "-c", SLOWLY, str(folder), str(store)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        for _ in range(after):
            process.stdout.readline()
        time.sleep(0.02 * (after % 3))
        process.send_signal(signal.SIGKILL)
        process.wait()
    second = ingest([folder], store, encoder)
    assert numbers(second)[:3] == (40 - second.unchanged, 0, second.unchanged)
    assert second.unchanged >= after - 1
    library = open_library(store, encoder)
    assert [card.key for card in library.catalogue()] == sorted(files)
    assert all(library.store.report_text(key) == text for key, text in files.items())
    assert (
        library.lexical.count
        == library.dense.manifest.count
        == library.store.count
        == sum(c.passages for c in library.catalogue())
    )
    library.close()


@pytest.mark.slow
def test_many_files_are_read_by_several_processes_to_the_same_end(tmp_path: Path, encoder: LetterEncoder) -> None:
    line = "新增就业1.28万人，粮食产量31.6万吨，财政收入9.72亿元。\n"
    folder = write_files(tmp_path / "reports", {f"many/{n:02}.txt": line * 1000 for n in range(24)})
    (folder / "many" / "bad.txt").write_bytes(b"")
    summary = ingest([folder], tmp_path / "store", encoder)
    assert (numbers(summary), [f.file for f in summary.failed]) == ((24, 0, 0, 0), ["many/bad.txt"])
    assert summary.figures == 24 * 3000
    assert BAIYU_2024 not in keys(tmp_path / "store")
