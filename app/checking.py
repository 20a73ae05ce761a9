"""Check a text: hold each of its figures against the figures that the reports give for the same thing."""

import time
from dataclasses import dataclass

from app.agreement import alike, rounding_note
from app.claims.evidence import Evidence, Held, weigh
from app.claims.judging import judge_figure, load_judge
from app.claims.looking import Looker
from app.claims.reading import Claimed, ClaimSentence, read_claims
from app.composing import Citations
from app.decimals import plain
from app.verdict import Check, CheckedFigure, Claim, Correct, FigureVerdict, joint_verdict, verdict_of
from app.words import WordMatcher
from corpus.figures.figure import Figure
from index.opening import Library

# A value that stands in the reports as it is claimed is rather the one meant, said wrongly, than chance.
_COINCIDENCE = 1.5
_SAID_OTHERWISE = {"wrong_unit", "wrong_direction"}


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A verdict with the figure that gives the right value (None for none) and all that it rests on."""

    verdict: FigureVerdict
    right: Held | None
    sources: tuple[Held, ...]


def check(library: Library, matcher: WordMatcher, text: str, *, as_of: int | None = None) -> Check:
    """Check every sentence of a text that holds a figure. `as_of` is the year from which the text counts 去年 and 今年."""
    started = time.perf_counter()
    citations, looker = Citations(), Looker(library, matcher)
    claims = tuple(_check_sentence(looker, s, citations) for s in read_claims(text, library.catalogue(), as_of=as_of))
    verdict = joint_verdict([c.verdict for c in claims])
    return Check(text, verdict, claims, tuple(citations.items), (time.perf_counter() - started) * 1000)


def _check_sentence(looker: Looker, sentence: ClaimSentence, citations: Citations) -> Claim:
    checked = []
    for claimed in sentence.figures:
        evidence = weigh(claimed, sentence, looker.look_up(claimed, sentence.text))
        checked.append(_checked(claimed.figure.moved(sentence.start), _rule(evidence), citations))
    verdict = joint_verdict([verdict_of(c.verdict) for c in checked])
    return Claim(sentence.text, sentence.start, sentence.end, verdict, tuple(checked))


def _rule(evidence: Evidence) -> _Ruling:
    """Return the verdict on a figure and what it rests on; a refutation names the dimension that fails."""
    verdict = judge_figure(evidence, load_judge())
    agreeing, clashing, rival = evidence.agreeing, evidence.clashing, evidence.rival
    if verdict == "supported" and agreeing and agreeing.agrees:
        return _Ruling(agreeing.agrees, agreeing, (agreeing,))
    if verdict == "not_found":
        return _Ruling("not_found", None, ())
    if agreeing and rival:
        # The value is there, but for something else.
        return _Ruling("wrong_measure", rival, (rival, agreeing))
    if clashing and (rival is None or clashing.chosen.score + _COINCIDENCE >= rival.chosen.score):
        named = clashing.clashes or "wrong_value"
        right = clashing if named in _SAID_OTHERWISE or rival is None else rival
        return _Ruling(named, right, (right, clashing) if right is not clashing else (clashing,))
    return _Ruling("wrong_value", rival, (rival,)) if rival else _Ruling("not_found", None, ())


def _checked(figure: Figure, ruling: _Ruling, citations: Citations) -> CheckedFigure:
    numbers = []
    for held in ruling.sources:
        s = held.chosen.candidate.sentence
        numbers.append(citations.cite(s.ranked.passage, s.start, s.end, s.text))
    supported = verdict_of(ruling.verdict) == "supported"
    found = None if ruling.right is None else ruling.right.chosen.candidate.figure
    return CheckedFigure(
        figure.text,
        figure.start,
        figure.end,
        plain(figure.value),
        figure.unit,
        ruling.verdict,
        None if supported or found is None else Correct(found.text.strip(), plain(found.value), found.unit),
        _formula(figure, found, ruling.verdict) if supported and found else None,
        tuple(dict.fromkeys(numbers)),
    )


def _formula(claimed: Figure, found: Figure, verdict: FigureVerdict) -> str | None:
    """Show how a report's value becomes the claimed one; a value that stands there as it is needs no formula."""
    written, own = found.text.strip(), claimed.text.strip()
    if verdict == "rounded":
        return f"{written} ≈ {own}（{rounding_note(claimed, found)}）"
    if verdict == "approximate":
        return f"{written} ≈ {own}"
    if verdict == "converted" and alike(claimed, found)[1].value == claimed.value and written != own:
        return f"{written} = {own}"
    return None
