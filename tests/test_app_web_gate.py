from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.responses import PlainTextResponse

from app.passwords import Accounts, account_line, read_accounts
from app.web.binding import ExposedError, check_exposure, is_local
from app.web.gate import COOKIE, Gate
from app.web.login import render_login
from app.web.sessions import Sessions, Tries
from tests.asgi import Reply, call
from tests.hostile import ALL, is_only_text

PASSWORD = "correct horse"


async def inside(scope, receive, send) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    await PlainTextResponse("inside")(scope, receive, send)


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Accounts:
    file: Path = tmp_path_factory.mktemp("accounts") / "accounts"
    file.write_text(account_line("li", PASSWORD), encoding="utf-8")
    return read_accounts(file)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True), ("127.1.2.3", True), ("localhost", True), ("::1", True), ("[::1]", True), ("0.0.0.0", False), ("::", False),
        ("192.168.1.4", False), ("wenju.example", False), ("localhost.example", False), ("", False),
    ],
)  # fmt: skip
def test_only_loopback_addresses_are_local(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_a_page_that_others_reach_needs_accounts_or_an_explicit_word() -> None:
    with pytest.raises(ExposedError, match=r"0\.0\.0\.0 can be reached from other machines .* --auth FILE .* --allow-anyone"):
        check_exposure("0.0.0.0", has_accounts=False, anyone=False)
    check_exposure("127.0.0.1", has_accounts=False, anyone=False)
    check_exposure("0.0.0.0", has_accounts=True, anyone=False)
    check_exposure("0.0.0.0", has_accounts=False, anyone=True)


def test_without_accounts_the_page_is_open_to_this_machine_and_guards_what_goes_out() -> None:
    reply = call(Gate(inside, host="127.0.0.1", accounts=None), "GET", "/")
    assert (reply.status, reply.body) == (200, b"inside")
    guards = ("x-frame-options", "x-content-type-options", "referrer-policy")
    assert [reply.headers[name] for name in guards] == ["DENY", "nosniff", "same-origin"]
    assert reply.headers["content-security-policy"].startswith("default-src 'self' ")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", "[", ""])
def test_another_name_for_this_machine_is_refused(host: str) -> None:
    assert call(Gate(inside, host="127.0.0.1", accounts=None), "GET", "/", headers={"host": host}).status == 421
    assert call(Gate(inside, host="0.0.0.0", accounts=None), "GET", "/", headers={"host": "wenju.example"}).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:7860"}, 200),
        ({"origin": "http://127.0.0.1:7860", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "http://127.0.0.1:7860", "sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_another_page_cannot_send_anything_here(headers: dict[str, str], status: int) -> None:
    gate = Gate(inside, host="127.0.0.1", accounts=None)
    assert {call(gate, method, "/wenju/upload", headers=headers).status for method in ("POST", "PUT", "DELETE")} == {status}


def log_in(gate: Gate, name: str, password: str) -> Reply:
    return call(gate, "POST", "/wenju/login", body=urlencode({"name": name, "password": password}).encode())


def test_with_accounts_nothing_is_given_out_before_logging_in(accounts: Accounts) -> None:
    gate = Gate(inside, host="0.0.0.0", accounts=accounts)
    first = call(gate, "GET", "/")
    assert (first.status, first.headers["location"]) == (303, "/wenju/login")
    paths = (
        "/config",
        "/gradio_api/queue/join",
        "/gradio_api/file=/etc/passwd",
        "/assets/x.js",
        "/wenju/original",
        "//",
        "/wenju/login/x",
    )
    assert {call(gate, method, path).status for path in paths for method in ("GET", "POST")} == {401}
    assert call(gate, "GET", "/gradio_api/startup-events").body == b"inside"
    forged = call(gate, "GET", "/config", headers={"cookie": f"{COOKIE}=guess; access-token-x=guess"})
    assert forged.status == 401


def test_a_right_password_opens_a_session_until_logging_out(accounts: Accounts) -> None:
    gate = Gate(inside, host="0.0.0.0", accounts=accounts)
    page = call(gate, "GET", "/wenju/login", headers={"accept-language": "en-US,en"})
    assert (page.status, b"Log in" in page.body, b'lang="en"' in page.body) == (200, True, True)
    done = log_in(gate, "li", PASSWORD)
    cookie = done.headers["set-cookie"]
    assert (done.status, done.headers["location"]) == (303, "/")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    own = {"cookie": cookie.partition(";")[0]}
    assert call(gate, "GET", "/config", headers=own).body == b"inside"
    assert call(gate, "GET", "/wenju/logout", headers=own).status == 303
    assert call(gate, "GET", "/config", headers=own).status == 401


def test_wrong_passwords_are_refused_and_after_ten_for_a_while(accounts: Accounts) -> None:
    gate = Gate(inside, host="0.0.0.0", accounts=accounts)
    assert [log_in(gate, name, "wrong").status for name in ("li", "nobody")] == [401, 401]
    assert [log_in(gate, "li", "").status for _ in range(8)] == [401] * 8
    assert log_in(gate, "li", PASSWORD).status == 429
    assert call(gate, "POST", "/wenju/login", body=b"x" * 10_000).status == 429


def test_sessions_end_by_themselves_and_old_tries_are_forgotten() -> None:
    now = [0.0]
    sessions, tries = Sessions(lambda: now[0]), Tries(lambda: now[0])
    token = sessions.open("li")
    for _ in range(10):
        tries.note("10.0.0.7", right=False)
    assert (sessions.user(token), tries.may("10.0.0.7"), tries.may("10.0.0.8")) == ("li", False, True)
    now[0] = 301.0
    assert tries.may("10.0.0.7")
    now[0] = 12 * 3600.0
    assert sessions.user(token) is None


def test_the_page_of_logging_in_shows_text_only() -> None:
    assert is_only_text(render_login(trouble="login_wrong").replace(ALL, ""))
