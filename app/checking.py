"""Check a text: hold each of its figures against the figures that the reports give for the same thing."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from app.agreement import BOUNDS_BEFORE, rounding_note, value_verdict
from app.choosing.chooser import Chosen
from app.citations import Citations
from app.claims.beside import Told, rule_by_neighbour
from app.claims.comparing import moves_over_years
from app.claims.derivation import Derivation, derive
from app.claims.evidence import weigh
from app.claims.held import Held
from app.claims.looking import Looker
from app.claims.over_span import is_of_one_year, reckon_over_span
from app.claims.plain import may_be_plain, plain_ruling
from app.claims.quoted import Quoted, quoted_figures
from app.claims.reading import Claimed, ClaimSentence, read_claims
from app.claims.reckoning import Reckoned, moved, read_comparisons, reckon
from app.claims.ruling import Ruling, rule
from app.claims.stated import states, tells_change
from app.claims.ways import ClaimedWay, JudgedWay, judge_way, read_ways
from app.decimals import plain
from app.upright import upright
from app.verdict import Check, CheckedFigure, Claim, Correct, FigureVerdict, Place, joint_verdict, verdict_of
from app.written import written
from corpus.figures.figure import Figure
from corpus.sentences import sentence_at, split_sentences
from index.stored_passage import StoredPassage

# What may be said only because a level was held against a comparison.
_OF_ANOTHER_VALUE = frozenset({"not_found", "wrong_value", "wrong_measure"})
_OF_ANOTHER_UNIT = frozenset({"wrong_unit"})
# A sentence as short as this says little by itself: it is quoted with those around it. What opens a longer one may lean on the one before.
_SHORT, _OPENING, _LONGEST = 60, 16, 240


@dataclass(frozen=True, slots=True)
class _Judged:
    """A claimed figure with what was found for it and how it was judged by that alone."""

    claimed: Claimed
    chosen: Sequence[Chosen]
    agreeing: Held | None
    derivation: Derivation | None
    ruling: Ruling
    reckoned: Reckoned | None = None

    @property
    def told(self) -> Told | None:
        """Return the report's figure that bears the claimed one out."""
        supported = self.derivation is None and self.reckoned is None and verdict_of(self.ruling.verdict) == "supported"
        return Told(self.claimed, self.agreeing) if supported and self.agreeing is not None else None

    @property
    def is_open(self) -> bool:
        """Whether nothing was found, or nothing that has its value."""
        return self.ruling.verdict == "not_found" or (self.agreeing is None and self.ruling.verdict == "wrong_value")


def check(looker: Looker, text: str, *, as_of: int | None = None) -> Check:
    """Check every sentence of a text that holds a figure. `as_of` is the year from which the text counts 去年 and 今年."""
    started = time.perf_counter()
    looker.start()
    citations = Citations()
    catalogue = looker.library.catalogue()
    claims = tuple(_check_sentence(looker, s, citations) for s in read_claims(text, catalogue, as_of=as_of))
    ways = [*read_ways(text, catalogue, taken=[(c.start, c.end) for c in claims])]
    if ways:
        claims = tuple(sorted((*claims, *_check_ways(looker, ways, citations)), key=lambda c: c.start))
    # As it is written, with its dateline.
    claims = tuple(replace(c, text=text[c.start : c.end]) for c in claims)
    verdict = joint_verdict([c.verdict for c in claims])
    return Check(text, verdict, claims, tuple(citations.items), (time.perf_counter() - started) * 1000)


def _check_ways(looker: Looker, ways: Sequence[ClaimedWay], citations: Citations) -> Iterator[Claim]:
    """Yield the claims of sentences that say which way something went and hold no figure."""
    lookups, catalogue = looker.lookups(), looker.library.catalogue()
    for (start, end), group in groupby(ways, key=lambda w: (w.sentence_start, w.sentence_end)):
        checked = [_checked_way(w, judge_way(lookups, w, catalogue), citations) for w in group]
        yield Claim("", start, end, joint_verdict([verdict_of(c.verdict) for c in checked]), tuple(checked))


def _checked_way(claimed: ClaimedWay, judged: JudgedWay, citations: Citations) -> CheckedFigure:
    places: tuple[Place, ...] = ()
    if (passage := judged.passage) is not None:
        start, end = sentence_at(passage.text, judged.start - passage.start)
        n = _cite_sentence(passage, passage.start + start, passage.start + end, judged.start, citations)
        places = (Place(n, judged.start, judged.end),)
    return CheckedFigure(
        claimed.text, claimed.start, claimed.end, "", "", judged.verdict, judged.correct, judged.stated, None, places
    )


def _check_sentence(looker: Looker, sentence: ClaimSentence, citations: Citations) -> Claim:
    quoted = quoted_figures(looker.library, sentence)
    judged = [None if c.figure.start in quoted else _judged(looker, c, sentence) for c in sentence.figures]
    told = tuple(t for j in judged if j is not None and (t := j.told) is not None)
    checked = []
    for claimed, j in zip(sentence.figures, judged, strict=True):
        figure = claimed.figure.moved(sentence.start)
        if j is None:
            checked.append(_as_quoted(figure, quoted[claimed.figure.start], citations))
        elif j.derivation is not None:
            checked.append(_derived(figure, j.derivation, citations))
        elif j.reckoned is not None:
            checked.append(_as_reckoned(figure, j.reckoned, citations))
        else:
            again = rule_by_neighbour(j.claimed, sentence, j.chosen, told) if j.is_open else None
            if again and verdict_of(again.verdict) == "refuted" and moves_over_years(j.claimed, sentence):
                again = None
            checked.append(_checked(figure, again or j.ruling, citations))
    verdict = joint_verdict([verdict_of(c.verdict) for c in checked])
    return Claim(sentence.text, sentence.start, sentence.end, verdict, tuple(checked))


def _judged(looker: Looker, claimed: Claimed, sentence: ClaimSentence) -> _Judged:
    claimed = _upright(claimed)
    glance = looker.glance(claimed, sentence, partial(may_be_plain, claimed))
    plain = plain_ruling(claimed, sentence, glance)
    if plain is not None:
        return _Judged(claimed, glance.chosen, plain.right, None, plain)
    chosen = looker.look_up(claimed, sentence)
    evidence = weigh(claimed, sentence, chosen, looker.matcher)
    ruling = rule(claimed, evidence)
    if verdict_of(ruling.verdict) != "supported":
        # What names no place and is borne out by none is held against the nation's.
        against = [ruling.right.chosen] if ruling.right else chosen
        if national := looker.look_up_of_nation(claimed, sentence, against):
            chosen, evidence = national, weigh(claimed, sentence, national, looker.matcher)
            ruling = rule(claimed, evidence)
    # What a report in the claim's own language refutes stays refuted: of 第二产业 and 第三产业 vectors say little.
    if verdict_of(ruling.verdict) == "not_found" and (abroad := looker.look_up_abroad(claimed, sentence)):
        told = weigh(claimed, sentence, abroad, looker.matcher)
        if verdict_of((said := rule(claimed, told)).verdict) == "supported":
            chosen, evidence, ruling = abroad, told, said
    derivation = derive(claimed, sentence, chosen) if evidence.agreeing is None else None
    if derivation is not None or verdict_of(ruling.verdict) == "supported":
        return _Judged(claimed, chosen, evidence.agreeing, derivation, ruling)
    return _compared(looker, claimed, sentence, _Judged(claimed, chosen, evidence.agreeing, None, ruling))


def _compared(looker: Looker, claimed: Claimed, sentence: ClaimSentence, judged: _Judged) -> _Judged:
    """Judge a figure that tells how several values compare by what they give; no other value than a stated comparison refutes it."""
    if judged.ruling.verdict not in _OF_ANOTHER_VALUE | _OF_ANOTHER_UNIT:
        return judged
    if judged.ruling.verdict in _OF_ANOTHER_UNIT:
        # 是…的1.7倍 is no ratio of 1.7 written without a unit; only what bears it out counts here.
        found = reckon(looker, claimed, sentence, read_comparisons(looker, claimed, sentence))
        return replace(judged, reckoned=found) if found is not None and found.agrees else judged
    right = judged.ruling.right
    of_one_year = right is not None and _is_of_one_year(claimed, sentence, judged.ruling, right)
    if of_one_year or right is None:
        over_span = reckon_over_span(looker, claimed, sentence)
        # What no report tells of is not refuted by what values of several years give.
        if over_span is not None and (of_one_year or over_span.agrees):
            return replace(judged, reckoned=over_span)
    read = read_comparisons(looker, claimed, sentence)
    left_open = replace(judged, ruling=replace(judged.ruling, verdict="not_found", right=None))
    if of_one_year and not read:
        return left_open
    if not read and not (claimed.figure.kind == "change" and right is not None and not tells_change(right)):
        return judged
    if right is not None and any(states(claimed, comparison, right, surely=True) for comparison in read):
        return judged
    reckoned = reckon(looker, claimed, sentence, read) or moved(claimed, sentence, judged.chosen)
    if reckoned is not None:
        return replace(judged, reckoned=reckoned)
    if right is None or any(states(claimed, comparison, right, surely=False) for comparison in read):
        return judged
    return left_open


def _is_of_one_year(claimed: Claimed, sentence: ClaimSentence, ruling: Ruling, right: Held) -> bool:
    """Tell whether a figure is claimed of several years and the right one is told of a single one of them."""
    own = right.chosen.candidate.sentence
    told = is_of_one_year(claimed, right.figure, sentence, own.text[: right.figure.start - own.start])
    # Over however many years the claimed value is told, what stands beside it and is of its time is told too.
    beside = (f for f in own.stretch.figures if f.period == right.figure.period and f.start != right.figure.start)
    return told and not (ruling.verdict == "wrong_measure" and any(value_verdict(claimed.figure, f) for f in beside))


def _upright(claimed: Claimed) -> Claimed:
    """Return a claimed rate of -12.5% as a fall by 12.5%, as the reports' are read."""
    return replace(claimed, figure=upright(claimed.figure)) if claimed.figure.value < 0 else claimed


def _checked(figure: Figure, ruling: Ruling, citations: Citations) -> CheckedFigure:
    places = tuple(_cite(held.chosen, citations) for held in ruling.sources)
    return _held_against(figure, ruling.right.figure if ruling.right else None, ruling.verdict, places)


def _as_quoted(figure: Figure, quoted: Sequence[Quoted], citations: Citations) -> CheckedFigure:
    places = tuple(_cite_at(q.passage, q.figure, citations) for q in quoted)
    return _held_against(figure, quoted[0].figure, quoted[0].verdict, places)


def _held_against(figure: Figure, own: Figure | None, verdict: FigureVerdict, places: tuple[Place, ...]) -> CheckedFigure:
    """Return a claimed figure with the report's (None for none): as the right value where it differs, else by the formula that leads to it."""
    supported = verdict_of(verdict) == "supported"
    # Of -24.9 under 增长(%) the right value is 24.9, as where a sentence says 下降24.9%.
    found = None if own is None else upright(own)
    return CheckedFigure(
        figure.text,
        figure.start,
        figure.end,
        plain(figure.value),
        figure.unit,
        verdict,
        None if supported or found is None else Correct(found.text.strip(), plain(found.value), found.unit),
        _stated(figure, own, verdict) if own is not None else "",
        _formula(figure, found, written(own), verdict) if supported and own and found else None,
        places,
    )


def _stated(claimed: Figure, own: Figure, verdict: FigureVerdict) -> str:
    """Write a report's figure with what the verdict is about where its value does not tell: the sign, the period."""
    text = written(own)
    if verdict == "wrong_direction" and own.polarity and not text.startswith(("+", "-", "−")):
        return f"{'+' if own.polarity == '+' else '−'}{text}"
    told = verdict == "wrong_period" and own.period and own.period != claimed.period
    return f"{text} ({own.period})" if told else text


def _derived(figure: Figure, derivation: Derivation, citations: Citations) -> CheckedFigure:
    places = tuple(_cite(c, citations) for c in derivation.inputs)
    return CheckedFigure(
        figure.text, figure.start, figure.end, plain(figure.value), figure.unit, "derivable", None, "", derivation.formula, places
    )


def _as_reckoned(figure: Figure, reckoned: Reckoned, citations: Citations) -> CheckedFigure:
    if reckoned.agrees:
        return _derived(figure, reckoned.derivation, citations)
    places = tuple(_cite(c, citations) for c in reckoned.derivation.inputs)
    verdict: FigureVerdict = "wrong_direction" if reckoned.contrary else "wrong_value"
    right = Correct(reckoned.text, plain(abs(reckoned.value)), reckoned.unit)
    return CheckedFigure(
        figure.text, figure.start, figure.end, plain(figure.value), figure.unit, verdict, right, reckoned.text, reckoned.derivation.formula, places
    )  # fmt: skip


def _cite(chosen: Chosen, citations: Citations) -> Place:
    s, figure = chosen.candidate.sentence, chosen.candidate.figure
    return _place(figure, _cite_sentence(s.ranked.passage, s.start, s.end, figure.start, citations))


def _cite_at(passage: StoredPassage, figure: Figure, citations: Citations) -> Place:
    """Cite the sentence of a passage in which a figure of the report is."""
    start, end = sentence_at(passage.text, figure.start - passage.start)
    return _place(figure, _cite_sentence(passage, passage.start + start, passage.start + end, figure.start, citations))


def _place(figure: Figure, n: int) -> Place:
    """Return where a figure stands, the space around it left out."""
    start = figure.start + len(figure.text) - len(figure.text.lstrip())
    return Place(n, start, start + len(figure.text.strip()))


def _cite_sentence(passage: StoredPassage, start: int, end: int, at: int, citations: Citations) -> int:
    """Cite a sentence, with those around it where it says little by itself or its figure, `at`, opens it."""
    if not passage.context and end - start < _SHORT:
        start, end = _widened(passage, start, behind=True)
    elif not passage.context and at - start <= _OPENING:
        first, _ = _widened(passage, start, behind=False)
        start = first if end - first <= _LONGEST else start
    return citations.cite(passage, start, end, passage.text[start - passage.start : end - passage.start])


def _widened(passage: StoredPassage, start: int, *, behind: bool) -> tuple[int, int]:
    """Return the span of the sentence at a place with the one before it in its passage and, if wanted, the one behind it."""
    spans = split_sentences(passage.text)
    at = next(i for i, (first, last) in enumerate(spans) if first <= start - passage.start < last)
    around = spans[max(0, at - 1) : at + 1 + behind]
    return (passage.start + around[0][0], passage.start + around[-1][1])


def _formula(claimed: Figure, found: Figure, theirs: str, verdict: FigureVerdict) -> str | None:
    """Show how a report's value, written as `theirs`, becomes the claimed one; a value that stands there as it is needs no formula."""
    own = claimed.text.strip()
    if verdict == "rounded":
        return f"{theirs} ≈ {own}（{rounding_note(claimed, found)}）"
    if verdict == "approximate":
        # 超过316亿元 ≈ 316.06亿元: a bound is told with its word.
        bound = found.qualifier if found.qualifier in BOUNDS_BEFORE else ""
        return f"{bound}{theirs.removeprefix(bound)} ≈ {own}"
    return f"{theirs} = {own}" if verdict == "converted" and theirs != own else None
