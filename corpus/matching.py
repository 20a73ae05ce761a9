"""The one normalisation of text, for matching only: what is stored and shown stays as read."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from corpus.figures.numerals import fold

# The passages of one question are looked at many times; at most some 20 MB are kept.
_REMEMBERED = 8_192
_FIRST_PLANE = 0xFFFF
_SPACE = re.compile(r"\s")
_HAN = re.compile("[一-龥]")
_BROKEN = re.compile(r"(?<=[㐀-鿿，、])\s+(?=[㐀-鿿])")


@lru_cache(maxsize=_REMEMBERED)
def matching_text(text: str) -> str:
    """Return a text for comparing words: half width, lower case, simplified characters, Han joined over breaks.

    The result may be shorter than the text: positions in it are not positions in the text.
    """
    # What seldom changes is looked for first: it takes an eighth of the time. A text without 全角 commas is mostly normal already.
    # Simplified before folded: 參 alone is a numeral, 參加 is none.
    folded = unicodedata.normalize("NFKC", fold(simplified(text)).replace("，", ",")).lower()
    return _BROKEN.sub("", folded) if _SPACE.search(folded) else folded


def simplified(text: str) -> str:
    """Return a text in simplified characters, one for each of its own: every span stays valid."""
    # Most texts have few: to translate those takes a quarter of the time that looking up every character does.
    return _traditional().sub(lambda m: m[0].translate(simple_forms()), text) if _traditional().search(text) else text


@cache
def _traditional() -> re.Pattern[str]:
    """Return what finds characters that have a simplified form; those beyond the first plane are few, and all taken for such."""
    first_plane = "".join(re.escape(chr(code)) for code in simple_forms() if code <= _FIRST_PLANE)
    return re.compile(f"[{first_plane}\U00010000-\U0010ffff]+")


@cache
def simple_forms() -> dict[int, str]:
    """Return the simplified form of each traditional character, the likeliest one where there are several (OpenCC's table TSCharacters)."""
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in table.splitlines() if line.strip())
    return {ord(pair[0]): pair[1] for pair in pairs if len(pair) > 1 and len(pair[0]) == 1}


def is_chinese(text: str) -> bool:
    """Tell a text that is written in Chinese: it has a Han character."""
    return _HAN.search(text) is not None
