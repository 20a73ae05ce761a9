"""A share against its two numbers: 1200人，其中女性300人，占25%; and 77人，占87.5% against the posts listed just before."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.decimals import plain
from app.lint.finding import Oddity
from app.lint.interval import Interval, exactly, interval
from app.lint.statements import Reading, Sentence
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.units import PEOPLE
from index.unit_classes import class_of_unit

_SHARE = re.compile(r"^[,，、(]?(?:约)?占(?:比|(?:总数|总量|总人数|全部|总额|其)?(?:的)?(?:比例|比重)?)(?:的|为|达|达到)?$")
_OF_WHOLE = re.compile(r"[,，、(:：]?\s?其中[:：,，]?")
_WITHIN = re.compile(r"^[^\d,，。;；:：]{0,14}中[,，]")
_AMONG = re.compile(r"(?:^|[。;；,，:：])(?:在)?(?P<whole>[一-龥、]{2,20})中[,，]")
_CHANGED = re.compile(r"同口径|分别|累计")
_HUNDRED = Decimal(100)
# 其中60岁及以上人口 names a part by an age: it is no whole.
_AGES = frozenset({"岁", "周岁"})
# A list that is meant to be the whole gives it nearly; one that is far from it is of something else.
_NEAR = Decimal("0.05")
_LISTED_BEFORE, _LEAST_LISTED = 6, 2


def check_shares(reading: Reading) -> list[Oddity]:
    """Return the shares that their numerator and denominator do not give."""
    found: list[Oddity] = []
    for number, sentence in enumerate(reading.sentences):
        for i, share in enumerate(sentence.figures[1:], 1):
            part = sentence.figures[i - 1]
            if _is_share_of(sentence, part, share):
                before = reading.sentences[max(0, number - _LISTED_BEFORE) : number]
                found += _check_stated(sentence, i, part, share)
                found += _check_listed(sentence, before, part, share)
    return found


def _is_share_of(sentence: Sentence, part: Figure, share: Figure) -> bool:
    return (
        share.unit == "%"
        and part.kind == "level"
        and part.unit not in {"", "%", "‰", "百分点", "倍"}
        and 0 < share.value <= _HUNDRED
        and bool(_SHARE.match(sentence.between(part, share)))
    )


def _check_stated(sentence: Sentence, index: int, part: Figure, share: Figure) -> Iterator[Oddity]:
    """Check T，其中A，占S%: T is the last value of the same unit before 其中."""
    for whole in reversed([f for f in sentence.figures[: index - 1] if f.unit not in _AGES]):
        if whole.kind != "level" or whole.status != part.status:
            return
        value = convert(whole.value, whole.unit, part.unit)
        between = sentence.between(whole, part)
        marks = list(_OF_WHOLE.finditer(between)) or list(_WITHIN.finditer(between))
        if value is None or not marks or _CHANGED.search(between):
            return
        computed = _ratio(part, whole)
        stated = interval(share)
        if computed is None or stated is None or computed.meets(stated) or value <= part.value:
            return
        value_text = _percent(part.value / value * _HUNDRED)
        yield Oddity(
            "error" if marks[0].start() == 0 and len(marks) == 1 and _adjacent(sentence, whole, part) else "warning",
            f"占比与分子、分母不符：{part.text.strip()}占{whole.text.strip()}的{value_text}，原文为{share.text.strip()}",
            f"the share is not that of its numbers: {part.text.strip()} of {whole.text.strip()} is {value_text}, "
            f"the text says {share.text.strip()}",
            f"{part.text.strip()} ÷ {whole.text.strip()} ≈ {value_text} ≠ {share.text.strip()}",
            (sentence.place(whole), sentence.place(part), sentence.place(share)),
        )  # fmt: skip
        return


def _adjacent(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    return not any(whole.end <= f.start < part.start for f in sentence.figures)


def _ratio(part: Figure, whole: Figure) -> Interval | None:
    a, b = interval(part), interval(whole, part.unit)
    return None if a is None or b is None or b.low <= 0 else a / b * exactly(_HUNDRED)


def _check_listed(sentence: Sentence, before: Sequence[Sentence], part: Figure, share: Figure) -> Iterator[Oddity]:
    """Check …中，A人，占S% against the numbers of people listed before, where some of them add up nearly to what the share implies."""
    topic = _AMONG.search(sentence.text[: part.start - sentence.start])
    a, s = interval(part), interval(share)
    if (
        topic is None
        or a is None
        or s is None
        or s.low <= 0
        or part.unit not in PEOPLE
        or any(f.unit in PEOPLE for f in _ahead(sentence, part))
    ):
        return
    words = _words(topic["whole"])
    implied = a / s * exactly(_HUNDRED)
    runs = [run for other in before for run in _runs(other, words)]
    totals = {run: sum((f.value for _, f in run), Decimal(0)) for run in runs}
    if any(implied.low <= total <= implied.high for total in totals.values()):
        return
    near = [
        run for run in runs if abs(totals[run] / (part.value / share.value * _HUNDRED) - 1) <= _NEAR and totals[run] >= part.value
    ]
    if not near:
        return
    run = min(near, key=lambda r: abs(totals[r] - implied.low))
    total = totals[run]
    value = _percent(part.value / total * _HUNDRED)
    listed = " + ".join(f.text.strip() for _, f in run)
    yield Oddity(
        "warning",
        f"占比与所列总数不符：所列合计{plain(total)}人，{part.text.strip()}占{value}，原文为{share.text.strip()}"
        f"（按原文占比，总数应为{plain((part.value / share.value * _HUNDRED).quantize(Decimal(1)))}人）",
        f"the share does not fit the numbers listed: {plain(total)} in all, of which {part.text.strip()} is {value}, "
        f"the text says {share.text.strip()}",
        f"{listed} = {plain(total)}人；{part.text.strip()} ÷ {plain(total)}人 ≈ {value} ≠ {share.text.strip()}",
        (*(s.place(f) for s, f in run), sentence.place(part), sentence.place(share)),
    )  # fmt: skip


_Run = tuple[tuple[Sentence, Figure], ...]


def _ahead(sentence: Sentence, part: Figure) -> list[Figure]:
    return [f for f in sentence.figures if f.start < part.start]


def _runs(sentence: Sentence, words: frozenset[str]) -> list[_Run]:
    """Return every run of two or more neighbouring numbers of people whose names share a word with the whole, but no changes."""
    levels = [f for f in sentence.figures if f.kind == "level" and class_of_unit(f.unit) == "people" and interval(f) is not None]
    runs = []
    for i in range(len(levels)):
        for j in range(i + _LEAST_LISTED, len(levels) + 1):
            if words & _words(levels[i].subject):
                runs.append(tuple((sentence, f) for f in levels[i:j]))
    return runs


def _words(text: str) -> frozenset[str]:
    folded = re.sub("[、和与及的]", " ", text)
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1) if " " not in folded[i : i + 2])


def _percent(value: Decimal) -> str:
    return f"{plain(value.quantize(Decimal('0.1')))}%"
