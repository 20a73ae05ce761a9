"""What a question asks for of figures that stand together: the part and no frame, the thing behind 多少, the rank of a pace."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import sort_at_any_time
from app.preferences.counted import own_words_of
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.framing import asked_part
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 12
# So much less may each fit than what fits best.
_PART, _THING, _RANK, _MERGED = 3.0, 2.0, 5.0, 4.0
# So much more of what is asked must a part speak of, and so much less at most of one word.
_MORE, _LESS = 0.25, 0.1
_ASKING = re.compile("多少|几|百分之|第几")
_ASKED_THING = re.compile("(?:多少|(?<![这那好十])几)(?:万|亿|千|百)*[个名位家座项条所件种类批户处]?(?P<rest>[一-龥]{2,})")
_PACE = re.compile("增速|增幅|涨幅|增长率|增长速度|增势")
# 林业加牧业, 进口和出口: two names that end alike are one with both beginnings.
_TWO = re.compile(r"(?P<one>[一-龥])(?P<end>[一-龥])(?:加上?|和|与|跟|及|、)(?P<two>[一-龥])(?P=end)")
_EACH = re.compile("各|分别|谁|哪|相比|[之对]比|比例|比重|占")


def part_in_frame(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the same sentence that speaks more of what is asked where the best speaks of the frame: 场馆里，泳池有几个."""
    asked = asked_part(query.text)
    if not _ASKING.search(asked) or best.candidate.sentence.ranked.passage.context:
        return None
    asked = matching_text(asked)
    own = [i for i, t in enumerate(query.terms) if len(t) > 1 and t in asked]
    said = best.candidate.spoken.own[own]
    for c in _beside(best, chosen, _PART):
        other = c.candidate.spoken.own[own]
        if sort_at_any_time(c) == sort_at_any_time(best) and (other - said).sum() >= _MORE and (other >= said - _LESS).all():
            return c
    return None


def thing_asked(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of the same sentence whose own words name the thing behind 多少 where the best one's do not: 省下多少租金."""
    asked = [m["rest"] for m in _ASKED_THING.finditer(fold(query.text))]
    things = [t for t in query.terms if len(t) > 1 and any(rest.startswith(t) for rest in asked)]
    own = own_words_of(best)
    if len(asked) != 1 or not things or own is None or things[0] in own.clause.folded:
        return None
    unit = class_of_unit(best.candidate.figure.unit)
    for c in _beside(best, chosen, _THING):
        words = own_words_of(c)
        if words is not None and class_of_unit(c.candidate.figure.unit) == unit and things[0] in words.clause.folded:
            return c
    return None


def rank_of_pace(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the rank of a pace where one is asked for, and the best is that of the value: 总量居第四、增速居第二."""
    own = own_words_of(best)
    if best.candidate.figure.kind != "rank" or not _PACE.search(query.text) or own is None or _PACE.search(own.clause.text):
        return None
    beside = (c for c in _beside(best, chosen, _RANK) if c.candidate.figure.kind == "rank")
    return next((c for c in beside if (words := own_words_of(c)) is not None and _PACE.search(words.clause.text)), None)


def sum_of_both(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure of two things together where a question names both, and the best is of one: 林业加牧业 is 林牧业."""
    text, figure = matching_text(query.text), best.candidate.figure
    two = _TWO.search(text)
    if two is None or _EACH.search(text):
        return None
    one, other, end = two["one"], two["two"], two["end"]
    names = (f"{one}{other}{end}", f"{other}{one}{end}")
    if any(name in matching_text(figure.subject) for name in names):
        return None
    for c in chosen[1:_TRIED]:
        own = c.candidate.figure
        called = any(name in matching_text(own.subject) for name in names)
        if (
            best.score - c.score <= _MERGED
            and called
            and sort_at_any_time(c) == sort_at_any_time(best)
            and own.period == figure.period
        ):
            return c
    return None


def _beside(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    """Return the other figures of the best one's sentence that fit nearly as well."""
    same = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best))
    return [c for c in same if best.score - c.score <= most]
