"""Check a text: hold each of its figures against the figure that the reports give for the same thing."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from app.agreement import clash, comparable, value_verdict
from app.candidates import figure_candidates
from app.choosing import Chosen, choose, confidence, load_chooser
from app.composing import Citations
from app.decimals import plain
from app.sentences import sentences_of
from app.verdict import Check, CheckedFigure, Claim, Correct, FigureVerdict, joint_verdict, verdict_of
from app.words import WordMatcher
from corpus.figures.english import english_figures
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting
from corpus.sentences import split_sentences
from index.need import Need, class_of_unit
from index.opening import Library
from index.places import divisions, same_places
from index.query import Query, content_terms, read_query
from index.search import search

_PASSAGES = 16
_INTENDED = re.compile(
    r"目标|预期|计划|打算|力争|要求|拟|将|提出|安排|确保|争取|规划|要|预计|预算|不低于|\b(?:target|plan|will|expect|aim)"
)
# How far behind the best a figure of the claimed value may be and still be taken for the one that is meant.
_BEHIND = 5.0
# A value of three digits or more hardly agrees by chance: it may stand further behind.
_TELLING, _FAR_BEHIND = 3, 6.0
# Below this confidence in the best figure nothing is refuted.
_SURE = 0.25


def check(library: Library, matcher: WordMatcher, text: str) -> Check:
    """Check every sentence of a text that holds a figure."""
    started = time.perf_counter()
    citations = Citations()
    claims = [
        c for start, end in split_sentences(text) if (c := _claim(library, matcher, text, start, end, citations)) is not None
    ]
    verdict = joint_verdict([c.verdict for c in claims])
    return Check(text, verdict, tuple(claims), tuple(citations.items), (time.perf_counter() - started) * 1000)


def _claim(library: Library, matcher: WordMatcher, text: str, start: int, end: int, citations: Citations) -> Claim | None:
    sentence = text[start:end]
    figures = extract_figures(sentence, Setting()) if any("一" <= c <= "龥" for c in sentence) else english_figures(sentence)
    if not figures:
        return None
    whole = read_query(sentence, library.catalogue())
    checked, previous = [], 0
    for figure in figures:
        found = _check_figure(library, matcher, sentence, figure, _query(whole, sentence, figure, previous), citations)
        checked.append(replace(found, start=found.start + start, end=found.end + start))
        previous = figure.end
    return Claim(sentence, start, end, joint_verdict([verdict_of(c.verdict) for c in checked]), tuple(checked))


def _query(whole: Query, sentence: str, figure: Figure, previous: int) -> Query:
    """Return the question that a figure answers: the words of its own clause first, those of the sentence behind them."""
    clause = f"{sentence[previous : figure.start]} {sentence[figure.end : figure.end + 8]} {figure.subject}"
    own = tuple(t for t in content_terms(clause, whole.scope) if t in whole.terms or t in figure.subject)
    need = Need(
        "figure",
        figure.unit,
        class_of_unit(figure.unit),
        (figure.kind,),
        figure.status if figure.status == "target" else None,
        many=False,
    )
    others = tuple(t for t in whole.terms if t not in own)
    return replace(whole, text=sentence, need=need, terms=own or whole.terms, background=others if own else ())


def _check_figure(
    library: Library, matcher: WordMatcher, sentence: str, figure: Figure, query: Query, citations: Citations
) -> CheckedFigure:
    nothing = CheckedFigure(figure.text, figure.start, figure.end, plain(figure.value), figure.unit, "not_found", None, None, ())
    if query.scope.unknown:
        return nothing
    if len(query.scope.places) > 1:
        query = replace(query, scope=replace(query.scope, places=_nearest_place(query, sentence, figure)))
    query, ranked = search(library, query, k=_PASSAGES)
    sentences = sentences_of(ranked)
    if not sentences:
        return nothing
    vectors = library.encoder.encode_queries([sentence, *(s.text for s in sentences)])
    chooser = load_chooser()
    chosen = choose(figure_candidates(query, sentences, matcher, vectors[1:] @ vectors[0]), chooser)
    if not chosen:
        return nothing
    verdict, source = _judge(figure, chosen, confidence(chosen, chooser), asserts_outcome=not _INTENDED.search(sentence))
    if source is None:
        return nothing
    s = source.candidate.sentence
    n = citations.cite(s.ranked.passage, s.start, s.end, s.text)
    right = source.candidate.figure
    correct = None if verdict_of(verdict) == "supported" else Correct(right.text.strip(), plain(right.value), right.unit)
    return replace(nothing, verdict=verdict, correct=correct, citations=(n,))


def _nearest_place(query: Query, sentence: str, figure: Figure) -> tuple[str, ...]:
    """Return the place named last before a figure, by all its names in the catalogue: 甲市5%，乙市6% speaks of each in its clause."""
    named = {
        name: max(sentence.rfind(divisions(p)[-1], 0, figure.start) for p in places)
        for name, places in same_places(query.scope.places).items()
    }
    last = max(named, key=lambda name: named[name])
    return same_places(query.scope.places)[last] if named[last] >= 0 else query.scope.places


def _judge(
    figure: Figure, chosen: Sequence[Chosen], sure: float, *, asserts_outcome: bool
) -> tuple[FigureVerdict, Chosen | None]:
    """Return the verdict and the figure that decides it: one of the claimed value near the best, else the best itself."""
    best = chosen[0]
    reach = _BEHIND if _digits(figure) < _TELLING else _FAR_BEHIND
    near = [c for c in chosen if c.score >= best.score - reach]
    agreeing = [(v, c) for c in near if (v := value_verdict(figure, c.candidate.figure)) is not None]
    for verdict, c in agreeing:
        if clash(figure, c.candidate.figure, asserts_outcome=asserts_outcome) is None:
            return verdict, c
    if sure < _SURE:
        return "not_found", None
    rival = next((c for c in chosen if c.score >= best.score - _BEHIND and comparable(figure, c.candidate.figure)), None)
    if agreeing and (rival is None or agreeing[0][1].score >= rival.score):
        verdict, c = agreeing[0]
        return clash(figure, c.candidate.figure, asserts_outcome=asserts_outcome) or verdict, c
    if rival is None:
        return "not_found", None
    other = clash(figure, rival.candidate.figure, asserts_outcome=asserts_outcome)
    return (other if other in {"wrong_direction", "wrong_unit"} else "wrong_value"), rival


def _digits(figure: Figure) -> int:
    """Return how many digits a figure is written with, zeros at its ends left out."""
    return len(str(abs(figure.value)).replace(".", "").strip("0"))
