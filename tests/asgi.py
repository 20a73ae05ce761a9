"""Call an ASGI application as a server would, without a server."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

Message = MutableMapping[str, Any]
App = Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


def call(
    app: App, method: str, path: str, *, query: str = "", headers: dict[str, str] | None = None, body: bytes = b"", parts: int = 1
) -> Reply:
    """Return what an application answers; the body is sent in `parts`."""
    sent = {"host": "127.0.0.1:7860", **(headers or {})}
    scope: Message = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http", "path": path,
        "raw_path": quote(path).encode(), "query_string": query.encode(), "root_path": "", "client": ("10.0.0.7", 5000),
        "server": ("127.0.0.1", 7860), "headers": [(k.encode("latin-1"), v.encode("latin-1")) for k, v in sent.items()],
    }  # fmt: skip
    size = max(1, -(-len(body) // parts))
    chunks = [body[at : at + size] for at in range(0, len(body), size)] or [b""]
    waiting = [{"type": "http.request", "body": c, "more_body": n < len(chunks) - 1} for n, c in enumerate(chunks)]
    got: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        got.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    start = next(m for m in got if m["type"] == "http.response.start")
    pairs = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in start["headers"]}
    return Reply(start["status"], pairs, b"".join(m.get("body", b"") for m in got if m["type"] == "http.response.body"))
