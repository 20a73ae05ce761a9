"""What the reports' figures say of a claimed one: those of its value, those that clash with it, and those of another value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from app.agreement import clash, comparable, digits_of, nearness, value_verdict
from app.choosing.chooser import Chosen
from app.choosing.words import WordMatcher
from app.claims.again import tells_again, wording
from app.claims.apart import said_instead
from app.claims.direction import way_of
from app.claims.features import evidence_features
from app.claims.held import Held, hold
from app.claims.miswriting import is_scaled
from app.claims.naming import name_of, shared_name
from app.claims.otherwise import is_known_by_value
from app.claims.reading import Claimed, ClaimSentence
from app.claims.rivals import ONE_NAME, amount_meant, is_of_another_time, is_other_amount, is_told_beside, rivals_of
from corpus.character_pairs import dice
from corpus.figures.figure import Figure

_RIVALS, _FURTHER = 12, 40
# What is told twice is cited three times more at most, if it fits about as well.
_CONFIRMING, _NEAR, _LESS_NAMED = 3, 6.0, 0.2
# How alike the name of an aim must be to bear out what says neither aim nor outcome.
_NAMED_AIM = 0.7
# Wordings so alike, of so many pairs of characters at least, are copies of one another.
_VERBATIM, _TELLING = 0.9, 8
# How much better another figure of the claim must be called what a figure is.
_ANOTHERS = 0.5
_FOREMOST, _DIGITS, _NO_CHANCE = 4.0, 2, 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """The best figure that agrees in all, the best of the value that clashes in something, the best of other values, the best of all.

    `confirming` are others that say the same as the agreeing one, or as the clashing one where none agrees; `rivals` the best of other values,
    `further` more of them, among which the right value may be told again.

    `features` as in features.py; `instead` is the figure beside the agreeing one that the claim names instead of it; `at_scale` tells that the best
    of all is the claimed value at another scale; `retold` is a figure of the claimed value and name that tells another amount of the thing.
    """

    agreeing: Held | None
    confirming: tuple[Held, ...]
    clashing: Held | None
    rivals: tuple[Held, ...]
    further: tuple[Held, ...]
    nearest: Held | None
    features: NDArray[np.float32]
    instead: Held | None = None
    at_scale: bool = False
    retold: Held | None = None


def weigh(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen], words: WordMatcher | None = None) -> Evidence:
    """Hold a claimed figure against the chosen figures of the reports, best first; `words` tells what may be said otherwise (None: nothing)."""
    held = _held(claimed, sentence, chosen, words)
    fitting = _fitting(claimed, sentence, held)
    others_own = [h for h in fitting if _is_named_by_other(claimed, sentence, h)]
    fitting = [h for h in fitting if not h.agrees_by_chance(held[0]) and h not in others_own]
    agreeing, instead = _meant(claimed, sentence, held, fitting)
    clashing = next((h for h in held if h.agrees and h.clashes), None)
    others = [o.figure for o in sentence.figures if o.figure.start != claimed.figure.start]
    rivalling = rivals_of(claimed.figure, held, sentence, aimed=agreeing is None or agreeing.figure.status == "target")
    told = (
        h
        for h in rivalling
        if not is_told_beside(h, agreeing, claimed.figure, others)
        and not (agreeing is not None and is_other_amount(claimed, sentence, agreeing, h))
    )
    further = tuple(islice(told, _FURTHER))
    if (
        agreeing is not None
        and is_open_aim(claimed, sentence, agreeing)
        and (agreeing.names < _NAMED_AIM or any(_is_outcome(agreeing, h) for h in further))
    ):
        # Where an outcome is told of the same, or an aim of something less alike, what says neither is taken for an outcome.
        return weigh(claimed, replace(sentence, reached=True), chosen, words)
    rivals = further[:_RIVALS]
    nearest = held[0] if held else None
    confirming = tuple(islice(_confirming(agreeing or clashing, held), _CONFIRMING))
    features = evidence_features(claimed, sentence, held, agreeing, clashing, rivals)
    retold = _retold(claimed, held) if agreeing is None else None
    if retold is not None:
        instead = amount_meant(retold, held)
    elif agreeing is None and others_own:
        instead = _own_beside(others_own[0], further)
    elif agreeing is None and clashing is None:
        instead = next((h for h in held[:1] if _is_in_another_unit(claimed.figure, h)), None)
    return Evidence(
        agreeing,
        confirming,
        clashing,
        rivals,
        further,
        nearest,
        features,
        instead,
        agreeing is None and _is_at_scale(claimed.figure, rivals[:1], held[:1]),
        retold,
    )


def _held(claimed: Claimed, sentence: ClaimSentence, chosen: Sequence[Chosen], words: WordMatcher | None) -> list[Held]:
    """Hold the chosen figures against a claimed one; what is called otherwise and known by its value clashes with nothing."""
    way, names, near = way_of(sentence.text, claimed.figure), name_of(claimed), nearness(claimed.figure)
    held = [hold(claimed, sentence, way, names, c, near=near(c.candidate.figure)) for c in chosen]
    if words is None:
        return held
    return [replace(h, clashes=None) if h.otherwise and is_known_by_value(claimed, h, held, words) else h for h in held]


def _fitting(claimed: Claimed, sentence: ClaimSentence, held: Sequence[Held]) -> list[Held]:
    """Return the figures of the claimed value that may be what is claimed."""
    copied = _copied(claimed.figure, sentence.text, held)
    return [
        h
        for h in held
        if h.agrees
        and not h.clashes
        and not _is_left_long_ago(claimed.figure, h)
        and (h.supports or _is_foremost(h, held[0]))
        and (not copied or h.place in copied)
    ]


def _retold(claimed: Claimed, held: Sequence[Held]) -> Held | None:
    """Return the best figure of a claimed value and name that tells another amount of the thing, if what the claim should have given stands beside it, or
    a level is claimed as a move: no more came of a thing than there is.
    """
    named = (h for h in held if h.amounts is not None and (h.named or h.names >= ONE_NAME))
    return next((h for h in named if amount_meant(h, held) is not None or _is_level_moved(claimed.figure, h)), None)


def _is_level_moved(figure: Figure, h: Held) -> bool:
    moved = h.amounts is not None and h.amounts.own == "moved"
    return moved and digits_of(figure) >= _NO_CHANCE


def _is_named_by_other(claimed: Claimed, sentence: ClaimSentence, h: Held) -> bool:
    """Tell whether another figure of a claim, of another value, bears a figure's name, and the claimed one hardly does: 小学80所、中学60所 is not 中学80所."""
    if h.named or h.names >= _ANOTHERS or not h.figure.subject:
        return False
    own = claimed.figure
    others = (
        o
        for o in sentence.figures
        if o.figure.start != own.start
        and (o.figure.period, o.figure.status, o.figure.kind) == (own.period, own.status, own.kind)
        and comparable(o.figure, h.figure)
    )
    alike = (o for o in others if shared_name(name_of(o), h.figure.subject) >= h.names + _ANOTHERS)
    return any(value_verdict(o.figure, h.figure) is None for o in alike)


def _own_beside(others_own: Held, rivals: Sequence[Held]) -> Held | None:
    """Return the figure beside another one's that bears the claim's name: the one that changed places with it."""
    return next((h for h in rivals if h.place == others_own.place and h.names >= _ANOTHERS), None)


def _is_at_scale(figure: Figure, rivals: Sequence[Held], held: Sequence[Held]) -> bool:
    """Tell whether what fits best is the claimed value times ten, a hundred and so on: so many digits are no other thing's by chance."""
    return any(h is held[0] and h.refutes and digits_of(figure) >= _NO_CHANCE and is_scaled(figure, h.figure) for h in rivals)


def is_open_aim(claimed: Claimed, sentence: ClaimSentence, agreeing: Held) -> bool:
    """Tell whether what a claim leaves open agrees with what a report aims at, in a sentence that it does not tell again."""
    open_aim = agreeing.figure.status == "target" and sentence.leaves_open(claimed.figure)
    return open_aim and not tells_again(sentence, agreeing.chosen.candidate.sentence.stretch)


def _is_outcome(aim: Held, h: Held) -> bool:
    """Tell whether a figure is what came of a thing of the same place and name as an aim."""
    a, b = (o.chosen.candidate.sentence.ranked.place for o in (aim, h))
    return h.figure.status == "actual" and a == b and h.figure.kind == aim.figure.kind and h.names >= aim.names - _LESS_NAMED


def _is_in_another_unit(figure: Figure, best: Held) -> bool:
    """Tell whether what fits best has the digits of the claimed value and a unit that is nothing like the claimed one: 94.9万套 of 94.9%."""
    found = best.figure
    same = digits_of(figure) >= _NO_CHANCE and is_scaled(figure, found) and figure.period == found.period
    return same and not comparable(figure, found) and best.names >= ONE_NAME


def _meant(
    claimed: Claimed, sentence: ClaimSentence, held: Sequence[Held], fitting: Sequence[Held]
) -> tuple[Held | None, Held | None]:
    """Return the first fitting figure that the claim names rather than one beside it, or the first with that one."""
    first: tuple[Held | None, Held | None] = (None, None)
    others = tuple(islice(rivals_of(claimed.figure, held, sentence, aimed=False), _RIVALS)) if fitting else ()
    for h in fitting:
        instead = said_instead(claimed, sentence, h, others)
        if instead is None:
            return h, None
        first = first if first[0] else (h, instead)
    return first


def _is_foremost(held: Held, best: Held) -> bool:
    """Tell whether a value of some digits that agrees to the last of them stands among the best: what says it in other words may share none."""
    least = _DIGITS + bool(held.chosen.candidate.foreign)
    exact = held.agrees in {"consistent", "converted"} and digits_of(held.figure) >= least
    return exact and held.chosen.score >= best.chosen.score - _FOREMOST


def _copied(figure: Figure, text: str, held: Sequence[Held]) -> set[tuple[int, int]]:
    """Return the sentences that a claim is copied from, but for its digits: in no other can it find support for a number that they do not hold."""
    own = wording(text)
    places = {h.place: h for h in held}
    return {
        place
        for place, h in places.items()
        if len(own) >= _TELLING
        and dice(own, wording(h.chosen.candidate.sentence.text)) >= _VERBATIM
        and any(
            o.place == place
            and comparable(figure, o.figure)
            and clash(figure, o.figure, asserts_outcome=False) not in {"wrong_period", "wrong_unit"}
            for o in held
        )
    }


def _confirming(best: Held | None, held: Sequence[Held]) -> Iterator[Held]:
    """Yield the figures of other sentences that say the same as the best one, as a figure told in the review and again in detail.

    A passage tells a thing once: what has the value there again (年平均失业率5.1%。年末失业率5.1%) is another thing.
    """
    alike = (h for h in held if h.agrees and best and h.clashes == best.clashes and h.supports)
    return _meant_each([h for h in alike if best and h.place[0] != best.place[0] and _tells_again(best, h)])


def _meant_each(held: Sequence[Held]) -> Iterator[Held]:
    """Yield of several figures of one value in a sentence the one that is named most alike: 工业增长6.8%，财政收入增长6.8%."""
    return (h for h in held if h.names >= max(o.names for o in held if o.place == h.place))


def _tells_again(best: Held, h: Held, *, aimed_too: bool = False) -> bool:
    """Tell whether a figure stands in another sentence, fits about as well, and is outcome or target as the best one is, or may be the other."""
    near = h.place != best.place and h.chosen.score >= best.chosen.score - _NEAR
    alike = h.figure.status == best.figure.status or (aimed_too and h.names >= best.names)
    return near and alike and h.names >= best.names - _LESS_NAMED


def echoes(right: Held, rivals: Sequence[Held]) -> list[Held]:
    """Return the figures of other sentences that give the same right value, rounded or to the unit."""
    again = (h for h in rivals if _tells_again(right, h, aimed_too=True))
    same = [h for h in again if value_verdict(right.figure, h.figure) or value_verdict(h.figure, right.figure)]
    return list(islice(_meant_each(same), _CONFIRMING))


def _is_left_long_ago(figure: Figure, held: Held) -> bool:
    """Tell whether a value was left (由320元提高到380元) in a report of another time: when it began to hold is not told."""
    own = held.chosen.candidate.sentence
    return is_of_another_time(figure, held) and way_of(own.text, held.figure.moved(-own.start)).start
