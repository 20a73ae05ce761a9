"""Whose a figure is: what a question that names nobody means, and what is said of it."""
