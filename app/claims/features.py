"""The features of the evidence on a claimed figure, by which it is judged."""

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.agreement import alike, digits_of, same_unit
from app.choosing.candidates import FEATURES as OF_CANDIDATE
from app.claims.held import Held
from app.claims.miswriting import is_scaled, is_slip
from app.claims.reading import Claimed, ClaimSentence
from app.verdict import FigureVerdict
from corpus.matching import matching_text

_KEPT = (
    "clause_soft", "near_soft", "sentence_soft", "context_soft", "missing", "subject_soft", "subject_precision", "bigrams", "unit_same", "kind_clash",
    "period", "period_clash", "period_issue", "status_clash", "row", "sentence_similarity", "head_soft", "lead_soft", "unspoken", "known_missing", "elsewhere",
    "part_unasked", "size_class", "start_value", "rank_unasked", "foreign", "own_clause", "others_clause", "own_subject", "others_subject", "own_pairs",
    "others_pairs", "clause_missing", "clause_unspoken", "behind_best",
)  # fmt: skip
_COLUMNS = [OF_CANDIDATE.index(name) for name in _KEPT]
_OWN = ("names", "score", "lead", *_KEPT)
_CLASHES: tuple[FigureVerdict, ...] = ("wrong_unit", "wrong_direction", "wrong_period", "wrong_status")
FEATURES = (
    *(f"agrees_{n}" for n in ("any", "consistent", "converted", "rounded", "approximate", "digits", "small", *_OWN)),
    *(f"clashes_{n}" for n in ("any", *_CLASHES, "digits", *_OWN)),
    *(f"rival_{n}" for n in ("any", *_OWN)),
    "agrees_over_rival", "clashes_over_rival", "agrees_over_clashes", "rival_names_better", "rival_same_sentence", "rival_beside_names", "no_period",
    "rival_subject_better", "clash_names_better", "intends", "best_score", "two_agree", "rank", "rival_other_sentence",
    "rival_beside_better", "aims", "aims_agrees_actual", "agrees_named", "agrees_unnamed", "rival_alike", "rival_unlike", "agrees_worse_than_any", "agrees_rank",
    "agrees_first_unspoken", "rival_first_unspoken", "sibling_any", "sibling_better", "sibling_surely_better",
    "rival_slip", "rival_apart", "rival_same_measure", "sibling_within", "rival_within",
    "rival_aimed",
)  # fmt: skip
_SURELY, _COMPARED, _MOST_DIGITS, _SMALL = 0.1, 60, 6, 10
_FAR, _WELL, _POORLY = 12.0, 0.6, 0.25
_REACH, _FURTHEST = 6.0, 3.0
_SUBJECT = OF_CANDIDATE.index("subject_soft")
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
    digits = float(min(digits_of(claimed.figure), _MOST_DIGITS))
    small = float(claimed.figure.value < _SMALL and claimed.figure.value == claimed.figure.value.to_integral_value())
    row: list[float] = [float(agreeing is not None)]
    row += [float(agreeing is not None and agreeing.agrees == v) for v in ("consistent", "converted", "rounded", "approximate")]
    row += [digits, small] if agreeing else [0.0, 0.0]
    row += _own(agreeing, best)
    row += [float(clashing is not None), *(float(clashing is not None and clashing.clashes == v) for v in _CLASHES)]
    row += [digits if clashing else 0.0, *_own(clashing, best), float(rival is not None), *_own(rival, best)]
    row += _between(claimed, sentence, held, agreeing, clashing, rivals)
    return np.array(row, dtype=np.float32)


def _own(held: Held | None, best: float) -> list[float]:
    if held is None:
        return [0.0] * len(_OWN)
    f = held.chosen.candidate.features
    return [held.names, held.chosen.score / 10, max(held.chosen.score - best, -_FAR) / 4, *(float(f[i]) for i in _COLUMNS)]


def _between(
    claimed: Claimed,
    sentence: ClaimSentence,
    held: Sequence[Held],
    agreeing: Held | None,
    clashing: Held | None,
    rivals: Sequence[Held],
) -> list[float]:
    rival = rivals[0] if rivals else None
    same = bool(agreeing and rival and agreeing.place == rival.place)
    better = rival.names - agreeing.names if agreeing and rival else 0.0
    aims = claimed.figure.status == "target" or bool(_AIM.search(sentence.text[: claimed.figure.start]))
    subject = _subject(rival) - _subject(agreeing) if agreeing and rival else 0.0
    return [
        _lead(agreeing, rival), _lead(clashing, rival), _lead(agreeing, clashing), max(better, 0.0), float(same), max(better, 0.0) * same,
        float(not claimed.figure.period), max(subject, 0.0), clashing.names - agreeing.names if agreeing and clashing else 0.0,
        float(sentence.wants(claimed.figure) or _aims_as_report(claimed, sentence, agreeing)), held[0].chosen.score / 10 if held else 0.0,
        float(sum(bool(h.agrees and not h.clashes) for h in held[:40]) > 1), float(claimed.figure.kind == "rank"),
        float(bool(agreeing and rival and not same)),
        float(same and better > 0), float(aims), float(aims and agreeing is not None and agreeing.figure.status == "actual"),
        float(agreeing is not None and agreeing.names >= _WELL), float(agreeing is not None and agreeing.names < _POORLY),
        float(rival is not None and rival.names >= _WELL), float(rival is not None and rival.names < _POORLY),
        max((h.names for h in held[:_COMPARED]), default=0.0) - agreeing.names if agreeing else 0.0,
        float(agreeing is not None and claimed.figure.kind == "rank"),
        _first_unspoken(claimed, sentence, agreeing), _first_unspoken(claimed, sentence, rival),
        *_sibling(agreeing, rivals),
        *_written_like(claimed, rivals), _within(claimed, agreeing, (h for h in rivals if agreeing and h.place == agreeing.place)),
        max((_said(claimed, h) for h in rivals[:1]), default=0.0),
        float(rival is not None and rival.figure.status == "target" and claimed.figure.status != "target" and not sentence.wants(claimed.figure)),
    ]  # fmt: skip


def _aims_as_report(claimed: Claimed, sentence: ClaimSentence, agreeing: Held | None) -> bool:
    """Tell whether what a claim leaves open agrees with what a report aims at: it is an aim too."""
    return agreeing is not None and agreeing.figure.status == "target" and sentence.leaves_open(claimed.figure)


def _sibling(agreeing: Held | None, rivals: Sequence[Held]) -> list[float]:
    """Return whether another value of the agreeing figure's sentence has the claim's name better: 工业、技改投资分别增长31.5%、26%."""
    names = [h.names for h in rivals if agreeing and agreeing.place == h.place]
    better = max(names) - agreeing.names if agreeing and names else 0.0
    return [float(bool(names)), max(better, 0.0), float(better > _SURELY)]


def _written_like(claimed: Claimed, rivals: Sequence[Held]) -> list[float]:
    """Return whether the value may be miswritten from one near the best, how many powers of ten it lies from the best, and whether their units are the same."""
    if not rivals:
        return [0.0, 0.0, 0.0]
    own, best = claimed.figure, rivals[0]
    near = (h for h in rivals if h.chosen.score >= best.chosen.score - _REACH and same_unit(own.unit, h.figure.unit))
    slip = any(is_slip(own, h.figure) or is_scaled(own, h.figure) for h in near)
    a, b = (abs(float(f.value)) for f in alike(own, best.figure))
    return [
        float(slip),
        min(abs(math.log10(a / b)), _FURTHEST) if a and b else _FURTHEST,
        float(same_unit(own.unit, best.figure.unit)),
    ]


def _within(claimed: Claimed, agreeing: Held | None, siblings: Iterable[Held]) -> float:
    """Return how much more of its name another value of the agreeing sentence has from the claim: 出口 in 生产汽车8万辆，出口6万辆."""
    best = max((_said(claimed, h) for h in siblings), default=0.0)
    return max(best - _said(claimed, agreeing), 0.0) if agreeing is not None else 0.0


def _said(claimed: Claimed, held: Held) -> float:
    """Return the share of a figure's name that the claim's name has too."""
    name, own = (matching_text(f.subject) for f in (held.figure, claimed.figure))
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
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


def _subject(held: Held) -> float:
    return float(held.chosen.candidate.features[_SUBJECT])


def _lead(a: Held | None, b: Held | None) -> float:
    """Return how far one is ahead of the other, bounded; nothing stands far behind everything."""
    if a is None or b is None:
        return 0.0 if a is b else _FAR / 4 if b is None else -_FAR / 4
    return max(-_FAR, min(_FAR, a.chosen.score - b.chosen.score)) / 4
