"""The one normalisation of text, for matching only: what is stored and shown stays as read."""

import re
import unicodedata
from functools import lru_cache

from corpus.figures.numerals import fold

# The passages of one question are looked at many times; at most some 20 MB are kept.
_REMEMBERED = 8_192
_BROKEN = re.compile(r"(?<=[㐀-鿿，、])\s+(?=[㐀-鿿])")


@lru_cache(maxsize=_REMEMBERED)
def matching_text(text: str) -> str:
    """Return a text for comparing words: half width, lower case, simplified numerals and units, Han joined over breaks.

    The result may be shorter than the text: positions in it are not positions in the text.
    """
    return _BROKEN.sub("", unicodedata.normalize("NFKC", fold(text)).lower())
