"""The page in a real Chromium: how the browser tests start it, open it and ask on it."""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class Server(NamedTuple):
    """The page in a process of its own, for Gradio leaves event loops open and warnings are errors here.

    `place` is the folder of its store, or the file in which the fake engine keeps what it was asked.
    """

    address: str
    place: Path

    def asked(self) -> list[object]:
        """Return what the fake engine was asked last: question, history, years, reports."""
        return list(self._log()["asked"][-1])

    def told(self, what: str) -> dict[str, Any]:
        """Return the newest of what else the fake engine was told: dropped or feedback."""
        return dict(self._log()[what][-1])

    def _log(self) -> dict[str, Any]:
        return dict(json.loads(self.place.read_text(encoding="utf-8")))


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Open Chromium; fail where there is none."""
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "the browser tests need Chromium: install it (Debian: apt install chromium) or leave them out: -m 'not browser'"
        )
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=SWITCHES.split())
        yield opened
        opened.close()


@contextmanager
def open_server(module: str, place: Path) -> Iterator[Server]:
    """Start `python -m MODULE PORT PLACE` and wait until it serves."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command: Sequence[str] = (sys.executable, "-X", "utf8", "-m", module, str(port), str(place))
    with subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"问据 Wenju: http://127.0.0.1:{port}/\n"
        try:
            yield Server(f"http://127.0.0.1:{port}/", place)
        finally:
            process.terminate()


class Visit:
    """A page that was opened, with what went wrong on it and what it fetched from elsewhere."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        width: int = 1440,
        height: int = 900,
        locale: str = "zh-CN",
        scheme: str = "light",
    ) -> None:
        self.troubles: list[str] = []
        self.address = address
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, color_scheme="dark" if scheme == "dark" else "light"
        )
        self.page = self.open(address)
        # On a machine that is busy with other things the page takes its time.
        expect(self.page.locator("#wj-composer form")).to_be_visible(timeout=20_000)

    def open(self, address: str) -> Page:
        """Open another page beside."""
        page = self.context.new_page()
        page.on("console", lambda message: self._note(message.type in {"error", "warning"}, message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("request", lambda request: self._note(not request.url.startswith((self.address, "data:", "blob:")), request.url))
        page.on("response", lambda response: self._note(response.status >= 400, f"{response.status} {response.url}"))
        page.goto(address)
        return page

    def close(self) -> None:
        """Close it; nothing may have gone wrong."""
        self.context.close()
        assert self.troubles == [], self.troubles  # said in full: pytest rewrites no helpers

    def _note(self, bad: bool, what: str) -> None:
        # A page that is left while its client still listens says so.
        if bad and not what.startswith(("AbortError: signal is aborted", "Unexpected error Connection errored out")):
            self.troubles.append(what)


def ask(page: Page, question: str) -> None:
    """Ask and wait for the whole answer."""
    turns = page.locator(".turn").count()
    page.fill("#wj-question", question)
    page.press("#wj-question", "Enter")
    expect(page.locator(".turn .foot")).to_have_count(turns + 1, timeout=20_000)


def open_tab(page: Page, name: str) -> None:
    """Go to a tab."""
    page.click(f"a.page[data-page={name}]")


def is_in_view(page: Page, selector: str, frame: str) -> bool:
    """Tell whether an element lies inside another as they are shown."""
    inside: bool = page.evaluate(
        "([a, b]) => { const [x, y] = [a, b].map((s) => document.querySelector(s).getBoundingClientRect());"
        " return x.top >= y.top && x.bottom <= y.bottom; }",
        [selector, frame],
    )
    return inside
