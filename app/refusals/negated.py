"""What did not happen: those who passed are no number of those who did not."""

import re

from app.choosing.candidates import Candidate
from corpus.figures.numerals import fold
from index.query import Query

# 没考上的有多少人, 还有几户没通水; 没收 and 未来 deny nothing.
_DENIED = re.compile(
    r"(?:没有?|未(?!来|成年)能?)(?!收|完)[一-龥]{1,10}的[^，。？]{0,8}?(?:有|是|占)?(?:多少|几)"
    r"|(?:多少|(?<![好十])几)[名个户家人所座处村条位][一-龥]{0,6}?(?:没(?!收)|未(?!来|成年))"
)
_DENYING = re.compile("没|未|不|无|非|尚|余|剩|失|缺|欠")
_HAN = re.compile("[一-龥]")


def is_affirmed(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question asks for those of whom something is not true, and the sentence of a figure denies nothing."""
    if query.background or not _DENIED.search(fold(query.text)):
        return False
    text = candidate.sentence.text
    return bool(_HAN.search(text)) and not _DENYING.search(f"{text} {candidate.sentence.stretch.head.named.text}")
