"""Judging claims: a sentence with figures and the reports' figures go in, a verdict for each figure with its source comes out."""
