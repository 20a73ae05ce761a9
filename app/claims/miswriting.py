"""How a number may have been miswritten from another: the same digits at another scale, in another order, or one of them wrong."""

from app.decimals import plain
from corpus.figures.figure import Figure

_TELLING = 2


def digits_in(figure: Figure) -> str:
    """Return the digits of a value without the zeros at its ends."""
    return plain(abs(figure.value)).replace(".", "").strip("0")


def is_scaled(a: Figure, b: Figure) -> bool:
    """Tell whether two values have the same digits, of which there are enough to tell."""
    return digits_in(a) == digits_in(b) and len(digits_in(a)) >= _TELLING


def is_slip(a: Figure, b: Figure) -> bool:
    """Tell whether two numbers differ in one digit, or in two that changed places: 21.7 and 27.1, 7062 and 7262, 1260 and 1206."""
    own, other = digits_in(a), digits_in(b)
    if min(len(own), len(other)) < _TELLING or own == other:
        return False
    if len(own) != len(other):
        # A zero at the end that changed places is a digit like any.
        return _changed_places(*_aligned(a, b))
    return sum(x != y for x, y in zip(own, other, strict=True)) == 1 or _changed_places(own, other)


def _aligned(a: Figure, b: Figure) -> tuple[str, str]:
    """Return the digits of two values, those of one worth at one place."""
    (own, after), (other, behind) = (plain(abs(f.value)).partition(".")[::2] for f in (a, b))
    whole, part = max(len(own), len(other)), max(len(after), len(behind))
    return own.rjust(whole, "0") + after.ljust(part, "0"), other.rjust(whole, "0") + behind.ljust(part, "0")


def _changed_places(own: str, other: str) -> bool:
    differing = [i for i, (x, y) in enumerate(zip(own, other, strict=True)) if x != y]
    return len(differing) == 2 and differing[1] - differing[0] == 1 and sorted(own) == sorted(other)
