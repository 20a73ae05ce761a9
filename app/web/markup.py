"""HTML that cannot be injected into: the one place of the page where text becomes HTML."""

import html
import re
from collections.abc import Iterable

from app.plurals import with_singulars
from app.web.words import WORDS
from corpus.errors import WenjuError

# Control characters, marks that reorder or hide text (bidi overrides, zero width, tags), what is no character; tab and line feed stay.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_VOID = frozenset({"br", "hr", "input", "img"})


class Markup(str):
    """A string that is HTML already. Only this module makes one from text."""

    __slots__ = ()


def clean(text: str) -> str:
    """Drop characters that reorder, hide or control, and what no document can hold; put U+FFFD for a lone surrogate, which UTF-8 cannot carry."""
    return _SURROGATE.sub("\ufffd", _HIDDEN.sub("", text))


def escape(text: str) -> Markup:
    """Return text as HTML; a `Markup` comes back unchanged."""
    return text if isinstance(text, Markup) else Markup(html.escape(clean(text), quote=True))


def join(parts: Iterable[str]) -> Markup:
    """Join parts, escaping those that are plain text."""
    return Markup("".join(escape(part) for part in parts))


def tag(name: str, /, *children: str, **attributes: str | int | bool | None) -> Markup:
    """Return an element: `class_` gives class, `data_n` data-n; None and False leave an attribute out, True writes it bare."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{name}{written}>") if name in _VOID else Markup(f"<{name}{written}>{join(children)}</{name}>")


def words(key: str, /, **slots: str | int) -> Markup:
    """Return a text of the page in both languages; the style sheet shows the one that is chosen."""
    word = WORDS[key]
    return both(word.zh.format(**slots), with_singulars(word.en.format(**slots)))


def both(chinese: str, english: str) -> Markup:
    """Return a text in both languages, of which the style sheet shows the one that is chosen."""
    return join((tag("span", chinese, class_="zh"), tag("span", english, class_="en", lang="en")))


def told(error: WenjuError) -> Markup:
    """Return what an error says, in both languages where it can."""
    return both(error.chinese or str(error), str(error))


def hidden(key: str, /, **slots: str | int) -> Markup:
    """Return a text that only a screen reader meets."""
    return tag("span", words(key, **slots), class_="vh")


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
