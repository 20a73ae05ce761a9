"""What a question leaves out is not what it asks for: of 捐款收入 and 其他收入 the second, where it asks for what there is 捐款以外."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from corpus.matching import matching_text
from index.excluded import excluded
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 12
# So much less may a figure fit that does not bear the name of what is left out.
_FITS = 4.0
# 除捐款外, 不含捐款, 非捐款: a name that leaves the same out.
_LEAVES_OUT = re.compile("不含|不包括|不计|不算|除|以外|之外|非|剔除")


def not_left_out(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a figure of the best one's sort where the best is called what the question leaves out."""
    names = [matching_text(name) for name in excluded(query.text) if len(name) > 1]
    if not names or not _is_called(best, names):
        return None
    figure = best.candidate.figure
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS and not _is_called(c, names))
    sort = (class_of_unit(figure.unit), figure.kind)
    return next((c for c in likely if (class_of_unit(c.candidate.figure.unit), c.candidate.figure.kind) == sort), None)


def _is_called(c: Chosen, names: Sequence[str]) -> bool:
    subject = matching_text(c.candidate.figure.subject)
    return any(name in subject for name in names) and not _LEAVES_OUT.search(subject)
