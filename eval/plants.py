"""Plant one inconsistency into a report's text, of a kind that `wenju lint` looks for: found by patterns of its own, changed by a seed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = r"(?:万亿|亿|万)?(?:元|吨|公里|人|名|户|个|家|平方米|亩|千瓦)"
_CHINESE = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Plant:
    """A text with one change at `at`, told as before and after; `rules` are the names of the rules that should find it."""

    kind: str
    rules: frozenset[str]
    text: str
    at: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind is planted: where it fits, and what is written there instead."""

    pattern: re.Pattern[str]
    change: Callable[[re.Match[str], Random], str]
    rules: frozenset[str]


def plant(text: str, kind: str, random: Random) -> Plant | None:
    """Return the text with one change of a kind, None where the text has no place for it."""
    how = KINDS[kind]
    matches = list(how.pattern.finditer(text))
    if not matches:
        return None
    match = random.choice(matches)
    after = how.change(match, random)
    changed = text[: match.start()] + after + text[match.end() :]
    return Plant(kind, how.rules, changed, match.start(), match[0], after)


def _swap(match: re.Match[str], _random: Random) -> str:
    """Exchange the two values: 由35元提高到40元 → 由40元提高到35元."""
    return match["head"] + match["b"] + match["middle"] + match["a"]


def _higher(match: re.Match[str], random: Random) -> str:
    """Make the last number of the match larger by a third and three more."""
    return match["head"] + _written(float(match["b"]) * 1.34 + random.randint(3, 6), match["b"]) + match["tail"]


def _over(match: re.Match[str], _random: Random) -> str:
    return match["head"] + _written(float(match["b"]) + 100, match["b"]) + match["tail"]


def _zero(match: re.Match[str], _random: Random) -> str:
    return match["head"] + "0" + match["tail"]


def _one_more(match: re.Match[str], _random: Random) -> str:
    return _CHINESE[_CHINESE.index(match["b"]) + 1] + match["tail"]


def _again(match: re.Match[str], _random: Random) -> str:
    """State a measure once more, a twelfth higher."""
    return f"{match[0]}全年{match['name']}{_written(float(match['b']) * 1.08, match['b'])}{match['unit']}。"


def _whole(match: re.Match[str], _random: Random) -> str:
    return f"{match[0]}干部深入{int(match['b']) + 1}个{match['unit']}开展走访。"


def _written(value: float, like: str) -> str:
    """Write a value with as many places as another number."""
    return f"{value:.{len(like.partition('.')[2])}f}"


def _kind(pattern: str, change: Callable[[re.Match[str], Random], str], *rules: str) -> _Kind:
    return _Kind(re.compile(pattern), change, frozenset(rules))


_VALUE = rf"{_NUMBER}{_UNIT}"
_RISES = r"(?:提高|增加|上升|增长|扩大)(?:了)?到[^，。；、\d]{0,6}"
KINDS: Mapping[str, _Kind] = {
    "direction": _kind(
        rf"(?P<head>[由从][^由从，。；\d]{{0,8}})(?P<a>{_VALUE})(?P<middle>{_RISES})(?P<b>{_VALUE})(?!以上|左右)", _swap, "growth"
    ),
    "growth": _kind(
        rf"(?P<head>[由从][^由从，。；\d]{{0,8}}{_VALUE}{_RISES}{_VALUE}，增长)(?P<b>{_NUMBER})(?P<tail>%)", _higher, "growth"
    ),
    "change": _kind(
        rf"(?P<head>{_VALUE}，比上年(?:增加|减少){_VALUE}，(?:增长|下降))(?P<b>{_NUMBER})(?P<tail>%)", _higher, "growth"
    ),
    "part": _kind(rf"(?P<head>(?<![增加减少多])(?<![\d.]))(?P<a>{_NUMBER}(?P<unit>{_UNIT}))(?P<middle>，其中[^，。；：\d]{{2,12}})(?P<b>{_NUMBER}(?P=unit))", _swap, "parts"),
    "share": _kind(
        rf"(?P<head>{_NUMBER}(?P<unit>[名人个户家])[^，。；\d]{{0,6}}(?:中，|，其中)[^，。；\d]{{2,16}}{_NUMBER}(?P=unit)，占)(?P<b>{_NUMBER})(?P<tail>%)",
        _higher, "share",
    ),
    "share over 100": _kind(rf"(?P<head>，占[^，。；\d]{{0,10}}的?)(?P<b>{_NUMBER})(?P<tail>%)", _over, "suspicious", "share", "share_of_total"),
    "structure": _kind(rf"(?P<head>产业结构[^，。；\d]{{0,8}}{_NUMBER}[:：∶]{_NUMBER}[:：∶])(?P<b>{_NUMBER})(?P<tail>)", _higher, "parts"),
    "zero": _kind(
        r"(?P<head>(?:举办|开展|建成|培训|发放|新建|改造|印发|选派|组织)[^，。；、\d]{0,6})(?P<b>\d+)(?P<tail>[个份场次人名户所座])", _zero, "suspicious"
    ),
    "count": _kind(r"(?P<b>[二三四五六七])(?P<tail>[个大项]?(?:方面|问题|重点|特点|批|不足)[：:。，]一是)", _one_more, "count"),
    "repeated": _kind(
        rf"(?P<name>城镇新增就业|粮食总?产量|一般公共预算收入|社会消费品零售总额)(?:达到?)?(?P<b>{_NUMBER})(?P<unit>万人|亿元|万吨|亿斤|万亿斤)(?!以上|左右|以内|目标)[^。；\n]*。",
        _again, "repeated",
    ),
    "whole": _kind(r"全[县市省区](?P<b>\d+)个(?P<unit>乡镇|街道|社区|行政村)[^。；\n]*。", _whole, "count"),
}  # fmt: skip
