"""The measure by itself and its outcome, where a part of it, what is said of it, or an aim fits the words as well."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.words import cut
from app.working.computed import sentence_of
from corpus.matching import matching_text
from index.query import Query

_TRIED = 12
_NAMED_ALIKE = 0.5
# So much less may an outcome fit than the aim, and a measure by itself than what fits best.
_OUTCOME, _PLAIN = 8.0, 1.5
_LITTLE, _MEASURE = 0.1, 4
# Who is counted as a whole goes without saying.
_WHOLE = re.compile("^(?:年?末|年?底)?(?:全[国省市区县州](?!人均)|实现|预计)*")
_PARENT = re.compile("母公司|子公司|参股公司")
_SAID_OF = re.compile("贡献|能耗|占比|比重|排放|强度|拉动")
_AND = re.compile("、|和|与|及")


def outcome_of_aim(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return what was reached in the year of an aim that fits best, where a question asks for neither (2012年新增就业多少)."""
    aim = best.candidate.figure
    if query.need.status is not None or query.scope.issued or aim.status != "target" or not query.scope.years:
        return None
    least = best.candidate.spoken.share - _LITTLE
    rivals = (
        c
        for c in _rivals(best, chosen, _OUTCOME)
        if c.candidate.figure.status == "actual" and _is_dated_alike(c, best) and c.candidate.spoken.share >= least
    )
    # Of two names one mostly has a word more: 粮食产量 and 粮食总产量.
    inside = (c for c in rivals if _is_inside(*sorted((_letters(c), _letters(best)), key=len)))
    return next(inside, None)


def measure_itself(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the measure by itself where the best is one of a part of it, or for each: 参加养老保险人数, 参加职工养老保险人数, 人均养老保险…."""
    name, figure = _letters(best), best.candidate.figure
    for c in _of_its_sort(best, chosen, _PLAIN):
        other, shorter = c.candidate.figure, _letters(c)
        apart = sentence_of(c) != sentence_of(best) or ("人均" in name and "人均" not in shorter + query.text)
        as_well = (
            apart
            and not (_is_of_parent(c) and not _is_of_parent(best))
            and (other.period, other.status) == (figure.period, figure.status)
        )
        as_well = as_well and _says_as_much(query, c, best) and _named_by(query, best) <= _named_by(query, c)
        if as_well and _MEASURE <= len(shorter) < len(name) and _is_inside(shorter, name):
            return c
    return None


def not_said_of(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a value of what is asked for where the best is of something said of it: GDP增长, 对GDP增长的贡献率, 单位GDP能耗."""
    figure = best.candidate.figure
    if not _SAID_OF.search(figure.subject) or _SAID_OF.search(query.text):
        return None
    if figure.kind == "share" and "share" in query.need.kinds:
        return None
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= _PLAIN and not _SAID_OF.search(c.candidate.figure.subject))
    kinds = query.need.kinds or (figure.kind,)
    return next(
        (
            c
            for c in likely
            if c.candidate.figure.unit == figure.unit
            and c.candidate.figure.kind in kinds
            and not _is_listed_with(c, best)
            and c.candidate.spoken.share >= best.candidate.spoken.share - _LITTLE
            and _is_dated_alike(c, best)
        ),
        None,
    )


def _is_listed_with(c: Chosen, best: Chosen) -> bool:
    """Tell the figure before the best in a list of things of which all the same is said: 甲、乙排放量分别下降5%和4%."""
    before = sentence_of(c) == sentence_of(best) and c.candidate.figure.start < best.candidate.figure.start
    return before and _AND.fullmatch(_between(c, best)) is not None


def _is_dated_alike(c: Chosen, aim: Chosen) -> bool:
    return c.candidate.figure.period == aim.candidate.figure.period


def _is_of_parent(c: Chosen) -> bool:
    passage = c.candidate.sentence.ranked.passage
    return bool(passage.context) and bool(_PARENT.search(f"{passage.context} {c.candidate.figure.subject}"))


def _named_by(query: Query, c: Chosen) -> set[str]:
    """Return the words of the question (of more than one letter) that the name of a figure has as they are, none of them inside another word."""
    words = cut(c.candidate.figure.subject)
    return {t for t in query.terms if len(t) > 1 and t in words}


def _says_as_much(query: Query, c: Chosen, best: Chosen) -> bool:
    """Tell whether a figure speaks of every word of the question (of more than one letter) that the best one speaks of."""
    said = zip(query.terms, c.candidate.spoken.own, best.candidate.spoken.own, strict=True)
    return all(own >= other - _LITTLE / 2 for term, own, other in said if len(term) > 1)


def _letters(c: Chosen) -> str:
    return _WHOLE.sub("", "".join(letter for letter in matching_text(c.candidate.figure.subject) if letter.isalpha()))


def _is_inside(short: str, long: str) -> bool:
    """Tell whether one text is another with letters left out, the ends kept in place."""
    letters = iter(long)
    return all(letter in letters for letter in short) and short[-2:] == long[-2:]


def _rivals(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    """Return the figures that are called what the best is, are of its sort, and fit nearly as well."""
    return [c for c in _of_its_sort(best, chosen, most) if named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE]


def _of_its_sort(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    figure = best.candidate.figure
    likely = (c for c in chosen[1:_TRIED] if best.score - c.score <= most)
    return [c for c in likely if (c.candidate.figure.kind, c.candidate.figure.unit) == (figure.kind, figure.unit)]


def _between(a: Chosen, b: Chosen) -> str:
    sentence = a.candidate.sentence
    return sentence.text[a.candidate.figure.end - sentence.start : b.candidate.figure.start - sentence.start]
