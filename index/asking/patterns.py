"""The patterns of the ways of asking: one for each thing told, compiled when it is first looked for."""

import re
from collections.abc import Mapping
from functools import cache

from index.asking.ways import read_ways

# {0,4} counts, {how_many} is a name.
_NAME = re.compile(r"\{[a-z_]+\}")


def tells(text: str, thing: str) -> bool:
    """Tell whether a question (folded, in small letters) tells a thing: a sort and a value, as in the tables."""
    return _pattern(thing).search(text) is not None


def told(text: str, sort: str) -> tuple[str, ...]:
    """Return the values of a sort that a question tells, in the order of the tables."""
    return tuple(value for value, thing in _values(sort).items() if tells(text, thing))


def first_told(text: str, sort: str) -> str:
    """Return the first value of a sort that a question tells, "" if it tells none."""
    return next((value for value, thing in _values(sort).items() if tells(text, thing)), "")


def without(text: str, thing: str) -> str:
    """Return a question without what tells a thing."""
    return _pattern(thing).sub("", text)


@cache
def pattern_source(thing: str) -> str:
    """Return the pattern of a thing told as text, in a group of its own.

    Raises
    ------
    ValueError
        If nothing tells it, or a name in it stands for itself.
    """
    return _joined(thing, ())


def spelt_out(pattern: str, within: tuple[str, ...] = ()) -> str:
    """Return a pattern with what its names stand for; `within` are the things told that it is a part of."""
    return _NAME.sub(lambda name: _joined(name[0], within), pattern)


def _joined(thing: str, within: tuple[str, ...]) -> str:
    user = f" (in {within[-1]})" if within else ""
    if thing in within:
        message = f"index/asking: {thing} stands for itself{user}; a name may stand for other names only"
        raise ValueError(message)
    if thing not in _patterns_told():
        message = f"index/asking: no line tells {thing}{user}; write one or correct the name"
        raise ValueError(message)
    patterns = (spelt_out(pattern, (*within, thing)) for pattern in _patterns_told()[thing])
    return f"(?:{'|'.join(patterns)})"


@cache
def _pattern(thing: str) -> re.Pattern[str]:
    return re.compile(pattern_source(thing))


@cache
def _patterns_told() -> Mapping[str, tuple[str, ...]]:
    """Return the patterns of all lines by what they tell."""
    by_thing: dict[str, list[str]] = {}
    for way in read_ways():
        by_thing.setdefault(way.tells, []).append(way.pattern)
    return {thing: tuple(patterns) for thing, patterns in by_thing.items()}


@cache
def _values(sort: str) -> Mapping[str, str]:
    """Return the values of a sort, and the things told that they make with it."""
    things = [thing for thing in _patterns_told() if thing.startswith(f"{sort} ")]
    return {thing.removeprefix(f"{sort} "): thing for thing in things}
