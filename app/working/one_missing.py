"""Say which of the values of a computation the reports do not give, and give the one that they do."""

import re

from app.answer import Answer
from app.choosing.chooser import load_chooser
from app.choosing.lookup import Lookups
from app.computed_words import compose_uncomputed
from app.working.computed import is_part
from app.working.of_year import is_of
from app.working.operands import Operation
from index.query import Query

# So much less sure than an answer is what is not in the reports.
_NOT_THERE = 0.5


def with_one_missing(lookups: Lookups, operation: Operation, question: str, query: Query) -> Answer | None:
    """Say which of the values of a computation the reports do not give, and give the other; None where they give none, or all."""
    found = [
        (_name(o, label, query), lookups.look_up(o), o) for o, label in zip(operation.operands, operation.labels, strict=True)
    ]
    there = [
        (name, f.chosen[0])
        for name, f, o in found
        if f.sure
        and not f.query.scope.widened
        and f.chosen[0].candidate.figure.kind == "level"
        and is_of(o, f.chosen[0])
        and not is_part(f.chosen[0])
    ]
    missing = [name for name, f, _ in found if f.query.scope.widened or f.confidence < _NOT_THERE * load_chooser().threshold]
    if len(there) + len(missing) != len(found) or not there or not missing:
        return None
    return compose_uncomputed(question, query, there, missing)


def _name(operand: Query, label: str, query: Query) -> str:
    words = ("" if re.search("[一-龥]", query.text) else " ").join(operand.terms)
    return label or words.replace("gdp", "GDP")
