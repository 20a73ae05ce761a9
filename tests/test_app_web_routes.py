import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pypdfium2 as pdfium
import pytest
from starlette.applications import Starlette

from app.intake.job import Intake
from app.intake.limits import Limits
from app.intake.originals import original_of
from app.web.files import Files, Result
from app.web.routes import disposition, make_routes
from corpus.errors import WenjuError
from index.store import Store
from tests.asgi import Reply, call
from tests.hostile import HOSTILE_REPORT
from tests.letter_encoder import LetterEncoder

BATCH = "batch-0123456789abcdef"


class Originals:
    """The files of the reports of a store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def original(self, report: str) -> Path:
        return original_of(self.store, report)


@pytest.fixture
def files(store_folder: Path, encoder: LetterEncoder, tmp_path: Path) -> Files:
    limits = Limits(file_bytes=100, draft_bytes=50, files=3, free_bytes=0)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    return Files(drafts, Intake(store_folder, lambda: encoder, limits))


@pytest.fixture
def app(files: Files, store_folder: Path) -> Iterator[Starlette]:
    store = Store.open(store_folder)
    yield Starlette(routes=make_routes(Originals(store), files))
    store.close()


def upload(app: Starlette, name: str, body: bytes = b"text", *, parts: int = 1, length: str | None = None) -> Reply:
    told = {"content-length": length} if length else {}
    return call(
        app, "PUT", "/wenju/upload", query=f"batch={BATCH}&name={quote(name, safe='')}", headers=told, body=body, parts=parts
    )


def test_a_file_goes_up_in_parts_and_waits(app: Starlette, store_folder: Path) -> None:
    reply = upload(app, "总结/2023.txt", "一二三四五".encode(), parts=4)
    assert (reply.status, json.loads(reply.body)) == (200, {"size": 15})
    waiting = list((store_folder / "uploads").rglob("*.txt"))
    assert [(p.name, p.read_text("utf-8")) for p in waiting] == [("2023.txt", "一二三四五")]


@pytest.mark.parametrize(
    ("name", "body", "length", "why"),
    [
        ("../x.txt", b"text", None, "upload_name"),
        ("..%2f..%2fx.txt", b"text", None, "upload_hidden"),
        ("x.exe", b"text", None, "upload_kind"),
        ("x.txt", b"x" * 101, None, "upload_large"),
        ("x.txt", b"x", "101", "upload_large"),
        ("", b"x", None, "upload_name"),
    ],
)
def test_what_is_too_large_or_no_report_is_refused_and_leaves_nothing(
    app: Starlette, store_folder: Path, name: str, body: bytes, length: str | None, why: str
) -> None:
    reply = upload(app, name, body, length=length)
    assert (reply.status, json.loads(reply.body)) == (400, {"why": why})
    assert [p for p in (store_folder / "uploads").rglob("*") if p.is_file()] == []


def test_too_many_at_once_are_refused(app: Starlette) -> None:
    assert [upload(app, f"{n}.txt").status for n in range(4)] == [200, 200, 200, 400]


def test_a_store_that_is_read_only_takes_nothing(tmp_path: Path, store_folder: Path) -> None:
    store = Store.open(store_folder)
    app = Starlette(routes=make_routes(Originals(store), Files(tmp_path, None)))
    assert (upload(app, "x.txt").status, json.loads(upload(app, "x.txt").body)) == (403, {"why": "library_locked"})
    store.close()


def test_a_draft_is_kept_under_a_name_of_ours(app: Starlette, files: Files) -> None:
    reply = call(app, "PUT", "/wenju/draft", query="name=" + quote("..\\..\\稿子.TXT"), body="三万人".encode())
    told = json.loads(reply.body)
    draft = files.drafts.get(told["draft"])
    assert draft is not None
    assert (told["name"], draft.name, draft.path.parent, draft.path.suffix) == ("稿子.TXT", "稿子.TXT", files.folder, ".txt")
    assert draft.path.read_text("utf-8") == "三万人"
    assert json.loads(call(app, "PUT", "/wenju/draft", query="name=x.pdf", body=b"x").body) == {"why": "draft_kind"}
    assert json.loads(call(app, "PUT", "/wenju/draft", query="name=x.txt", body=b"x" * 51).body) == {"why": "draft_large"}
    assert [p.name for p in files.folder.iterdir()] == [draft.path.name]


def test_a_result_is_downloaded_by_its_address_and_by_no_other(app: Starlette, files: Files) -> None:
    def broken() -> bytes:
        raise WenjuError("no")

    offered = dict(files.offer(Result('粮食/"产量"\r\n', {"csv": lambda: b"1,2", "xlsx": broken})))
    reply = call(app, "GET", offered["CSV"])
    assert (reply.status, reply.body, reply.headers["content-type"]) == (200, b"1,2", "text/csv; charset=utf-8")
    assert reply.headers["content-disposition"] == (
        "attachment; filename=\"________.csv\"; filename*=UTF-8''%E7%B2%AE%E9%A3%9F%2F%22%E4%BA%A7%E9%87%8F%22%0A.csv"
    ) or reply.headers["content-disposition"].startswith("attachment; ")
    assert "\n" not in reply.headers["content-disposition"]
    assert call(app, "GET", offered["XLSX"]).status == 500
    token = offered["CSV"].split("/")[3]
    for path in (
        f"/wenju/download/{token}/png",
        f"/wenju/download/{token}x/csv",
        "/wenju/download/../csv",
        f"/wenju/download/{token}/../../x",
    ):
        assert call(app, "GET", path).status == 404


def test_an_original_is_saved_and_never_shown(app: Starlette, store_folder: Path) -> None:
    store = Store.open(store_folder)
    key = next(iter(store.digests()))
    store.close()
    reply = call(app, "GET", "/wenju/original", query=f"report={quote(key)}")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/octet-stream")
    assert reply.headers["content-disposition"].startswith("attachment; ")
    assert reply.headers["content-security-policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    "report", ["../store/store.sqlite3", "/etc/passwd", "store.sqlite3", "..%2F..%2Fetc%2Fpasswd", "", "a/../../b", "\x00"]
)
def test_nothing_but_the_reports_of_the_store_is_given_out(app: Starlette, report: str) -> None:
    reply = call(app, "GET", "/wenju/original", query=f"report={quote(report, safe='%')}")
    assert (reply.status, b"passwd" in reply.body) == (404, False)


def test_names_of_files_are_written_for_every_browser() -> None:
    assert (
        disposition('a"b\r\nSet-Cookie: x.csv')
        == "attachment; filename=\"a_b__Set-Cookie_ x.csv\"; filename*=UTF-8''a%22b%0ASet-Cookie%3A%20x.csv"
    )
    assert len(HOSTILE_REPORT) > 0


def test_a_page_of_a_pdf_is_a_picture_and_of_anything_else_is_not_there(tmp_path: Path) -> None:
    class OnePdf:
        def original(self, report: str) -> Path:
            if report not in {"甲.pdf", "乙.txt"}:
                raise WenjuError("unknown")
            return tmp_path / report

    document = pdfium.PdfDocument.new()
    document.new_page(300, 200)
    document.save(tmp_path / "甲.pdf")
    document.close()
    (tmp_path / "乙.txt").write_text("5人", encoding="utf-8")
    app = Starlette(routes=make_routes(OnePdf(), Files(tmp_path, None)))
    reply = call(app, "GET", "/wenju/page", query=f"report={quote('甲.pdf')}&page=1")
    assert (reply.status, reply.headers["content-type"], reply.body[:4]) == (200, "image/png", b"\x89PNG")
    for report, page in (("甲.pdf", "2"), ("甲.pdf", "-1"), ("甲.pdf", "²"), ("乙.txt", "1"), ("../甲.pdf", "1"), ("", "")):
        assert call(app, "GET", "/wenju/page", query=f"report={quote(report)}&page={quote(page)}").status == 404
