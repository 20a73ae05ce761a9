"""Read a question for the most or the least, or for all that pass a mark: over years, over places or over the items that a report lists."""

import re
from dataclasses import dataclass
from typing import Literal

from app.most.ranking import CLASS_WORDS, MANY, MEASURED, WAYS, Ranking, read_ranking
from app.over_years.bound import Bound, read_bound
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.asking import tells, without

Over = Literal["years", "places", "items"]

_ASKS_ENGLISH = re.compile(r"\b(?:which|what|when|who)\b")
_WHEN = re.compile(r"\bwhen (?:was|were|did)\b")
_SEVERAL = re.compile(rf"哪(?:些|几|[一二两三四五几]?[{CLASS_WORDS}])|\bwhich\b")
_RANKS = "省区市|省份?|自治区|城市|地级市|市|州|县"
_PLACES = re.compile(
    r"哪(?:[一二两三四五几]?个|些|几|座)?(?P<noun>省区市|省份?|自治区|城市|地级市|设区市|市(?![场值民属面况政])|州|区县|县区?)的?里?"
    # 人口最多的三个市, 超过百万的市有哪些, 四个市里谁最高
    rf"|的(?:{MANY}个?)?(?P<behind>{_RANKS})(?:都?[是为有]|前|排|$)"
    rf"|(?:各|{MANY}个?|这几个)(?P<group>{_RANKS})(?:里|中|之中|当中)?[，,]?(?=.*(?:谁|最|排|前|超|不到|不足))"
)
_PLACES_ENGLISH = re.compile(r"\b(?:which|what) (?P<noun>city|cities|province|provinces|county|counties)\b")
# The value that is asked for beside it: 最低是哪年，多少
_VALUE_TOO = re.compile(
    r"[，,；;](?:是|为|有|达到?|具体|分别|[多少高低]|相?差)*(?:多少|几)[^，,。？?；;]{0,6}|,? and (?:what|how (?:much|many))\b[^?]*"
)
_MOVES = re.compile(
    r"[增涨降跌][速幅]|涨[了跌]?|跌|增长|增量|[增减][产收]|增加(?!值)|提高|上[涨升]|下[降跌滑]|减少|降低|"
    r"\b(?:increas|decreas|growth|gr[eo]w|rise|rose|rising|fall|fell|drop|gain|decline|chang)"
)
_GROUP = re.compile(
    rf"这?{MANY}[个家]?(?:城市|省份?|市|县|区|地|年|者|家|院|校)(?:里|中|之中|当中|之间)?(?=[，,]?(?:谁|哪|20|的|排|前|后|$))"
)
_WHICH = re.compile(
    rf"(?:其中|都)?(?:是|有|为|属于|在)?(?:哪(?:[一二两三四五几]?(?:部分|方面|[{CLASS_WORDS}])|[几些一]|里|儿)?|谁)[的更要]?"
)
_WHICH_ENGLISH = re.compile(r"\b(?:which|what|who|whose)\b(?: (?:of the|one|ones)\b)?")
_TAIL = re.compile(r"(?:是|有|为|的是|都有|分别是?)?(?:什么|啥)?[，,、？?。啊呀呢吗吧\s]*$")
# 物价涨得最多
_MOVED = re.compile("(?<=[增涨升降跌减长产])得(?=$)")
_LEFT_COMMA = re.compile(r"[，,]\s*(?=[，,]|$)")
_AMONG = re.compile(rf"哪(?:[一二两三四五几]?(?:部分|方面|[{CLASS_WORDS}])|[几些一])?的?(?P<rest>[一-龥]+)")
_AMONG_ALONE = re.compile("哪(?P<noun>科|年级|季度?|月)")
_AMONG_BEHIND = re.compile(
    rf"(?:最.|[多少高低]|前{MANY}[名位]?)的(?:{MANY}[{CLASS_WORDS}])?(?P<noun>[一-龥]{{2,4}}?)(?:都?[是为有]|$)"
)
_AMONG_ENGLISH = re.compile(r"\b(?:which|what)(?: of the)? (?P<noun>[a-z]+)\b")
# 甲船厂和乙船厂哪家下水的船多: what is chosen among is named.
_TWO_NAMED = re.compile("[一-龥]{2}(?:、|和|与|跟)[一-龥]{2,}[^，。；]*哪[家个所座条]")
_NO_NOUN = re.compile(rf"[最更的{WAYS}是花用超突不达增降]|[一二两三四五几]?(?:[{CLASS_WORDS}]+|部分|方面)$")
_BEGINS_ORDER = re.compile("[最更第排前后]")
_NO_NOUN_ENGLISH = frozenset(
    {"is", "was", "are", "were", "did", "does", "had", "has", "one", "ones", "of", "the", "year", "years"}
)


@dataclass(frozen=True, slots=True)
class AskedMost:
    """What is compared and which of it is asked for.

    `text` is the question without what asks for the most and without its bound; `rank` tells which end is asked for, None where all that
    meet `bound` are, with its words. `noun` is what is chosen among (医院, segment), "" where the question leaves it out; `moves` tells that
    how far values moved is compared, and not the values.
    """

    text: str
    rank: Ranking | None
    over: Over
    noun: str
    bound: Bound | None
    bound_words: str
    moves: bool
    chinese: bool

    @property
    def pair(self) -> bool:
        """Tell whether one of two or more that the question names is to be told as the more."""
        return self.rank is not None and self.rank.pair


def read_asked_most(question: str) -> AskedMost | None:
    """Return what a question for the most, the least or all beyond a mark asks, None if it is none."""
    text = _VALUE_TOO.sub("", fold(question).lower()).strip(" ?？。.!！")
    # Which product of 某厂 asks in English.
    chinese = is_chinese(text) and not _ASKS_ENGLISH.search(text)
    over: Over = "years" if tells(text, "years which") or (not chinese and _WHEN.search(text)) else "items"
    rank = read_ranking(text, chinese=chinese)
    # A bound on years is left to them: 哪几年超过.
    bound = read_bound(text) if rank is None and over != "years" and _SEVERAL.search(text) else None
    place = (_PLACES if chinese else _PLACES_ENGLISH).search(text)
    if over != "years" and place is not None:
        over = "places"
    span = rank or bound
    if span is None:
        return None
    rest = text[: span.start] + ("" if chinese else " ") + text[span.end :]
    named = rank is not None and rank.pair and _TWO_NAMED.search(text) is not None
    noun = next(n for n in place.groups() if n) if place is not None else "" if named else _noun(text, chinese=chinese)
    words = text[bound.start : bound.end].strip() if bound else ""
    return AskedMost(
        _bare(rest, chinese=chinese), rank, over, noun, bound, words, moves=_MOVES.search(rest) is not None, chinese=chinese
    )


def _noun(text: str, *, chinese: bool) -> str:
    """Return what is chosen among: the word behind 哪家, or behind 最多的; "" where it is left out or says nothing (哪项)."""
    if not chinese:
        match = _AMONG_ENGLISH.search(text)
        return "" if match is None or match["noun"] in _NO_NOUN_ENGLISH else match["noun"].removesuffix("s")
    match = _AMONG.search(text)
    words = _words(match["rest"]) if match is not None else ()
    if words and not _NO_NOUN.match(words[0]):
        alone = len(words) < 2 or _BEGINS_ORDER.match(words[1])
        # 哪个增速最快: what stands behind 哪个 is what is compared.
        return "" if alone and (MEASURED.search(words[0]) or _MOVES.search(words[0])) else words[0]
    alone_or_behind = _AMONG_ALONE.search(text) or _AMONG_BEHIND.search(text)
    noun = alone_or_behind["noun"] if alone_or_behind else ""
    return "" if noun != "科" and _NO_NOUN.match(noun) else noun


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a piece of a question, how it asks among them."""
    import rjieba

    return tuple(w for w in rjieba.cut(text) if w.strip())


def _bare(text: str, *, chinese: bool) -> str:
    """Return a question without its asking words: what is left names the thing that is compared."""
    text = without(text, "years which")
    if chinese:
        return _LEFT_COMMA.sub("", _TAIL.sub("", _WHICH.sub("", _GROUP.sub("", _MOVED.sub("", text))))).strip("，, ")
    return " ".join(_WHICH_ENGLISH.sub(" ", _WHEN.sub(" ", text)).split()).strip(" ,:")
