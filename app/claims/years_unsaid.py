"""Figures of which a report does not say the year, or says another than a reader takes them for."""

import re

from app.choosing.chooser import Chosen
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.period import time_words

_COME_TO = re.compile("(?:达到?|突破|超过|超|跨过|[增升降减提高扩缩跌涨][加少高低大小]?[到至为])了?(?:约|近|将近)?$")
_NOW = re.compile("现在|目前|至今|迄今")
# What a figure is compared with is no time of its own.
_COMPARED = re.compile("(?:[比较]|同)(?:上年|去年)(?:同期|末|底)?|同比|[上去]年同期")
# What there is stands among plans too: 目前的重点…，有三分之二的职工在国有企业.
THERE_IS = re.compile("(?<![没将要占所拥会能应])(?:有|相当于|分布着)(?:约|近|大约|了)?$")
_ONE_YEAR = re.compile(r"\d{4}")


def may_be_of_year(figure: Figure, c: Chosen, found: Figure) -> bool:
    """Tell whether a report's figure may be of the year that is claimed, although it is read as of another one."""
    return (
        _is_of_year_before(figure, c, found)
        or _is_of_now(figure, c, found)
        or _is_end_of_span(figure, c, found)
        or (is_of_year_unsaid(figure, c, found) and _is_there(c, found))
    )


def _is_of_year_before(figure: Figure, c: Chosen, found: Figure) -> bool:
    """Tell whether an outcome whose sentence names no time is taken for one of the report's year only because nothing there says that it looks back."""
    own = c.candidate.sentence
    year = own.ranked.year
    unsaid = found.status == "actual" and year is not None and found.period == str(year) and figure.period == str(year - 1)
    return unsaid and not own.ranked.passage.context and not time_words(_COMPARED.sub("", fold(own.text)))


def is_of_year_unsaid(figure: Figure, c: Chosen, found: Figure) -> bool:
    """Tell whether an outcome whose sentence names no time is taken for one of the year before the report's, and the report's year is claimed."""
    own = c.candidate.sentence
    year = own.ranked.year
    unsaid = found.status == "actual" and year is not None and found.period == str(year - 1) and figure.period == str(year)
    # The title of a communiqué says the year that it tells of: 2032年统计公报.
    said = found.period in own.ranked.passage.title or own.ranked.passage.context or time_words(_COMPARED.sub("", fold(own.text)))
    return unsaid and not said


def _is_there(c: Chosen, found: Figure) -> bool:
    """Tell what a report says that there is: 有两成的企业亏损 when it is written as in the year that it reviews."""
    own = c.candidate.sentence
    return THERE_IS.search(own.text[: found.start - own.start]) is not None


def _is_of_now(figure: Figure, c: Chosen, found: Figure) -> bool:
    """Tell whether a report says what is now: that holds of its year as of the one before, which it reviews."""
    own = c.candidate.sentence
    year = own.ranked.year
    if year is None or not {figure.period, found.period} <= {str(year - 1), str(year)}:
        return False
    return found.status == "actual" and bool(_NOW.search(own.text[: found.start - own.start]))


def _is_end_of_span(figure: Figure, c: Chosen, found: Figure) -> bool:
    """Tell whether a report says what was come to over some years, and the last of them is claimed: 五年来…增加到800公里, of 2022."""
    last = re.fullmatch(r"\d{4}-(\d{4})", found.period)
    if last is None or last[1] != figure.period or found.kind not in {"level", "share"}:
        return False
    own = c.candidate.sentence
    return bool(_COME_TO.search(own.text[: found.start - own.start]))


def is_planned_after(figure: Figure, c: Chosen, found: Figure) -> bool:
    """Tell whether what a report plans, for no time that it names, is claimed of a year long before it."""
    year = c.candidate.sentence.ranked.year
    if found.status != "target" or found.period or year is None or not _ONE_YEAR.fullmatch(figure.period):
        return False
    return int(figure.period) < year - 1
