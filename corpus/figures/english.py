"""The figures of an English text: $1,362 million, 23 per cent, 4,500 flats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.figures.english_carried import counted_again, counts_again
from corpus.figures.english_dealt import dealt
from corpus.figures.english_kind import english_kind
from corpus.figures.english_names import is_of_name
from corpus.figures.english_numerals import NUMBER, QUANTITY, scale
from corpus.figures.english_period import english_period
from corpus.figures.english_ranges import START, together
from corpus.figures.english_spelled import as_spelled, in_digits
from corpus.figures.english_subject import english_subject, goes_on, topic
from corpus.figures.english_words import WORDS
from corpus.figures.figure import Figure, Status
from corpus.figures.note_marks import without_marks
from corpus.figures.period import Setting
from corpus.sentences import split_sentences, unwrapped

_WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# The words behind a number, up to the noun that it counts: 60,000 public charging points, 2 square kilometres.
_BEHIND_NUMBER = re.compile(r" ((?:[A-Za-z]+(?:-[a-z]+)*(?: |$|(?=[^A-Za-z]))){1,4})")
_ARE = re.compile(r"^ (?:were|are) (?=[a-z]+(?:-[a-z]+)*s(?:[,.;:]|$| and \d))")
_NO_NOUN = frozenset(WORDS["no noun"])
# Units that measure, and count no things.
_MEASURES, _UNCHANGED = frozenset(WORDS["measure"]), frozenset(WORDS["unchanged"])
# 5-10%, 10-15 million: a dash before the other end of a range, no part of a name.
_OTHER_END = rf"[-–](?:{NUMBER}) ?(?:%|per ?cent|[mbt]r?illion)"
_YEAR = re.compile(r"^(?:1[89]|20)\d\d$")
_TARGET = re.compile(
    r"\b(?:will|shall|target\w*|expect(?:s|ed|ing)?|project(?:s|ed)|plan(?:s|ned)?|aim\w*|forecast\w*"
    r"|budget(?:ed|ing)?|estimate[sd]? for(?! (?:19|20)\d\d (?:show|put|suggest|indicat))|going to)\b"
)
# Members will recall that it was so: what is recalled is no plan.
_SAID_AHEAD = re.compile(
    r"\b(?:you|we|members|one) (?:will|may|would|might|should) (?:\w+ly )?(?:recall|remember|know|note|agree|see|appreciate|be aware)\b",
    re.IGNORECASE,
)
# Who is 55 and above is no number of people.
_AGED = re.compile(
    r"\b(?:aged?|age of|ages of|age group of|age bracket of|ages?|between ages|older than|younger than|under the age of) "
    r"(?:about |over |above |below |under |between |from )?(?:\d+ (?:to|and|or) )?$"
)
# The output will increase to 784, a three-fold increase.
_REACHED = re.compile(
    r"\b(?:increase[sd]?|rises?|rose|grow|grew|f[ae]ll|drop(?:ped)?|reduced|cut|up|down"
    r"|reach(?:ed|ing)?|total(?:l?ed|l?ing)?|number(?:ed|ing)?|exceed(?:ed|ing)?) "
    r"(?:to |by )?(?:about |nearly |over |around |some )?$"
)
# A salary is 24,091, a loss of 46: a number without a unit at the end of a clause that measures.
_PUT_AT = re.compile(
    r"\b(?:is|are|was|were|be|been|averag(?:e[ds]?|ing)|measur(?:e[ds]?|ing)|yield(?:ed|s)|register(?:ed|s)|worth|costs?"
    r"|(?:[a-z]+(?:ed|s)|st[oa][on]d|kept|held|set|put|cut|f[ae]ll|r[io]se|gr[eo]w) (?:at|to|by|for)|(?!out )[a-z]{3,} of) "
    r"(?:about |nearly |over |around |some |only |just |at least |at most )?$"
)
_NO_COUNT = re.compile(
    r"(?:(?: to |-|–)\d+)? (?:age group|years? old|years of age|[ap]\.?m\b)|-year-old| (?:years?|months?|weeks?|days?|minutes?) (?:ago|past)\b"
)
# Over the next 5 years: a time frame is no statistic.
_STRETCH = re.compile(
    r"\b(?:next|last|past|first|previous|preceding|coming|every"
    r"|within|for|over|after|than|another|about|in) "
    r"(?:the |about |some )?(?:\d+ to |\d+-)?$"
)
# The second half of 2031/32
_SPLIT_YEAR = re.compile(r"(?:(?:19|20)\d\d|\b(?:FY|YA) ?\d\d)[/–-]$")
# 54 beds (2019: 28)
_OTHER_YEAR = re.compile(r"\((?:FY ?|fiscal )?(?P<year>(?:19|20)\d\d): ?$")
# 20 Harbour Watch Offices, 39 FTCs, 60 Yunqi-based companies
_OF_NAME = re.compile(rf"(?! (?:{_MONTHS})\b)(?: [A-Z][A-Za-z]+(?:-[a-z]+)?){{0,3}} [A-Za-z]*[A-Za-rt-z]s\b")
_ROOMS = re.compile(r"^ (?:to|and|or) \d+-[a-z]")
_BASIS = re.compile(
    r"^\s?(?:(?:, or [\d.]+ ?% )?(over (?:FY ?)?\d{4}|over the (?:previous|preceding|last) year|year[- ]on[- ]year"
    r"|from a year (?:ago|earlier)|compared (?:with|to) \d{4}))"
)
_ARRIVES = re.compile(
    r"\b(?:down|up|f[ae]ll|r[io]se|risen|fallen|gone|went|gr[eo]w)(?: [a-z]+)? to (?:about |nearly |over |around |some |only |just )?$"
)
# Manufacturing grew by 14% and services by 7.5%.
_GOES_ON = re.compile(r"\b(?:and|while|or) [^,;]{1,60} by (?:about |nearly |over )?$")
_SUBJECT_OF_ITS_OWN = re.compile(
    r"(?! ?(?:and|or|while|but|which|who|compared|up|down|from|to)\b) ?[A-Za-z][^,;:]*, (?=(?:the|our|its|their|this|total) [^,]* (?:has|have|had|is|was|were|are|will|rose|fell|grew|increased|declined|reached) )"
)


def english_figures(text: str, setting: Setting | None = None, *, led: str = "") -> list[Figure]:
    """Return the figures of an English sentence or paragraph in order.

    `setting` tells the year that "last year" counts from, `led` is the paragraph before, which the first sentence may go on about.
    """
    plain = without_marks(text)
    if plain.text != text:
        return [plain.placed(figure, text) for figure in english_figures(plain.text, setting, led=led)]
    written = in_digits(text, loosely=False)
    if written.replaced:
        return [as_spelled(figure, written, text) for figure in _figures(written.text, setting or Setting(), led)]
    return _figures(text, setting or Setting(), led)


def _spoken_of(led: str) -> tuple[str, str]:
    """Return what the last sentence of a paragraph is about, and what it counts last."""
    spans = split_sentences(led)
    last = unwrapped(led)[slice(*spans[-1])] if spans else ""
    counted = list(_sentence(last, 0, "", Setting()))[-1:]
    return topic(last), counted[0].subject if counted else ""


def _figures(text: str, setting: Setting, led: str) -> list[Figure]:
    figures: list[Figure] = []
    plain, spans = unwrapped(text), split_sentences(text)
    first = plain[slice(*spans[0])] if spans else ""
    spoken_of, counted = _spoken_of(led) if goes_on(first) or counts_again(first) else ("", "")
    for start, end in spans:
        sentence = plain[start:end]
        before = spoken_of if goes_on(sentence) else counted_again(sentence, counted)
        spoken_of = topic(sentence) or before
        own = list(_sentence(sentence, start, before, setting))
        counted = own[-1].subject if own else counted
        for figure in dealt(sentence, start, own):
            last = figures[-1:]
            figures = [*figures[:-1], *(together(text, last[0], figure) if last else (figure,))]
    return figures


def _sentence(sentence: str, offset: int, before: str, setting: Setting) -> Iterator[Figure]:
    read_to = 0
    last: Figure | None = None
    for match in QUANTITY.finditer(sentence):
        if not _is_figure(match, sentence[: match.start()], sentence[match.end() : match.end() + 40]):
            continue
        start, end = _extent(match)
        unit = _unit(match, sentence[end : end + 60])
        if not unit and last is not None and last.unit in {"%", "‰"} and _ARRIVES.search(sentence[:start]):
            # It was 12.5 per thousand and went down to 9.8.
            unit = last.unit
        share, counted = unit in {"%", "百分点"}, _counts(unit)
        # 48 hours: the measure names nothing.
        behind = (
            sentence[end:]
            if counted or unit not in _MEASURES
            else re.sub(r"^ [a-z]+(?: kilomet\w+| met\w+)?", "", sentence[end:])
        )
        gap = sentence[read_to:start]
        if last is not None and (own := _SUBJECT_OF_ITS_OWN.match(gap)):
            # A store of 40 litres in all, the yield rose by 9: what stands before the comma is the figure before's.
            gap = gap[own.end() :]
        named = english_subject(gap, behind, counted=counted, share=share, before=before)
        beside = _OTHER_YEAR.search(sentence[:start]) if last is not None else None
        figure = _figure(match, sentence, offset, unit, named.whole, setting, last)
        if last is not None and beside is not None:
            # What the one before was in another year.
            figure = replace(figure, subject=last.subject, unit=unit or last.unit, kind=last.kind, period=beside["year"])
            named = replace(named, head=before)
        last = figure
        yield last
        read_to, before = end, named.head


def _counts(unit: str) -> bool:
    """Tell a unit that is the noun counted from a currency, a rate and a measure."""
    return unit not in _MEASURES and unit.isascii() and unit[:1].isalpha() and "$" not in unit


def _is_figure(match: re.Match[str], lead: str, after: str) -> bool:
    marked = match["money"] or match["short"] or match["scale"] or match["dotted"] or (match["unit"] or "").strip()
    if marked:
        return True
    if (
        _AGED.search(lead)
        or (len(match["n"]) == 2 and _SPLIT_YEAR.search(lead))
        or _ROOMS.match(after)
        or _YEAR.match(match["n"])
        or re.match(rf"(?!{_OTHER_END})[-–]|/| (?:{_MONTHS})\b|(?:st|nd|rd|th)\b", after)
        or _NO_COUNT.match(after)
        or (_STRETCH.search(lead) and re.match(r"(?: to \d+|-\d+)? (?:years?|months?|weeks?|days?|hours?)\b", after))
        or re.search(r"\bper $", lead)
    ):
        return False
    told = (
        re.match(rf" [a-z]|{_OTHER_END}", after)
        or _OF_NAME.match(after)
        or "," in match["n"]
        or match["per"]
        or (_OTHER_YEAR.search(lead) and after[:1] in {")", ",", ";"})
        or ((_REACHED.search(lead) or _PUT_AT.search(lead)) and re.match(r"[,;.]?(?: |$)", after))
    )
    return bool(told) and not is_of_name(lead, match["n"], _unit(match, after))


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Return where a figure begins and ends: with its currency, its scale, its unit and what it is paid for (a month)."""
    start = match.start("money") if match["money"] else match.start("n")
    unit = match.end("unit") if (match["unit"] or "").strip() else match.end("dotted")
    return start, max(match.end("n"), match.end("short"), match.end("scale"), unit, match.end("per") if match["per"] else 0)


def _figure(
    match: re.Match[str], sentence: str, offset: int, unit: str, subject: str, setting: Setting, last: Figure | None
) -> Figure:
    start, end = _extent(match)
    lead, after = sentence[:start], sentence[end:]
    kind, polarity = english_kind(unit, lead, after, subject)
    if last is not None and last.kind == "growth" and kind == "share" and _GOES_ON.search(lead):
        kind, polarity = "growth", polarity or last.polarity
    basis = _BASIS.match(after)
    return Figure(
        start=offset + start,
        end=offset + end,
        text=sentence[start:end],
        value=Decimal(match["n"].replace(",", "")) * scale(match),
        unit=unit,
        kind=kind,
        polarity=polarity,
        basis=basis[1] if basis and polarity else "",
        period=english_period(lead, after, setting),
        status=_status(lead),
        subject=subject,
    )


def _unit(match: re.Match[str], after: str) -> str:
    named = (match["unit"] or "").strip()
    if named in {"%", "per cent", "percent"}:
        return "%"
    if named in {"per thousand", "per 1,000"}:
        return "‰"
    if named == "p":
        return "pence"
    if named:
        return "百分点" if "percentage" in named else "bp"
    per = f"/{match['per'].split()[-1]}" if match["per"] else ""
    if match["money"]:
        return match["money"].removeprefix("S") + per
    if match["dotted"]:
        return match["dotted"].replace(".", "").strip().lower()
    # Of these, 17,430 were undergraduates.
    behind = _BEHIND_NUMBER.match(_ARE.sub(" ", after))
    return _counted(behind[1].split()) if behind else ""


def _counted(words: Sequence[str]) -> str:
    """Return the noun that a number counts, "" where the words behind it begin another phrase; every other is in the plural."""
    for number, word in enumerate(words):
        if word in _NO_NOUN:
            return ""
        if word.lower() in _MEASURES and word[-1].isupper():
            return word.lower()
        if word in _UNCHANGED or word.endswith("men") or (word.endswith("s") and not word.endswith(("ss", "us", "ous"))):
            return f"{words[number - 1]} {word}" if number and words[number - 1] in {"square", "cubic"} else word
    return ""


def _status(lead: str) -> Status:
    """Tell a plan by the nearest verb of planning in the sentence; what it starts from (raised from $9 to) is an outcome."""
    lead = _SAID_AHEAD.sub("", lead)
    return "target" if _TARGET.search(lead[-160:]) and not START.search(lead) else "actual"
