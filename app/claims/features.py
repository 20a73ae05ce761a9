"""The features of the evidence on a claimed figure, by which it is judged."""

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.agreement import digits_of, nearness, same_unit
from app.choosing.candidates import FEATURES as OF_CANDIDATE
from app.claims.held import Held
from app.claims.miswriting import is_scaled, is_slip
from app.claims.reading import Claimed, ClaimSentence
from corpus.character_pairs import character_pairs
from corpus.matching import matching_text

# What is told of the best figure that agrees, of the best of the value that clashes, and of the best of another value.
_AGREEING = ("subject_precision", "unit_same", "sentence_similarity", "elsewhere")
_CLASHING = ("period_issue", "sentence_similarity", "own_clause", "around_noun", "clause_words", "unit_other")
_RIVAL = ("sentence_similarity", "head_soft", "known_missing", "clause_words")
FEATURES = (
    *(f"agrees_{n}" for n in ("consistent", "converted", "digits", "names", "score", "spoken", "otherwise", *_AGREEING)),
    *(f"clashes_{n}" for n in ("wrong_direction", "score", "names", *_CLASHING)),
    *(f"rival_{n}" for n in ("names", "spoken", "score", "ahead", *_RIVAL)),
    "agrees_over_rival", "clashes_over_rival", "no_period", "best_score", "rival_other_sentence", "rival_beside_better", "aims_agrees_actual",
    "rival_first_unspoken", "sibling_any", "rival_slip", "rival_within", "rival_apart", "rival_other_kind",
)  # fmt: skip
_AGREEING_COLUMNS, _CLASHING_COLUMNS, _RIVAL_COLUMNS = (
    [OF_CANDIDATE.index(name) for name in names] for names in (_AGREEING, _CLASHING, _RIVAL)
)
_MOST_DIGITS, _FAR, _REACH = 6, 12.0, 6.0
_MOST_APART = 4.0
_AIM = re.compile("目标|力争|预期|计划|确保|争取")


def evidence_features(
    claimed: Claimed,
    sentence: ClaimSentence,
    held: Sequence[Held],
    agreeing: Held | None,
    clashing: Held | None,
    rivals: Sequence[Held],
) -> NDArray[np.float32]:
    """Return the features of the best figure that agrees, the best that clashes and the best of another value, in the order of FEATURES."""
    best = held[0].chosen.score if held else 0.0
    rival = rivals[0] if rivals else None
    row = [0.0] * (7 + len(_AGREEING_COLUMNS))
    if agreeing:
        how = [float(agreeing.agrees == v) for v in ("consistent", "converted")]
        row = [
            *how,
            min(digits_of(claimed.figure), _MOST_DIGITS),
            agreeing.names,
            agreeing.chosen.score / 10,
            agreeing.spoken,
            float(agreeing.otherwise),
            *_own(agreeing, _AGREEING_COLUMNS),
        ]
    row += [float(clashing.clashes == "wrong_direction"), clashing.chosen.score / 10, clashing.names] if clashing else [0.0] * 3
    row += [*_own(clashing, _CLASHING_COLUMNS), *_of_rival(rivals), *_own(rival, _RIVAL_COLUMNS)]
    other = bool(agreeing and rival and agreeing.place != rival.place)
    beside = [h for h in rivals if agreeing and h.place == agreeing.place]
    better = max(rival.names - agreeing.names, 0.0) if agreeing and rival and not other else 0.0
    aims = claimed.figure.status == "target" or bool(_AIM.search(sentence.text[: claimed.figure.start]))
    row += [
        _lead(agreeing, rival), _lead(clashing, rival), float(not claimed.figure.period), best / 10, float(other), better,
        float(aims and agreeing is not None and agreeing.figure.status == "actual"), _first_unspoken(claimed, sentence, rival),
        float(bool(beside)), float(may_be_miswritten(claimed, rivals)), max((_said(claimed, h) for h in rivals[:1]), default=0.0),
        _apart(claimed, rival), float(rival is not None and rival.figure.kind != claimed.figure.kind),
    ]  # fmt: skip
    return np.array(row, dtype=np.float32)


def _of_rival(rivals: Sequence[Held]) -> list[float]:
    """Return how alike the best of the other values is named, how far its clause speaks of the claim, how well it fits and how far it is ahead of the others."""
    if not rivals:
        return [0.0] * 4
    best = rivals[0]
    return [best.names, best.spoken, best.chosen.score / 10, _lead(best, rivals[1] if len(rivals) > 1 else None)]


def may_be_miswritten(claimed: Claimed, rivals: Sequence[Held]) -> bool:
    """Tell whether a claimed value may be miswritten from one that fits about as well as the best of the other values."""
    own = claimed.figure
    near = (h for h in rivals if h.chosen.score >= rivals[0].chosen.score - _REACH and same_unit(own.unit, h.figure.unit))
    return any(is_slip(own, h.figure) or is_scaled(own, h.figure) for h in near)


def _apart(claimed: Claimed, held: Held | None) -> float:
    """Return how many orders of magnitude lie between a claimed value and another: what was misread or misremembered is seldom a thousandth of it,
    unless only its scale was.
    """
    if held is None or not held.figure.value or not claimed.figure.value or is_scaled(claimed.figure, held.figure):
        return 0.0
    own, found = nearness(claimed.figure).in_unit(held.figure.unit), abs(float(held.figure.value))
    return min(abs(math.log10(abs(own) / found)), _MOST_APART)


def _own(held: Held | None, columns: Sequence[int]) -> list[float]:
    """Return some features of a figure by which it was chosen, 0 each for none."""
    if held is None:
        return [0.0] * len(columns)
    told: list[float] = held.chosen.candidate.features[columns].tolist()
    return told


def _said(claimed: Claimed, held: Held) -> float:
    """Return the share of a figure's name that the claim's name has too."""
    name, own = (matching_text(f.subject) for f in (held.figure, claimed.figure))
    pairs = character_pairs(name)
    return sum(p in own for p in pairs) / len(pairs) if pairs else 0.0


def _first_unspoken(claimed: Claimed, sentence: ClaimSentence, held: Held | None) -> float:
    """Return 1 if a claim names no report and no place that one is about, and its first word, maybe a place, is not said around a figure."""
    scope = claimed.query.scope
    if held is None or scope.places or scope.issuers or scope.issued:
        return 0.0
    terms = [t for t in (*claimed.query.terms, *claimed.query.background) if len(t) > 1 and t in sentence.text]
    if not terms:
        return 0.0
    own = held.chosen.candidate.sentence
    passage = own.ranked.passage
    around = matching_text(" ".join((own.text, passage.title, *passage.section, passage.context)))
    return float(matching_text(min(terms, key=sentence.text.find)) not in around)


def _lead(a: Held | None, b: Held | None) -> float:
    """Return how far one is ahead of the other, bounded; nothing stands far behind everything."""
    if a is None or b is None:
        return 0.0 if a is b else _FAR / 4 if b is None else -_FAR / 4
    return max(-_FAR, min(_FAR, a.chosen.score - b.chosen.score)) / 4
