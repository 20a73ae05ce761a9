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
    """Tell whether two numbers differ in one digit, or in two that changed places: 21.7 and 27.1, 7062 and 7262."""
    own, other = digits_in(a), digits_in(b)
    if len(own) != len(other) or len(own) < _TELLING or own == other:
        return False
    differing = [i for i, (x, y) in enumerate(zip(own, other, strict=True)) if x != y]
    return len(differing) == 1 or (len(differing) == 2 and differing[1] - differing[0] == 1 and sorted(own) == sorted(other))
