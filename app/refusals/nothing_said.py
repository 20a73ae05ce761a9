"""A figure that says no word of an English question but what sort of place it is about: passengers at the county's airport are no members of a county committee."""

import re

from app.choosing.candidates import Candidate
from corpus.matching import is_chinese
from index.query import Query

_PLACES = re.compile(
    r"(?:count(?:y|ies)|cit(?:y|ies)|provinces?|districts?|towns?|townships?|villages?|prefectures?|municipalit(?:y|ies)|nations?|country|region|state)"
)
# How far a word must be spoken of at a figure, or in its sentence, to be said at all.
_SAID = 0.5


def says_nothing_asked(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure and its sentence speak of none of the words that tell what an English question asks about."""
    if is_chinese(query.text) or len(candidate.spoken.own) != len(query.terms):
        return False
    telling = [i for i, term in enumerate(query.terms) if not _PLACES.fullmatch(term)]
    said = (max(float(candidate.spoken.own[i]), float(candidate.around[i])) for i in telling)
    return len(telling) < len(query.terms) and not any(s >= _SAID for s in said)
