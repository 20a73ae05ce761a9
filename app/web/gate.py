"""The gate before every request: who may come in, from which page, and what a browser may do with what goes out.

One place for all routes, Gradio's own too, which guard themselves unevenly.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from app.passwords import Accounts
from app.web.binding import is_local
from app.web.login import render_login
from app.web.sessions import HOURS, Sessions, Tries

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOGIN, LOGOUT = "/wenju/login", "/wenju/logout"
COOKIE = "wenju-session"
# Gradio asks for this itself when it starts; it tells nothing.
_OPEN = frozenset({LOGIN, "/gradio_api/startup-events", "/gradio_api/startup-events/", "/favicon.ico"})
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_LONGEST_FORM = 8192
# 'unsafe-inline' and 'unsafe-eval': Gradio needs both. What counts here is that nothing is fetched from or sent to elsewhere.
_POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode("ascii")),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the gate looks at of a request."""

    method: str
    path: str
    headers: dict[str, str]
    client: str
    secure: bool

    @property
    def token(self) -> str:
        """The token of the session, or ""."""
        try:
            found = SimpleCookie(self.headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return ""
        return found.value if found else ""


class Gate:
    """An ASGI application around another one."""

    def __init__(self, app: App, *, host: str, accounts: Accounts | None) -> None:
        self._app = app
        self._host = host
        self._accounts = accounts
        self._sessions = Sessions()
        self._tries = Tries()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked = _read(scope)
        guarded = _with_headers(send)
        refusal = self._refusal(asked)
        if refusal is None and self._accounts is not None:
            refusal = await self._login(asked, receive, self._accounts)
        if refusal is None:
            await self._app(scope, receive, guarded)
        elif scope["type"] == "http":
            await refusal(scope, receive, guarded)
        else:
            await send({"type": "websocket.close", "code": 1008})

    def _refusal(self, asked: _Asked) -> Response | None:
        host = asked.headers.get("host", "")
        # A page elsewhere may let its own name point at this machine (DNS rebinding): the name in the address gives it away.
        if self._accounts is None and is_local(self._host) and not is_local(_name(host)):
            return PlainTextResponse(
                "问据只在本机提供服务，请用 http://127.0.0.1 打开。Open it as http://127.0.0.1.", status_code=421
            )
        if asked.method not in _READING and not _from_here(asked.headers, host):
            return PlainTextResponse("请求来自别的网页，已拒绝。Refused: the request comes from another page.", status_code=403)
        return None

    async def _login(self, asked: _Asked, receive: Receive, accounts: Accounts) -> Response | None:
        chinese = "zh" in asked.headers.get("accept-language", "zh")[:12].casefold()
        if asked.path == LOGIN and asked.method == "POST":
            return await self._try(asked, await _form(receive), accounts, chinese=chinese)
        if asked.path == LOGIN:
            return HTMLResponse(render_login(chinese=chinese))
        if asked.path == LOGOUT:
            self._sessions.close(asked.token)
            response: Response = RedirectResponse(LOGIN, status_code=303)
            response.delete_cookie(COOKIE)
            return response
        if asked.path in _OPEN or self._sessions.user(asked.token) is not None:
            return None
        if asked.path == "/" and asked.method in _READING:
            return RedirectResponse(LOGIN, status_code=303)
        return PlainTextResponse("请先登录。Log in first.", status_code=401)

    async def _try(self, asked: _Asked, form: dict[str, str], accounts: Accounts, *, chinese: bool) -> Response:
        if not self._tries.may(asked.client):
            return HTMLResponse(render_login(trouble="login_wait", chinese=chinese), status_code=429)
        name = form.get("name", "").strip()
        right = await asyncio.to_thread(accounts.allow, name, form.get("password", ""))
        self._tries.note(asked.client, right=right)
        if not right:
            return HTMLResponse(render_login(trouble="login_wrong", chinese=chinese), status_code=401)
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(
            COOKIE, self._sessions.open(name), max_age=HOURS * 3600, httponly=True, samesite="lax", secure=asked.secure
        )
        return response


def _read(scope: Scope) -> _Asked:
    headers = {key.decode("latin-1").casefold(): value.decode("latin-1") for key, value in scope.get("headers", ())}
    client = scope.get("client") or ("", 0)
    secure = scope.get("scheme") in {"https", "wss"} or headers.get("x-forwarded-proto") == "https"
    return _Asked(str(scope.get("method", "GET")), str(scope["path"]), headers, str(client[0]), secure)


def _name(host: str) -> str:
    """Return a Host header without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _from_here(headers: dict[str, str], host: str) -> bool:
    """Tell whether a request comes from this page, or from a program that is no browser."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or (urlsplit(origin).netloc.casefold() == host.casefold() and bool(host))


async def _form(receive: Receive) -> dict[str, str]:
    body = b""
    while len(body) <= _LONGEST_FORM:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    if len(body) > _LONGEST_FORM:
        return {}
    return {key: values[0] for key, values in parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).items()}


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            there = {key.lower() for key, _ in message.get("headers", ())}
            message["headers"] = [*message.get("headers", ()), *(pair for pair in _HEADERS if pair[0] not in there)]
        await send(message)

    return send_with_headers
