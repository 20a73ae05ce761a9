"""Put a verdict into a ruling: the dimension that fails, the figure that gives the right value, and all that the verdict rests on."""

import re
from dataclasses import dataclass, replace

from app.agreement import digits_of, same_unit, value_verdict
from app.claims.another_thing import (
    SAID_OTHERWISE,
    is_of_another_thing,
    is_of_its_thing,
    is_told_of_it_with_more,
    is_told_otherwise,
)
from app.claims.direction import way_of
from app.claims.evidence import Evidence, echoes
from app.claims.held import Held
from app.claims.judging import judge_figure, load_judge
from app.claims.miswriting import is_scaled, is_slip
from app.claims.reading import Claimed
from app.verdict import FigureVerdict
from corpus.figures.figure import Figure

# A value that stands in the reports as it is claimed is rather the one meant, said wrongly, than chance; in the unit or direction that
# people confuse it hardly ever is chance.
_COINCIDENCE, _CONFUSED = 1.5, 5.0
_REACH, _SAME_DIGITS, _ONE_DIGIT, _SAME_KIND, _SAME_PERIOD, _SAME_STATUS, _NAMED = 6.0, 4.0, 3.0, 1.5, 1.0, 1.5, 3.0
_AIM = re.compile(
    r"目标|力争|预期|预定|计划(?:规定|安排|要)|按照?[^，。]{0,8}计划|确保|争取|打算|准备(?!金)|(?<![主重需紧摘概])要(?![素求点闻害塞领])|\b(?:target|plan|set to|projected|budgeted|will)"
)
_OFFICE, _DIGITS = re.compile("[局部委院校会厅处办]|中心|公司|部门"), re.compile(r"[\d\s]")
_SCALE = re.compile("[万亿]+|thousand|million|billion|trillion")
_SAME_BASIS = 1.0
_NAMED_AT_ALL, _YEAR = 0.25, 4
# The A of 由A到B is seldom the right value.
_START = 3.0
# Who takes one value of a sentence for another's read that sentence.
_BESIDE = 1.5
# An aim called so much more alike than another value is what was told as an outcome.
_MORE_ALIKE, _LITTLE_LESS_ALIKE = 0.3, 0.1
_FROM = re.compile(r"\bfrom (?:the |about |some )?$")
_UNMISTAKABLE, _TELLING = 5, 3


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with the figure that gives the right value (None for none) and all that it rests on."""

    verdict: FigureVerdict
    right: Held | None
    sources: tuple[Held, ...]


def rule(claimed: Claimed, evidence: Evidence) -> Ruling:
    """Return the verdict on a figure and what it rests on."""
    verdict = judge_figure(evidence, load_judge())
    agreeing = evidence.agreeing
    if verdict == "not_found" and is_told_otherwise(claimed, evidence):
        verdict = "refuted"
    if verdict == "supported" and agreeing and agreeing.agrees:
        other = next((h for h in evidence.rivals if _contradicts(agreeing, h)), None)
        if other is not None:
            return Ruling("conflicting_sources", None, (agreeing, other))
        return Ruling(agreeing.agrees, agreeing, _distinct((agreeing, *evidence.confirming)))
    if verdict == "not_found":
        # What comes nearest is shown, as an abstaining answer shows it, and what has the value.
        shown = (evidence.nearest, evidence.agreeing or evidence.clashing)
        return Ruling("not_found", None, _distinct(tuple(h for h in shown if h is not None)))
    if evidence.retold is not None:
        # What there is of a thing is told as what came of it, or the other way round.
        right = evidence.instead
        return _with_echoes(
            claimed.figure,
            Ruling("wrong_measure", right, _distinct((right, evidence.retold) if right else (evidence.retold,))),
            evidence,
        )
    ruling = _refutation(claimed.figure, claimed.query.text, evidence)
    if is_of_another_thing(claimed, ruling.verdict, ruling.right, evidence):
        # Of what the reports do not speak of no value is the right one; the claimed one may be told of it in another year or direction.
        clashing = evidence.clashing
        if clashing is not None and is_told_of_it_with_more(claimed, clashing):
            return Ruling("wrong_measure", clashing, (clashing,))
        if (
            clashing is None
            or clashing.clashes in {None, "wrong_measure"}
            or not is_of_its_thing(claimed, clashing, ruling.right)
        ):
            return Ruling("not_found", None, ruling.sources)
        ruling = Ruling(clashing.clashes, clashing, (clashing,))
    return _with_echoes(claimed.figure, ruling, evidence)


def _with_echoes(figure: Figure, ruling: Ruling, evidence: Evidence) -> Ruling:
    """Add to what a refutation rests on the other sentences that give the right value, or the claimed one in the same other sense.

    The right value is given as it is written in the claim's scale, where one sentence says 15.82亿元 and a table 1,581,905,632.48.
    """
    right = ruling.right
    if right is None:
        return ruling
    if right is evidence.clashing:
        return Ruling(ruling.verdict, right, _distinct((*ruling.sources, *evidence.confirming)))
    again = echoes(right, evidence.further)
    written = next((h for h in (right, *again) if _scale(h.figure) == _scale(figure)), right)
    return Ruling(ruling.verdict, written, _distinct((written, *ruling.sources, *again)))


def _scale(figure: Figure) -> str:
    """Return the word of a number's scale as it is written: 万, 亿, billion."""
    match = _SCALE.search(figure.text.lower())
    return match[0] if match else ""


def _distinct(held: tuple[Held, ...]) -> tuple[Held, ...]:
    """Leave of several figures of one sentence the first."""
    return tuple({h.place: h for h in reversed(held)}[place] for place in dict.fromkeys(h.place for h in held))


def _contradicts(agreeing: Held, other: Held) -> bool:
    """Tell whether another report of equal standing (of the same place and year of issue) gives another value for the very same thing."""
    a, b = agreeing.chosen.candidate, other.chosen.candidate
    first, second = a.figure, b.figure
    if (
        a.sentence.ranked.passage.report_id == b.sentence.ranked.passage.report_id
        or not first.subject
        or len(first.period) != _YEAR
    ):
        return False
    if _of_another_office(a.sentence.ranked.passage.title, b.sentence.ranked.passage.title):
        return False
    standing = (a.sentence.ranked.place, a.sentence.ranked.year) == (b.sentence.ranked.place, b.sentence.ranked.year)
    same = all(getattr(first, n) == getattr(second, n) for n in ("subject", "period", "unit", "kind", "status", "polarity"))
    return standing and same and value_verdict(first, second) is None and value_verdict(second, first) is None


def _of_another_office(a: str, b: str) -> bool:
    """Tell whether two reports of one place are those of two offices, each of which has its own 公用经费."""
    return _DIGITS.sub("", a) != _DIGITS.sub("", b) and bool(_OFFICE.search(a) or _OFFICE.search(b))


def _as_meant(figure: Figure, text: str) -> Figure:
    """Return a figure as a target if the words before it say so, as 按照计划要达到 does."""
    return replace(figure, status="target") if _AIM.search(text[: figure.start]) else figure


def _refutation(figure: Figure, text: str, evidence: Evidence) -> Ruling:
    agreeing, clashing = evidence.agreeing, evidence.clashing
    elsewhere = agreeing if agreeing else clashing if clashing and clashing.clashes == "wrong_measure" else None
    starts = way_of(text, figure).start
    right = (
        evidence.instead
        or _of_same_digits(figure, evidence.further)
        or _right(_as_meant(figure, text), evidence.rivals, elsewhere=elsewhere, starts=starts)
    )
    if elsewhere and right and (agreeing or elsewhere.place == right.place):
        if _is_as_well_named(elsewhere, right):
            return Ruling("not_found", None, (elsewhere,))
        # The value is there, but for something else.
        return Ruling("wrong_measure", right, (right, elsewhere))
    if clashing and clashing.clashes and (right is None or _is_meant(figure, clashing, right)):
        if (
            clashing.clashes in SAID_OTHERWISE
            or right is None
            or (not right.refutes and not _is_outcome_beside(clashing, right))
            or _is_no_outcome_of(figure, clashing, right)
        ):
            return Ruling(clashing.clashes, clashing, (clashing,))
        return Ruling(clashing.clashes, right, (right, clashing))
    if right is None:
        return Ruling("not_found", None, ())
    beside = (h for h in (clashing, evidence.rivals[0]) if h and h.names >= _NAMED_AT_ALL)
    return Ruling("wrong_unit" if is_scaled(figure, right.figure) else "wrong_value", right, _distinct((right, *beside)))


def _is_as_well_named(elsewhere: Held, right: Held) -> bool:
    """Tell whether a claim names what has its very value no worse than the other one of the sentence: it may call it by a name of its own."""
    exact = elsewhere.agrees in {"consistent", "converted"} and digits_of(elsewhere.figure) >= _TELLING
    beside = elsewhere.place == right.place and not right.named
    return exact and beside and elsewhere.names >= right.names and elsewhere.spoken >= right.spoken


def _is_no_outcome_of(figure: Figure, clashing: Held, right: Held) -> bool:
    """Tell whether an aim is told as an outcome, and the other value is none that came of it: what was aimed at is all that the reports give."""
    if clashing.clashes != "wrong_status":
        return False
    if _is_outcome_beside(clashing, right):
        return False
    if right.figure.period != figure.period == clashing.figure.period != "":
        return True
    return right.figure.status == "target" or right.names < clashing.names / 2 or figure.kind == "change" != right.figure.kind


def _is_outcome_beside(aim: Held, right: Held) -> bool:
    """Tell what came of an aim, where it stands beside it: 原定新建60座，实际建成48座."""
    a, b = aim.figure, right.figure
    return aim.place == right.place and (a.status, b.status, a.kind) == ("target", "actual", b.kind) and same_unit(a.unit, b.unit)


def _is_meant(figure: Figure, clashing: Held, right: Held) -> bool:
    """Tell whether a figure of the claimed value is the one that the claim speaks of, although something clashes."""
    if clashing.clashes == "wrong_unit" and right.names > clashing.names and same_unit(figure.unit, right.figure.unit):
        # 出栏生猪130万头、家禽2200万羽: who claims 家禽130万羽 took the neighbour's value.
        return False
    if clashing.clashes in SAID_OTHERWISE and clashing.place == right.place:
        return True
    if clashing.clashes == "wrong_status" and clashing.place == right.place and right.figure.status == "target":
        own = clashing.chosen.candidate.sentence
        # What an aim is counted from is none: 由3000套减到1500套.
        here = clashing.figure.moved(-own.start)
        start = way_of(own.text, here).start or _FROM.search(own.text[: here.start])
        return clashing.names >= right.names and not start
    if clashing.clashes == "wrong_status" and right.figure.period != figure.period == clashing.figure.period != "":
        # What came of the year before is no outcome of what was aimed at in a year.
        return clashing.names >= right.names - _LITTLE_LESS_ALIKE
    if (
        clashing.clashes == "wrong_status"
        and clashing.place != right.place
        and (
            clashing.names >= right.names + _MORE_ALIKE or (figure.kind == clashing.figure.kind == "change" != right.figure.kind)
        )
    ):
        # What was aimed at has the claimed value and, of the two, its name; no level is what a change should have been.
        return True
    bonus = _CONFUSED if clashing.clashes in SAID_OTHERWISE else _COINCIDENCE
    return clashing.chosen.score + bonus >= right.chosen.score


def _of_same_digits(figure: Figure, others: tuple[Held, ...]) -> Held | None:
    """Return the figure beside the best one that has a claimed figure's digits at another scale, where there are so many that no other cell of a row has them."""
    if not figure.unit or digits_of(figure) < _UNMISTAKABLE:
        return None
    return next((h for h in others if h.place == others[0].place and is_scaled(figure, h.figure)), None)


def _right(figure: Figure, rivals: tuple[Held, ...], *, elsewhere: Held | None, starts: bool) -> Held | None:
    """Return the figure that the claim should have given: near the best, rather one that it was miswritten from, if it is nothing else's."""
    if not rivals:
        return None
    near = [h for h in rivals if h.chosen.score >= rivals[0].chosen.score - _REACH]
    return max(near, key=lambda h: h.chosen.score + _likely(figure, h, elsewhere=elsewhere, starts=starts))


def _likely(figure: Figure, held: Held, *, elsewhere: Held | None, starts: bool) -> float:
    found, own = held.figure, held.chosen.candidate.sentence
    miswritten = 0.0
    # How much there is was not miswritten from how much it grew.
    if elsewhere is None and same_unit(figure.unit, found.unit) and (figure.kind == "change") == (found.kind == "change"):
        miswritten = _SAME_DIGITS if is_scaled(figure, found) else _ONE_DIGIT if is_slip(figure, found) else 0.0
    fits = _SAME_KIND * (figure.kind == found.kind) + _SAME_PERIOD * (figure.period == found.period != "")
    fits += _SAME_STATUS * (figure.status == found.status) + _SAME_BASIS * (figure.basis == found.basis != "")
    left = _START * (not starts and way_of(own.text, found.moved(-own.start)).start)
    beside = _BESIDE * (elsewhere is not None and held.place == elsewhere.place and held.names > elsewhere.names)
    return miswritten + fits + beside + _NAMED * held.names - left
