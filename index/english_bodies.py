"""What questions call a body whose reports are in English: Northport Harbour Authority is also Northport Harbour, and Northport where no word is so spelt."""

import re
from functools import lru_cache

from index.unheard import is_no_word

# The words for what a body is, at the end of its name.
_SORT = re.compile(
    r"\b(?:group|holdings?|company|corporation|bank|trust|foundation|association|society|federation|union|institute|institution|hospitals?|clinic|infirmary|health"
    r"|university|college|school|academy|authority|agency|commission|council|board|department|ministry|office|service|bureau|harbour|harbor|port|airport|railways?"
    r"|museum|library|club|partners|industries|energy|services|systems|technologies|international|county|district|city)$",
    re.IGNORECASE,
)
_SHORTEST = 4
# What the question may say behind the name in Chinese: 公司, 医院.
KIND_BEHIND = "(?:集团|公司|企业|医院|大学|学院|学校|银行|基金会|机场|港口|港务局|港|市|县|城|区|州|局|协会)?"


@lru_cache(maxsize=4_096)
def shorter_names(body: str) -> tuple[str, ...]:
    """Return what a body is called in short, longest first, in small letters; none for a name of one word or in Chinese.

    A single word stands for it only where the dictionary has no such word, or has it as a name.
    """
    words = body.split()
    if not body.isascii() or len(words) < 2:
        return ()
    names = []
    while len(words) > 1 and _SORT.search(words[-1]):
        words = words[:-1]
        names.append(" ".join(words).lower())
    first = words[0].lower()
    if len(words) > 1 and names and _is_name(first):
        names.append(first)
    return tuple(n for n in names if " " in n or _is_name(n))


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and is_no_word(word)
