"""Numbers that an English text spells: one hundred and seventy thousand dollars is $170 thousand, one-sixth of is 16.67% of."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.figures.figure import Figure

_UNDER_TWENTY = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {w: n for n, w in enumerate(_UNDER_TWENTY, 1)}
    | {w: n for n, w in zip(range(20, 100, 10), _TENS, strict=True)}
    | {"a": 1, "an": 1}
)
_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARTS = {w: n for n, w in enumerate(_ORDINALS, 3)} | {"half": 2, "halve": 2, "quarter": 4, "hundredth": 100}
_UNIT = "|".join(sorted(_UNDER_TWENTY, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNDER_TWENTY[:9])}))?|(?:{_UNIT}))\b"
_NUMBER = re.compile(
    rf"\b(?:(?P<hundreds>{_UNIT}|a)[- ]hundred(?:(?: and|-)? (?P<rest>{_SMALL}))?|(?P<small>{_SMALL}))(?![- ]hundred)"
    r"(?P<scale>[ -](?:thousand|million|billion|trillion)\b)?(?P<unit> dollars\b| cents (?:on|in|to) the dollar\b|(?= per ?cent\b| percentage points?\b| cents\b))?",
    re.IGNORECASE,
)
# A part is told of something, or by how much less or more: a quarter of, two-thirds, three-tenths less.
_PART = re.compile(
    rf"\b(?:(?P<n>{_UNIT}|an?)[- ](?P<part>(?:{'|'.join(_PARTS)})s?)\b|(?<!first )(?<!second )(?<!latter )(?<!other )(?P<half>half)(?= (?:of|the|its|their|all)\b)(?! of (?:19|20)\d\d))"
    r"(?! (?:year|month|day|week|time|phase|hour|centur|decade|place))",
    re.IGNORECASE,
)
# What newspapers write and say: 1.2m residents, half a million trees, two dozen buses, six in ten households.
_SHORT = re.compile(r"\b(?P<digits>\d[\d,.]*)(?P<scale>m|bn)(?= [a-z])(?! (?:tall|long|wide|deep|high|by|x|apart|below|above)\b)")
_HALF_OF = re.compile(r"\bhalf an? (?P<of>thousand|million|billion|percentage point)\b", re.IGNORECASE)
_DOZENS = re.compile(rf"\b(?P<half>half an? |(?P<n>{_UNIT}|an?) )dozen\b", re.IGNORECASE)
_IN_SO_MANY = re.compile(
    rf"\b(?P<n>{_UNIT}|\d{{1,2}}) (?:in|out of) (?:every )?(?P<of>three|four|five|six|eight|ten|10|20|100|a hundred)\b"
    # 1 of 4 in 10 years
    r"(?! (?:consecutive |full )?(?:years?|months?|weeks?|days?|hours?)\b)",
    re.IGNORECASE,
)
# Six countries and two litres are counted and measured; the two litres were told of before, and what orders a speech (three key thrusts) or is only time (two years) is not.
_NO_COUNT = (
    "time|year|month|week|day|hour|minute|decade|century|centurie|quarter|term|phase|stage|round|instalment|tranche|step|thrust|area|pillar|component|factor|way|measure|level|part|reason|concern"
    "|prong|item|head|shift|enabler|lesson|objective|strateg(?:y|ie)|initiative|priorit(?:y|ie)|principle|aspect|issue|point|purpose|force|example|source|change|front|count|element"
    "|goal|aim|theme|challenge|question|thing|side|set|type|kind|categor(?:y|ie)|group|scheme|platform|budget|statement|account|increase|respect|line|dimension|trend|task|option|move|direction"
)
_COUNTED = re.compile(
    rf"\b(?<!hundred )(?<!hundred and )(?<!the )(?<!these )(?<!those )(?<!first )(?<!last )(?<!next )(?<!other )(?<!all )(?P<n>{'|'.join(_UNDER_TWENTY[1:12])})"
    rf"(?= (?:(?!(?:dozen|million|thousand|billion|trillion|hundred|per|percentage|of|to|and|or|the|in|for|more|other|key|main|major|broad|special|specific|important|consecutive|financial|fiscal)\b)[a-z][a-z-]+ ){{0,2}}?"
    rf"(?!(?:dollar|cent|{_NO_COUNT})s\b)[a-z-]{{2,}}[a-rt-z]s\b)(?! (?:[a-z-]+ ){{0,2}}?(?:{_NO_COUNT})s\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"\b(?P<n>{_SMALL}) (?=times (?:as|the|that|what|our|its|their|more|higher|larger|greater|bigger|faster|those)\b)",
    re.IGNORECASE,
)
_SCALES = {"m": "million", "bn": "billion"}
_SO_MANY = {"three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "10": 10, "20": 20, "100": 100, "a hundred": 100}
_SHARED = re.compile(r" (?:of|the|less|more|fewer|higher|lower|larger|smaller|off|as)\b|[-]")
_LEAST = 13
_HUNDRED, _CENT, _DOZEN = Decimal(100), Decimal("0.01"), 12


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence with its spelled numbers in digits; `replaced` are start and end of each in it and in the sentence as it was."""

    text: str
    replaced: tuple[tuple[int, int, int, int], ...]


def in_digits(sentence: str, *, loosely: bool = True) -> Rewritten:
    """Return an English sentence with its spelled numbers in digits, but for small ones beside others: two and ten count no statistics.

    Read `loosely`, as a claim is, small numbers alone are written too, and scales that newspapers write short.
    """
    bare = loosely and not re.search(r"\d", re.sub(r"\b(?:1[89]|20)\d\d\b", "", sentence))
    parts = [
        *(_short(sentence) if loosely else ()),
        *_in_round_words(sentence),
        *((m.start(), m.end(), _share(m)) for m in _PART.finditer(sentence) if _is_share(sentence, m)),
    ]
    parts += [p for p in _in_small_words(sentence) if all(p[1] <= start or end <= p[0] for start, end, _ in parts)]
    taken = [(start, end) for start, end, _ in parts]
    numbers = [
        (m.start(), m.end(), written)
        for m in _NUMBER.finditer(sentence)
        if all(m.end() <= s or e <= m.start() for s, e in taken) and (written := _written(m, bare=bare))
    ]
    text, replaced, at = "", [], 0
    for start, end, written in sorted((*parts, *numbers)):
        text += sentence[at:start]
        replaced.append((len(text), len(text) + len(written), start, end))
        text, at = text + written, end
    return Rewritten(text + sentence[at:], tuple(replaced))


def _short(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits of the numbers that newspapers write short."""
    for m in _SHORT.finditer(sentence):
        yield m.start(), m.end(), f"{m['digits']} {_SCALES[m['scale']]}"


def _in_round_words(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits of the numbers said in round words."""
    for m in _HALF_OF.finditer(sentence):
        yield m.start(), m.end(), f"0.5 {m['of'].lower()}"
    for m in _DOZENS.finditer(sentence):
        yield m.start(), m.end(), str(_DOZEN * _VALUES[m["n"].lower()] if m["n"] else _DOZEN // 2)
    for m in _IN_SO_MANY.finditer(sentence):
        count = Decimal(m["n"]) if m["n"].isdigit() else Decimal(_VALUES[m["n"].lower()])
        if count < _SO_MANY[m["of"].lower()]:
            yield m.start(), m.end(), f"{(_HUNDRED * count / _SO_MANY[m['of'].lower()]).quantize(_CENT).normalize():f}%"


def _in_small_words(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits of the small numbers that count, measure or multiply something."""
    for pattern in (_COUNTED, _TIMES):
        for m in pattern.finditer(sentence):
            if m["n"].lower() != "one":
                yield m.start("n"), m.end("n"), str(_value(m["n"]))


def as_spelled(figure: Figure, rewritten: Rewritten, sentence: str) -> Figure:
    """Return a figure of a rewritten sentence at its place in the sentence as it is."""
    start, end = _origin(figure.start, rewritten, last=False), _origin(figure.end, rewritten, last=True)
    return replace(figure, start=start, end=end, text=sentence[start:end])


def _origin(at: int, rewritten: Rewritten, *, last: bool) -> int:
    """Return the place in the sentence as it was: within a number that was rewritten its start, or its end with `last`."""
    before = [r[0] for r in rewritten.replaced]
    i = bisect_right(before, at - last) - 1
    if i < 0:
        return at
    _, end, start, was = rewritten.replaced[i]
    return (was if last else start) if at - last < end else at - end + was


def _is_share(sentence: str, match: re.Match[str]) -> bool:
    if match["half"]:
        return True
    joined = "-" in match[0] or match["part"].lower().startswith("half")
    return bool(_SHARED.match(sentence, match.end())) or (joined and match["n"].lower() not in {"a", "an"})


def _share(match: re.Match[str]) -> str:
    if match["half"]:
        return "50%"
    part = match["part"].lower()
    value = _HUNDRED * _VALUES[match["n"].lower()] / _PARTS.get(part, _PARTS.get(part.removesuffix("s"), 1))
    return f"{value.quantize(_CENT).normalize():f}%"


def _written(match: re.Match[str], *, bare: bool) -> str:
    value = _value(match["small"] or match["rest"] or "")
    if match["hundreds"]:
        value += 100 * _VALUES[match["hundreds"].lower()]
    unit = (match["unit"] or "").strip()
    if "cents" in unit:
        return f"{value}%"
    if not match["scale"] and match["unit"] is None and value < (2 if bare else _LEAST):
        return ""
    return f"{'$' if unit else ''}{value}{(match['scale'] or '').replace('-', ' ').lower()}"


def _value(words: str) -> int:
    return sum(_VALUES[w] for w in re.split("[- ]", words.lower()) if w)
