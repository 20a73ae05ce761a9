"""What a claim calls in other words than the report: known by its value, where so many digits agree in a clause of near meaning (领了结婚证: 结婚登记)."""

from collections.abc import Sequence

from app.agreement import digits_of
from app.choosing.words import WordMatcher, cut
from app.claims.held import Held
from app.claims.naming import without_owner
from app.claims.reading import Claimed
from app.claims.unsaid import unsaid
from index.thesaurus.written import uses_of

# So many digits are no other thing's by chance.
_TELLING = 3
# A word is said otherwise by one so near to it, or where reports hardly use it (领了证): what they often speak of they would have named (服装, 煤电).
_NEAR, _HARDLY_USED, _USED = 0.5, 0.9, 8
_LONG, _HALF = 4, 2
# How far a clause must speak of what it calls otherwise than the claim, where many digits agree and where few do.
_SPOKEN, _SPOKEN_WELL = 0.3, 0.5
# How much better another value must be named to be the one that the claim should have given.
_BETTER_NAMED = 0.3


def is_known_by_value(claimed: Claimed, h: Held, held: Sequence[Held], words: WordMatcher) -> bool:
    """Tell whether what a claim calls otherwise than a report is the same: its clause speaks of it, and so many digits agree that chance gives them to
    nothing else of near meaning; fewer where no other value is spoken of so much.
    """
    if h.agrees == "approximate" or h.spoken < _SPOKEN:
        return False
    if any(not o.agrees and o.spoken > h.spoken and o.names >= h.names + _BETTER_NAMED for o in held):
        return False
    if not _may_be_said_otherwise(claimed, h, words):
        return False
    if digits_of(h.figure) >= _TELLING:
        return True
    foremost = all(o.spoken < h.spoken for o in held if not o.agrees)
    return h.agrees != "rounded" and foremost and h.spoken >= _SPOKEN_WELL


def _may_be_said_otherwise(claimed: Claimed, h: Held, words: WordMatcher) -> bool:
    """Tell whether each word of a claim's name that stands nowhere around a figure is near to one that does, or is none of the words of reports."""
    own = h.chosen.candidate.sentence.stretch
    around = f"{own.led_up_to.text} {h.figure.subject}"
    told = cut(around)
    missing = [p for word in unsaid(without_owner(claimed), own, h.figure.subject) for p in _parts(word) if p not in around]
    unlike = [w for w in missing if words.rarity(w) < _HARDLY_USED or uses_of(w) >= _USED]
    return not unlike or bool(told and (words.similarities(unlike, told).max(axis=1) >= _NEAR).all())


def _parts(word: str) -> tuple[str, ...]:
    """Return the halves of a long word, each of which may be said by itself: 服装 and 出口 of 服装出口."""
    return (word[:_HALF], word[-_HALF:]) if len(word) >= _LONG else (word,)
