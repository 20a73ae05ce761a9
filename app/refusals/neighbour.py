"""One of several of a kind: what 青山镇 has is not what 白石镇 has, though one sentence tells of both."""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

# Parts of a place, of a body or of a firm, of which a report tells one after the other, with the last character of their names; 城镇, 乡镇, 强镇
# and the like name none.
_NAMED = re.compile(
    r"(?:(?<![\d一-龥])|[\d一-龥])(?P<name>[^各全本该每两几多个大中小老新旧古城乡村集场强重名心点制色范县市区省这那的在有为建和与等\W](?:镇|街道|院区|校区|厂区|港区|车间|号楼|号线))"
)
_TOGETHER = re.compile("(?:等|[、和及与]|以及)[一-龥]{0,3}$")
_SHARED_OUT = re.compile("分别|依次")
_TOLD = 0.6


def is_of_neighbour(query: Query, candidate: Candidate) -> bool:
    """Tell whether what a figure's sentence names last before it is another one of the kind that a question names."""
    name = _asked(query.text)
    sentence = candidate.sentence
    if not name or query.background or sentence.ranked.passage.context:
        # What a row is of stands in its first cell.
        return False
    before = matching_text(sentence.text[: max(0, candidate.figure.start - sentence.start)])
    named = [m for m in _NAMED.finditer(before) if m["name"][1:] == name[1:]]
    if not named or _SHARED_OUT.search(before):
        return False
    for m in reversed(named):
        if m["name"] == name:
            return False
        if not _TOGETHER.search(before[: m.start("name")]):
            break
    return True


def tells_less(best: Candidate, other: Candidate) -> bool:
    """Tell whether the clause of another figure lacks a word of the question that the one of the best tells: of the one that is named another thing is told."""
    return any(much >= _TOLD > less for much, less in zip(best.spoken.own.tolist(), other.spoken.own.tolist(), strict=True))


@lru_cache(maxsize=2_000)
def _asked(question: str) -> str:
    """Return the only name of such a kind in a question by its end (山镇 of 青山镇), empty without one."""
    names = {m["name"] for m in _NAMED.finditer(matching_text(fold(question)))}
    return names.pop() if len(names) == 1 else ""
