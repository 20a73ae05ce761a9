"""Name what there is in all by what came anew of it: 新增公园12座、总数达87座 tells of 87 公园, and 新建成高速公路50公里，通车总里程突破900公里 of 高速公路."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.claims.amounts import ANEW, anew_and_all
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold

# Few texts tell of a total, and of most others this tells so at once.
_MAY = re.compile("新|净增|累计")
_MARKS = re.compile("[，、,]")
_DONE = re.compile(rf"^(?:当年|全年|累计|{ANEW.pattern}|建设|建成|整治|改造|完成)|(?:{ANEW.pattern}|新)$")
# How a total is called where it leaves out of what it is.
_BARE = re.compile(
    r"(?:(?:累计|总[数量计额]|数量|规模|总共|一共|共有?|达到?|近|接?近|超过?|突破|已|约|分别)|(?<=.)[全本我][国省市县区州])*"
)
_WHOLE = re.compile("^[全本我][国省市县区州]")
_LONGEST, _SHORT = 24, 10
_OPENS = re.compile(r"[，；。]$")


def with_totals(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a text, those that tell what there is in all named by what came anew; spans count in `text`."""
    named = list(figures)
    if len(named) < 2 or not _MAY.search(text):
        return named
    folded = fold(text)
    own = {f.start: i for i, f in enumerate(named)}
    for part, whole in list(anew_and_all(folded, 0, figures)):
        behind = _behind(folded, part, whole)
        name = behind or _thing(part.subject)
        if not name or whole.subject == name:
            continue
        named[own[whole.start]] = replace(whole, subject=name + _kind_of(whole.subject, part.subject))
        if behind and behind not in part.subject:
            named[own[part.start]] = replace(part, subject=f"新增{behind}")
    return [_by_what_follows(folded, f) if f is own_figure else f for f, own_figure in zip(named, figures, strict=True)]


def _by_what_follows(folded: str, figure: Figure) -> Figure:
    """Return a figure that opens a clause, and got its name from a total before it, by what is counted behind it: 总数达36家，2家企业获奖."""
    leans = figure.subject and _BARE.fullmatch(figure.subject) and _OPENS.search(folded, 0, figure.start)
    counted = _MARKS.split(folded[figure.end : figure.end + _SHORT])[0] if leans else ""
    return replace(figure, subject=counted) if counted else figure


def _behind(folded: str, part: Figure, whole: Figure) -> str:
    """Return what is counted where it stands behind the number of what came anew: 新增22家智能工厂、总数达36家."""
    noun = _MARKS.split(folded[part.end : whole.start])[0]
    return noun if 1 < len(noun) < _LONGEST and noun != folded[part.end : whole.start] and not re.search(r"\d", noun) else ""


def _thing(subject: str) -> str:
    """Return the name of a thing without what was done: 高速公路 of 新建成高速公路."""
    return _DONE.sub("", _DONE.sub("", subject))


def _kind_of(subject: str, part: str) -> str:
    """Return what a total is called beyond the thing that it is of: 通车总里程."""
    return "" if subject == part or _BARE.fullmatch(subject) or len(subject) > _LONGEST else _WHOLE.sub("", subject)
