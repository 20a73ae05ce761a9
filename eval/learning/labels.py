"""Which passages, sentences and figures are the answer that a question was written with."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Any

from app.choosing.candidates import Candidate
from corpus.character_pairs import character_pairs

_SCALES = (("万亿", 1e12), ("亿", 1e8), ("千万", 1e7), ("百万", 1e6), ("万", 1e4), ("billion", 1e9), ("million", 1e6))


def is_evidence(row: dict[str, Any], report: str, text: str, *, share: float = 0.8) -> bool:
    """Tell whether a text of a report holds the evidence of a question, or at least `share` of its pairs of characters."""
    return any(PurePosixPath(report).name == e["file"] and _covers(_fold(text), _fold(e["text"]), share) for e in row["evidence"])


def is_answer(row: dict[str, Any], candidate: Candidate) -> bool:
    """Tell whether a figure is one that the question was written with, in its sentence."""
    sentence = candidate.sentence
    if not is_evidence(row, sentence.ranked.passage.report, sentence.text, share=0.5):
        return False
    return any(_same(v, candidate) for v in row["values"])


def _same(value: dict[str, Any], candidate: Candidate) -> bool:
    unit = str(value["unit"])
    factor = next((f for word, f in _SCALES if unit.startswith(word) or (word.isascii() and word in unit.lower())), 1.0)
    wanted, found = float(value["value"]) * factor, float(candidate.figure.value)
    return abs(wanted - found) <= 1e-6 * max(1.0, abs(wanted)) and _mark(unit) == _mark(candidate.figure.unit)


def _mark(unit: str) -> str:
    """Return what tells a ratio from an amount, "" for an amount."""
    return next((mark for mark in ("%", "‰", "百分点") if mark in unit), "")


def _covers(text: str, evidence: str, share: float) -> bool:
    if evidence in text or (len(text) >= 12 and text in evidence):
        return True
    pairs = character_pairs(evidence)
    return bool(pairs) and len(pairs & character_pairs(text)) / len(pairs) >= share


def _fold(text: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).lower())
