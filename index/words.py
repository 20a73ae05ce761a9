"""The lexical words of a text: Chinese words, pairs of Han characters, stemmed English, numbers as written and as values.

Passages and queries are cut the same way. Pairs find what the dictionary cuts differently (a name, a new word); numbers in any
form meet in one word that holds their value: 1.2万亿 and 12000亿 are both "1200000000000".
"""

import re
import threading
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, lru_cache
from operator import add

from Stemmer import Stemmer

from corpus.figures.numerals import CHINESE, parse_chinese, scale_value
from corpus.matching import matching_text

# To be raised with every change of the words of a text: an index of other words is built anew.
VERSION = 3

_HAN = r"[一-鿿㐀-䶿〇豈-﫿\U00020000-\U000323AF]"
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:万亿|千亿|百亿|千万|百万|亿|万|(?:trillion|billion|million)(?![a-z])))?"
    rf"|(?P<latin>[a-z]+(?:['&][a-z]+)*)|(?P<han>{_HAN}+)"
)
_SET_APART = re.compile(r"(?<![\d.,])(?:\d{1,3}(?: \d{3})+|\d(?: \d)+(?: ?\. ?\d(?: \d)*)?|\d+ ?\. ?\d+(?=%))(?! ?\d)")
_ENGLISH_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMERAL = re.compile(
    rf"(?=[一二三四五六七八九两十百千](?:[零一二三四五六七八九两十百千万亿]|点[一二三四五六七八九]))(?:{CHINESE})"
)
_MAY_COUNT = re.compile("[一二三四五六七八九两十百千][零一二三四五六七八九两十百千万亿点]")
_STOP = frozenset("的了是在和与及或为对把被将而也都就还又但这那其之所以着等")
_STOP_ENGLISH = frozenset((
    "the", "a", "an", "of", "in", "on", "at", "by", "to", "for", "from", "and", "or", "that", "this", "is", "are", "was", "were",
    "be", "it", "its", "as", "with", "which", "we", "i", "our", "their", "his", "her", "has", "have", "had",
))  # fmt: skip


def passage_words(text: str) -> list[str]:
    """Return the words of a passage for the index, repeats kept."""
    folded = matching_text(text)
    # Chinese text has few spaces: looking for one is a hundredth of the work.
    joined = _SET_APART.sub(lambda m: m[0].replace(" ", ""), folded) if " " in folded else folded
    words: list[str] = []
    for match in _TOKEN.finditer(joined):
        if han := match["han"]:
            words += _han_words(han)
        elif latin := match["latin"]:
            words += words_of_latin(latin)
        else:
            words += _number_words(match["number"], (match["scale"] or "").strip())
    return words


def query_words(text: str) -> list[str]:
    """Return the words of a query, each once."""
    return list(dict.fromkeys(passage_words(text)))


def words_of_latin(word: str) -> list[str]:
    """Return what the index holds of a word of Latin letters in lower case: its stem, nothing for one that says nothing."""
    return [english_stem(word)] if word not in _STOP_ENGLISH else []


def _han_words(run: str) -> list[str]:
    words = [w for w in cutter()(run) if w not in _STOP]
    if len(run) > 2 or (len(run) == 2 and run not in words):
        words += map(add, run, run[1:])
    # Two characters that may begin a numeral are looked for first, which is quick: most runs hold none.
    if _MAY_COUNT.search(run):
        words += [_plain(parse_chinese(m[0])) for m in _NUMERAL.finditer(run)]
    return words


def _number_words(number: str, scale: str) -> list[str]:
    written = number.replace(",", "")
    factor = (_ENGLISH_SCALES.get(scale) or scale_value(scale)) if scale else 1
    value = _plain(Decimal(written) * factor)
    return [written, value] if value != written else [written]


def _plain(value: Decimal) -> str:
    """Return a value in digits, without a scale and without zeros at its end."""
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


@lru_cache(maxsize=100_000)
def english_stem(word: str) -> str:
    """Return the stem of a lower-case English word (Snowball)."""
    stem: str = _stemmer().stemWord(word)
    return stem


# A stemmer keeps words of its own and is for one thread.
_of_thread = threading.local()


def _stemmer() -> Stemmer:
    stemmer: Stemmer | None = getattr(_of_thread, "stemmer", None)
    if stemmer is None:
        stemmer = _of_thread.stemmer = Stemmer("english")
    return stemmer


Cutter = Callable[[str], Iterable[str]]


@cache
def cutter() -> Cutter:
    """Return the function that cuts Han characters into words: rjieba, or jieba (slower, same dictionary) without it."""
    for load in (_load_rjieba, _load_jieba):
        try:
            return load()
        except ImportError:
            continue
    raise ImportError("neither rjieba nor jieba is installed: pip install rjieba")


def _load_rjieba() -> Cutter:
    import rjieba

    cut: Cutter = rjieba.cut_for_search
    return cut


def _load_jieba() -> Cutter:
    import jieba

    jieba.setLogLevel("ERROR")
    cut: Cutter = jieba.cut_for_search
    return cut
