"""The one normalisation of text, for matching only: what is stored and shown stays as read."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from corpus.figures.numerals import fold

# The passages of one question are looked at many times; at most some 20 MB are kept.
_REMEMBERED = 8_192
_BROKEN = re.compile(r"(?<=[㐀-鿿，、])\s+(?=[㐀-鿿])")


@lru_cache(maxsize=_REMEMBERED)
def matching_text(text: str) -> str:
    """Return a text for comparing words: half width, lower case, simplified characters, Han joined over breaks.

    The result may be shorter than the text: positions in it are not positions in the text.
    """
    folded = unicodedata.normalize("NFKC", fold(text)).lower()
    return _BROKEN.sub("", folded.translate(_simplified()))


@cache
def _simplified() -> dict[int, str]:
    """Return the simplified form of each traditional character, the likeliest one where there are several (OpenCC's table TSCharacters)."""
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in table.splitlines() if line.strip())
    return {ord(pair[0]): pair[1] for pair in pairs if len(pair) > 1 and len(pair[0]) == 1}
