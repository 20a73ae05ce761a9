"""Find the figures that a computation needs, together: each fits its own lookup, and they fit one another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from app.alike import likeness
from app.choosing import Chosen, confidence, load_chooser
from app.deriving import Derived, before, difference, share, total
from app.lookup import Lookups
from app.operations import Operation
from corpus.figures.meaning import is_start
from corpus.figures.numerals import fold
from index.query import Query

_TRIED = 8
_SAME_SENTENCE, _SAME_REPORT, _GIVEN = 3.0, 0.5, 4.0
_WRONG_YEAR, _WRONG_STATUS, _WRONG_WAY = 3.0, 1.5, 4.0
_LEAST = 0.5
_LAST_YEAR = re.compile("上年|去年|年初|同期")
_ASKS_CHANGE = re.compile(
    r"(?:净增|增加|减少|下降|提高|上升|降低|回落|缩短|精简|压减|多|少|高|低)了?(?:大概|大约|约)?(?:多少|几(?!倍|成|番))|首尾相减|变化(?:了)?多少"
)
_ASKS_BOTH = re.compile(
    r"[从由](?:原来的?|之前的?)?(?:百分之)?(?:多少|几).{0,16}(?:到|至|成|为)了?(?:百分之)?(?:多少|几)|(?:多少|几).{0,6}(?:变成|涨到|升到|降到|提高到|增加到|扩大到|增至|升至|降至)了?(?:多少|几)"
    r"|(?:年初|期初).{0,3}年[末底]|[一二三四五六七八九]十年代(?:、|和|与|跟)|起点|(?:原来|原先|最初|当初)(?:是|有|为)?多少|变化(?:有)?多大|(?:怎么|如何|怎样)变"
    r"|\bfrom (?:what|how many|how much)\b|\bup from (?:what|how)\b|\bcompared with .{0,24}\bearlier\b"
)
_BACK = re.compile("[倒反]推|推算|往回推|推回")
_IN_PERCENT = re.compile("百分之几|几成|几倍|幅度|%")


@dataclass(frozen=True, slots=True)
class Computed:
    """A derived value with the figures that it was computed from."""

    result: Derived
    inputs: tuple[Chosen, ...]
    labels: tuple[str, ...]
    values_asked: bool = False


def compute(lookups: Lookups, operation: Operation) -> Computed | None:
    """Return the computed value, None if a figure for one of the operands is not found."""
    chooser = load_chooser()
    lists = [lookups.look_up(operand).chosen for operand in operation.operands]
    if not all(lists) or any(confidence(found, chooser) < _LEAST * chooser.threshold for found in lists):
        return None
    if operation.compares_years:
        # A value of another year never stands for one of the years that are compared.
        lists = [[c for c in found if _is_of(operand, c)] for operand, found in zip(operation.operands, lists, strict=True)]
    tuples = (t for t in product(*(found[:_TRIED] for found in lists)) if len({_place(c) for c in t}) == len(t))
    scored = [(_fit(operation, t, result), t, result) for t in tuples if (result := _result(operation, t)) is not None]
    if not scored:
        return None
    _, inputs, result = max(scored, key=lambda item: item[0])
    labels = operation.labels
    if operation.kind == "difference" and result.value < 0:
        # The formula takes the less from the more.
        inputs, labels = inputs[::-1], labels[::-1]
        result = difference(*(c.candidate.figure for c in inputs)) or result
    return Computed(result, inputs, labels, operation.compares_places)


def _result(operation: Operation, chosen: Sequence[Chosen]) -> Derived | None:
    figures = [c.candidate.figure for c in chosen]
    if operation.kind == "sum":
        together = operation.compares_places or len({_sentence(c) for c in chosen}) == 1
        unit = operation.operands[0].need.unit
        counted = all(f.unit == figures[0].unit for f in figures) or unit in {"", "个", *(f.unit for f in figures)}
        return total(figures) if together and counted else None
    result = difference(*figures) if operation.kind == "difference" else share(*figures)
    return result if result is not None and result.value else None


def _fit(operation: Operation, chosen: Sequence[Chosen], result: Derived) -> float:
    """Return how well figures fit their lookups and one another."""
    score = sum(c.score for c in chosen)
    if len({_sentence(c) for c in chosen}) == 1:
        score += _SAME_SENTENCE
    elif len({c.candidate.sentence.ranked.passage.report for c in chosen}) == 1:
        score += _SAME_REPORT
    for operand, c in zip(operation.operands, chosen, strict=True):
        if not _is_of(operand, c):
            score -= _WRONG_YEAR
        if operand.need.status not in {None, c.candidate.figure.status}:
            score -= _WRONG_STATUS
        if fold(c.candidate.figure.text) in fold(operand.text):
            score += _GIVEN
    if operation.compares_places or operation.compares_years:
        score += sum(likeness(a.candidate, b.candidate) for a, b in pairwise(chosen))
    if operation.rising and (result.value > 0) != (operation.rising > 0):
        score -= _WRONG_WAY
    return score


def _is_of(operand: Query, c: Chosen) -> bool:
    """Tell whether a figure is of the years that its lookup asks about, if it asks about any."""
    years = {str(y) for y in (*operand.scope.years, *operand.scope.span[1:])}
    period = c.candidate.figure.period
    return not years or period[:4] in years or period[-4:] in years


def value_before(lookups: Lookups, query: Query) -> Computed | None:
    """Derive what a value was in the year asked about from the report of the year after: 49%，比上年提升12个百分点."""
    back = asks_back(query)
    if not query.scope.years or query.scope.span or (len(query.scope.years) > 1 and not back):
        return None
    year = query.scope.years[-1]
    chooser = load_chooser()
    need = replace(query.need, kinds=(), status=None, many=False)
    later = replace(query, scope=replace(query.scope, years=(year + 1,)), need=need)
    found = lookups.look_up(later).chosen
    for c in found[:_TRIED]:
        level = c.candidate.figure
        # A plan tells of the year before it too, where a question says that it wants to be worked out.
        if level.kind not in {"level", "share"} or (level.status == "target" and not back):
            continue
        if confidence([c, *(o for o in found if o is not c)], chooser) < (_LEAST if back else 1.0) * chooser.threshold:
            continue
        for change in found:
            if change.candidate.figure.kind == "change" and _is_change_of(change, c, year):
                result = before(level, change.candidate.figure)
                if result is not None:
                    return Computed(result, (c, change), ("", ""))
    return None


def asks_back(query: Query) -> bool:
    """Tell a question that wants a value worked out from a later one and its change."""
    return bool(_BACK.search(query.text))


def _is_change_of(change: Chosen, level: Chosen, year: int) -> bool:
    """Tell whether a change stands right behind a level and counts from the year: 达1656亿美元，比1995年底增加920亿美元."""
    if _sentence(change) != _sentence(level):
        return False
    a, b = level.candidate.figure, change.candidate.figure
    sentence = level.candidate.sentence
    between = sentence.text[max(0, a.end - sentence.start) : max(0, b.start - sentence.start)]
    if not 0 <= b.start - a.end <= 24 or re.search("[。；;]", between):
        return False
    if str(year) in between:
        return True
    named_other = re.search(r"(?:1[89]|20)\d\d", between)
    return not named_other and a.period == str(year + 1) and (bool(_LAST_YEAR.search(between)) or len(between) <= 6)


def way_between(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive a change from 由A到B where a question asks for the change and the reports give its start and its end only."""
    if not found or not _ASKS_CHANGE.search(query.text) or _IN_PERCENT.search(query.text):
        return None
    best = found[0].candidate
    if best.figure.kind == "change" and not ends_of(found[0], found):
        return None
    pair = ends_of(found[0], found)
    if pair is None:
        return None
    start, end = pair
    result = difference(end.candidate.figure, start.candidate.figure)
    return Computed(result, (end, start), ("", "")) if result is not None and result.value else None


def both_ends(query: Query, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return the two values of 由A到B where a question asks for both: 从多少提高到多少, or a first and a last year."""
    asked = asks_both_ends(query)
    tried = found[:_TRIED] if asked else found[:1]
    pairs = [ends for c in tried if (ends := ends_of(c, found))]
    years = query.scope.years
    spanned = next((pair for pair in pairs if _spans(pair, years)), None)
    if asked:
        return spanned or (pairs[0] if pairs else None)
    return spanned if _ASKS_CHANGE.search(query.text) is None else None


def _spans(pair: Sequence[Chosen], years: Sequence[int]) -> bool:
    """Tell whether a way leads from the first to the last of two years."""
    start, end = (c.candidate.figure.period for c in pair)
    return len(years) == 2 and end == str(max(years)) and start in {"", str(min(years))}


def asks_both_ends(query: Query) -> bool:
    """Tell a question for where a value came from and where it got to."""
    return bool(_ASKS_BOTH.search(fold(query.text).lower()))


def ends_of(chosen: Chosen, found: Sequence[Chosen]) -> tuple[Chosen, Chosen] | None:
    """Return the start and the end of the 由A到B that a figure is part of, None if it is part of none."""
    sentence = chosen.candidate.sentence
    same = sorted((c for c in found if _sentence(c) == _sentence(chosen)), key=lambda c: c.candidate.figure.start)
    for first, second in pairwise(same):
        if chosen is not first and chosen is not second:
            continue
        a, b = first.candidate.figure, second.candidate.figure
        lead = sentence.text[max(0, a.start - sentence.start - 30) : a.start - sentence.start]
        if is_start(lead, sentence.text[a.end - sentence.start : a.end - sentence.start + 12]) and b.start - a.end <= 14:
            return first, second
    return None


def _sentence(c: Chosen) -> tuple[int, int]:
    return c.candidate.sentence.ranked.passage.id, c.candidate.sentence.start


def _place(c: Chosen) -> tuple[int, int]:
    return c.candidate.sentence.ranked.passage.id, c.candidate.figure.start
