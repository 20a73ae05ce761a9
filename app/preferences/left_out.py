"""What a question leaves out: （不算农户）, 不光是住宅, 货款之外. A figure that is called so is not what it asks for."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query, content_terms

_TRIED = 12
# So much less may a figure fit that has nothing left out in its name.
_FITS = 4.0
_LEFT_OUT = re.compile(
    r"(?:不算|不含|不计|不包[括含]|[不非](?:光|只|单|仅仅?)(?:是|指|算|看)?|除了?|除去|扣除|撇开|抛开)(?P<behind>[^，。？?（）()]{2,16})"
    r"|(?P<before>[^，。？?（）()]{2,12}?)(?:的)?(?:除外|之外|以外|不算|不计)"
)
_WITHOUT = re.compile("不[含计算包]|除|非|未")


def nothing_left_out(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure of the best one's sort whose name has no word that the question leaves out, where that of the best has one."""
    words = _left_out(query)
    figure = best.candidate.figure
    if not words or not _is_of(best, words):
        return None
    sort = (figure.unit, figure.kind, figure.period, figure.status)
    return next(
        (
            c
            for c in chosen[1:_TRIED]
            if best.score - c.score <= _FITS
            and (c.candidate.figure.unit, c.candidate.figure.kind, c.candidate.figure.period, c.candidate.figure.status) == sort
            and not _is_of(c, words)
        ),
        None,
    )


def _left_out(query: Query) -> frozenset[str]:
    """Return the words that a question leaves out and does not ask for elsewhere."""
    text = fold(query.text)
    said = [m["behind"] or m["before"] for m in _LEFT_OUT.finditer(text)]
    rest = matching_text(_LEFT_OUT.sub(" ", text))
    return frozenset(
        w for part in said for t in content_terms(part, query.scope) if len(w := matching_text(t)) > 1 and w not in rest
    )


def _is_of(c: Chosen, words: frozenset[str]) -> bool:
    """Tell whether the name of a figure has one of these words, and not to leave it out itself."""
    name = matching_text(c.candidate.figure.subject)
    return not _WITHOUT.search(name) and any(w in name for w in words)
