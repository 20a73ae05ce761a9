"""Who says what a sentence claims, and when that was said: none of it is what is measured."""

import re

from corpus.figures.numerals import fold

YEAR = r"(?:(?:1[89]|20)\d\d|[一二][零○一二三四五六七八九]{3})"
# Who says it, and when it was said: 2023年国务院政府工作报告指出. The year is that of the report, not of what it tells.
SOURCE = re.compile(
    rf"{YEAR}\s?年(?:度)?(?:的|[一二三四五六七八九十\d]+月)?[一-龥]{{0,14}}?(?:工作报告|报告|公报)|(?<=在){YEAR}\s?年(?:的)?(?:工作)?报告"
)
IN_ENGLISH = re.compile(
    r"(?:(?:according to|as|said|says|per|in)\s+)?(?:the|its|China's)\s(?:(?:19|20)\d\d\s)?(?:[A-Z][\w.]*\s|government\s|work\s)*"
    r"report(?:\s(?:of|by)\sthe\s[A-Z]\w+(?:\s[A-Z]\w+)*)?(?:\s(?:said|says|states?|shows?))?,?",
    re.IGNORECASE,
)
_HAN = re.compile("[一-龥]")


def without_source(sentence: str) -> str:
    """Return a sentence with spaces in place of who says it and when that was said."""
    chinese = SOURCE.sub(lambda m: "　" * len(m[0]), fold(sentence))
    return IN_ENGLISH.sub(lambda m: " " * len(m[0]), chinese) if not _HAN.search(chinese) else chinese
