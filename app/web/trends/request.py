"""What the browser asks to be followed, checked: every value may be forged."""

from dataclasses import dataclass

from app.web.request import read_text

_LONGEST = 80
_EARLIEST, _LATEST = 1800, 2200


@dataclass(frozen=True, slots=True)
class Traced:
    """A measure with its limits; `measure` is "" where nothing usable came."""

    measure: str
    place: str
    first: int | None
    last: int | None
    targets: bool


def read_traced(data: object) -> Traced:
    """Read which measure is to be followed, of which place and years, as the form sends it."""
    sent = data if isinstance(data, dict) else {}
    measure, place = (read_text(sent.get(name))[:_LONGEST] for name in ("measure", "place"))
    return Traced(measure, place, _year(sent.get("first")), _year(sent.get("last")), sent.get("targets") is True)


def _year(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and _EARLIEST <= value <= _LATEST else None
