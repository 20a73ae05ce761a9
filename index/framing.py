"""What of a question only frames what is asked: in 某年的基本支出里，请人干活花了多少 it is asked what was paid for work."""

import re
from functools import lru_cache

from corpus.figures.numerals import fold
from index.excluded import without_excluded

# A table, an account, a part of a report or a whole, of which the rest of the question goes on: …里，…; …中属于…; …账上，….
# Accounts and what they are made of need no pause: 管理费用里请人干活花了多少. 其中, 集中, 公里 and 这里 are words of their own.
_FRAME = re.compile(
    r"(?:里面|里头|里边|当中|之中|(?<![公千英海这那哪])里|(?<![其高初集途期])中)(?:[，,、]|(?=的|属于|有))|(?<!以)[上内][，,、]"
    r"|(?<=[出入用款产债账表额润助算金货])(?:里头?|里面|里边|当中|之中)(?!的?(?:占|有|一共|总共))"
)
_FEWEST, _LONG = 2, 3


@lru_cache(maxsize=2_000)
def asked_part(question: str) -> str:
    """Return what a Chinese question asks behind its last frame, folded, "" for one without a frame."""
    text = fold(question).lower()
    end = max((m.end() for m in _FRAME.finditer(text)), default=0)
    return text[end:] if end else ""


def asked_terms(question: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms of a question that stand behind its frame; all of them where there is no frame, or too little behind it."""
    return _enough(tuple(t for t in terms if t in asked_part(question)), terms)


def meant_terms(question: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms of a question that tell what it asks for: neither its frame nor what it leaves out."""
    rest = without_excluded(question)
    return _enough(tuple(t for t in asked_terms(question, terms) if rest == question or t in rest), terms)


def _enough(own: tuple[str, ...], terms: tuple[str, ...]) -> tuple[str, ...]:
    return own if len(own) >= _FEWEST or any(len(t) >= _LONG for t in own) else terms
