import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.web.server import AddressError, start
from tests.fake_engine import FakeEngine


def test_a_taken_port_is_named_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=rf"port {port} on 127\.0\.0\.1 is taken; .* --port {port + 1}"):
            start(FakeEngine(), port=port)


def test_an_unknown_host_is_named_with_what_to_do() -> None:
    with pytest.raises(AddressError, match=r"cannot serve on 'nowhere\.invalid': .* use 127\.0\.0\.1"):
        start(FakeEngine(), host="nowhere.invalid")


@pytest.mark.slow
def test_the_page_answers_here_and_is_neither_shared_nor_reported() -> None:
    # In a process of its own, for Gradio leaves event loops open and warnings are errors here.
    script = """
import urllib.request
from app.web.server import start
from tests.fake_engine import FakeEngine
page = start(FakeEngine(), port={port})
html = urllib.request.urlopen(page.local_url).read().decode("utf-8")
print([page.share, page.share_url, page.analytics_enabled, page.local_url, "问据 Wenju" in html, "fonts.googleapis" in html])
page.close(verbose=False)
"""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script.format(port=port)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout == f"[False, None, False, 'http://127.0.0.1:{port}/', True, False]\n"
