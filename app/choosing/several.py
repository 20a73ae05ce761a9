"""The figures for a question that asks for several values: those that stand together come before the best of each part alone."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from app.choosing.called import called
from app.choosing.chooser import Chosen, confidence, load_chooser
from app.choosing.likeness import named_alike
from app.choosing.lookup import Lookup
from app.choosing.standing import behind, beside, between, place_of, sentence_of
from app.choosing.together import together
from app.preferences.row_words import are_one_cell
from app.several.members import asks_for_each, by_members, is_set_out, joins_one_name, listed
from app.several.subquestions import asks_apart, asks_for_all, by_clauses, own_words, subquestions, with_members
from app.working.ways import asks_both_ends, ends_of
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.query import Query
from index.unit_classes import class_of_unit

_GAP = re.compile(r"(?:左右|以上|以内|多)?\s?(?:[、，,]|和|与|及|以及|或|\band\b|\bor\b)\s?(?:约|近|超|不低于)?")
_CLAUSE, _SHARED_OUT = re.compile("[，。；：,;:]"), re.compile("各自?(?![种类级地项界族国方行省市县区部单位个条家])[一-龥]{0,4}$")
_HAN = re.compile("[一-龥]")
_DIGITS = re.compile(r"\d+")
_OR = re.compile(r",? or (?:about |nearly |over |some )?")
_TRIED, _FEWEST = 12, 2
_BESIDE_A_SURE_ONE = 0.4
_A_YEAR = 4
_CALLED_ALIKE, _SPOKEN = 0.6, 0.5
# 几金几银几铜
_COUNTED_TOGETHER = re.compile(r"(?:几[一-龥]){2,}")


def choose_figures(found: Lookup, *, least: float | None = None) -> list[Chosen]:
    """Return the figures that answer: one, or one for each value that the question asks for; empty to abstain.

    `least` is the confidence from which the best figure counts as an answer, if another than the usual.
    """
    sure = found.sure if least is None else bool(found.chosen) and found.confidence >= least
    sure = sure or (bool(found.chosen) and _is_list_sure(found))
    if sure:
        return _several(found.query, found.chosen, found.choose)
    return _sure_parts(found) if found.chosen and asks_apart(found.query) else []


def _sure_parts(found: Lookup) -> list[Chosen]:
    """Return a figure for each clause where clauses ask for different things: beside one that is sure, the others may be less so."""
    asked = subquestions(found.query)
    sureness = [found.sureness(part) for part in asked]
    threshold = load_chooser().threshold
    if not asked or max(sureness) < threshold or min(sureness) < _BESIDE_A_SURE_ONE * threshold:
        return []
    return _several(found.query, found.chosen, found.choose)


def _is_list_sure(found: Lookup) -> bool:
    """Tell whether every value asked for has a sure answer: no figure speaks of all words of a long list, or of two clauses."""
    chooser = load_chooser()
    own = [found.choose(part) for part in subquestions(found.query)]
    return len(own) > 1 and all(c and confidence(c, chooser) >= chooser.threshold for c in own)


def _several(query: Query, chosen: Sequence[Chosen], choose_part: Callable[[Query], list[Chosen]]) -> list[Chosen]:
    """Return one figure, or one for each value that the question asks for.

    Values asked for together mostly stand together: a run of figures (20、32和100亿元) as long as the list that is asked for is the answer in
    its order. Otherwise each part takes its own best figure, no figure twice.
    """
    counted = _counted(query, chosen)
    if counted:
        return counted
    names, asked = listed(query), subquestions(query)
    same = next((c for c in chosen[:_TRIED] if is_shared_out(names, c)), None) if asks_for_each(query) else None
    if same is not None:
        return [same]
    asked = _as_asked(query, asked, choose_part)
    ways = asks_both_ends(query) and bool(by_members(query, fold(query.text).lower()))
    run = run_of(chosen[0], chosen)
    if joins_one_name(query, chosen[0].candidate.figure.subject) and not by_clauses(query, fold(query.text).lower()):
        return [chosen[0]]
    if len(run) > 1 and len(run) in {len(asked), len(names)} and _ask_alike(asked) and not _say_the_same(run):
        return run
    # 各怎么变: a series of as many values as there are names are the ends of some of them.
    series = [] if ways else series_of(chosen[0], chosen)
    if len(names) > 2 and len(series) == len(names) and _stand_in_order(names, chosen[0]):
        return series
    if not asked:
        return _all(query, chosen, run, series)
    given = together(asked, [choose_part(part) for part in asked], chosen)
    given = _with_own_ends(asked, _without_strays(asked, given), chosen)
    if len(names) > 2 and len(series) == len(names) and len({(*sentence_of(c), *_sort(c)) for c in given}) > 1:
        return series
    if len(given) > 1 and are_one_cell(given):
        return given[:1]
    text = fold(query.text).lower()
    shares_out = asks_for_each(query) if _HAN.search(text) is None else asks_for_all(query)
    is_list = by_members(query, text) and not by_clauses(query, text) and not shares_out and not is_set_out(query)
    if is_list and not _names_each(asked, given):
        # 实习、创业的青年新增多少人 lists no values.
        return [chosen[0]]
    return _with_ends(given, chosen) if ways else given


def _as_asked(query: Query, asked: list[Query], choose_part: Callable[[Query], list[Chosen]]) -> list[Query]:
    """Return the parts of a question, a clause whose list is one thing as one: 为多少人提供就业、择业和流动服务，增长多少.

    It is one where all members of the list are best answered by the same figure.
    """
    clauses = with_members(query)
    if not any(members for _, members in clauses):
        return asked
    kept: list[Query] = []
    for clause, members in clauses:
        best = {place_of(own[0]): own[0] for part in members if (own := choose_part(part))}
        shared_out = bool(members) and asks_for_each(clause) and not (len(best) == 1 and _names_all(members, *best.values()))
        kept += members if len(best) > 1 or shared_out else [clause]
    return kept


def _names_all(members: Sequence[Query], c: Chosen) -> bool:
    """Tell a figure whose name has the words of every member of a list: 甲茶、乙茶等都增长50%."""
    name = called(c)
    return all(
        own and all(matching_text(part.terms[i]) in name for i in own)
        for part, own in zip(members, own_words(members), strict=True)
    )


def _ask_alike(asked: Sequence[Query]) -> bool:
    """Tell parts that may be answered by figures of one sort: 居民收入涨了多少，失业率是多少 asks for two sorts."""
    needs = [part.need for part in asked]
    kinds = [set(need.kinds) for need in needs if need.kinds]
    one_kind = not kinds or bool(set.intersection(*kinds))
    return one_kind and len({n.unit_class for n in needs} - {""}) < 2 and len({n.unit for n in needs} - {""}) < 2


def _say_the_same(run: Sequence[Chosen]) -> bool:
    """Tell an amount and its share, which tell of one thing and not of two: $2 million or 9%."""
    classes = {class_of_unit(c.candidate.figure.unit) for c in run}
    return len(run) == len(classes) and all(_OR.fullmatch(between(a, b)) for a, b in pairwise(run))


def _without_strays(asked: Sequence[Query], given: list[Chosen]) -> list[Chosen]:
    """Leave out what is neither the change that a part without words of its own asks for nor of the sort of what changed: 修路多少公里，比上年多多少."""
    if len(given) != len(asked):
        return given
    first = given[0].candidate.figure.unit

    def _is_stray(part: Query, c: Chosen) -> bool:
        figure = c.candidate.figure
        changed = part.terms == asked[0].terms and {"change", "growth"} & set(part.need.kinds)
        return bool(changed) and figure.kind not in part.need.kinds and figure.unit != first

    return [given[0], *(c for part, c in zip(asked[1:], given[1:], strict=True) if not _is_stray(part, c))]


def _stand_in_order(names: Sequence[str], best: Chosen) -> bool:
    """Tell whether the sentence of the best figure has the names of a list one after the other, as the question has them."""
    text, at = matching_text(best.candidate.sentence.text), 0
    first, *between, last = map(matching_text, names)
    # What a question says before its list clings to the first name (某县2022年一季度), what it says after it to the last (全年的经济增速).
    spelt = [
        [first[i:] for i in range(len(first) - 1)],
        *([name] for name in between),
        [last[:i] for i in range(len(last), 1, -1)],
    ]
    for spellings in spelt:
        found = next((place for name in spellings if (place := text.find(name, at)) >= 0), None)
        if found is None:
            return False
        at = found + 1
    return True


def is_shared_out(names: Sequence[str], c: Chosen) -> bool:
    """Tell a value that a report gives for each member of a list at once: 船主、渡口、村里各出三分之一."""
    figure, sentence = c.candidate.figure, c.candidate.sentence
    clause = _CLAUSE.split(matching_text(sentence.text[: figure.start - sentence.start]))[-1]
    each = _SHARED_OUT.search(clause)
    if each is None or len(names) < _FEWEST:
        return False
    ahead = clause[: each.start()]
    # What a question says before its list clings to the first name, what it says after it to the last.
    return all(name[:2] in ahead or name[-2:] in ahead for name in map(matching_text, names))


def _names_each(asked: Sequence[Query], given: Sequence[Chosen]) -> bool:
    """Tell whether one sentence gives every part a figure, and speaks of the words that only this part has beside it."""
    if len(given) < len(asked) or len({sentence_of(c) for c in given}) > 1:
        return False
    return all(
        sum(_said(c, part.terms[i], float(c.candidate.spoken.own[i])) for i in own) >= _SPOKEN * len(own)
        for part, c, own in zip(asked, given, own_words(asked), strict=True)
    )


def _said(c: Chosen, term: str, spoken: float) -> float:
    """Return how far a figure speaks of a word; of a number (those aged 60 to 64) it does where its name has it."""
    return float(term in _DIGITS.findall(c.candidate.figure.subject)) if term.isdigit() else spoken


def _all(query: Query, chosen: Sequence[Chosen], run: list[Chosen], series: list[Chosen]) -> list[Chosen]:
    """Return every value that stands beside the best where all are asked for, else the best."""
    if asks_for_all(query):
        if len(run) > 1:
            return run
        alike = [c for c in series if named_alike(c.candidate, chosen[0].candidate) >= _CALLED_ALIKE]
        called = [c for c in alike if _is_of_years(query, c)]
        if len(called) > 2:
            return called
    return [chosen[0]]


def _is_of_years(query: Query, c: Chosen) -> bool:
    """Tell whether a value may be of the years asked about: 由1990年的3元提高到1995年的5元 has only one of 1995."""
    period, asked = c.candidate.figure.period, {str(year) for year in query.scope.years}
    return not asked or len(period) != _A_YEAR or period in asked


def _with_own_ends(asked: Sequence[Query], given: list[Chosen], chosen: Sequence[Chosen]) -> list[Chosen]:
    """Put the other end of its 由A到B to the figure of each clause that asks for both: 成本降到多少，亏损从多少减到多少."""
    apart = len({part.text for part in asked}) == len(asked) == len(given)
    if not apart or not any(asks_both_ends(part) for part in asked):
        return given
    return [
        end for part, c in zip(asked, given, strict=True) for end in (_with_ends([c], chosen) if asks_both_ends(part) else [c])
    ]


def _with_ends(given: Sequence[Chosen], chosen: Sequence[Chosen]) -> list[Chosen]:
    """Put to each figure the other end of the 由A到B that it is part of."""
    every = {place_of(c): c for c in chosen}
    both: dict[tuple[int, int], Chosen] = {}
    for c in given:
        own = every.get(place_of(c), c)
        for end in ends_of(own, chosen) or (own,):
            both[place_of(end)] = end
    return list(both.values())


def _counted(query: Query, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures of 8金9银6铜 where 几金几银几铜 is asked for, empty where it is not or none stand so."""
    asked = _COUNTED_TOGETHER.search(fold(query.text))
    marks = asked[0][1::2] if asked else ""
    for best in chosen[:_TRIED] if marks else ():
        same = beside(best, chosen)
        first = "".join(behind(c)[:1] for c in same).find(marks)
        if first >= 0:
            return same[first : first + len(marks)]
    return []


def run_of(best: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures that stand in one run with the best, in order: nothing but 、 and 和 between them."""
    runs: list[list[Chosen]] = []
    for c in beside(best, chosen):
        if runs and _GAP.fullmatch(between(runs[-1][-1], c)):
            runs[-1].append(c)
        else:
            runs.append([c])
    return next(run for run in runs if best in run)


def series_of(best: Chosen, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Return the figures of the best one's sort that follow one another in its sentence with no other between them."""
    series: list[Chosen] = []
    for c in beside(best, chosen):
        if _sort(c) == _sort(best):
            series.append(c)
        elif best in series:
            break
        else:
            series = []
    return series


def _sort(c: Chosen) -> tuple[str, str]:
    return c.candidate.figure.kind, class_of_unit(c.candidate.figure.unit)
