"""The addresses beside Gradio's own: uploads come in as they are, results and originals go out as files and never as pages."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.intake.limits import DRAFT_KINDS, MEGABYTE
from app.intake.names import UploadError
from app.web.files import DOWNLOAD, ORIGINAL, PAGE, TYPES, DraftFile, Files
from app.web.markup import clean
from corpus.errors import WenjuError
from corpus.readers.pdf_picture import PictureError, draw_page

_log = logging.getLogger(__name__)
_GATHERED = 2**20  # bytes gathered before a thread writes them
# A report may be HTML with scripts: a browser saves it and never shows it.
_SAVED = {"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-store"}


class Originals(Protocol):
    """What knows the files of the reports."""

    def original(self, report: str) -> Path:
        """Return the file of a report. Raises WenjuError."""


def make_routes(engine: Originals, files: Files) -> list[Route]:
    """Return the routes for files: uploads of reports and drafts, saved results, and the originals and printed pages of reports."""
    return [
        Route("/wenju/upload", _upload(files), methods=["PUT"]),
        Route("/wenju/draft", _draft(files), methods=["PUT"]),
        Route(f"{DOWNLOAD}/{{token}}/{{form}}", _download(files), methods=["GET"]),
        Route(ORIGINAL, _original(engine), methods=["GET"]),
        Route(PAGE, _page(engine), methods=["GET"]),
        Route("/wenju/alive", _alive, methods=["GET"]),
    ]


async def _alive(_request: Request) -> Response:
    """Tell the page that the server is there."""
    return Response(status_code=204, headers={"Cache-Control": "no-store"})


def _upload(files: Files) -> Callable[..., object]:
    async def upload(request: Request) -> Response:
        intake = files.intake
        if intake is None:
            return _refused("library_locked", 403)
        try:
            _check_size(request, files.limits.file_bytes, "upload_large")
            name = request.query_params.get("name", "")
            arrival = await asyncio.to_thread(intake.uploads.expect, request.query_params.get("batch", ""), name)
        except UploadError as error:
            return _refused(error.reason, 400)
        try:
            size = await _receive(request, arrival.file, arrival.limit, "upload_large")
            await asyncio.to_thread(intake.uploads.arrive, arrival, size)
        except (UploadError, ClientDisconnect, OSError) as error:
            await asyncio.to_thread(intake.uploads.give_up, arrival)
            return _refused(error.reason if isinstance(error, UploadError) else "upload_lost", 400)
        return JSONResponse({"size": size})

    return upload


def _draft(files: Files) -> Callable[..., object]:
    async def draft(request: Request) -> Response:
        name = clean(request.query_params.get("name", "")).replace("\\", "/").rsplit("/", 1)[-1][:120]
        kind = PurePosixPath(name).suffix.lower()
        if kind not in DRAFT_KINDS:
            return _refused("draft_kind", 400)
        # The name on the disk is ours: nothing of the browser's reaches the file system but one of the known endings.
        path = files.folder / f"{secrets.token_hex(12)}{kind}"
        try:
            _check_size(request, files.limits.draft_bytes, "draft_large")
            with path.open("xb") as file:
                await _receive(request, file, files.limits.draft_bytes, "draft_large")
        except (UploadError, ClientDisconnect, OSError) as error:
            path.unlink(missing_ok=True)
            return _refused(error.reason if isinstance(error, UploadError) else "upload_lost", 400)
        return JSONResponse({"draft": files.drafts.put(DraftFile(name, path)), "name": name})

    return draft


def _download(files: Files) -> Callable[..., object]:
    async def download(request: Request) -> Response:
        form = request.path_params["form"]
        result = files.results.get(request.path_params["token"])
        if result is None or form not in result.makers or form not in TYPES:
            return PlainTextResponse("这份结果已经过期，请再做一次。The result has expired: make it again.", status_code=404)
        try:
            data = await asyncio.to_thread(result.makers[form])
        except WenjuError as error:
            return PlainTextResponse(str(error), status_code=500)
        except Exception:  # the last edge: say it plainly, the log holds the rest
            _log.exception("making %s as %s failed", result.name, form)
            return PlainTextResponse("没能做成文件。The file could not be made.", status_code=500)
        name = (request.query_params.get("lang") == "en" and result.english) or result.name
        return Response(data, headers={**_SAVED, "Content-Disposition": disposition(f"{name}.{form}")}, media_type=TYPES[form])

    return download


def _original(engine: Originals) -> Callable[..., object]:
    async def original(request: Request) -> Response:
        try:
            path = await asyncio.to_thread(engine.original, request.query_params.get("report", ""))
        except WenjuError:
            return PlainTextResponse("这份报告的原件不在了。The file of this report is not there.", status_code=404)
        return FileResponse(
            path, media_type="application/octet-stream", headers={**_SAVED, "Content-Disposition": disposition(path.name)}
        )

    return original


def _page(engine: Originals) -> Callable[..., object]:
    def draw(report: str, page: str) -> bytes:
        if not (page.isascii() and page.isdigit() and len(page) <= 6):
            raise PictureError(f"{page[:20]!r} is no number of a page")
        return draw_page(engine.original(report), int(page))

    async def picture(request: Request) -> Response:
        query = request.query_params
        try:
            data = await asyncio.to_thread(draw, query.get("report", ""), query.get("page", ""))
        except WenjuError:
            return PlainTextResponse("这一页画不出来。The page cannot be drawn.", status_code=404)
        return Response(data, headers=_SAVED, media_type="image/png")

    return picture


def disposition(name: str) -> str:
    """Return the header that saves a file under a name, as RFC 6266 writes names that are not ASCII."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)[-100:]
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(clean(name)[-120:], safe='')}"


def _check_size(request: Request, limit: int, reason: str) -> None:
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limit:
        raise UploadError(f"the file has {int(told) // MEGABYTE} MB, at most {limit // MEGABYTE} are taken", reason)


async def _receive(request: Request, file: BinaryIO, limit: int, reason: str) -> int:
    """Write the body into a file; return its size. Raises UploadError once it is larger than the limit, whatever its head told."""
    size = 0
    async for gathered in _gathered(request):
        size += len(gathered)
        if size > limit:
            raise UploadError(f"the file is larger than {limit // MEGABYTE} MB", reason)
        await asyncio.to_thread(file.write, gathered)
    return size


async def _gathered(request: Request) -> AsyncIterator[bytes]:
    parts: list[bytes] = []
    async for chunk in request.stream():
        parts.append(chunk)
        if sum(map(len, parts)) >= _GATHERED:
            yield b"".join(parts)
            parts = []
    yield b"".join(parts)


def _refused(reason: str, status: int) -> Response:
    return JSONResponse({"why": reason}, status_code=status)
