"""Serving the page on this machine."""

import atexit
import errno
import shutil
import signal
import socket
import sys
import tempfile
from pathlib import Path
from types import FrameType

import gradio as gr
from starlette.middleware import Middleware

from app.intake.job import Intake
from app.passwords import Accounts
from app.web.engine import Engine
from app.web.files import Files
from app.web.gate import Gate
from app.web.head import head
from app.web.page import build_page
from app.web.routes import make_routes
from corpus.errors import WenjuError

_HERE = Path(__file__).parent
_SANS = (
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "system-ui",
    "sans-serif",
)
_MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace")


class AddressError(WenjuError):
    """An address that the page cannot be served on."""


def serve(
    engine: Engine, *, host: str = "127.0.0.1", port: int = 7860, accounts: Accounts | None = None, intake: Intake | None = None
) -> None:
    """Serve the page until interrupted or ended; say the address once it answers. Raises `AddressError` where it cannot listen."""
    signal.signal(signal.SIGTERM, _leave)
    page = start(engine, host=host, port=port, accounts=accounts, intake=intake)
    sys.stdout.write(f"问据 Wenju: {page.local_url}\n")
    sys.stdout.flush()
    page.block_thread()


def start(
    engine: Engine, *, host: str = "127.0.0.1", port: int = 7860, accounts: Accounts | None = None, intake: Intake | None = None
) -> gr.Blocks:
    """Start the page in the background and return it; `close()` stops it. Raises `AddressError` where it cannot listen.

    With accounts everybody has to log in; without an intake no report can be added or removed.
    """
    _check_address(host, port)
    files = Files(_draft_folder(), intake, guarded=accounts is not None)
    page = build_page(engine, files)
    page.launch(
        server_name=host,
        server_port=port,
        app_kwargs={"routes": make_routes(engine, files), "middleware": [Middleware(Gate, host=host, accounts=accounts)]},
        share=False,
        inline=False,
        quiet=True,
        prevent_thread_lock=True,
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        footer_links=[],
        theme=_theme(),
        head=head(),
        favicon_path=_HERE / "seal.svg",
    )
    return page


def _leave(_signal: int, _frame: FrameType | None) -> None:
    # A service is ended by a signal: without this the interpreter stops at once and uploaded drafts stay on the disk.
    raise SystemExit(0)


def _draft_folder() -> Path:
    """Return a folder for uploaded drafts that goes when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="wenju-drafts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _theme() -> gr.themes.Base:
    theme = gr.themes.Base(font=_SANS, font_mono=_MONO)
    return theme.set(
        body_background_fill="#faf7f1",
        body_background_fill_dark="#15171a",
        body_text_color="#23262b",
        body_text_color_dark="#e8e4dc",
    )


def _check_address(host: str, port: int) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror as error:
        raise AddressError(f"cannot serve on {host!r}: no such address here; use 127.0.0.1 for this machine only") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise AddressError(
                f"port {port} on {host} is taken; stop the program that uses it or choose another: --port {port + 1}"
            ) from error
        raise AddressError(
            f"cannot serve on {host} port {port}: {error.strerror}; choose another with --host and --port"
        ) from error
