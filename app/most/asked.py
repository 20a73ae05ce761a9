"""Read a question for the most or the least, or for all that pass a mark: over years, over places or over the items that a report lists."""

import re
from dataclasses import dataclass
from typing import Literal

from app.over_years.bound import Bound, read_bound
from corpus.figures.numerals import fold
from index.asking import tells, without

Over = Literal["years", "places", "items"]

_UP, _DOWN = "高多大快长强重贵深广厚", "低少小慢短弱轻浅薄"
_NTH = {n: i for i, n in enumerate("一二三四五六七八九十", 1)} | {str(i): i for i in range(1, 11)} | {"两": 2}
_NTH_EN = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_CLASS = "个家所类种项座条款块科部分方面门支名位届天"
_WHICH = re.compile(
    rf"(?:其中|都)?(?:是|有|为|属于|在)?(?:哪(?:[一二两三四五几]?(?:部分|方面|[{_CLASS}])|[几些一]|里|儿)?|谁)(?:的|更|要)?"
)
_WHICH_EN = re.compile(r"\b(?:which|what|who|whose)\b(?: (?:of the|one|ones)\b)?")
# 最高, 第二多, 倒数第一: but 最近 and 最后 tell a time.
_MOST = re.compile(
    rf"(?P<from_end>倒数)?(?:最为?|第(?P<nth>[二三四五六七八九2-9]))(?P<way>[{_UP}{_DOWN}]|便宜)(?:的)?|(?P<first_of>排名?(?:在|居|列)?第一|居首位?|领先)"
    rf"|(?:排名?|位?居|位?列|名列)?(?:在)?(?P<end>[前后])(?P<count>[一二两三四五六七八九十]|\d{{1,2}})(?:名|位|强|大|个|项|家|类|种)?(?=的|是|有|为|分别|[，,？?]|$|[一-龥]{{2,}}$)(?:的)?"
    rf"|(?P<order>排名|排序|排行)"
)
_MOST_EN = re.compile(
    r"(?<!\bat )(?<!\bat the )\b(?:the )?(?:(?P<nth>second|third|fourth|fifth|2nd|3rd)[- ])?(?:"
    r"(?P<up>highest|most|largest|biggest|greatest|fastest|longest|strongest)|(?P<down>lowest|least|fewest|smallest|slowest|shortest|weakest)"
    r"|top (?P<count>two|three|four|five|ten|\d{1,2})|bottom (?P<last>two|three|four|five|ten|\d{1,2}))\b"
)
# 哪个多, 谁的产量高一些: the side that is more, where no 多少 is asked.
_MORE = re.compile(
    rf"(?:哪(?:[一二两三]?[{_CLASS}])?|谁)(?P<between>[^，,。？?；;]{{0,14}}?)更?(?P<way>(?:多(?![少大长高快么项种个家样])|[{_UP.replace('多', '')}{_DOWN}]))(?:一?[些点])?(?=[，,。？?；;]|$)"
)
_MORE_EN = re.compile(
    r"\b(?P<up>more|higher|larger|bigger|greater|faster|longer)\b|\b(?P<down>less|lower|fewer|smaller|slower|shorter)\b"
)
_THAN = re.compile(r"\bthan\b")
_RANKS, _MANY = "省区市|省份?|自治区|城市|地级市|市|州|县", r"(?:[两二三四五六七八九十几]|\d{1,2})"
_PLACES = re.compile(
    r"哪(?:[一二两三四五几]?个|些|几|座)?(?P<noun>省区市|省份?|自治区|城市|地级市|设区市|市(?![场值民属面况政])|州|区县|县区?)(?:的|里)?"
    # 人口最多的三个市, 超过百万的市有哪些, 四个市里谁最高
    rf"|的(?:{_MANY}个?)?(?P<behind>{_RANKS})(?:都?[是为有]|前|排|$)"
    rf"|(?:各|{_MANY}个?|这几个)(?P<group>{_RANKS})(?:里|中|之中|当中)?(?:，|,)?(?=.*(?:谁|最|排|前|超|不到|不足))"
)
_PLACES_EN = re.compile(r"\b(?:which|what) (?P<noun>city|cities|province|provinces|county|counties)\b")
_QUANTITY = re.compile(r"多少|几[个人家所]|\bhow (?:much|many)\b")
# The value that is asked for beside it: 最低是哪年，多少
_VALUE_TOO = re.compile(r"[，,；;](?:是|为|有|达到?|具体|分别)*(?:多少|几)[^，,。？?；;]{0,6}|,? and (?:what|how (?:much|many))\b[^?]*")
_MOVES = re.compile(
    r"[增涨降跌][速幅]|涨[了跌]?|跌|增长|增量|增加(?!值)|提高|上[涨升]|下[降跌滑]|减少|降低|"
    r"\b(?:increas|decreas|growth|gr[eo]w|rise|rose|rising|fall|fell|drop|gain|decline|chang)"
)
_GROUP = re.compile(r"(?:这)?[两二三四五六七八九几](?:个|家)?(?:城市|省份?|市|县|区|地|年|者|家|院|校)(?:里|中|之中|当中|之间)?(?=[，,]?(?:谁|哪|20|的|排|前|后|$))")
_HAN = re.compile("[一-龥]")
_LONGEST_COUNT = 20


@dataclass(frozen=True, slots=True)
class AskedMost:
    """What is compared and which of it is asked for.

    `text` is the question without what asks for the most and without its bound; `word` how it says it (最高, fewest); `side` is 1 for the
    most and -1 for the least; the `first`-th is asked for, or `count` from there on. `noun` is what is chosen among (医院, segment), "" where
    the question leaves it out; `pair` tells that one of two or more that it names is to be told as the more,
    `moves` that how far values moved is compared, and not the values.
    """

    text: str
    word: str
    side: int
    first: int
    count: int
    over: Over
    noun: str
    bound: Bound | None
    bound_words: str
    pair: bool
    chinese: bool
    moves: bool


def read_asked_most(question: str) -> AskedMost | None:
    """Return what a question for the most, the least or all beyond a mark asks, None if it is none."""
    text = _VALUE_TOO.sub("", fold(question).lower()).strip(" ?？。.!！")
    # Which product of 某厂 asks in English.
    chinese = _HAN.search(text) is not None and not re.search(r"\b(?:which|what|when|who)\b", text)
    # A bound is left to the years: 哪几年超过.
    over: Over = "years" if tells(text, "years which") or (not chinese and re.search(r"\bwhen (?:was|were|did)\b", text)) else "items"
    read = _superlative(text, chinese=chinese) or _comparative(text, chinese=chinese)
    bound = read_bound(text) if read is None and over != "years" and _asks_which(text, chinese=chinese) else None
    if read is None and bound is None:
        return None
    place = (_PLACES if chinese else _PLACES_EN).search(text)
    if over != "years" and place is not None:
        over = "places"
    word, side, first, count, pair, span = read or ("", 1, 1, 1, False, (bound.start, bound.end) if bound else (0, 0))
    rest = f"{text[: span[0]]} {text[span[1] :]}" if not chinese else text[: span[0]] + text[span[1] :]
    noun = next(n for n in place.groups() if n) if place is not None else _noun(text, chinese=chinese)
    words = text[bound.start : bound.end].strip() if bound else ""
    moves = _MOVES.search(rest) is not None
    return AskedMost(_bare(rest, chinese=chinese), word, side, first, count, over, noun, bound, words, pair, chinese, moves)


_Read = tuple[str, int, int, int, bool, tuple[int, int]]


def _superlative(text: str, *, chinese: bool) -> _Read | None:
    match = (_MOST if chinese else _MOST_EN).search(text)
    if match is None or not _is_asked(text, match, chinese=chinese):
        return None
    told = match.groupdict()
    if not chinese:
        count = told["count"] or told["last"]
        side = -1 if told["down"] or told["last"] else 1
        n = _NTH_EN.get(count or "", int(count) if count and count.isdigit() else 1)
        return (match[0].removeprefix("the ").strip(), side, _NTH_EN.get(told["nth"] or "", 1), n, False, match.span())
    if told["order"]:
        return ("排名", 1, 1, _LONGEST_COUNT, False, match.span())
    if told["first_of"]:
        return ("最高", 1, 1, 1, False, match.span())
    if told["count"]:
        n = _NTH.get(told["count"], 0) or int(told["count"])
        way = re.search(rf"最([{_UP}{_DOWN}])", text)
        side = -1 if told["end"] == "后" or (way is not None and way[1] in _DOWN) else 1
        return (f"{told['end']}{told['count']}", side, 1, min(n, _LONGEST_COUNT), False, match.span())
    down = told["way"] in {*_DOWN, "便宜"}
    counted = re.search(r"最.[^，。？?]{0,4}?(?:的)?(?P<n>[两二三四五六七八九十]|\d{1,2})(?:名|位|个|项|家|类|种|座|年)", text)
    counted = counted or re.search(r"哪(?P<n>[两二三四五六])(?:名|位|个|项|家|类|种|座|年)", text)
    n = _NTH.get(counted["n"], 1) if counted else 1
    span = (match.start(), counted.end()) if counted and counted.start() == match.start() else match.span()
    return (match[0].removesuffix("的"), -1 if down != bool(told["from_end"]) else 1, _NTH.get(told["nth"] or "", 1), n, False, span)


def _comparative(text: str, *, chinese: bool) -> _Read | None:
    if chinese:
        match = _MORE.search(text)
        if match is None or _QUANTITY.search(text) or read_bound(text) is not None:
            return None
        start = match.start("way") - (1 if text[match.start("way") - 1] == "更" else 0)
        return (f"更{match['way']}", -1 if match["way"] in _DOWN else 1, 1, 1, True, (start, match.end()))
    match = _MORE_EN.search(text)
    which = _WHICH_EN.search(text)
    if match is None or which is None or _THAN.search(text) or not re.search(r"\bor\b", text) or _QUANTITY.search(text):
        return None
    return (match[0], -1 if match["down"] else 1, 1, 1, True, match.span())


def _asks_which(text: str, *, chinese: bool) -> bool:
    """Tell a question for several things by 哪些, 有哪几家, which."""
    return re.search(r"哪(?:些|几|[一二两三四五几]?[个家所类种项座])", text) is not None if chinese else re.search(r"\bwhich\b", text) is not None


def _is_asked(text: str, match: re.Match[str], *, chinese: bool) -> bool:
    """Tell that it is asked which is the most: 最多能收多少 asks for a bound, and 最高的山有多高 for its height."""
    if chinese:
        which = re.search(r"哪|谁|何(?:年|地|处)", text)
        at_end = re.search(r"^的?(?:[^，,。？?多少几]{0,10})(?:是|有|为|分别是?|都有?)?(?:什么|啥)?$", text[match.end() :])
        named = match.groupdict()
        told = bool(named["order"] or named["count"]) or text[match.end() - 1] == "的" or text[match.end() :].startswith(("是", "的"))
        return not _QUANTITY.search(text) and (which is not None or (told and at_end is not None))
    asked = re.search(r"\b(?:which|who|when|where)\b|\bwhat\b", text)
    if asked is not None:
        return not re.search(r"\bhow (?:much|many)\b", text[: match.start()])
    return len(text.split()) <= 14 and not _QUANTITY.search(text)


def _noun(text: str, *, chinese: bool) -> str:
    """Return what is chosen among: the word behind 哪家, or behind 最多的; "" where it is left out or says nothing (哪项)."""
    if not chinese:
        match = re.search(r"\b(?:which|what)(?: of the)? (?P<noun>[a-z]+)\b", text)
        noun = match["noun"] if match else ""
        return "" if noun in _PLAIN_EN else noun.removesuffix("s")
    import rjieba

    match = re.search(rf"哪(?:[一二两三四五几]?(?:部分|方面|[{_CLASS}])|[几些一])?(?:的)?(?P<rest>[一-龥]+)", text)
    if match is not None:
        words = [w for w in rjieba.cut(match["rest"]) if w]
        if words and _is_telling(words[0]) and not re.match(rf"[最更的{_UP}{_DOWN}是花用超突不达增降]", words[0]):
            return words[0]
    own = re.search(r"哪(?P<noun>科|年级|季度?|月)", text)
    behind = re.search(rf"(?:最.|[多少高低]|前{_MANY}[名位]?)的(?:{_MANY}[{_CLASS}])?(?P<noun>[一-龥]{{2,4}}?)(?:都?[是为有]|$)", text)
    behind = behind if behind is not None and _is_telling(behind["noun"]) else None
    return own["noun"] if own else behind["noun"] if behind else ""


def _is_telling(noun: str) -> bool:
    """Tell a word that names what is chosen among from a measure word (哪一类, 哪个)."""
    return re.fullmatch(rf"[一二两三四五几]?(?:[{_CLASS}]+|部分|方面)", noun) is None or noun == "科"


_PLAIN_EN = frozenset({"is", "was", "are", "were", "did", "does", "had", "has", "one", "ones", "of", "the", "year", "years"})


def _bare(text: str, *, chinese: bool) -> str:
    """Return a question without its asking words: what is left names the thing that is compared."""
    text = without(text, "years which")
    if chinese:
        text = _GROUP.sub("", text)
        text = _WHICH.sub("", text)
        text = re.sub(r"(?:是|有|为|的是|都有|分别是?)?(?:什么|啥)?[，,、？?。啊呀呢吗吧\s]*$", "", text)
        return re.sub(r"[，,]\s*(?=[，,]|$)", "", text).strip("，, ")
    text = re.sub(r"^when (?:was|were|did)\b", "", text.strip())
    return " ".join(_WHICH_EN.sub(" ", text).split()).strip(" ,:")
