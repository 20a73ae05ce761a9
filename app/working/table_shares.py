"""The share of one row of a table in the row of the whole: 东县 | 40, 全市 | 160."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.preferences.row_words import is_row, label
from app.working.computed import Computed
from app.working.deriving import share
from corpus.figures.numerals import fold
from index.query import Query

_ASKED = re.compile(
    r"占(?P<place>[一-龥]{0,6}?)(?P<all>全(?:国|省|市|县|区|州|镇|乡|院|校|厂|公司|集团|行业)|总[量额数计]|合计|全部)(?:的|总量|总额|总数)*[^，。？]{0,10}?(?:比重|比例|份额|百分之|几成|多少|多大|$)"
)
# What the row of the whole is called.
_WHOLE = re.compile("(?:全[国省市县区州镇乡院校厂部]|全公司|全集团|全行业|合计|总计|总[量额数])(?:合计|总计)?")
_NO_MEASURE = re.compile("占|全[国省市县区州]|百分之?|比重|比例|份额|总量|总额|总数|合计|全部|几成")


def share_of_all_rows(lookups: Lookups, query: Query) -> Computed | None:
    """Return the share of a row that a question names in the row of the whole of its table, None if it asks for none."""
    if _ASKED.search(fold(query.text)) is None or len(query.scope.years) > 1:
        return None
    terms = tuple(t for t in query.terms if not _NO_MEASURE.fullmatch(t))
    need = replace(query.need, unit="", unit_class="", kinds=("level",), many=False, strict=False)
    found = lookups.look_up(replace(query, terms=terms or query.terms, need=need))
    if not found.sure or not is_row(found.chosen[0]):
        return None
    part = found.chosen[0]
    # (The figures of a place that only a row names are those of that row.)
    whole = _whole_of(part, found.chosen) or _whole_of(part, lookups.look_up(replace(found.query, mentioned=())).chosen)
    result = share(part.candidate.figure, whole.candidate.figure) if whole is not None else None
    return Computed(result, (part, whole), ("", "")) if result is not None and whole is not None else None


def _whole_of(part: Chosen, found: Sequence[Chosen]) -> Chosen | None:
    """Return the cell of the same column in the row of the whole."""
    own = part.candidate.sentence.ranked.passage
    if _WHOLE.fullmatch(label(part)):
        return None
    for c in found:
        passage = c.candidate.sentence.ranked.passage
        same = (passage.report, passage.context) == (own.report, own.context) and passage.id != own.id
        if same and _column(c) == _column(part) and _WHOLE.fullmatch(label(c)):
            return c
    return None


def _column(c: Chosen) -> int:
    passage = c.candidate.sentence.ranked.passage
    return passage.text[: c.candidate.figure.start - passage.start].count("|")
