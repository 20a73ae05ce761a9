"""Which end of an order a question asks for, and how many from there: 最高, 第二多, 倒数第一, 前三名, 谁更快, the second largest, the top three."""

import re
from dataclasses import dataclass

from app.over_years.bound import read_bound

CLASS_WORDS = "个家所类种项座条款块科部分方面门支名位届天"
_UP, _DOWN = "高多大快长强重贵深广厚", "低少小慢短弱轻浅薄"
WAYS = _UP + _DOWN
# No digits of a year.
MANY = r"(?:[两二三四五六七八九十几]|(?<!\d)\d{1,2}(?![\d年]))"
_NUMBERS = {n: i for i, n in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_ENGLISH = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_ENGLISH_MANY = "two|three|four|five|ten"
# 最近 and 最后 tell a time.
_MOST = re.compile(
    rf"(?P<from_end>倒数)?(?:最为?|第(?P<nth>[二三四五六七八九]))(?P<way>[{WAYS}]|便宜)的?|(?P<only>倒数第?一|排名?(?:在|居|列)?第一|居首位?|领先)"
    rf"|(?:排名?|位?居|位?列|名列)?在?(?P<end>[前后])(?P<count>[一二两三四五六七八九十]|\d{{1,2}})[名位强大个项家类种]?(?=的|是|有|为|分别|[，,？?]|$|[一-龥]{{2,}}$)的?"
    r"|(?P<order>排名|排序|排行)"
)
_MOST_ENGLISH = re.compile(
    rf"(?<!\bat )(?<!\bat the )\b(?:the )?(?:(?P<n>{_ENGLISH_MANY}) )?(?:(?P<nth>second|third|fourth|fifth)[- ])?(?:"
    r"(?P<up>highest|most|largest|biggest|greatest|fastest|longest|strongest)|(?P<down>lowest|least|fewest|smallest|slowest|shortest|weakest)"
    rf"|top (?P<top>{_ENGLISH_MANY}|\d{{1,2}})|bottom (?P<bottom>{_ENGLISH_MANY}|\d{{1,2}}))\b"
)
# 哪个多, 谁的产量高一些: the side that is more.
_MORE = re.compile(
    rf"(?:哪(?:[一二两三]?[{CLASS_WORDS}年])?|谁|还是)[^，,。？?；;]{{0,14}}?(?P<words>更?(?P<way>多(?![少大长高快么项种个家样])|[{WAYS.replace('多', '')}])(?:一?[些点])?)(?=[，,。？?；;]|$)"
)
_MORE_ENGLISH = re.compile(
    r"\b(?P<up>more|higher|larger|bigger|greater|faster|longer)\b|\b(?P<down>less|lower|fewer|smaller|slower|shorter)\b"
)
_OF_TWO_ENGLISH = re.compile(r"^(?!.*\bthan\b)(?=.*\b(?:which|what|who)\b).*\bor\b")
QUANTITY = re.compile(r"多少|几[个人家所]|\bhow (?:much|many)\b")
_WHICH, _WHICH_ENGLISH = re.compile("哪|谁|何[年地处]"), re.compile(r"\b(?:which|what|who|when|where)\b")
_AT_END = re.compile("的?[^，,。？?多少几]{0,10}(?:是|有|为|分别是?|都有?)?(?:什么|啥)?")
_COUNTED = re.compile(rf"最.[^，。？?]{{0,4}}?的?(?P<n>{MANY}|(?<!\d)\d(?=年))[名位个项家类种座年]")
_COUNTED_APART = re.compile(r"哪(?P<n>[两二三四五六])[名位个项家类种座年]")
_FEWEST_WAY = re.compile(rf"最[{_DOWN}]")
# 最大的困难 is the largest of what no value is told, 产量最大的县 has one.
_OF_SIZE = frozenset("大强重小")
MEASURED = re.compile(r"(?:[量率额值数积幅速比度模资润重产利]|人口|[进出]口|收入|支出|开支|费用|花销|投资|gdp|人次|床位)\s?的?$")
# 最大的一笔支出 has one too, and 支出中最大的一项.
_AMONG = re.compile("(?:当中|之中|里面|[中里])$")
_ONE = re.compile("那?一[笔项个块宗]")
_BEING = re.compile("(?:都?[是为有]|都有)?(?:什么|啥|哪.*|[？?])?$")
_LONGEST_COUNT, _LONGEST_TITLE = 20, 14


@dataclass(frozen=True, slots=True)
class Ranking:
    """The `first`-th from one end of an order, or `count` from there on; `side` is 1 for the most and -1 for the least.

    `word` is how a question says it, from `start` to `end`; `pair` tells that one of two or more that it names is to be told as the more.
    """

    word: str
    side: int
    first: int
    count: int
    pair: bool
    start: int
    end: int


def read_ranking(text: str, *, chinese: bool) -> Ranking | None:
    """Return which end of an order a folded question in small letters asks for, None if it asks for none."""
    if chinese:
        return _most(text) or _more(text)
    return _most_in_english(text) or _more_in_english(text)


def _most(text: str) -> Ranking | None:
    match = _MOST.search(text)
    if match is None or not _is_asked(text, match):
        return None
    start, end = match.span()
    if match["order"]:
        return Ranking("排名", 1, 1, _LONGEST_COUNT, False, start, end)
    if match["only"]:
        last = match["only"].startswith("倒数")
        return Ranking("最低" if last else "最高", -1 if last else 1, 1, 1, False, start, end)
    if match["end"]:
        least = match["end"] == "后" or _FEWEST_WAY.search(text) is not None
        count = min(_number(match["count"]), _LONGEST_COUNT)
        return Ranking(f"{match['end']}{match['count']}", -1 if least else 1, 1, count, False, start, end)
    counted = _COUNTED.match(text, start)
    apart = counted or _COUNTED_APART.search(text)
    least = match["way"] in {*_DOWN, "便宜"}
    one = _ONE.match(text, end) if match[0].endswith("的") else None
    return Ranking(
        match[0].removesuffix("的"),
        -1 if least != bool(match["from_end"]) else 1,
        _number(match["nth"]),
        _number(apart["n"]) if apart and apart["n"] != "几" else 1,
        False,
        start,
        (counted or one or match).end(),
    )


def _is_asked(text: str, match: re.Match[str]) -> bool:
    """Tell that it is asked which is the most: 最多能收多少 asks for a bound."""
    attribute = match[0].endswith("的")
    if QUANTITY.search(text) or (attribute and match["way"] in _OF_SIZE and not _is_of_measure(text, match)):
        return False
    named = bool(match["order"] or match["end"]) or attribute or text[match.end() :].startswith(("是", "的"))
    return _WHICH.search(text) is not None or (named and _AT_END.fullmatch(text, match.end()) is not None)


def _is_of_measure(text: str, match: re.Match[str]) -> bool:
    """Tell whether what has a size is measured: by what stands before it (产量最大的县, 支出中最大的一项) or behind (最大的一笔支出)."""
    behind = _BEING.sub("", _ONE.sub("", text[match.end() :], count=1))
    return any(MEASURED.search(side) for side in (_AMONG.sub("", text[: match.start()]), behind))


def _more(text: str) -> Ranking | None:
    match = _MORE.search(text)
    if match is None or QUANTITY.search(text) or read_bound(text) is not None:
        return None
    side = -1 if match["way"] in _DOWN else 1
    return Ranking(f"更{match['way']}", side, 1, 1, True, match.start("words"), match.end("words"))


def _most_in_english(text: str) -> Ranking | None:
    match = _MOST_ENGLISH.search(text)
    if match is None or QUANTITY.search(text):
        return None
    if not _WHICH_ENGLISH.search(text) and len(text.split()) > _LONGEST_TITLE:
        return None
    side = -1 if match["down"] or match["bottom"] else 1
    count = _number(match["top"] or match["bottom"] or match["n"])
    return Ranking(match[0].removeprefix("the ").strip(), side, _number(match["nth"]), count, False, *match.span())


def _more_in_english(text: str) -> Ranking | None:
    match = _MORE_ENGLISH.search(text)
    if match is None or not _OF_TWO_ENGLISH.match(text) or QUANTITY.search(text):
        return None
    return Ranking(match[0], -1 if match["down"] else 1, 1, 1, True, *match.span())


def _number(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdecimal() and word.isascii() else (_NUMBERS | _ENGLISH)[word]
