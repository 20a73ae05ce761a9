"""When a quoted or found text holds a piece of evidence."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.character_pairs import character_pairs

SHORTEST_PART = 12
ENOUGH_PAIRS = 0.8

_IGNORED = re.compile(r"[\s,、。;:“”\"'‘’()《》·—-]")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a report. `report` is a key or a file name: only its last part is compared."""

    report: str
    text: str


def fold_quote(text: str) -> str:
    """Return a text for comparison: width and case folded (NFKC), without white space and punctuation."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text).lower())


def folded_pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a folded text; the text itself if it is shorter than two."""
    folded = fold_quote(text)
    return character_pairs(folded) or frozenset({folded})


def shared_pairs(wanted: str, text: str) -> float:
    """Return the share of `wanted`'s pairs of characters that stand in `text`, 0 to 1."""
    pairs = folded_pairs(wanted)
    return len(pairs & folded_pairs(text)) / len(pairs)


def covers(text: str, evidence: str) -> bool:
    """Tell whether a text holds the evidence: in whole, as a part of 12 or more of its characters, or with 80 % of its pairs."""
    folded, wanted = fold_quote(text), fold_quote(evidence)
    if not folded:
        return False
    is_part = len(folded) >= SHORTEST_PART and folded in wanted
    return wanted in folded or is_part or shared_pairs(evidence, text) >= ENOUGH_PAIRS


def evidence_positions(evidence: Sequence[Quote], quotes: Sequence[Quote]) -> tuple[int | None, ...]:
    """Return for each piece of evidence the position of the first quote that holds it, from 0; None if none does."""
    return tuple(next((i for i, quote in enumerate(quotes) if _proves(quote, piece)), None) for piece in evidence)


def _proves(quote: Quote, piece: Quote) -> bool:
    return PurePosixPath(quote.report).name == PurePosixPath(piece.report).name and covers(quote.text, piece.text)
