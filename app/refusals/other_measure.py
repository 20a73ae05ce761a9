"""A measured length, time or weight where an English question asks for things, people or money: how many piers is answered by no metres."""

import re

from app.choosing.candidates import Candidate
from corpus.figures.english_words import WORDS
from corpus.figures.numerals import fold
from index.query import Query
from index.unit_classes import class_of_unit

# What is counted, up to the word that goes on: how many deep piers | does the port have.
_COUNTED = re.compile(
    r"\bhow many (?P<what>(?:(?!(?:did|does|do|was|were|is|are|has|have|had|will|can|could|would|should|may|of|in|on|at|for|to|from|by|with|that|who|which)\b)[a-z’'-]+ ?){1,5})"
)
_MEASURES = frozenset(unit for unit in WORDS["measure"] if class_of_unit(unit) != "money") - {"times", "pm"}
# As they are asked for: how many megawatts, how many sq km.
_MEASURING = re.compile(
    r"^(?:kilo|mega|giga|centi|milli)?(?:met(?:re|er)|lit(?:re|er)|gram|gramme|watt|mile|feet|foot|acre|hectare|tonne?|ton|gallon|year|month|week|day|hour|minute|degree|barrel"
    r"|percent|percentage|point|time|dollar|cent|euro|pound|yuan|yen|million|billion|km|kg|mw|gw|kwh|sq|square|cubic|floor|area|space|land)s?$"
)


def is_measured_otherwise(query: Query, candidate: Candidate) -> bool:
    """Tell a measure where things, people or money are asked for, or money where things are."""
    unit = candidate.figure.unit.partition("/")[0]
    measured = unit in _MEASURES or unit.partition(" ")[0] in {"square", "cubic"}
    if measured and query.need.unit_class in {"money", "people"} and not query.need.unit:
        return True
    counted = _COUNTED.search(fold(query.text).lower()) if measured or (unit and class_of_unit(unit) == "money") else None
    return counted is not None and not any(_MEASURING.match(word) for word in counted["what"].split())
