"""The whole where a question names no part: of 全年实际使用外资 and 第三产业使用外资, the first, where it asks for foreign investment."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_at_any_time
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query

# So much less may the whole fit than its part.
_FITS = 3.0
_TRIED = 12
# Names of parts, and the words of a question that ask for one.
_PARTS = (
    (re.compile("第一产业"), re.compile("第?一产|产业|primary|agricultur|sector")),
    (re.compile("第二产业"), re.compile("第?二产|产业|secondary|industr|sector")),
    (re.compile("第三产业"), re.compile("第?三产|产业|服务业|tertiary|service|sector")),
    (re.compile("制造业"), re.compile("制造|工业|manufactur|industr")),
    (re.compile("城镇|城市"), re.compile("城|市民|urban|cit(?:y|ies)|town")),
    (re.compile("农村|农民"), re.compile("农|乡|村|rural|farm|countryside|village|peasant")),
)
_LETTERS_ALIKE = 4


def whole_meant(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the whole where the best is of a part that the question does not name."""
    question = fold(query.text).lower()
    parts = [name for name, asked in _PARTS if name.search(best.candidate.figure.subject) and not asked.search(question)]
    if not parts:
        return None
    figure, tail = best.candidate.figure, _name(best)[-_LETTERS_ALIKE:]
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _FITS)
    return next(
        (
            c
            for c in likely
            if sort_at_any_time(c) == sort_at_any_time(best)
            and c.candidate.figure.period == figure.period
            and c.candidate.sentence.ranked.passage.report_id == best.candidate.sentence.ranked.passage.report_id
            and len(tail) == _LETTERS_ALIKE
            and _name(c).endswith(tail)
            and not any(part.search(c.candidate.figure.subject) for part, _ in _PARTS)
            and c.candidate.spoken.share >= best.candidate.spoken.share
        ),
        None,
    )


def _name(c: Chosen) -> str:
    return "".join(letter for letter in matching_text(c.candidate.figure.subject) if letter.isalpha())
