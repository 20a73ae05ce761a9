"""What the reports' figures say of a claimed one: those of its value, those that clash with it, and the rival of another value."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from app.agreement import clash, comparable, digits_of, nearness, upright, value_verdict
from app.candidates import FEATURES as OF_CANDIDATE
from app.choosing import Chosen
from app.claims.direction import Way, contrary, contrary_names, way_of
from app.claims.reading import Claimed, ClaimSentence
from app.verdict import FigureVerdict
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.places import divisions

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
)  # fmt: skip
_RIVALS = 12
_SURELY = 0.1
_FAR, _WELL, _POORLY = 12.0, 0.6, 0.25
_PLACE_MISSING = OF_CANDIDATE.index("place_missing")
_CLAUSE_SOFT, _LEAST_SOFT = OF_CANDIDATE.index("clause_soft"), 0.1
_FOREIGN, _SUBJECT_SOFT, _OF_MEANING = OF_CANDIDATE.index("foreign"), OF_CANDIDATE.index("subject_soft"), 2.0
_REFUTING, _REFUTING_SOFT = 0.15, 0.3
_YEAR = re.compile(r"\d{4}\s?年[末底]?")
_SECTOR = re.compile(r"第?([一二三])次?产业?")
_NUMBERED = re.compile(r"连续\d+[年个]月?")
_AIMED = re.compile("目标(?!任务)")
_AIM = re.compile("目标|力争|预期|计划|确保|争取")


@dataclass(frozen=True, slots=True)
class Held:
    """A report's figure held against the claimed one: `agrees` is how the values agree, None if not; `clashes` what differs else."""

    chosen: Chosen
    agrees: FigureVerdict | None
    clashes: FigureVerdict | None
    names: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """The best figure that agrees in all, the best of the value that clashes in something, the best of other values, the best of all; `features` as FEATURES."""

    agreeing: Held | None
    clashing: Held | None
    rivals: tuple[Held, ...]
    nearest: Held | None
    features: NDArray[np.float32]


def refutes(held: Held) -> bool:
    """Tell whether a figure speaks of what is claimed plainly enough to refute it: of a measure that no report holds nothing is refuted.

    Of 426 claims known to be refuted by another value 1 had none that does; of 78 that no report speaks of 65 had none.
    """
    return held.names >= _REFUTING or bool(held.chosen.candidate.features[_CLAUSE_SOFT] >= _REFUTING_SOFT)


def weigh(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen]) -> Evidence:
    """Hold a claimed figure against the chosen figures of the reports, best first."""
    # What is said of a place that no report is about, and that is not spoken of here, says nothing of it.
    chosen = [c for c in chosen if not c.candidate.features[_PLACE_MISSING]]
    way = way_of(sentence.text, claimed.figure)
    names = _pairs(_said_alike(_without_owner(claimed))) or _pairs("".join(claimed.query.terms))
    near = nearness(claimed.figure)
    held = [_hold(claimed, sentence, way, names, c, near=near(c.candidate.figure)) for c in chosen]
    agreeing = next((h for h in held if h.agrees and not h.clashes and _speaks_of_it(h)), None)
    clashing = next((h for h in held if h.agrees and h.clashes), None)
    rivals = tuple(islice(_rivals(claimed.figure, held, sentence), _RIVALS))
    nearest = held[0] if held else None
    return Evidence(agreeing, clashing, rivals, nearest, _features(claimed, sentence, held, agreeing, clashing, rivals))


def _speaks_of_it(held: Held) -> bool:
    """Tell whether anything but its value ties a figure to the claim: a value alone supports nothing."""
    return held.names > 0 or bool(held.chosen.candidate.features[_CLAUSE_SOFT] >= _LEAST_SOFT)


def _hold(claimed: Claimed, sentence: ClaimSentence, way: Way, names: frozenset[str], c: Chosen, *, near: bool) -> Held:
    figure, found = claimed.figure, upright(c.candidate.figure)
    agrees = value_verdict(figure, found) if near else None
    clashes = None
    if agrees:
        clashes = clash(figure, found, asserts_outcome=sentence.asserts_outcome)
        own = c.candidate.sentence
        here = found.moved(-own.start)
        if clashes is None and (contrary(way, way_of(own.text, here)) or contrary_names(sentence.text, figure, own.text, here)):
            clashes = "wrong_direction"
        elif clashes is None and found.status == "actual" and _AIMED.search(sentence.text) and not _AIM.search(own.text):
            clashes = "wrong_status"
        elif clashes is None and "全年" in sentence.text and "/" in found.period:
            clashes = "wrong_period"
    return Held(c, agrees, clashes, _foreign_likeness(c) if c.candidate.features[_FOREIGN] else _likeness(names, found.subject))


def _foreign_likeness(c: Chosen) -> float:
    """Return how much of a claim's name is said in another language, by meaning: from 0 to 1, on the scale of names in one language."""
    return min(1.0, _OF_MEANING * float(max(c.candidate.features[i] for i in (_CLAUSE_SOFT, _SUBJECT_SOFT))))


def _rivals(figure: Figure, held: Sequence[Held], sentence: ClaimSentence) -> Iterator[Held]:
    """Yield the figures of other values that could stand in the claim's place: of its unit, period and status, and not the same words."""
    for h in held:
        found = h.chosen.candidate.figure
        if h.agrees or not comparable(figure, found) or found.text == figure.text:
            continue
        differs = clash(figure, found, asserts_outcome=sentence.asserts_outcome)
        if differs not in {"wrong_period", "wrong_status"} and (differs != "wrong_unit" or figure.kind == found.kind):
            yield h


def _features(
    claimed: Claimed,
    sentence: ClaimSentence,
    held: Sequence[Held],
    agreeing: Held | None,
    clashing: Held | None,
    rivals: Sequence[Held],
) -> NDArray[np.float32]:
    best = held[0].chosen.score if held else 0.0
    rival = rivals[0] if rivals else None
    digits = float(min(digits_of(claimed.figure), 6))
    small = float(claimed.figure.value < 10 and claimed.figure.value == claimed.figure.value.to_integral_value())
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
    same = bool(agreeing and rival and same_sentence(agreeing, rival))
    better = rival.names - agreeing.names if agreeing and rival else 0.0
    column = OF_CANDIDATE.index("subject_soft")
    aims = claimed.figure.status == "target" or bool(_AIM.search(sentence.text[: claimed.figure.start]))
    subject = _feature(rival, column) - _feature(agreeing, column) if agreeing and rival else 0.0
    return [
        _lead(agreeing, rival), _lead(clashing, rival), _lead(agreeing, clashing), max(better, 0.0), float(same), max(better, 0.0) * same,
        float(not claimed.figure.period), max(subject, 0.0), clashing.names - agreeing.names if agreeing and clashing else 0.0,
        float(not sentence.asserts_outcome), held[0].chosen.score / 10 if held else 0.0,
        float(sum(bool(h.agrees and not h.clashes) for h in held[:40]) > 1), float(claimed.figure.kind == "rank"),
        float(bool(agreeing and rival and not same)),
        float(same and better > 0), float(aims), float(aims and agreeing is not None and _found(agreeing).status == "actual"),
        float(agreeing is not None and agreeing.names >= _WELL), float(agreeing is not None and agreeing.names < _POORLY),
        float(rival is not None and rival.names >= _WELL), float(rival is not None and rival.names < _POORLY),
        max((h.names for h in held[:60]), default=0.0) - agreeing.names if agreeing else 0.0,
        float(agreeing is not None and claimed.figure.kind == "rank"),
        _first_unspoken(claimed, sentence, agreeing), _first_unspoken(claimed, sentence, rival),
        *_sibling(agreeing, rivals),
    ]  # fmt: skip


def _sibling(agreeing: Held | None, rivals: Sequence[Held]) -> list[float]:
    """Return whether another value of the agreeing figure's sentence has the claim's name better: 工业、技改投资分别增长31.5%、26%."""
    names = [h.names for h in rivals if agreeing and same_sentence(agreeing, h)]
    better = max(names) - agreeing.names if agreeing and names else 0.0
    return [float(bool(names)), max(better, 0.0), float(better > _SURELY)]


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


def _found(held: Held) -> Figure:
    return held.chosen.candidate.figure


def same_sentence(a: Held, b: Held) -> bool:
    """Tell whether two figures stand in one sentence."""
    return _place(a) == _place(b)


def _feature(held: Held | None, column: int) -> float:
    return 0.0 if held is None else float(held.chosen.candidate.features[column])


def _lead(a: Held | None, b: Held | None) -> float:
    """Return how far one is ahead of the other, bounded; nothing stands far behind everything."""
    if a is None or b is None:
        return 0.0 if a is b else _FAR / 4 if b is None else -_FAR / 4
    return max(-_FAR, min(_FAR, a.chosen.score - b.chosen.score)) / 4


def _place(held: Held) -> tuple[int, int]:
    own = held.chosen.candidate.sentence
    return own.ranked.passage.id, own.start


def _likeness(names: frozenset[str], subject: str) -> float:
    """Return how much of two names is shared, to the letter (Dice over pairs of characters): meaning takes 农村 for 城镇."""
    other = _pairs(_said_alike(subject))
    return 2 * len(names & other) / (len(names) + len(other)) if names and other else 0.0


def likeness(a: str, b: str) -> float:
    """Return how much of two names is shared, from 0 to 1."""
    return _likeness(_pairs(_said_alike(a)), b)


def _without_owner(claimed: Claimed) -> str:
    """Return what is measured without whose it is and when: 甲市2024年公用经费 is 公用经费."""
    scope, name = claimed.query.scope, _YEAR.sub("", claimed.figure.subject)
    for owner in sorted({*scope.issuers, *(n for p in scope.places for n in (p, *divisions(p)))}, key=len, reverse=True):
        name = re.sub(rf"{re.escape(owner)}[省市县区]?", "", name)
    return name


def _said_alike(name: str) -> str:
    """Return a name with words of one meaning written in one way: 城市低保 and 城镇低保, 一产 and 第一产业."""
    return _SECTOR.sub(
        r"第\1产业", _NUMBERED.sub("", name).replace("城市", "城镇").replace("乡村", "农村").replace("人均可支配收入", "人均收入")
    )


def _pairs(text: str) -> frozenset[str]:
    folded = matching_text(text)
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))
