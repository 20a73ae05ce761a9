"""Measuring: evaluation sets and a system's outputs come in, scores with their uncertainty go out."""
