"""Figures: a sentence or a table row comes in, its quantities with exact spans go out."""
