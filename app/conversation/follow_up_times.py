"""The times that a follow-up names: counted from those of the question before it (第二年, 五年前), and taken out of it."""

import re

from corpus.figures.numerals import fold, parse_chinese
from corpus.matching import is_chinese
from index.query import Query

YEAR_TEXT = re.compile(
    r"(?:\b[Ff][Yy] ?(?=\d\d)|\b(?:[Ff]iscal|[Ff]inancial)(?: year)? (?=\d))?(?:(?:1[89]|20)\d\d|[一二][零一二三四五六七八九]{3}|(?<!\d)\d\d(?=年)|(?<=[Ff][Yy])\d\d(?!\d)|(?<=[Ff][Yy] )\d\d(?!\d))(?:[/–-]\d\d(?!\d))?\s?年?"
)
_RELATIVE = (
    (re.compile("第二年|次年|下一年|转年|后一年"), 1),
    (re.compile("(?<![比较])(?:前一年|上一年|头一年)(?!(?:同期)?相?比)"), -1),
    (re.compile("同一年|同年|那年|当年|同期|那一年"), 0),
)
# than the year before is no year asked about.
_NOT_SET_BESIDE = r"(?<!than )(?<!than in )(?<!with )(?<!to )(?<!from )(?<!over )"
_RELATIVE_EN = tuple(
    (re.compile(rf"{_NOT_SET_BESIDE}\b(?:{told})\b", re.IGNORECASE), shift)
    for told, shift in (
        (r"(?:the )?(?:following|next|subsequent) (?:financial |fiscal )?year|(?:a|one) year later|the year after(?: that)?", 1),
        (
            r"(?:the )?(?:previous|preceding|prior) (?:financial |fiscal )?year|the year before(?: that)?|(?:a|one) year (?:earlier|before)",
            -1,
        ),
        (r"(?:that|the same) (?:financial |fiscal )?year", 0),
    )
)
_SAME_TIME = re.compile("同期|同一时期|这期间|那期间")
# 五年前呢 counts from the year asked about before.
_YEARS_AWAY = re.compile("(?<![近前后内来])(?P<n>[一二两三四五六七八九十])年(?:之|以)?(?P<way>[前后])")
_TWICE_IN = re.compile(r"\b(?:in|for|of|during) in (?=\d)")
_BEFORE_NOW = re.compile("(?<![比较])(?:去年|上年)")


def dated(question: str, before: Query) -> str:
    """Write 第二年 and 同一年 as years counted from the year asked about before, 去年 as the one before a report or a plan named before.

    同期 of a stretch of years is the whole of it.
    """
    scope = before.scope
    anchor = scope.years[-1] if scope.years else scope.span[-1] if scope.span else None
    if scope.span and _SAME_TIME.search(question):
        return _SAME_TIME.sub(f"{scope.span[0]}年到{scope.span[1]}年", question, count=1)
    distant = _YEARS_AWAY.search(question)
    if anchor is not None and distant:
        years = int(parse_chinese(distant["n"].replace("两", "二")))
        return _YEARS_AWAY.sub(f"{anchor + (years if distant['way'] == '后' else -years)}年", question, count=1)
    for pattern, shift in (*_RELATIVE, *_RELATIVE_EN):
        if anchor is not None and pattern.search(question):
            year = f"{anchor + shift}年" if is_chinese(question) else f"in {anchor + shift}"
            return _TWICE_IN.sub("in ", pattern.sub(year, question, count=1))
    now = scope.issued[-1] if scope.issued else anchor if before.need.status == "target" else None
    if now is not None and not YEAR_TEXT.search(fold(question)):
        return _BEFORE_NOW.sub(f"{now - 1}年", question)
    return question


def without_years(text: str) -> str:
    """Return a question without the years that it names."""
    for match in reversed(list(YEAR_TEXT.finditer(fold(text)))):
        text = text[: match.start()] + text[match.end() :]
    return re.sub("去年|今年|前年|上年|明年", "", text)
