"""The sentences that most likely tell what a question wants worked out, each with all of its figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.standing import beside, sentence_of
from app.refusals.contradiction import is_other_name, is_other_thing
from app.working.of_year import may_be_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query, content_terms

_TRIED = 4
# How much of a question's words its sentence has to speak of, and how much less than the one that speaks of most.
_LEAST, _LESS = 0.55, 0.3
# Words of reckoning name no measure.
_RECKONING = re.compile(
    r"[倒反逆回][推算求]?|推算?|算|[照按据凭用]|份额|比重|比例|占比?|数|数算|平均|均|大[约概]|约|一共|总共|总体|整个|[涨增降]幅|增速|除以|减去?|加上?"
    r"|每[一-龥]{0,2}|摊到?|分摊|差额|结余|简单|粗略|[\d.]+%?|多远|合"
    r"|work(?:ed|ing)?|back|backwards?|judging|share|proportion|percentage|average|mean|given|about|roughly|whole|size|large|big|total|entire|overall|figures?|each|per"
)
_RECKONS = re.compile(
    # 预算 and 推广 reckon nothing.
    r"推(?![广进动行迟荐销举选])|(?<![预决打概清结核])算(?!力|法|盘)|[照按据凭用].{2,30}(?:[，,]|[推算])|占|份额|比重|比例|\b(?:if|given|judging|knowing|based on)\b|\bwork(?:ed|ing)? (?:it )?(?:out|back)\b|\bshare\b|%|百分之"
)
_CLAUSE = re.compile(r"[，,；;。？?:：]|\b(?:if|given|judging|knowing)\b|(?<=[a-z]) based on\b")
_ASKS = re.compile(
    r"多少|几(?![乎何])|多[大高长远重]|\b(?:how|what|which)\b|\b(?:roughly|about|approximate|estimate|calculate|work out|find)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: `figures` in their order, `around` all figures of its passage in theirs, `spoken` how much of the question it speaks of."""

    figures: tuple[Chosen, ...]
    around: tuple[Chosen, ...]
    spoken: float


def sentences_told(lookups: Lookups, query: Query, *, least: float = _LEAST) -> list[Told]:
    """Return the sentences that speak of what a question names, those of its year only, the likeliest first."""
    terms = without_reckoning(query.terms)
    need = replace(query.need, unit="", unit_class="", kinds=(), status=None, many=False, strict=False, task="figure")
    # (What the plain question finds is needed later on, and is not looked for twice.)
    asked = query if terms == query.terms else replace(query, terms=terms, need=need)
    looked_up = lookups.look_up(asked)
    # What tells whose books are meant is no word that is looked for.
    found, terms = looked_up.chosen, looked_up.query.terms
    told: dict[tuple[int, int], Told] = {}
    for c in found:
        if len(told) == _TRIED:
            break
        key = sentence_of(c)
        if key not in told and may_be_of(query, c) and not _is_of_others(query, c):
            passage = c.candidate.sentence.ranked.passage.id
            around = sorted(
                (o for o in found if o.candidate.sentence.ranked.passage.id == passage), key=lambda o: o.candidate.figure.start
            )
            told[key] = Told(tuple(beside(c, found)), tuple(around), _spoken(terms, beside(c, found)))
    most = max((t.spoken for t in told.values()), default=0.0)
    return [t for t in told.values() if t.spoken >= max(least, most - _LESS)]


def _is_of_others(query: Query, c: Chosen) -> bool:
    """Tell a figure whose passage says nothing of a thing, a place or an office that a question names."""
    return is_other_thing(query, c.candidate) or is_other_name(query, c.candidate)


def _spoken(terms: Sequence[str], figures: Sequence[Chosen]) -> float:
    """Return how much of the words of a question a sentence speaks of, longer words counting for more."""
    weights = [min(len(t), 4) for t in terms]
    around = figures[0].candidate.around
    said = [max(float(around[i]), *(float(c.candidate.spoken.own[i]) for c in figures)) for i in range(len(terms))]
    return sum(w * min(s, 1.0) for w, s in zip(weights, said, strict=True)) / max(sum(weights), 1)


def without_reckoning(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a question without those of reckoning, which name no measure."""
    return tuple(t for t in terms if not _RECKONING.fullmatch(t)) or terms


def reckons(query: Query) -> bool:
    """Tell a question that says itself that its answer is to be worked out, or from what."""
    return _RECKONS.search(fold(query.text).lower()) is not None


def asked_clause(query: Query) -> str:
    """Return the clause of a question that asks, folded: what it is reckoned from mostly stands in another."""
    text = fold(query.text).lower()
    clauses = [c for c in _CLAUSE.split(text) if c and _ASKS.search(c)]
    return clauses[0] if len(clauses) == 1 else text


def is_named(name: str, text: str, query: Query) -> bool:
    """Tell whether a folded text has all the words of a name."""
    terms = content_terms(fold(name).lower(), query.scope)
    asked = matching_text(text).replace(" ", "")
    return bool(terms) and all(_stem(t) in asked for t in terms)


def _stem(word: str) -> str:
    return matching_text(re.sub(r"(?<=[a-z]{3})(?:ies|es|s|y)$", "", word)).replace(" ", "")
