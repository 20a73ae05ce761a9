"""The page where a name and a password are given, as HTML that needs nothing else."""

from app.web.markup import Markup, join, tag, words

_STYLE = """
:root{--paper:#faf7f1;--sheet:#fffdf9;--ink:#23262b;--soft:#5f646b;--edge:#cfc6b5;--seal:#a8321f;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--sheet:#1b1e22;--ink:#e8e4dc;--soft:#a5a9ae;--edge:#444a52;--seal:#e8826d}}
*{box-sizing:border-box}body{margin:0;min-height:100dvh;display:grid;place-items:center;background:var(--paper);color:var(--ink);
font:16px/1.75 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
form{width:min(360px,calc(100vw - 36px));padding:34px 30px 30px;background:var(--sheet);border:1px solid var(--edge);border-radius:14px}
.seal{display:flex;flex-direction:column;align-items:center;justify-content:center;width:36px;height:40px;margin-bottom:16px;background:#a8321f;
color:#fff8f2;border-radius:6px;font:700 13.5px/15px serif}
h1{margin:0 0 18px;font:600 24px/1.4 "Source Han Serif SC","Noto Serif CJK SC",SimSun,serif}
label{display:block;margin:12px 0 4px;font-size:14px;color:var(--soft)}
input{width:100%;padding:9px 12px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:9px}
input:focus-visible,button:focus-visible{outline:2px solid var(--seal);outline-offset:2px}
button{width:100%;margin-top:22px;padding:10px;border:0;border-radius:9px;background:#a8321f;color:#fff8f2;font:600 16px/1.5 inherit;cursor:pointer}
button:hover{background:#8b2717}p{margin:0 0 8px;padding:8px 12px;border-left:3px solid var(--seal);color:var(--seal);font-size:14px}
html:lang(zh) .en,html:lang(en) .zh{display:none}
"""


def render_login(*, trouble: str = "", chinese: bool = True) -> Markup:
    """Return the whole page; `trouble` is the key of what went wrong with the last try."""
    seal = tag("div", tag("span", "问"), tag("span", "据"), class_="seal", aria_hidden="true")
    form = tag(
        "form",
        seal,
        tag("h1", words("login_title")),
        tag("p", words(trouble), role="alert") if trouble else "",
        tag("label", words("login_name"), for_="name"),
        tag("input", id="name", name="name", autocomplete="username", maxlength=64, required=True, autofocus=True),
        tag("label", words("login_password"), for_="password"),
        tag(
            "input",
            id="password",
            name="password",
            type="password",
            autocomplete="current-password",
            maxlength=1024,
            required=True,
        ),
        tag("button", words("login_go"), type="submit"),
        method="post",
        action="/wenju/login",
    )
    head = join(
        (
            Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'),
            tag("title", "问据 Wenju"),
            tag("style", Markup(_STYLE)),
        )
    )
    page = tag("html", tag("head", head), tag("body", tag("main", form)), lang="zh-CN" if chinese else "en")
    return Markup(f"<!doctype html>{page}")
