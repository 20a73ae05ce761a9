"""A visitor of the served page without a browser: sends what the page sends when a question is asked, and reads what comes back."""

import http.client
import json
import secrets
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from app.web.binding import is_local
from corpus.errors import WenjuError

_SECONDS = 60.0  # after which a call counts as lost
_MESSAGES = 10_000  # that one answer may come in: no loop without an end


class PageError(WenjuError):
    """A page that does not answer as the page of Wenju does."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the page calls the server for a question: the number of its function, the component that asks, how many values it sends."""

    function: int
    trigger: int
    values: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One question asked: seconds to the first words of the answer and to its end; `error` is "" where all went well."""

    first: float
    whole: float
    error: str


class Visitor:
    """One reader with the page open. Raises PageError for an address that is not this machine's: the load is for one's own server."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if not is_local(parts.hostname or ""):
            raise PageError(f"{address}: the load script visits this machine only; give http://127.0.0.1:PORT")
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._session = secrets.token_hex(6)

    def open(self) -> Form:
        """Load the page's settings and return how a question is asked."""
        config = json.loads(self._call("GET", "/config"))
        ids = {part["props"].get("elem_id"): part["id"] for part in config["components"]}
        composer = ids.get("wj-composer")
        for function in config["dependencies"]:
            if composer is not None and [composer, "submit"] in [list(target) for target in function["targets"]]:
                return Form(int(function["id"]), int(composer), len(function["inputs"]))
        raise PageError("the page has no place where a question is asked: is it Wenju's?")

    def ask(self, form: Form, question: str) -> Asked:
        """Ask a question and wait for the whole answer."""
        started = time.perf_counter()
        body = {
            "data": [None] * form.values, "fn_index": form.function, "trigger_id": form.trigger, "session_hash": self._session,
            "event_data": {"text": question, "years": [], "reports": []},
        }  # fmt: skip
        try:
            self._call("POST", "/gradio_api/queue/join", json.dumps(body).encode("utf-8"))
            return self._listen(started)
        except (OSError, http.client.HTTPException, PageError, ValueError) as error:
            return Asked(0.0, time.perf_counter() - started, f"{type(error).__name__}: {error}")

    def _listen(self, started: float) -> Asked:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        first = 0.0
        try:
            connection.request("GET", f"/gradio_api/queue/data?session_hash={self._session}")
            response = connection.getresponse()
            for _ in range(_MESSAGES):
                line = response.readline()
                if not line:
                    break
                message = json.loads(line[5:]) if line.startswith(b"data:") else {}
                now = time.perf_counter() - started
                if not first and b'class=\\"text\\"' in line:
                    first = now
                if message.get("msg") == "process_completed":
                    return Asked(first or now, now, "" if message.get("success") and _answered(message) else "the answer failed")
        finally:
            connection.close()
        return Asked(0.0, time.perf_counter() - started, "the answer did not come to its end")

    def _call(self, method: str, path: str, body: bytes | None = None) -> bytes:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_SECONDS)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
            response = connection.getresponse()
            data = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise PageError(f"{path}: status {response.status}; {data[:200].decode('utf-8', 'replace')}")
        return data


def _answered(message: dict[str, Any]) -> bool:
    """Tell whether an answer came and not the page's own excuse."""
    return "reply failed" not in json.dumps(message.get("output", {}), ensure_ascii=False)
