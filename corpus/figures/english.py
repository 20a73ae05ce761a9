"""The figures of an English text: $1,362 million, 23 per cent, 4,500 flats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.figures.figure import Figure, Kind, Status
from corpus.figures.period import Setting

_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PATTERN = re.compile(
    rf"(?<![A-Za-z\d.])(?<![A-Za-z][-–])(?P<money>(?:US|S|A|HK|NT)?\$|€|£|¥)?\s?(?P<n>{_NUMBER})(?![A-Za-z\d])"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion)s?(?![A-Za-z]))?"
    r"(?P<unit> ?%| per ?cent\b| percentage points?\b| basis points\b|(?= ))?"
    r"(?P<per> (?:per|a|an) (?:month|year|hour|day|week)\b)?",
)
# The words behind a number, up to the noun that it counts: 60,000 public charging points, 2 square kilometres.
_BEHIND_NUMBER = re.compile(r" ((?:[A-Za-z]+(?:-[a-z]+)*(?: |$|(?=[^A-Za-z]))){1,4})")
_NO_NOUN = frozenset((
    "a", "about", "after", "again", "all", "an", "and", "are", "as", "at", "away", "be", "because", "been", "before", "but", "by", "can", "could", "did", "do", "does",
    "due", "during", "each", "for", "from", "had", "has", "have", "he", "if", "in", "into", "is", "it", "its", "last", "less", "may", "more", "next", "now", "of", "on", "or", "our", "out",
    "over", "per", "respectively", "she", "since", "so", "such", "than", "that", "the", "their", "then", "these", "they", "this", "those", "to", "today", "under", "until", "up", "was", "we",
    "were", "when", "where", "which", "while", "who", "will", "with", "within", "would",
))  # fmt: skip
_UNCHANGED = frozenset(
    ["people", "staff", "men", "women", "children", "youth", "personnel", "km", "kg", "mw", "kwh", "gwh", "pm"]
)
# 5-10%, 10-15 million: a dash before the other end of a range, no part of a name.
_OTHER_END = rf"[-–](?:{_NUMBER}) ?(?:%|per ?cent|[mbt]r?illion)"
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_DOWN = re.compile(r"\b(?:fall|falls|fell|fallen|declin\w+|decreas\w+|reduc\w+|drop\w*|cut|lower\w*|contract\w+|shr[aiu]nk)\b")
_UP = re.compile(r"\b(?:grow\w*|grew|rise|rose|risen|rais\w+|increas\w+|expand\w*|gain\w*|up|improv\w+)\b")
_TARGET = re.compile(
    r"\b(?:will|shall|target\w*|expect\w*|project(?:s|ed)|plan(?:s|ned)?|aim\w*|forecast\w*|budget(?:ed|ing)?|estimate[sd]? for|going to)\b"
)
# FY98 is a financial year, YA2006 a year of assessment.
_YEARS = r"(?:(?:FY ?|YA ?|financial year |the year )?(?P<y>(?:19|20)\d\d)(?:(?:[-–/]| (?:to|through|until) (?=(?:19|20)\d\d)|(?<=[Bb]etween (?:19|20)\d\d) and )(?P<to>(?:19|20)?\d\d)\b)?|(?:FY|YA) ?(?P<short>\d\d))"
_LATEST_SHORT = "40"
_PERIOD = re.compile(
    rf"(?:from (?=(?:19|20)\d\d (?:to|through|until) (?:19|20)\d\d))?(?P<than>(?:over|from|than(?: in)?|compared (?:with|to)(?: that in)?|since(?: \w+)?) )?\b{_YEARS}\b|\b(?P<word>last|this|next) (?:financial )?year\b"
)
_BEHIND = re.compile(
    rf"^[^,;.\d]{{0,24}}? ?\b(?:in|for|during|by|at end-|at the end of|from(?= (?:19|20)\d\d (?:to|through|until) (?:19|20)\d\d)|between) {_YEARS}\b"
)
_OTHER_VALUE = re.compile(r",? (?:up|down|from|compared (?:to|with)|against) (?=(?:about |nearly )?\$?\d+(?:[.,%]| to )|\$)")
_WORD_BEHIND = re.compile(r"^ (?P<word>last|this|next) (?:financial )?year\b")
# 3 to 5%: what stands before the first holds for the second too.
_RANGE = re.compile(rf"(?:{_NUMBER})(?: ?%)?(?: to |-|–)$")
# Who is 55 and above is no number of people.
_AGED = re.compile(
    r"\b(?:aged?|age of|ages of|older than|younger than|under the age of) (?:about |over |above |below |under |between |from )?(?:\d+ (?:to|and|or) )?$"
)
# The output will increase to 784, a three-fold increase.
_REACHED = re.compile(
    r"\b(?:increase[sd]?|rises?|rose|grow|grew|f[ae]ll|drop(?:ped)?|reduced|cut|up|down|reach(?:ed|ing)?|total(?:l?ed|l?ing)?|number(?:ed|ing)?|exceed(?:ed|ing)?) (?:to |by )?(?:about |nearly |over |around |some )?$"
)
_ROOMS = re.compile(r"^ (?:to|and|or) \d+-[a-z]")
_BASIS = re.compile(
    r"^\s?(?:(?:, or [\d.]+ ?% )?(over (?:FY ?)?\d{4}|over the (?:previous|preceding|last) year|year[- ]on[- ]year|from a year (?:ago|earlier)|compared (?:with|to) \d{4}))"
)
_AVERAGE = re.compile(r"\b(?:per annum|a year on average|annually|an? (?:annual )?average of|on average)\b")
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|can|could|may|grew|grow|rose|fell|increased?|decreased?|declined?|dropped|reached|totall?ed|amounted|stood|came|remained"
    r"|accounted|received|showed|recorded|registered|rises|falls|grows|expanded|contracted|exceeded|covers?|costs?|to grow|to reach|to rise|to fall|to increase|to be)\b"
)
_EXPECTING = re.compile(
    r"^(?:we|i|it|they|the government)\b.*?\b(?:expect|project|estimate|forecast|anticipate)s?\s+", re.IGNORECASE
)
_PRONOUN = re.compile(r"^(?:we|i|it|they|this|these|that|there|which|who)$", re.IGNORECASE)
_START = re.compile(r"\bfrom (?:about |nearly |over )?$")
_JOINED = frozenset({" to ", " and ", "-", "–"})
_BETWEEN, _LEAD = re.compile(r"\bbetween (?:about |nearly |over )?$", re.IGNORECASE), 30


def english_figures(text: str, setting: Setting | None = None) -> list[Figure]:
    """Return the figures of an English sentence or paragraph in order; `setting` tells the year that "last year" counts from."""
    sentences = re.finditer(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?\n]?", text)
    figures: list[Figure] = []
    for figure in (f for m in sentences for f in _sentence(m[0], m.start(), setting or Setting())):
        before = figures[-1:]
        figures = [*figures[:-1], *(_together(text, before[0], figure) if before else (figure,))]
    return figures


def _together(text: str, lower: Figure, upper: Figure) -> tuple[Figure, ...]:
    """Return two figures that follow one another as one where they are the ends of a range; of a way from 3 to 5% the first is of the second's unit."""
    whole = _range(text, lower, upper)
    if whole:
        return (whole,)
    if lower.unit or text[lower.end : upper.start] not in _JOINED:
        return lower, upper
    period = lower.period or upper.period
    return replace(lower, unit=upper.unit, kind=upper.kind, polarity=upper.polarity, period=period), upper


def _range(text: str, lower: Figure, upper: Figure) -> Figure | None:
    """Return the two ends of a range as one figure: 2.5 to 4.5%, $3 to $5 billion; None for two values (from 3% to 5%) and for any others."""
    lead, between = text[max(0, lower.start - _LEAD) : lower.start], text[lower.end : upper.start]
    joined = between in _JOINED - {" and "} or (between == " and " and _BETWEEN.search(lead))
    if not joined or _START.search(lead) or lower.unit not in {"", upper.unit} or lower.value_to is not None:
        return None
    # 3 to 5 million: the scale of the upper end is that of both.
    scaled = any(name in lower.text for name in _SCALES)
    value = lower.value if scaled else lower.value * _scale_of(upper.text)
    period = lower.period or upper.period
    if value >= upper.value:
        return None
    return replace(upper, start=lower.start, text=text[lower.start : upper.end], value=value, value_to=upper.value, period=period, status=lower.status, subject=lower.subject)  # fmt: skip


def _scale_of(text: str) -> int:
    return next((scale for name, scale in _SCALES.items() if name in text), 1)


def _sentence(sentence: str, offset: int, setting: Setting) -> Iterator[Figure]:
    read_to, subject = 0, ""
    for match in _PATTERN.finditer(sentence):
        lead = sentence[: match.start()]
        if _is_figure(match, lead, sentence[match.end() : match.end() + 20]):
            subject = _subject(sentence[read_to : match.start()]) or subject or _words_before(lead)
            figure = _figure(match, sentence, offset, subject, setting)
            yield figure
            read_to = figure.end - offset


def _is_figure(match: re.Match[str], lead: str, after: str) -> bool:
    marked = match["money"] or match["scale"] or (match["unit"] or "").strip()
    if marked:
        return True
    if (
        _AGED.search(lead)
        or _ROOMS.match(after)
        or _YEAR.match(match["n"])
        or re.match(rf"(?!{_OTHER_END})[-–]|/| (?:{_MONTHS})\b|(?:st|nd|rd|th)\b", after)
    ):
        return False
    told = (
        re.match(rf" [a-z]|{_OTHER_END}", after)
        or "," in match["n"]
        or (_REACHED.search(lead) and re.match(r"[,;.]?(?: |$)", after))
    )
    return bool(told) and not re.search(r"(?:FY|Financial Year|Table|Chart|Section|No\.|Phase|Part|Act|#|\[)\s?$", lead)


def _figure(match: re.Match[str], sentence: str, offset: int, subject: str, setting: Setting) -> Figure:
    start = match.start("money") if match["money"] else match.start("n")
    end = max(
        match.end("n"),
        match.end("scale"),
        match.end("unit") if (match["unit"] or "").strip() else 0,
        match.end("per") if match["per"] else 0,
    )
    lead, after = sentence[:start], sentence[end:]
    unit = _unit(match, after[:60])
    kind, polarity = _kind(unit, lead, after, subject)
    basis = _BASIS.match(after)
    return Figure(
        start=offset + start,
        end=offset + end,
        text=sentence[start:end],
        value=Decimal(match["n"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1),
        unit=unit,
        kind=kind,
        polarity=polarity,
        basis=basis[1] if basis and polarity else "",
        period=_period(lead, after, setting),
        status=_status(lead),
        subject=subject,
    )


def _unit(match: re.Match[str], after: str) -> str:
    named = (match["unit"] or "").strip()
    if named in {"%", "per cent", "percent"}:
        return "%"
    if named:
        return "百分点" if "percentage" in named else "bp"
    per = f"/{match['per'].split()[-1]}" if match["per"] else ""
    if match["money"]:
        return match["money"].removeprefix("S") + per
    behind = _BEHIND_NUMBER.match(after)
    return _counted(behind[1].split()) if behind else ""


def _counted(words: Sequence[str]) -> str:
    """Return the noun that a number counts, "" where the words behind it begin another phrase; every other is in the plural."""
    for number, word in enumerate(words):
        if word in _NO_NOUN:
            return ""
        if word in _UNCHANGED or word.endswith("men") or (word.endswith("s") and not word.endswith(("ss", "us", "ous"))):
            return f"{words[number - 1]} {word}" if number and words[number - 1] in {"square", "cubic"} else word
    return ""


def _kind(unit: str, lead: str, after: str, subject: str) -> tuple[Kind, str]:
    lead = _RANGE.sub("", lead)
    near = lead[-40:]
    up, down = _UP.search(near), _DOWN.search(near)
    if unit == "百分点":
        return "change", "-" if down else "+"
    if unit == "%":
        if re.match(r"(?:the )?(?:rate of )?growth\b", subject) or re.search(r"\bgrowth(?: rate)?$", subject):
            return "growth", "+"
        if (up or down) and not re.search(r"\b(?:to|of|from) (?:about |nearly )?$", near):
            return "growth", "-" if down else "+"
        if re.search(r"(?:growth|fall|rise|increase|decline|reduction|drop) of (?:about |nearly )?$", near):
            return "growth", "-" if down else "+"
        return "share", ""
    if re.search(r"\bby (?:about |nearly |another |over )?$", lead) and not re.match(r" in ", after):
        return "change", "-" if down else "+"
    return "level", ""


def _status(lead: str) -> Status:
    """Tell a plan by the nearest verb of planning in the sentence; what it starts from (raised from $9 to) is an outcome."""
    return "target" if _TARGET.search(lead[-160:]) and not _START.search(lead) else "actual"


def _period(lead: str, after: str, setting: Setting) -> str:
    """Return the year said right behind a figure, else the nearest one before it, else the year after one compared with."""
    behind = _BEHIND.match(after)
    if behind:
        return _span(behind)
    word = _WORD_BEHIND.match(after)
    if word:
        return _relative(word, setting)
    # 4.6% of GDP, up from 4.4% in FY97: the year is that of the value before.
    own = _OTHER_VALUE.split(after[:80])[0]
    near = list(_PERIOD.finditer(lead)) + [m for m in _PERIOD.finditer(own) if m["than"] or not m["word"]][:1]
    for match in (m for m in reversed(near) if not m["than"]):
        if match["word"]:
            return _relative(match, setting)
        return _span(match)
    return str(int(_year(near[-1])) + 1) if near and near[-1]["than"].startswith(("over", "from", "compared", "than")) else ""


def _relative(match: re.Match[str], setting: Setting) -> str:
    shift = {"last": -1, "this": 0, "next": 1}[match["word"]]
    return str(setting.report_year + shift) if setting.report_year else ""


def _span(match: re.Match[str]) -> str:
    year, to = _year(match), match["to"]
    return year if not to else f"{year}-{to if len(to) == 4 else year[:2] + to}"


def _year(match: re.Match[str]) -> str:
    """Return the year named, one of two digits in its century: FY98 is 1998, FY05 2005."""
    short = match["short"]
    return match["y"] if short is None else f"{20 if short < _LATEST_SHORT else 19}{short}"


def _subject(lead: str) -> str:
    """Return the noun phrase before the last verb of the words before a figure, "" where there is none."""
    clause = re.split(r"[;:]|,(?!\d)\s+(?:while|whereas|but)\b|\bwhile\b", lead)[-1]
    clause = _EXPECTING.sub("", clause.strip())
    verb = _VERB.search(clause)
    if verb is None:
        return ""
    phrase = re.split(r",(?!\d)\s*|\b(?:and|that)\s+(?=[a-z]+\b[^,]*$)", clause[: verb.start()].strip())[-1]
    phrase = re.sub(r"^(?:(?:and|or|the|in|for|a|an|this|our|its|their)(?:\s+|$))+", "", phrase.strip(), flags=re.IGNORECASE)
    return "" if _PRONOUN.match(phrase) or len(phrase) < 3 else phrase


def _words_before(lead: str) -> str:
    clause = re.split(r"[;:]|,(?!\d)|\band\b", lead)[-1] or lead
    words = re.sub(r"^(?:The|In|For|A|An|This|We|I|Our)\s", "", clause.strip())
    return words[-60:].strip()
