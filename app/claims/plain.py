"""Figures that a few passages plainly bear out, so that no others need be looked at.

A glance sees the passages that hold the claimed value and what stands beside it there, not all that speaks of the same. So it may only bear a
figure out, and only one whose value stands to the letter, converted or rounded under the claim's own name, of its place and time: of 1,665 figures,
true and false, of claims and drafts it bore out 475 so, of which the search through all passages said another thing of none.
"""

from collections.abc import Iterable, Sequence

from app.agreement import comparable, digits_of, nearness, value_verdict
from app.choosing.sentences import Stretch
from app.claims.direction import way_of
from app.claims.evidence import Evidence, is_open_aim, weigh
from app.claims.glance import Glance
from app.claims.held import Held, hold, measured
from app.claims.judging import lead_of_support, load_judge
from app.claims.naming import name_of, shared_name, telling_words
from app.claims.reading import Claimed, ClaimSentence
from app.claims.ruling import Ruling, rule
from app.upright import upright
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.ranking import Retrieved

_PLAIN = frozenset({"consistent", "converted", "rounded"})
# How alike the names must be: of a value of two digits or more, of one digit, and of the cell of a table, whose name is made of its heads.
_NAMED, _NAMED_ROUND, _NAMED_IN_ROW = 0.5, 0.7, 0.9
# And of one that is not the first by all else.
_NAMED_BEHIND = 0.7
_SURE = 1.0
# Sentences that tell the same and are cited.
_CITED = 3
# An outcome named so much less alike than an aim is another thing.
_BESIDE_AIM = 0.2
_SAME = ("subject", "period", "unit", "kind", "status", "polarity")


def plain_ruling(claimed: Claimed, sentence: ClaimSentence, glance: Glance) -> Ruling | None:
    """Return the ruling on a figure that a glance plainly bears out, None where all passages have to be looked at."""
    if glance.again:
        return _told_again(claimed, sentence, glance)
    if not glance.chosen:
        return None
    evidence = weigh(claimed, sentence, glance.chosen)
    agreeing = evidence.agreeing
    if agreeing is None or not _is_plain(claimed.figure, evidence, agreeing) or _is_contested(agreeing, glance.found):
        return None
    if is_open_aim(claimed, sentence, agreeing) and _has_outcome(claimed, agreeing, glance.found):
        return None
    ruling = rule(claimed, evidence)
    return ruling if ruling.verdict in _PLAIN else None


def _told_again(claimed: Claimed, sentence: ClaimSentence, glance: Glance) -> Ruling | None:
    """Return the ruling on a figure of a sentence that a claim tells again, None where something differs or another report contradicts it."""
    way, names = way_of(sentence.text, claimed.figure), name_of(claimed)
    held = [hold(claimed, sentence, way, names, c, near=True) for c in glance.again]
    # What is told as reached goes before what was aimed at.
    fit = sorted((h for h in held if h.agrees in _PLAIN and h.clashes is None), key=lambda h: h.figure.status == "target")
    best = fit[0] if fit else None
    if best is None or best.agrees is None or _is_contested(best, glance.found):
        return None
    same = [h for h in fit if (h.figure.status, h.figure.period) == (best.figure.status, best.figure.period)]
    return Ruling(best.agrees, best, tuple(same[:_CITED]))


def may_be_plain(claimed: Claimed, sentences: Iterable[Stretch]) -> bool:
    """Tell whether some sentences have a figure of a claimed one's value and name: without one no glance bears it out, and none is worth it."""
    figure = claimed.figure
    if claimed.query.need.unit_class == "time":
        # Stretches of time are read only when figures are chosen.
        return True
    near, names = nearness(figure), name_of(claimed)
    for own in sentences:
        for f in own.figures:
            if not near(f) or not _measures_alike(figure, own, f):
                continue
            found = upright(f)
            if value_verdict(figure, found) not in _PLAIN:
                continue
            if _is_named(own, found, figure, shared_name(names, measured(own, found))):
                return True
    return False


def _measures_alike(figure: Figure, own: Stretch, found: Figure) -> bool:
    """Tell whether a figure may be counted in a claimed one's unit; nobody wrote down that of some tables."""
    return comparable(figure, found) or (not found.unit and bool(own.passage.context))


def _is_plain(figure: Figure, evidence: Evidence, agreeing: Held) -> bool:
    found = agreeing.chosen.candidate
    if agreeing.agrees not in _PLAIN or found.foreign or found.elsewhere:
        return False
    own = agreeing.chosen.candidate.sentence.stretch
    if evidence.nearest is not agreeing and agreeing.names < _NAMED_BEHIND:
        return False
    return _is_named(own, agreeing.figure, figure, agreeing.names) and lead_of_support(evidence, load_judge()) >= _SURE


def _is_named(own: Stretch, found: Figure, figure: Figure, names: float) -> bool:
    """Tell whether a figure of a report bears a claim's name so far that a glance may take it for the claimed one."""
    named = _NAMED_IN_ROW if own.passage.context else _NAMED if digits_of(figure) > 1 else _NAMED_ROUND
    return names >= named and _says_all(own, found.subject, telling_words(figure.subject))


def _says_all(own: Stretch, subject: str, words: Sequence[str]) -> bool:
    """Tell whether the sentence of a figure, or what stands above it, has every telling word of a claim's name to the letter.

    工业利润 is not 旅游利润, whatever else agrees; what was done with a thing may be said otherwise, as may that it is told (大家知道).
    """
    passage = own.passage
    around = matching_text(" ".join((own.phrase.text, subject, passage.title, *passage.section, passage.context)))
    return all(word in around for word in words)


def _is_contested(agreeing: Held, found: Sequence[Retrieved]) -> bool:
    """Tell whether another report of the same place and year gives another value for what is called the same."""
    own, ranked = agreeing.figure, agreeing.chosen.candidate.sentence.ranked
    others = (
        f
        for r in found
        if r.passage.report_id != ranked.passage.report_id and (r.metadata.place, r.metadata.year) == (ranked.place, ranked.year)
        for f in r.passage.figures
    )
    return any(
        all(getattr(own, n) == getattr(f, n) for n in _SAME) and value_verdict(own, f) is None and value_verdict(f, own) is None
        for f in others
    )


def _has_outcome(claimed: Claimed, aim: Held, found: Sequence[Retrieved]) -> bool:
    """Tell whether a report of the same place tells what came of what is named about as an aim is."""
    place, names = aim.chosen.candidate.sentence.ranked.place, name_of(claimed)
    told = (f for r in found if r.metadata.place == place for f in r.passage.figures if f.status == "actual")
    alike = (f for f in told if f.kind == aim.figure.kind and comparable(aim.figure, f))
    return any(shared_name(names, f.subject) >= aim.names - _BESIDE_AIM for f in alike)
