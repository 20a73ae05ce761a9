"""What came and what there is (新增5.4万台、累计达到9万台 tells two amounts of one thing, of which neither is the other), and sums beside their parts."""

import re

from corpus.figures.extract import SUMS
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

_REACHED = r"(?:了|约|近|已|就|超过?|突破|达到?|为|有|共){0,3}$"
_ADDED = re.compile(rf"(?<!累计)(?:新增(?!至|到)|净增|新添){_REACHED}")
_IN_ALL = re.compile(rf"(?:累计|总数|总量|总计|一共|总共)(?:[是有]{{0,2}}){_REACHED}")
# 新建基站2412个、累计达到8603个: what is told before the total is no total.
_THEN_ALL = re.compile(r"^[、，](?:累计|总数|总量|总计)")


def another_amount(claim: str, claimed: Figure, text: str, found: Figure) -> bool:
    """Tell whether one figure is what was added and the other what there is in all; spans count in the texts."""
    own, other = (fold(t)[max(0, f.start - 8) : f.start] for t, f in ((claim, claimed), (text, found)))
    if _IN_ALL.search(own) and _THEN_ALL.search(fold(text)[found.end :]):
        return True
    return any(a.search(own) and b.search(other) for a, b in ((_ADDED, _IN_ALL), (_IN_ALL, _ADDED)))


def is_summed_by(claimed: Figure, part: Figure, whole: Figure) -> bool:
    """Tell whether a figure is one of those that another of its sentence is told to sum up (分别为3名、4名和5名，合计12名), and a claim is of no single year."""
    alike = (part.unit, part.kind) == (whole.unit, whole.kind)
    return (
        whole.basis in SUMS and alike and part.value < whole.value and part.start < whole.start and not claimed.period.isdigit()
    )
