"""Whether what refutes a claim is of the thing that the claim names: of what the reports do not speak of no value is the right one."""

import re

from app.agreement import digits_of, same_unit
from app.claims.evidence import Evidence
from app.claims.held import Held, measured
from app.claims.miswriting import is_scaled, is_slip
from app.claims.naming import exclude, includes_more, without_owner
from app.claims.reading import Claimed
from app.claims.unsaid import leaves_out_side, names_one_of_two, names_part, of_other_words, says_all_things, tells_more, unsaid
from app.verdict import FigureVerdict

SAID_OTHERWISE = frozenset({"wrong_unit", "wrong_direction"})
OF_ANOTHER_VALUE = frozenset({"wrong_value", "wrong_measure"})
_HAN = re.compile("[一-龥]")
# A name as alike as this is the claim's, but for a word that the report had no need of.
_NEARLY_ALL, _NEARLY_ALL_ENGLISH = 0.75, 0.6
_NAMED_CLASHING, _TOLD_OTHERWISE, _HARDLY_NAMED = 0.5, 0.45, 0.4
_TELLING = 3
# Of a thing whose clause speaks of a claim so far, and fits best, the claim speaks in words of its own.
_SPEAKS_OF_IT = 0.35


def is_told_otherwise(claimed: Claimed, evidence: Evidence) -> bool:
    """Tell whether a report says all that a claim does, but for what is done and the number: 中央财政打算拿出5亿元来促进就业, 中央财政拟投入6亿元用于促进就业."""
    if evidence.agreeing is not None or evidence.clashing is not None or not evidence.rivals:
        return False
    best, figure = evidence.rivals[0], claimed.figure
    found, own = best.figure, best.chosen.candidate.sentence.stretch
    if best is not evidence.nearest or best.chosen.candidate.foreign or own.passage.context or best.names < _TOLD_OTHERWISE:
        return False
    alike = (figure.unit, figure.period, figure.kind) == (found.unit, found.period, found.kind)
    return (
        alike
        and _HAN.search(figure.subject) is not None
        and says_all_things(claimed.query.text, claimed.query.scope.places, own, found.subject)
    )


def is_of_another_thing(claimed: Claimed, verdict: FigureVerdict, right: Held | None, evidence: Evidence) -> bool:
    """Tell whether the right value of a refutation is of a thing that the claim does not name, and not one that it was miswritten from."""
    figure, clashing = claimed.figure, evidence.clashing
    if right is not None and verdict == "wrong_unit" and right.agrees and right.names < _HARDLY_NAMED:
        # 改造城中村46个 is not 改造街巷46条, written in another unit.
        name, subject, own = without_owner(claimed), right.figure.subject, right.chosen.candidate.sentence.stretch
        return bool(unsaid(name, own, subject)) and tells_more(name, claimed.query.text, measured(own, right.figure))
    if right is None or verdict not in OF_ANOTHER_VALUE or figure.kind == "rank":
        return False
    if right.chosen.candidate.foreign:
        # Whose value its own language tells of another thing is not put right in another one.
        return verdict == "wrong_measure" and clashing is not None and not clashing.chosen.candidate.foreign
    name, subject, own = without_owner(claimed), right.figure.subject, right.chosen.candidate.sentence.stretch
    if verdict == "wrong_measure" and not right.refutes and right is not evidence.instead:
        return True
    if (
        right.agrees
        or exclude(name, subject)
        or (not right.names and includes_more(subject))
        or leaves_out_side(name, own, subject)
    ):
        return True
    if same_unit(figure.unit, right.figure.unit) and (is_slip(figure, right.figure) or is_scaled(figure, right.figure)):
        return False
    if not _HAN.search(claimed.query.text):
        beside = clashing is not None and clashing.clashes not in SAID_OTHERWISE and clashing.place == right.place
        return (beside or right.names < _NEARLY_ALL_ENGLISH) and of_other_words(name, own, subject)
    missing = unsaid(name, own, subject)
    if evidence.nearest and evidence.nearest.place == right.place and right.spoken >= _SPEAKS_OF_IT:
        return names_part(name, subject, missing)
    return bool(missing) and (
        right.names < _NEARLY_ALL
        or names_part(name, subject, missing)
        or tells_more(name, claimed.query.text, measured(own, right.figure))
    )


def is_told_of_it_with_more(claimed: Claimed, clashing: Held) -> bool:
    """Tell whether a report tells a value of what a claim names together with something else: 乡村公路和桥梁 and 桥梁."""
    name, subject, own = without_owner(claimed), clashing.figure.subject, clashing.chosen.candidate.sentence.stretch
    exact = clashing.agrees in {"consistent", "converted"} and digits_of(claimed.figure) >= _TELLING
    if clashing.clashes != "wrong_measure" or not exact or exclude(name, subject) or leaves_out_side(name, own, subject):
        return False
    return names_one_of_two(claimed.query.text, name, subject)


def is_of_its_thing(claimed: Claimed, clashing: Held, right: Held | None) -> bool:
    """Tell whether a figure of the claimed value, in which something clashes, bears the claim's name rather than another value does."""
    better = clashing.names >= max(_NAMED_CLASHING, right.names if right else 0.0)
    own = clashing.chosen.candidate.sentence.stretch
    return better and not unsaid(without_owner(claimed), own, clashing.figure.subject)
