"""What a question means of figures in one sentence: the member of a list that it names, the mean that it asks for.

The bound of a definition is not meant.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_of
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 16
# So much less may each fit than what fits best.
_MEMBER, _MEAN, _NO_BOUND = 2.0, 3.0, 8.0
# So many letters the names of a list's members end alike in.
_TAIL = 3
_CLAUSE = re.compile("[，,；;。]")
_OF_A_LIST, _WORD = 4.0, 2
_MEAN_ASKED = re.compile(r"(?<![年月日])平均(?!每?[年月]|增|递)|人均|户均|亩均|\b(?:average|mean)\b")
_IS_MEAN = re.compile(r"(?<![年月日])平均(?!每?[年月]|增|递)|人均|户均|亩均|\baverage\b")
# 限额以上批发业是指主营业务收入2000万元及以上的企业
# 指 as a verb: no 指标, 指数, 指导, 指挥
_DEFINED = re.compile("(?<![手拇食股])指(?![标数导挥示向定引针出令派明望责战正认使控甲头纹南])[^。；;]*$")
_BOUND = re.compile("(?:及|或)?(?:以上|以下|以内|以外)|(?:含)?的(?:企业|单位|法人|工业)")
_BOUND_ASKED = re.compile("是指|标准|门槛|定义|什么(?:叫|是)|算是|才算|界定|起点")


def member_named(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of a list whose name has the best one's words and one more of the question: of 二氧化硫和PM2.5 the second."""
    if best.candidate.sentence.ranked.passage.context:
        return None
    named = _named(query, best)
    same = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best) and best.score - c.score <= _MEMBER)
    sort = (c for c in same if sort_of(c) == sort_of(best))
    more = next((c for c in sort if named < _named(query, c) and _ends_alike(c, best)), None)
    return more or _told_apart(query, best, chosen)


def _told_apart(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure behind the best one in its list whose own word the question has, and not the best one's: 关停小窑12座、小厂5座.

    Words ahead of a list are said of all its members, and cling to the first.
    """
    text, first = matching_text(query.text), matching_text(best.candidate.figure.subject)
    for c in chosen[1:_TRIED]:
        if sentence_of(c) != sentence_of(best) or sort_of(c) != sort_of(best) or best.score - c.score > _OF_A_LIST:
            continue
        name = matching_text(c.candidate.figure.subject)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(first), reversed(name), strict=False)))
        own, other = name[: len(name) - shared][-_WORD:], first[: len(first) - shared][-_WORD:]
        apart = shared >= _WORD and len(own) == len(other) == _WORD and own in text and other not in text
        if apart and _is_behind_in_list(best, c):
            return c
    return None


def _is_behind_in_list(best: Chosen, c: Chosen) -> bool:
    """Tell a figure behind the best with nothing but 、 between the members: 其中住宅… is a part, and no member."""
    start, a, b = best.candidate.sentence.start, best.candidate.figure, c.candidate.figure
    return a.end < b.start and not _CLAUSE.search(best.candidate.sentence.text[a.end - start : b.start - start])


def _ends_alike(c: Chosen, best: Chosen) -> bool:
    """Tell members of one list, whose names end in what all are."""
    tail = best.candidate.figure.subject[-_TAIL:]
    return len(tail) == _TAIL and c.candidate.figure.subject.endswith(tail)


def mean_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the mean beside the best where a question asks for one: 营业收入1609亿元，平均房价370元."""
    if not _MEAN_ASKED.search(fold(query.text).lower()) or _IS_MEAN.search(best.candidate.figure.subject):
        return None
    figure = best.candidate.figure
    same = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best) and best.score - c.score <= _MEAN)
    return next(
        (
            c
            for c in same
            if class_of_unit(c.candidate.figure.unit) == class_of_unit(figure.unit)
            and c.candidate.figure.kind == figure.kind
            and _IS_MEAN.search(c.candidate.figure.subject)
        ),
        None,
    )


def beyond_bound(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the best figure of a sort that is no bound in a definition, where the question asks for none."""
    if not _is_bound(best) or _BOUND_ASKED.search(query.text):
        return None
    unit = class_of_unit(best.candidate.figure.unit)
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _NO_BOUND and class_of_unit(c.candidate.figure.unit) == unit)
    return next((c for c in likely if not _is_bound(c)), None)


def _is_bound(c: Chosen) -> bool:
    sentence, figure = c.candidate.sentence, c.candidate.figure
    lead, tail = sentence.text[: figure.start - sentence.start], sentence.text[figure.end - sentence.start :]
    return bool(_DEFINED.search(lead) and _BOUND.match(tail))


def _named(query: Query, c: Chosen) -> set[str]:
    name = matching_text(c.candidate.figure.subject)
    return {t for t in query.terms if len(t) > 1 and t in name}
