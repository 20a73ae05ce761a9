"""The verdicts in the three colours that a reader sees: it agrees, it does not, it is not there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.verdict import Check, CheckedFigure, FigureVerdict, verdict_of

Family = Literal["ok", "no", "un"]
FAMILIES: tuple[Family, ...] = ("no", "un", "ok")
_FAMILY: dict[str, Family] = {"supported": "ok", "refuted": "no", "not_found": "un"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures agree, do not, and are not found."""

    ok: int
    no: int
    un: int

    @property
    def all(self) -> int:
        """All figures."""
        return self.ok + self.no + self.un

    @property
    def problems(self) -> int:
        """The figures that a writer has to look at."""
        return self.no + self.un


def family_of(verdict: FigureVerdict) -> Family:
    """Return the colour of a verdict."""
    return _FAMILY[verdict_of(verdict)]


def figures_in_order(check: Check) -> Iterator[CheckedFigure]:
    """Yield the figures of a text in the order in which they stand there, none inside another."""
    at = 0
    for figure in sorted((f for claim in check.claims for f in claim.figures), key=lambda f: (f.start, -f.end)):
        if figure.start >= at and figure.end > figure.start:
            yield figure
            at = figure.end


def count(check: Check) -> Counts:
    """Count the figures of a text by colour."""
    families = [family_of(f.verdict) for f in figures_in_order(check)]
    return Counts(families.count("ok"), families.count("no"), families.count("un"))
