"""What part a sum plays in an English sentence: what a scheme costs, brings in, may be at most, what is put on top."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.choosing.chooser import Chosen
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 24
# So much less may a sum that plays the part fit, and so far from the best it may stand, in passages of its report.
_FITS, _BESIDE = 8.0, 3
_LEAD, _TAIL = 70, 40
_HAN = re.compile("[一-龥]")
_NUMBER = re.compile(r"[$€£]?\d[\d,.]*(?: ?%| [mb]illion)?")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that a sum plays: how a question asks for it, and how a sentence says it before the number or right behind it."""

    asked: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str] | None = None


def _part(*asked: str, before: str, behind: str = "") -> _Part:
    """Return a part that is asked for in any of some ways."""
    return _Part(re.compile("|".join(asked)), re.compile(before), re.compile(behind) if behind else None)


_PARTS = (
    # What a scheme costs
    _part(
        r"\bhow much (?:(?!\bhow\b)[^?])*\bcosts?\b|\bcost (?:of|to)\b",
        r"花(?:费|了|掉)?[^，。？]{0,8}(?:多少|几)[^，。？]{0,4}钱|(?:多少|几)[^，。？]{0,6}(?:成本|开支|花销)",
        r"(?:政府|国家|国库|财政)[^，。？]{0,14}(?:掏|贴|花|出|拿出|付)了?多少",
        before=r"\bcost(?:s|ing)?\b|\bexpen(?:diture|ses?)\b",
    ),
    # What loans it brings about
    _part(
        r"\bhow much (?:[\w’'-]+ )*(?:loans?|lending|credit|finance|financing|debt)\b[^?]*"
        r"\b(?:bring about|generate|lead to|help|expect|produce|catalyse|unlock|result)",
        r"带动[^，。？]{0,12}多少",
        before=r"\b(?:catalys|generat|unlock|support|facilitat|lever)\w*\b",
        behind=r"^ (?:of|in|worth of) (?:[\w’'-]+ )?(?:loans?|lending|credit|financing|debt)\b",
    ),
    # What is lost by it
    _part(
        r"\b(?:give up|forgo|forego|lose|lost|loss)\b[^?]*",
        r"少收[^，。？]{0,6}多少",
        before=r"\b(?:loss|losses|forgone|foregone|forgo|reduc\w+ (?:[\w’'-]+ ){0,5}revenues?)\b",
    ),
    # What it brings in
    _part(
        r"\b(?:collect|bring in|raise|revenue gain|gain in revenue|extra revenue|bring the (?:government|state|treasury))\b",
        r"多收[^，。？]{0,6}多少",
        before=r"\b(?:revenues?|gain|collect\w*|yield\w*)\b",
    ),
    # What it may be at most
    _part(
        r"\b(?:at most|at the most|the most|maximum)\b",
        r"最多|最高(?!人民)|封顶",
        before=r"\b(?:up to|maximum|cap|capped|ceiling|limit|limited to|at most|no more than|not exceed\w*)\b",
    ),
    # What is put on top
    _part(
        r"\bhow much (?:more|extra|additional|further)\b(?![^?]*\bthan\b)",
        r"(?:额外|追加|多[掏贴花出付])[^，。？]{0,8}多少",
        before=r"\b(?:another|additional|further|extra|more|top[- ]?up|supplement\w*)\b",
    ),
)


def part_played(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the sum near the best that plays the part the question names, where the best does not.

    It is not the $200 that each gets but what it costs.
    """
    if class_of_unit(best.candidate.figure.unit) != "money" and query.need.unit_class != "money":
        return None
    asked = [part for part in _PARTS if part.asked.search(fold(query.text).lower())]
    if not asked or _HAN.search(best.candidate.sentence.text):
        return None
    beside = [c for c in chosen[1:_TRIED] if _is_beside(c, best)]
    if any(_plays(part, best) for part in asked):
        return None
    return next((c for c in beside if any(_plays(part, c) for part in asked)), None)


def _is_beside(c: Chosen, best: Chosen) -> bool:
    """Tell a sum of money that stands near the best, under the same heading, and does not fit much less."""
    a, b = c.candidate.sentence.ranked.passage, best.candidate.sentence.ranked.passage
    near = a.report_id == b.report_id and abs(a.ordinal - b.ordinal) <= _BESIDE and a.section == b.section
    return near and best.score - c.score <= _FITS and class_of_unit(c.candidate.figure.unit) == "money"


def _plays(part: _Part, c: Chosen) -> bool:
    """Tell whether the words of a figure, from the number before it to the one behind, say that it plays a part."""
    sentence, figure = c.candidate.sentence, c.candidate.figure
    start, end = figure.start - sentence.start, figure.end - sentence.start
    lead = _NUMBER.split(sentence.text[max(0, start - _LEAD) : start])[-1].lower()
    tail = _NUMBER.split(sentence.text[end : end + _TAIL])[0].lower()
    return part.before.search(lead) is not None or (part.behind is not None and part.behind.search(tail) is not None)
