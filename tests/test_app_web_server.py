import os
import signal
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


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no such signals there")
def test_nothing_that_was_uploaded_stays_when_the_service_is_ended(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-X", "utf8", "-m", "tests.fake_engine", str(port)]
    surroundings = {**os.environ, "TMPDIR": str(tmp_path)}
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, cwd=root, env=surroundings, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"问据 Wenju: http://127.0.0.1:{port}/\n"
        assert [path.name.startswith("wenju-drafts-") for path in tmp_path.glob("wenju-*")] == [True]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
    assert list(tmp_path.glob("wenju-*")) == []
