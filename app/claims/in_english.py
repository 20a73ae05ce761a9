"""The figures that a sentence in English claims, spelt or in digits, with the units that the reports in Chinese write."""

from dataclasses import replace

from app.claims.english_units import with_unit
from app.claims.roughness import said_roughly_in_english
from corpus.figures.english import english_figures
from corpus.figures.english_spelled import as_spelled, in_digits
from corpus.figures.figure import Figure


def figures_in_english(sentence: str, without_source: str) -> list[Figure]:
    """Return the figures of a sentence; `without_source` has spaces for the words that only say which report tells it."""
    digits = in_digits(without_source)
    figures = (as_spelled(f, digits, sentence) for f in english_figures(digits.text))
    return [
        replace(with_unit(sentence, f), qualifier=f.qualifier or said_roughly_in_english(sentence[: f.start])) for f in figures
    ]
