"""What a claim calls in other words than the report: known by its value, where so many digits agree in a clause of near meaning (领证结婚: 结婚登记)."""

from collections.abc import Sequence

from app.agreement import digits_of
from app.claims.held import Held

# So many digits are no other thing's by chance.
_TELLING = 3
# How far a clause must speak of what it calls otherwise than the claim, where many digits agree and where few do.
_SPOKEN, _SPOKEN_WELL = 0.3, 0.5
# How much better another value must be named to be the one that the claim should have given.
_BETTER_NAMED = 0.3


def is_known_by_value(h: Held, held: Sequence[Held]) -> bool:
    """Tell whether what a claim calls otherwise than a report is the same: its clause speaks of it, and so many digits agree that chance gives them to
    nothing else of near meaning; fewer where no other value is spoken of so much.
    """
    if h.agrees == "approximate" or h.spoken < _SPOKEN:
        return False
    if any(not o.agrees and o.spoken > h.spoken and o.names >= h.names + _BETTER_NAMED for o in held):
        return False
    if digits_of(h.figure) >= _TELLING:
        return True
    foremost = all(o.spoken < h.spoken for o in held if not o.agrees)
    return h.agrees != "rounded" and foremost and h.spoken >= _SPOKEN_WELL
