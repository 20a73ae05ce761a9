"""Answer a question from a library: choose the figures or the sentence, compose, cite, or say that the reports do not hold it."""

import time
from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.choosing.alike import alike
from app.choosing.chooser import Chosen, load_chooser
from app.choosing.companion import with_companion
from app.choosing.given import answered_before, without_given
from app.choosing.likeness import named_alike, same_measure
from app.choosing.lookup import Lookup, Lookups, Reread
from app.choosing.of_given import moved_as_given
from app.choosing.several import choose_figures
from app.choosing.standing import sentence_of
from app.choosing.words import WordMatcher
from app.composing import Statement, compose_abstention, compose_figures, compose_text, without_repeats
from app.computed_words import compose_computed
from app.conversation.answering import answered_on_said, without_said
from app.conversation.followup import read_follow_up
from app.most.answering import answered_most, told_of_parts
from app.of_years import of_part, of_year
from app.over_years.answering import answered_over_years
from app.over_years.moved import answered_as_moved
from app.reading_text import choose_sentences
from app.school_years import by_school_years, by_years
from app.several.breakdown import rows_told
from app.several.member_figures import asks_rates_too, members_told
from app.several.members import by_members
from app.several.parts import Part, parts, year_parts
from app.several.spelt_out import as_values, spelt_out
from app.several.subquestions import asks_apart, by_clauses, subquestions
from app.several.telling_each import tell_each
from app.several.two_kinds import answer_both_kinds
from app.whose.bodies import names_somebody
from app.whose.unnamed import with_whose
from app.whose.unnamed_text import quotes_of_one
from app.working.operations import read_operation
from app.working.ways import asks_both_ends, both_ends
from app.working.working_out import asked_to_compute, worked_out
from app.yes_no.deciding import answered_yes_no
from app.yes_no.quoting import quoted_where_undecided
from corpus.figures.numerals import fold
from index.foreign_speaker import of_foreign_speaker
from index.opening import Library
from index.query import Query
from index.scope import Scope
from index.search import search
from index.settling import limit, settle, spoken_of_elsewhere, without
from index.unit_classes import class_of_unit

_PASSAGES = 16
_BESIDE_A_SURE_ONE = 0.4
_CALLED_THE_SAME = 0.1
_UNSURE = 0.2
_NAMED_ALIKE = 0.5


def ask(
    library: Library,
    matcher: WordMatcher,
    question: str,
    *,
    history: Sequence[str] = (),
    limits: Scope | None = None,
    dropped: Scope | None = None,
    reread: Reread | None = None,
) -> Answer:
    """Answer a question; `history` are the questions before it, `limits` filters that the user set, `dropped` what he took out.

    `reread` lets a language model read the likeliest figures once more.
    """
    start = time.perf_counter()

    def _ask_again(asked: str, before: Sequence[str]) -> Answer:
        return ask(library, matcher, asked, history=before, limits=limits, dropped=dropped, reread=reread)

    def _ask_plainly() -> Answer:
        return _asked_of_reports(library, matcher, question, without_said(history), limits, dropped, reread)

    answer = answered_on_said(library, question, history, _ask_again, _ask_plainly) or _ask_plainly()
    return replace(answer, latency_ms=(time.perf_counter() - start) * 1000)


def _asked_of_reports(
    library: Library,
    matcher: WordMatcher,
    question: str,
    history: Sequence[str],
    limits: Scope | None,
    dropped: Scope | None,
    reread: Reread | None,
) -> Answer:
    catalogue = library.catalogue()
    asked = by_years(spelt_out(question), tuple(map(spelt_out, history)), catalogue)
    question, history = asked.question, asked.history
    query = settle(library, read_follow_up(question, history, catalogue))
    query = limit(without(query, dropped) if dropped else query, limits)
    before = settle(library, read_follow_up(history[-1], history[:-1], catalogue)) if history else None
    lookups = Lookups(library, matcher, reread, by_school_years=asked.split)
    answer = _values_told(lookups, library, question, query) or _answer(lookups, library, matcher, question, query, before)
    answer = with_whose(lookups, query, answer, catalogue)
    if answer.abstained and (elsewhere := spoken_of_elsewhere(library, query) or of_foreign_speaker(library, query)):
        other = _answer(Lookups(library, matcher, reread), library, matcher, question, elsewhere, None)
        answer = answer if other.abstained else other
    return by_school_years(answer, asked)


def _values_told(lookups: Lookups, library: Library, question: str, query: Query) -> Answer | None:
    """Answer how several things are (经济增长、物价、就业情况如何) with the values of all of them, None if that is not asked or one has none."""
    plain = as_values(question)
    if not plain or query.scope.unknown or query.text != question:
        return None
    own = settle(library, read_follow_up(plain, (), library.catalogue()))
    found = lookups.look_up(replace(own, scope=query.scope))
    members = members_told(lookups, found, choose_figures(found), with_rates=False)
    return tell_each(question, own, members) if members and all(m.figures for m in members) else None


def _answer(
    lookups: Lookups, library: Library, matcher: WordMatcher, question: str, query: Query, before: Query | None
) -> Answer:
    if query.scope.unknown:
        _, nearest = search(library, query, k=3)
        return compose_abstention(question, query, nearest, unknown=query.scope.unknown)
    # A follow-up may be made whole by what it leaves out, set before it: 哪几年超过百万？
    whole = query.text if query.text.endswith(question) else question
    if over_years := answered_over_years(lookups, whole, query, library.catalogue()):
        return over_years
    if most := answered_most(lookups, library, whole, query):
        return most
    if decided := answered_yes_no(library, matcher, lookups, whole, query):
        # 涨了还是跌了 asks how the row moved that was told before, and no other.
        return decided if not _moves_as_given(lookups, query, before) else _answer_figures(lookups, question, query, before)
    if moved := answered_as_moved(lookups, whole, query, library.catalogue()):
        return moved
    if both := answer_both_kinds(
        library, matcher, question, query, lambda part: _answer_figures(lookups, question, part, before)
    ):
        return both
    if query.need.task == "text":
        query, ranked = search(library, query, k=_PASSAGES)
        quotes = choose_sentences if names_somebody(query) else quotes_of_one
        return compose_text(question, query, quotes(library, matcher, query, ranked), ranked)
    told = asked_to_compute(lookups, question, query) or _answer_figures(lookups, question, query, before)
    return quoted_where_undecided(query, told)


def _answer_figures(lookups: Lookups, question: str, query: Query, before: Query | None) -> Answer:
    """Answer with the figures that the reports state, or with what figures of one sentence say together."""
    plain = asks_rates_too(query)
    with_rates, query = plain is not None, plain or query
    wanted = _wanted(lookups, query)
    answered = answered_before(lookups, before) if before is not None else None
    looked_for = [_look_up(lookups, part.query) for part in wanted]
    same = _ask_the_same(wanted)
    dated = same and all(part.is_dated for part in wanted)
    found_first = without_given(lookups.pooled(looked_for) if dated else looked_for, answered)
    widened = any(found.query.scope.widened for found in found_first)
    searched = replace(query, scope=replace(query.scope, widened=widened))
    ends = next((pair for found in found_first if found.sure and (pair := both_ends(query, found.chosen))), None)
    if ends is not None and not by_members(query, fold(query.text).lower()) and not asks_apart(query):
        whole = with_companion(ends, found_first[0]) if asks_both_ends(query) else ends
        return compose_figures(question, searched, [Statement("", tuple(whole))])
    looked_up = [of_part(part, found) for part, found in zip(wanted, found_first, strict=True)]
    if same:
        looked_up = alike(looked_up, dated=dated)
    if len(wanted) == 1 and (computed := worked_out(lookups, looked_up[0])):
        return compose_computed(question, searched, computed)
    if asks_one_value(query):
        looked_up = [lookups.read_again(query, looked_up[0])]
    answers = _answers_of_parts(query, wanted, looked_up)
    one = looked_up[0] if len(wanted) == 1 and not asks_apart(query) else None
    if one and (members := rows_told(lookups, one) or members_told(lookups, one, answers[0], with_rates=with_rates)):
        return tell_each(question, searched, members)
    return _stated(question, searched, wanted, looked_up, answers)


def asks_one_value(query: Query) -> bool:
    """Tell a question for one value of one place, thing and year."""
    return len(parts(query)) == 1 and not query.need.many and not asks_apart(query) and not subquestions(query)


def _moves_as_given(lookups: Lookups, query: Query, before: Query | None) -> bool:
    answered = answered_before(lookups, before) if before is not None else None
    return answered is not None and moved_as_given(lookups.look_up(query), answered) is not None


def _look_up(lookups: Lookups, query: Query) -> Lookup:
    """Look a question up; what its clauses ask apart is searched for apart as well."""
    found = lookups.look_up(query)
    return lookups.with_parts(found, by_clauses(query, fold(query.text).lower())) if asks_apart(query) else found


def _ask_the_same(wanted: Sequence[Part]) -> bool:
    """Tell parts that ask the same of several places or years: 2023年产量多少，2024年价格多少 asks for two things."""
    shared = set.intersection(*(set(part.query.terms) for part in wanted))
    return any(part.label for part in wanted) or (bool(shared) and any(part.year for part in wanted))


def _wanted(lookups: Lookups, query: Query) -> list[Part]:
    wanted = parts(query)
    if len(wanted) == 1 and asks_both_ends(query) and len(query.scope.years) == 2:
        return _ends_apart(lookups, query) or wanted
    return wanted


def _answers_of_parts(query: Query, wanted: Sequence[Part], looked_up: Sequence[Lookup]) -> list[list[Chosen]]:
    """Return the figures that answer each part. Where one is answered for sure, the others are likelier to be answered too."""
    least = (_BESIDE_A_SURE_ONE if any(found.sure for found in looked_up) else 1.0) * load_chooser().threshold
    anchor = max((f for f in looked_up if f.sure), key=lambda f: f.confidence, default=None)
    answers = [
        _answer_of(part, found, least * (_CALLED_THE_SAME if _is_measure_of(found, anchor) else 1.0))
        for part, found in zip(wanted, looked_up, strict=True)
    ]
    answers = _of_one_measure(query, wanted, looked_up, answers)
    return [with_companion(answers[0], looked_up[0])] if len(wanted) == 1 else answers


def _stated(
    question: str, query: Query, wanted: Sequence[Part], looked_up: Sequence[Lookup], answers: Sequence[Sequence[Chosen]]
) -> Answer:
    """Compose what was found for each part, or say that nothing was."""
    statements = without_repeats([
        Statement(part.label, tuple(group))
        for part, chosen in zip(wanted, answers, strict=True)
        for group in _by_sentence(chosen)
    ])  # fmt: skip
    if not statements:
        nearest = [r for found in looked_up for r in found.ranked[:3]]
        return compose_abstention(question, query, nearest[:3], unknown=())
    if most := told_of_parts(question, query, [(part.label, chosen) for part, chosen in zip(wanted, answers, strict=True)]):
        return most
    told_apart = (part.label if part.apart or part.year else "" for part in wanted)
    missing = [label for label, chosen in zip(told_apart, answers, strict=True) if label and not chosen]
    return compose_figures(question, query, statements, missing=missing)


def _is_measure_of(found: Lookup, anchor: Lookup | None) -> bool:
    """Tell whether the best figure of one lookup is called what that of a sure one is, and is of its sort."""
    if anchor is None or found is anchor or not found.chosen:
        return False
    a, b = found.chosen[0].candidate, anchor.chosen[0].candidate
    return (a.figure.kind, a.figure.unit) == (b.figure.kind, b.figure.unit) and named_alike(a, b) >= _NAMED_ALIKE


def _of_one_measure(
    query: Query, wanted: Sequence[Part], looked_up: Sequence[Lookup], answers: list[list[Chosen]]
) -> list[list[Chosen]]:
    """Return the answers for several places, companies or years without those that are another measure than the surest of them.

    A figure of another sort of unit is, and one that is not sure of itself where a computation found the figures to be unlike.
    """
    told_apart = [part.apart or bool(part.label and part.year) for part in wanted]
    single = [i for i, (apart, chosen) in enumerate(zip(told_apart, answers, strict=True)) if apart and len(chosen) == 1]
    if len(single) < 2:
        return answers
    anchor = answers[max(single, key=lambda i: looked_up[i].confidence)][0].candidate
    compared = read_operation(query) is not None

    def _is_other(i: int) -> bool:
        own = answers[i][0].candidate
        unlike = compared and wanted[i].apart and looked_up[i].confidence < _UNSURE and not same_measure(anchor, own)
        return unlike or class_of_unit(own.figure.unit) != class_of_unit(anchor.figure.unit)

    other = {i for i in single if _is_other(i)}
    return [[] if i in other else chosen for i, chosen in enumerate(answers)]


def _ends_apart(lookups: Lookups, query: Query) -> list[Part]:
    """Return a lookup for the first and for the last year where no 由A到B gives both: 2004年到2013年从多少万涨到多少万."""
    found = lookups.look_up(query)
    pair = both_ends(query, found.chosen) if found.sure else None
    if pair is not None and pair[0].candidate.figure.period == str(min(query.scope.years)):
        return []
    wanted = [replace(part, whole=True) for part in year_parts(query, query.scope.years)]
    years = [(part.year, lookups.look_up(part.query)) for part in wanted]
    if pair is not None and not all(_is_dated(own, year) for year, own in years):
        return []
    return wanted if all(year is not None and of_year(own, year).sure for year, own in years) else []


def _is_dated(found: Lookup, year: int | None) -> bool:
    """Tell whether the best figure of a lookup for a year is of that very year."""
    return bool(found.chosen) and found.chosen[0].candidate.figure.period == str(year)


def _answer_of(part: Part, found: Lookup, least: float) -> list[Chosen]:
    """Return the figures that answer one part of a question, empty for none."""
    if part.whole:
        return list(found.chosen[:1]) if found.confidence >= least else []
    return choose_figures(found, least=least)


def _by_sentence(chosen: Sequence[Chosen]) -> list[list[Chosen]]:
    groups: dict[tuple[int, int], list[Chosen]] = {}
    for c in chosen:
        groups.setdefault(sentence_of(c), []).append(c)
    return list(groups.values())
