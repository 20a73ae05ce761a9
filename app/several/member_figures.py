"""The figures of the things that a question lists: as the question as a whole is answered, and else each looked up by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.companion import rate_behind
from app.choosing.lookup import Lookup, Lookups
from app.choosing.several import is_shared_out, run_of
from app.choosing.standing import place_of, sentence_of
from app.preferences.row_words import are_one_cell
from app.several.members import asks_for_each, by_members, joins_one_name, named_members, terms_in
from app.several.members_own import MOVES, NEARLY, as_it_came, clashes, named_last
from app.several.subquestions import own_words
from app.several.telling_each import Member
from app.working.computed import is_part
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.need import understand
from index.query import Query

_FEWEST, _MOST = 2, 8
# How far a figure must speak of the words that only its member has: one that stands beside the others', and one by itself.
_BESIDE, _ALONE, _LEAST = 0.5, 0.75, 0.45
_LONGEST_NAME = 18
# How much more of the words of what is measured a figure must say that is named more plainly.
_TRIED, _MORE = 12, 0.5
_HAN = re.compile("[一-龥]")
_MARKS = re.compile(r"\[\d+\]")
# …各多少，各增长多少: of each the value, and how it grew.
_AND_GREW = re.compile(
    r"(?:(?P<asked>多少|几[一-龥]?)[，,、]?|(?:、|以?及|和|与)(?=增[速幅]))(?:以?及|和|与)?(?:同比|比上年)?(?:分别|各自?)?(?:同比|比上年)?"
    r"(?:(?:增长|增加|上涨|下降|涨|增)了?(?:多少|百分之几|几个?百分点)|增[速幅长](?:分别|各)?(?:是|为)?(?:多少)?)[？?]?$"
)
_ORDINAL_AHEAD = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|last|next)\s+$", re.IGNORECASE)
_ASKS = re.compile("多少|几|各|分别")


def asks_rates_too(query: Query) -> Query | None:
    """Return the query for the values alone where a question asks of each thing it lists for its value and for how that grew, None for others."""
    text = fold(query.text)
    grew = _AND_GREW.search(text)
    if grew is None:
        return None
    rest = text[: grew.start()] + (grew["asked"] or "")
    rest = rest if re.search("多少|几", rest) else f"{rest}多少" if _ASKS.search(rest) else ""
    if not rest or rest == text:
        return None
    own = terms_in(query, rest)
    plain = replace(query, text=rest, terms=own, need=replace(understand(rest), status=query.need.status))
    return plain if len(by_members(plain, rest.lower())) > 1 else None


def members_told(lookups: Lookups, found: Lookup, chosen: Sequence[Chosen], *, with_rates: bool) -> list[Member]:
    """Return the things that a question lists, each with its figure; empty where it lists none, or fewer than two have one.

    `chosen` are the figures that answer the question as a whole: where there is one for each thing, it is kept if it speaks of it. What has none
    is looked up by itself.
    """
    query = found.query
    text = fold(query.text).lower()
    if found.chosen and joins_one_name(query, found.chosen[0].candidate.figure.subject):
        return []
    names = named_members(query, text)
    if len(chosen) == 1 and is_shared_out(names, chosen[0]):
        return []
    if together := _told_together(found, names, chosen):
        return [] if are_one_cell([f for m in together for f in m.figures]) else together
    parts = by_members(query, text)
    names = [m for m in names if terms_in(query, m)]
    if not 2 <= len(parts) <= _MOST or len(names) != len(parts):
        return []
    given = _given(
        lookups,
        found,
        parts,
        [c for c in chosen if c.candidate.figure.kind not in MOVES] if len(chosen) > len(parts) else chosen,
    )
    taken = {place_of(c) for c in given if c is not None}
    members = []
    for part, name, words, kept in zip(parts, names, own_words(parts), given, strict=True):
        figure = kept or _by_itself(lookups, part, words, taken)
        if figure is None:
            members.append(Member(_named(query, name, None)))
            continue
        taken.add(place_of(figure))
        members.append(_member(lookups, found, name, part, figure, with_rates=with_rates))
    told = sum(bool(m.figures) for m in members)
    if told > 1 and are_one_cell([f for m in members for f in m.figures]):
        return []
    # Where each is asked for, a figure that speaks of none of them stands for none.
    return members if told > 1 or (told == 1 and len(chosen) > 1 and asks_for_each(query)) else []


def _told_together(found: Lookup, names: Sequence[str], chosen: Sequence[Chosen]) -> list[Member]:
    """Return the members where one sentence gives as many figures as there are names, or the two ends of as many ways: in their order.

    Each must be spoken of at its figure, if they are no run that the names stand ahead of.
    """
    query = found.query
    each = len(chosen) // len(names) if names else 0
    if len(names) < _FEWEST or each not in {1, 2} or len(chosen) != each * len(names):
        return []
    clashes = query.need.unit and len({c.candidate.figure.unit for c in chosen}) > 1
    if len({sentence_of(c) for c in chosen}) > 1 or clashes or (each == 1 and _is_value_with_rate(chosen)):
        return []
    if not _as_run(found, chosen) and not all(
        _is_spoken(found, name, chosen[i * each : i * each + each]) for i, name in enumerate(names)
    ):
        return []
    groups = [tuple(chosen[i : i + each]) for i in range(0, len(chosen), each)]
    return [Member(_named(query, name, own[0]), own) for name, own in zip(names, groups, strict=True)]


def _is_spoken(found: Lookup, name: str, figures: Sequence[Chosen]) -> bool:
    """Tell whether a figure speaks at all of what a member is called; of a name without words of its own (全年) nothing is to be told."""
    query = found.query
    places = set(map(place_of, figures))
    read = [c for c in found.chosen if place_of(c) in places]
    text = matching_text(figures[0].candidate.sentence.text)
    told = [
        1.0 if matching_text(t) in text else max(float(c.candidate.spoken.own[query.terms.index(t)]) for c in read)
        for t in terms_in(query, name)
        if read
    ]
    # What stands behind 其中 is a part of what is told before, and no other thing: 论文241篇，其中期刊118篇 tells of no patents.
    return not told or max(told) >= (_ALONE if is_part(figures[0]) else _LEAST)


def _is_value_with_rate(chosen: Sequence[Chosen]) -> bool:
    """Tell a value and how it grew from the values of two things."""
    kinds = {c.candidate.figure.kind in MOVES for c in chosen}
    return len(chosen) == _FEWEST and len(kinds) > 1


def _member(lookups: Lookups, found: Lookup, name: str, part: Query, figure: Chosen, *, with_rates: bool) -> Member:
    rate = None
    if with_rates:
        rate = rate_behind(figure, lookups.look_up(part).chosen) or rate_behind(figure, found.chosen)
    return Member(_named(found.query, name, figure), (figure,), rate)


def _given(lookups: Lookups, found: Lookup, parts: Sequence[Query], chosen: Sequence[Chosen]) -> list[Chosen | None]:
    """Return of figures, as many as there are parts, those that speak of their part's words; None for the others."""
    if len(chosen) != len(parts):
        return [None] * len(parts)
    run = _as_run(found, chosen)
    if run and not any(clashes(part, c) for part, c in zip(parts, chosen, strict=True)):
        return run
    sentences = [sentence_of(c) for c in chosen]
    kept: list[Chosen | None] = []
    for part, words, c in zip(parts, own_words(parts), chosen, strict=True):
        read = found.choose(part)
        given = _saying_more(next((o for o in read if place_of(o) == place_of(c)), c), part, words, read)
        together = sentences.count(sentence_of(c)) > 1
        # An aim stands for what came of it only where nothing else does, which the member's own lookup tells.
        aimed = given.candidate.figure.status == "target" and part.need.status != "target"
        fits = not (aimed or clashes(part, given)) and _speaks(given, part, words) >= (_BESIDE if together else _ALONE)
        if fits and not together:
            given = named_last(given, part, words, [*read[:_TRIED], *lookups.look_up(part).chosen[:_TRIED]])
        kept.append(given if fits else None)
    return [None if c is not None and _is_named_by_another(c, i, parts, kept) else c for i, c in enumerate(kept)]


def _is_named_by_another(c: Chosen, at: int, parts: Sequence[Query], kept: Sequence[Chosen | None]) -> bool:
    """Tell a figure that two members were given and that is called as the other one is: 两座博物馆 are no 避风港."""
    name = matching_text(c.candidate.figure.subject)
    says = [any(matching_text(part.terms[w]) in name for w in own) for part, own in zip(parts, own_words(parts), strict=True)]
    shared = (i for i, other in enumerate(kept) if i != at and other is not None and place_of(other) == place_of(c))
    return not says[at] and any(says[i] for i in shared)


def _saying_more(given: Chosen, part: Query, words: Sequence[int], read: Sequence[Chosen]) -> Chosen:
    """Return the figure that fits a member best by itself where the one given to it leaves out what is measured: 甲市的财政收入, not its 产值."""
    best = read[0] if read else given
    alike = len(best.candidate.spoken.own) == len(given.candidate.spoken.own) == len(part.terms)
    if not alike or clashes(part, best) or _speaks(best, part, words) < _ALONE:
        return given
    rest = [i for i in range(len(part.terms)) if i not in words]
    more = sum(float(best.candidate.spoken.own[i] - given.candidate.spoken.own[i]) for i in rest)
    return best if rest and more >= _MORE * len(rest) else given


def _as_run(found: Lookup, chosen: Sequence[Chosen]) -> list[Chosen | None]:
    """Return the figures of a run (分别为1、2和3万人), which stand for the names ahead of them in their order; else nothing."""
    first = next((c for c in found.chosen if place_of(c) == place_of(chosen[0])), None)
    run = run_of(first, found.chosen) if first is not None else []
    return list(chosen) if {place_of(c) for c in chosen} == {place_of(c) for c in run} else []


def _by_itself(lookups: Lookups, part: Query, words: Sequence[int], taken: set[tuple[int, int]]) -> Chosen | None:
    """Return the figure that surely answers one member by itself, None if there is none."""
    found = lookups.look_up(part)
    if not found.sure:
        return None
    near = [c for c in found.chosen[:_TRIED] if found.chosen[0].score - c.score <= NEARLY and place_of(c) not in taken]
    fitting = [c for c in near if not clashes(part, c) and _speaks(c, part, words) >= _ALONE]
    return named_last(as_it_came(fitting, part), part, words, near) if fitting else None


def _speaks(c: Chosen, part: Query, words: Sequence[int]) -> float:
    """Return how far a figure speaks of the words that only its member has: by its own clause, or by a sentence that names no other member.

    Whose it is may stand in the title alone.
    """
    candidate = c.candidate
    title = matching_text(candidate.sentence.ranked.passage.title)
    told = [i for i in words if i < len(part.terms) and matching_text(part.terms[i]) not in title]
    if len(candidate.spoken.own) != len(part.terms) or not told:
        return 1.0
    own = sum(float(candidate.spoken.own[i]) for i in told) / len(told)
    text = matching_text(candidate.sentence.text)
    if any(matching_text(t) in text for t in part.background):
        return own
    return max(own, sum(float(candidate.around[i]) for i in told) / len(told))


def _named(query: Query, name: str, figure: Chosen | None) -> str:
    """Return what a member is called on its line: as the report calls it where that holds the question's words, else as the question does."""
    own = terms_in(query, name)
    at = max(0, fold(name).lower().find(own[0])) if own else 0
    # Of a first and a second child the ordinal is no word of the question's, and tells them apart.
    ordinal = _ORDINAL_AHEAD.search(name[:at])
    asked = name[ordinal.start() if ordinal else at :]
    if figure is None:
        return asked
    subject = " ".join(_MARKS.sub("", figure.candidate.figure.subject).split())
    if not _HAN.search(subject):
        # Pilots, harbour: who has them stands behind.
        subject = subject.partition(",")[0]
    told = matching_text(subject)
    left = _left_over(name, own)
    if left and left not in told:
        return name
    fits = 0 < len(subject) <= _LONGEST_NAME and not re.search(r"\d", subject) and all(matching_text(t) in told for t in own)
    return subject if fits else asked


def _left_over(name: str, own: Sequence[str]) -> str:
    """Return what a member's name has beside its words, "" if it holds a year: of 全年的增速 the time that it is of."""
    left = fold(name).lower()
    for term in own:
        left = left.replace(term, "")
    return "" if re.search(r"\d", left) else left.strip("的里中在 ")
