"""A result against the aim that its sentence gives with it: 新建公路68公里，比年初目标60公里多18公里 is 8 more, not 18."""

import re
from collections.abc import Iterator

from app.lint.finding import Oddity
from app.lint.interval import Interval, interval
from app.lint.statements import Reading, Sentence
from app.working.deriving import write_value
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure

_AIM = r"(?:(?:全年|年度|年初|原定|预期|既定|计划|的)*(?:目标|任务|计划|预算)(?:任务|数|值)?)"
_MORE = r"(?P<more>多|高|超|超出|超过|增加|多出|高出)|(?P<less>少|低|短|减少|低于)"
_THAN = re.compile(rf"^[,，](?:[比较]|超出|超过|低于|少于)(?P<ahead>{_AIM})?(?:的)?$")
_BY = re.compile(rf"^的?(?P<behind>{_AIM})?(?:{_MORE})(?:了|出)?$")
_RATIOS = frozenset({"", "‰", "倍", "番"})


def check_aims(reading: Reading) -> list[Oddity]:
    """Return the distances from an aim that result and aim do not give."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        for first, second, third in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
            found += _check_distance(sentence, first, second, third)
    return found


def _check_distance(sentence: Sentence, done: Figure, aim: Figure, distance: Figure) -> Iterator[Oddity]:
    than, by = _THAN.match(sentence.between(done, aim)), _BY.match(sentence.between(aim, distance))
    if not than or not by or not (than["ahead"] or by["behind"]) or done.unit in _RATIOS:
        return
    gap, stated = _gap(done, aim), interval(distance, "百分点" if done.unit == "%" else done.unit)
    if gap is None or stated is None:
        return
    size = Interval(-gap.high, -gap.low) if by["less"] else gap
    if size.meets(stated):
        return
    aimed = convert(aim.value, aim.unit, done.unit) or aim.value
    a, b, c = (f.text.strip() for f in (done, aim, distance))
    value = abs(done.value - aimed)
    shown = write_value(value, distance.unit, distance)
    larger, smaller = (a, b) if done.value >= aimed else (b, a)
    yield Oddity(
        "error", f"与目标的差距不符：{a}与目标{b}相差{shown}，原文为{'少' if by['less'] else '多'}{c}",
        f"{a} is {shown} from the aim of {b}, the text says {c}",
        f"{larger} − {smaller} = {shown} ≠ {c}", tuple(sentence.place(f) for f in (done, aim, distance)),
    )  # fmt: skip


def _gap(done: Figure, aim: Figure) -> Interval | None:
    a, b = interval(done), interval(aim, done.unit)
    return None if a is None or b is None else a - b
