"""When a text was written, as its dateline, its letterhead or its signature says: 去年 and 今年 count from there, and nothing in it happened then."""

import re

from corpus.figures.numerals import fold

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = rf"{_YEAR}(?:\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
_DAY_EN = rf"(?i:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?|{_MONTH}\s\d{{1,2}},?)\s(?P<year>(?:19|20)\d\d)"
_PATTERNS = tuple(
    # Small and large letters are one where letters stand, and not in the whole: a range of Han would then take 2 ms to compile.
    re.compile(p, re.MULTILINE)
    for p in (
        # 本报青岚2024年1月20日电: the agency that writes sits anywhere, a paper's own reporter where it happened.
        rf"^\s*(?:新华社|中新社|中新网|人民网|央广网|央视新闻)[一-龥]{{0,8}}?(?:{_YEAR}\s?年)?\d{{1,2}}月\d{{1,2}}日(?:电|讯|消息|报道)",
        rf"(?:(?<=^本报)|(?<=^本台)|(?<=^本网)|(?<=^本刊))(?P<place>[一-龥]{{0,8}}?)(?:{_YEAR}\s?年)?\d{{1,2}}月\d{{1,2}}日(?:电|讯|消息|报道)",
        # A line that holds a day alone, or what it is the day of.
        rf"^\s*[（(]?{_DAY}[）)]?\s*$",
        rf"^\s*(?:[一-龥]{{0,4}}(?:日期|时间)|(?i:date|sent|dated))\s*[:：]\s*(?:{_DAY}|(?:\w+,\s)?{_DAY_EN.replace('<year>', '<year_en>')})[^\n]*$",
        rf"^\s*(?:(?i:[a-z][a-z ,]{{0,40}}?)[ ,(]\s?)?{_DAY_EN}\)?\s*$",
    )
)


def written_in(text: str) -> int | None:
    """Return the year in which a text says that it was written, None if it does not.

    >>> written_in("本报青岚2024年1月20日电 去年全市新建学校8所。")
    2024
    """
    for match in _datelines(fold(text)):
        year = match.groupdict().get("year") or match.groupdict().get("year_en")
        if year:
            return int(year)
    return None


def without_dateline(text: str) -> str:
    """Return a text with spaces for what only says when it was written; the place that a paper's reporter writes from stays."""
    for match in _datelines(fold(text)):
        start = match.end("place") if match.groupdict().get("place") else match.start()
        text = text[:start] + re.sub(r"[^\n]", "　", text[start : match.end()]) + text[match.end() :]
    return text


def _datelines(folded: str) -> list[re.Match[str]]:
    return [m for pattern in _PATTERNS for m in pattern.finditer(folded)]
