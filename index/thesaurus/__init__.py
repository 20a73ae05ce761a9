"""The thesaurus: what reports write for a thing, and what people say for it, in Chinese and in English.

Written for this project, along the chapters of statistical yearbooks, the classification of budgets, the accounting standards and the work of
governments. A file holds a field, a line a concept, in four cells set apart by tabs: what Chinese reports write, what people say, what English
reports write, what English speakers say.
"""

from index.thesaurus.concepts import Concept, read_concepts

__all__ = ["Concept", "read_concepts"]
