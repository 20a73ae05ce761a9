"""Choosing among the figures of the passages found: what speaks for each, which is best, and whether it answers at all."""
