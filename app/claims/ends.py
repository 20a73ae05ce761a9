"""Give both values of 由A到B the name that stands before 由, maybe in a clause of its own: 读者人数，由年初的3万人扩大到年末的5万人."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.claims.naming import likeness
from corpus.figures.figure import Figure
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold

_LEAD, _BEHIND, _BETWEEN, _LONGEST = 26, 14, 16, 24
_ALIKE = 0.3
_FROM = re.compile(r"[由从][^由从，。；]{0,24}$")
_SENTENCE, _CLAUSE = re.compile(r"[。；;！？\n]"), re.compile(r"[，：:]|,(?!\d{3})")
# What stands before 由 and names nothing.
_LINK = re.compile(r"^(?:(?:也|则|却|已|又|都|均|将|便|就|还|并)+|相应地?|分别|大体上|[逐稳]步|使其?|同时)$")
_LED = re.compile("^(?:使得?|让|[把将])")


def with_ends(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures of running text, both ends of 由A到B with the name that they share; spans count in `text`."""
    folded = fold(text)
    named = list(figures)
    for i in range(len(named) - 1):
        start, end = named[i], named[i + 1]
        if not 0 <= end.start - start.end <= _BETWEEN or start.unit != end.unit:
            continue
        lead = _SENTENCE.split(folded[: start.start])[-1]
        name = _name(lead) if is_start(lead[-_LEAD:], folded[start.end : start.end + _BEHIND]) else ""
        if name and likeness(name, start.subject) < _ALIKE:
            named[i] = replace(start, subject=name)
        if name and likeness(named[i].subject, end.subject) < _ALIKE:
            named[i + 1] = replace(end, subject=named[i].subject)
    return named


def _name(lead: str) -> str:
    """Return the last clause before 由 that names something."""
    at = _FROM.search(lead)
    clauses = [c.strip() for c in _CLAUSE.split(lead[: at.start()])] if at else []
    return next((_LED.sub("", c)[-_LONGEST:] for c in reversed(clauses) if len(c) > 1 and not _LINK.match(c)), "")
