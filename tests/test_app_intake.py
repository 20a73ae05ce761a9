import threading
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from app.intake.job import Intake, Standing
from app.intake.limits import MEGABYTE, Limits
from app.intake.names import UploadError, place_of
from app.intake.originals import OriginalError, original_of
from app.intake.uploads import Uploads
from index.opening import open_library
from index.store import Store, UnknownReportError
from tests.letter_encoder import LetterEncoder

BATCH = "batch-0123456789abcdef"
REPORT = "柳河镇2023年工作总结\n一、工作回顾\n全镇新建道路{n}公里，植树{n}万株。\n".format


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("2023.docx", "上传/2023.docx"),
        ("总结/2023.docx", "总结/2023.docx"),
        ("总结\\乡镇\\2023 年.PDF", "总结/乡镇/2023 年.PDF"),
    ],
)
def test_a_name_keeps_its_folders_and_a_lone_file_gets_one(name: str, place: str) -> None:
    assert place_of(name) == PurePosixPath(place)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../etc/passwd.txt", "upload_name"),
        ("a/../../b.txt", "upload_name"),
        ("..\\..\\b.txt", "upload_name"),
        ("/etc/b.txt", "upload_name"),
        ("C:\\b.txt", "upload_name"),
        ("a//b.txt", "upload_name"),
        ("a/./b.txt", "upload_name"),
        ("a\x00.txt", "upload_name"),
        ("a\u202etxt.docx", "upload_name"),
        ("con.txt", "upload_name"),
        ("a /b.txt", "upload_name"),
        ("", "upload_name"),
        ("报" * 90 + ".txt", "upload_name"),
        ("/".join("abcdefghijklmnopq") + ".txt", "upload_name"),
        (".waiting/b.txt", "upload_hidden"),
        ("a/~$b.docx", "upload_hidden"),
        ("setup.exe", "upload_kind"),
        ("README", "upload_kind"),
    ],
)
def test_a_name_that_leads_elsewhere_or_is_no_report_is_refused(name: str, reason: str) -> None:
    with pytest.raises(UploadError) as caught:
        place_of(name)
    assert caught.value.reason == reason


def send(uploads: Uploads, name: str, text: str, batch: str = BATCH) -> None:
    arrival = uploads.expect(batch, name)
    uploads.arrive(arrival, arrival.file.write(text.encode("utf-8")))


def files_below(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.is_file()}


def test_files_wait_in_their_batch_and_go_to_their_places_together(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path, Limits(free_bytes=0))
    send(uploads, "甲/一.txt", "1")
    send(uploads, "二.txt", "2")
    assert [name for name in files_below(tmp_path) if not name.startswith("uploads/.waiting/")] == []
    assert uploads.take(BATCH).places == (PurePosixPath("甲/一.txt"), PurePosixPath("上传/二.txt"))
    assert files_below(tmp_path) == {"uploads/上传/二.txt": "2", "uploads/甲/一.txt": "1"}
    assert uploads.take(BATCH).places == ()
    uploads.discard(PurePosixPath("甲/一.txt"))
    assert sorted(p.name for p in (tmp_path / "uploads").iterdir()) == [".waiting", "上传"]


def test_a_batch_takes_so_many_files_and_a_dropped_one_leaves_nothing(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path, Limits(files=2, free_bytes=0))
    send(uploads, "一.txt", "1")
    send(uploads, "二.txt", "2")
    send(uploads, "二.txt", "2, again")
    with pytest.raises(UploadError, match="more than 2 files"):
        uploads.expect(BATCH, "三.txt")
    late = uploads.expect("batch-of-somebody-else", "四.txt")
    uploads.drop("batch-of-somebody-else")
    with pytest.raises(UploadError, match="cancelled"):
        uploads.arrive(late, 0)
    uploads.give_up(late)
    uploads.drop(BATCH)
    assert files_below(tmp_path) == {}


def test_a_full_batch_a_full_disk_and_no_batch_are_refused(tmp_path: Path) -> None:
    small = Uploads(tmp_path, Limits(file_bytes=MEGABYTE, batch_bytes=MEGABYTE // 2, free_bytes=0))
    coming = small.expect(BATCH, "一.txt")
    with pytest.raises(UploadError, match="more than 0 MB"):
        small.expect(BATCH, "二.txt")
    with pytest.raises(UploadError, match="nearly full"):
        Uploads(tmp_path, Limits(free_bytes=2**60)).expect(BATCH, "一.txt")
    with pytest.raises(UploadError, match="no batch"):
        small.expect("../x", "一.txt")
    small.give_up(coming)
    assert files_below(tmp_path) == {}


def test_a_file_where_a_folder_is_wanted_fails_alone(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path, Limits(free_bytes=0))
    send(uploads, "甲/一.txt", "1")
    uploads.take(BATCH)
    send(uploads, "甲/一.txt/二.txt", "2")
    send(uploads, "甲/三.txt", "3")
    taken = uploads.take(BATCH)
    assert taken.places == (PurePosixPath("甲/三.txt"),)
    assert [f.file for f in taken.failed] == ["甲/一.txt/二.txt"]


@pytest.fixture
def intake(store_folder: Path, encoder: LetterEncoder) -> Iterator[Intake]:
    made = Intake(store_folder, lambda: encoder, Limits(free_bytes=0))
    yield made
    made.cancel()
    assert made.join(20)


def finished(intake: Intake) -> Standing:
    assert intake.join(20)
    return intake.standing()


def test_uploaded_reports_come_in_and_what_failed_is_told_and_not_kept(
    intake: Intake, store_folder: Path, encoder: LetterEncoder
) -> None:
    send(intake.uploads, "总结/柳河镇.txt", REPORT(n=12))
    send(intake.uploads, "总结/空.txt", "")
    send(intake.uploads, "坏.docx", "this is no Word file")
    intake.start(BATCH)
    standing = finished(intake)
    assert (standing.state, standing.added, standing.updated, standing.unchanged) == ("done", 1, 0, 0)
    assert [f.file for f in standing.failed] == ["上传/坏.docx", "总结/空.txt"]
    assert not any(str(store_folder) in f.why for f in standing.failed)
    assert list(files_below(store_folder / "uploads")) == ["总结/柳河镇.txt"]
    library = open_library(store_folder, encoder)
    assert "总结/柳河镇.txt" in [card.key for card in library.catalogue()]
    library.close()


def test_the_same_again_is_unchanged_and_a_new_version_an_update(intake: Intake) -> None:
    send(intake.uploads, "总结/柳河镇.txt", REPORT(n=12))
    intake.start(BATCH)
    finished(intake)
    send(intake.uploads, "总结/柳河镇.txt", REPORT(n=12))
    intake.start(BATCH)
    again = finished(intake)
    send(intake.uploads, "总结/柳河镇.txt", REPORT(n=13))
    intake.start(BATCH)
    newer = finished(intake)
    assert [(s.added, s.updated, s.unchanged) for s in (again, newer)] == [(0, 0, 1), (0, 1, 0)]


class SlowEncoder(LetterEncoder):
    """An encoder that waits until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.go = threading.Event(), threading.Event()

    def encode_passages(self, texts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        self.reached.set()
        assert self.go.wait(20)
        return super().encode_passages(texts)


def test_cancelling_keeps_what_was_read_and_throws_the_rest_away(store_folder: Path) -> None:
    encoder = SlowEncoder()
    intake = Intake(store_folder, lambda: encoder, Limits(free_bytes=0))
    for n in range(3):
        send(intake.uploads, f"总结/{n}.txt", REPORT(n=n + 1))
    intake.start(BATCH)
    assert encoder.reached.wait(20)
    send(intake.uploads, "later.txt", REPORT(n=9), batch="batch-that-comes-later")
    intake.start("batch-that-comes-later")
    assert intake.standing().state == "reading"
    intake.cancel()
    encoder.go.set()
    assert finished(intake).state == "cancelled"
    assert list(files_below(store_folder / "uploads")) == ["总结/0.txt"]
    store = Store.open(store_folder)
    assert [key for key in store.digests() if key.startswith(("总结", "上传"))] == ["总结/0.txt"]
    store.close()


def test_who_answers_is_told_of_the_reports_before_the_page_is(store_folder: Path, encoder: LetterEncoder) -> None:
    heard: list[str] = []
    made = Intake(store_folder, lambda: encoder, Limits(free_bytes=0), after=lambda: heard.append(made.standing().state))
    send(made.uploads, "总结/柳河镇.txt", REPORT(n=12))
    made.start(BATCH)
    assert (finished(made).state, heard) == ("done", ["reading"])


def test_the_rate_tells_what_remains() -> None:
    assert Standing("reading", done=2, total=10, seconds=4.0).remaining == 16.0
    assert Standing("reading", total=10, seconds=4.0).remaining is None


def test_the_original_is_the_file_that_was_read_and_nothing_else(store_folder: Path, reports: Path, tmp_path: Path) -> None:
    store = Store.open(store_folder)
    key = next(iter(store.digests()))
    assert (
        original_of(store, key).read_bytes()
        == next(p for p in reports.rglob("*") if p.name == key.rsplit("/", 1)[-1]).read_bytes()
    )
    for wrong in ("../../etc/passwd", "/etc/passwd", f"{key}/../../../store/store.sqlite3", "store.sqlite3", ""):
        with pytest.raises(UnknownReportError):
            original_of(store, wrong)
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    original = original_of(store, key)
    original.unlink()
    original.symlink_to(secret)
    with pytest.raises(OriginalError, match="not where it was read from"):
        original_of(store, key)
    store.close()


def test_nothing_sent_is_nothing_read(intake: Intake) -> None:
    intake.start("batch-of-nothing-at-all")
    started = time.monotonic()
    assert finished(intake).state == "done"
    assert time.monotonic() - started < 5
