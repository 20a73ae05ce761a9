"""The figures of an English text: $1,362 million, 23 per cent, 4,500 flats."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.figures.figure import Figure, Kind

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
    rf"(?<![A-Za-z\d.])(?P<money>(?:US|S|A|HK|NT)?\$|€|£|¥)?\s?(?P<n>{_NUMBER})(?![A-Za-z\d])"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion)s?\b)?"
    r"(?P<unit> ?%| per ?cent\b| percentage points?\b| basis points\b|(?= ))?"
    r"(?P<per> (?:per|a|an) (?:month|year|hour|day|week)\b)?",
)
_NOT = re.compile(
    rf"(?:\b(?:FY|Table|Chart|Section|Chapter|No\.|Phase|Part|Act|Article|in|since|of|from|to|by|until|and|for|{_MONTHS})\s?)$"
)
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_DOWN = re.compile(r"\b(?:fall|fell|fallen|declin\w+|decreas\w+|reduc\w+|drop\w*|cut|lower\w*|contract\w+|shr[aiu]nk)\b")
_UP = re.compile(r"\b(?:grow\w*|grew|rise|rose|risen|rais\w+|increas\w+|expand\w*|gain\w*|up|improv\w+)\b")
_TARGET = re.compile(
    r"\b(?:will|target|expect\w*|project\w*|plan\w*|aim\w*|forecast\w*|budget(?:ed|ing)?|estimate[sd]? for|going to)\b"
)
_PERIOD = re.compile(r"\b(?:FY|financial year |in |for |of |by |since |during )?(?P<y>(?:19|20)\d\d)\b")


def english_figures(text: str) -> list[Figure]:
    """Return the figures of an English sentence or paragraph in order."""
    return [f for m in re.finditer(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?\n]?", text) for f in _sentence(m[0], m.start())]


def _sentence(sentence: str, offset: int) -> Iterator[Figure]:
    for match in _PATTERN.finditer(sentence):
        lead = sentence[: match.start()]
        if _is_figure(match, lead, sentence[match.end() : match.end() + 20]):
            yield _figure(match, lead, sentence, offset)


def _is_figure(match: re.Match[str], lead: str, after: str) -> bool:
    marked = match["money"] or match["scale"] or (match["unit"] or "").strip()
    if marked:
        return True
    if _YEAR.match(match["n"]) or re.match(rf"-|–|/| (?:{_MONTHS})\b|(?:st|nd|rd|th)\b", after):
        return False
    return bool(re.match(r" [a-z]", after)) and not re.search(r"(?:Table|Chart|Section|No\.|Phase|Part|Act|#|\[)\s?$", lead)


def _figure(match: re.Match[str], lead: str, sentence: str, offset: int) -> Figure:
    start = match.start("money") if match["money"] else match.start("n")
    end = max(
        match.end("n"),
        match.end("scale"),
        match.end("unit") if (match["unit"] or "").strip() else 0,
        match.end("per") if match["per"] else 0,
    )
    unit = _unit(match, sentence[end : end + 24])
    kind, polarity = _kind(unit, lead, sentence[end:])
    years = [m["y"] for m in _PERIOD.finditer(lead)] or [m["y"] for m in _PERIOD.finditer(sentence[end:])]
    return Figure(
        start=offset + start,
        end=offset + end,
        text=sentence[start:end],
        value=Decimal(match["n"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1),
        unit=unit,
        kind=kind,
        polarity=polarity,
        period=years[-1] if years else "",
        status="target" if _TARGET.search(lead[-60:]) else "actual",
        subject=_subject(lead),
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
    noun = re.match(r" (?:new |additional |more )?([a-z]+)", after)
    return noun[1] if noun else ""


def _kind(unit: str, lead: str, after: str) -> tuple[Kind, str]:
    near = lead[-40:]
    if unit == "百分点":
        return "change", "-" if _DOWN.search(near) else "+"
    if unit == "%":
        up, down = _UP.search(near), _DOWN.search(near)
        if (up or down) and not re.search(r"\b(?:to|of|from) (?:about |nearly )?$", near):
            return "growth", "-" if down else "+"
        if re.search(r"(?:growth|fall|rise|increase|decline|reduction|drop) of (?:about |nearly )?$", near):
            return "growth", "-" if down else "+"
        return "share", ""
    if re.search(r"\bby (?:about |nearly |another |over )?$", lead) and not re.match(r" in ", after):
        return "change", "-" if _DOWN.search(near) else "+"
    return "level", ""


def _subject(lead: str) -> str:
    clause = re.split(r"[;:]|,(?!\d)|\band\b", lead)[-1] or lead
    words = re.sub(r"^(?:The|In|For|A|An|This|We|I|Our)\s", "", clause.strip())
    return words[-60:].strip()
