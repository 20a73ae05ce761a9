"""A share of a named total, as 支出A，占本年支出的S%, against that total where the report gives it elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.decimals import plain
from app.lint.finding import Oddity
from app.lint.interval import exactly, interval
from app.lint.statements import Reading, Sentence
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure

_OF = re.compile(
    r"^[,，、(]?(?:约|即|共)?占(?P<whole>[^,，。;；、()占的]{3,16}?)(?:总数|总额|总量|数)?"
    r"(?:的(?:比重|比例)?)?(?:为|达|达到)?$"
)
_STRIP = re.compile(r"^(?:全国|全部|整个|本年|全年|当年|同期|今年|年)+|(?:总数|总额|总量|合计|总计|数)$")
_RATIOS = frozenset({"", "%", "‰", "百分点", "倍", "番"})
_FURTHER = re.compile(r"其中|增加|减少|平均|人均|比重|扣除|包括|不含|加上")
_VALUE = re.compile(r"(?:总数|总额|总量|总计|合计|共计|完成|实现|共有|共|达到|达|为|是|有|[总数:：\s])*")
_HUNDRED = Decimal(100)
# The total that is meant is the one which the share nearly gives; one further off is another total of that name.
_NEAR = Decimal("0.1")
# Where the report gives one total of the name only, no other can be meant.
_FAR = Decimal("0.5")
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True)
class _Total:
    sentence: Sentence
    figure: Figure
    lead: str

    def is_named_right_before(self, name: str) -> bool:
        """Tell 国家预算总额为A from 国家预算规定建设支出为A."""
        return bool(_VALUE.fullmatch(self.lead.rpartition(name)[2]))


def check_named_shares(reading: Reading) -> list[Oddity]:
    """Return the shares of a named total that no total of this name in the report gives, though one comes near."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        for i in range(1, len(sentence.figures)):
            part, share = sentence.figures[i - 1], sentence.figures[i]
            match = _OF.match(sentence.between(part, share))
            if match and share.unit == "%" and part.kind == "level" and part.unit not in _RATIOS:
                name = _STRIP.sub("", match["whole"])
                if len(name) >= _LEAST_NAME:
                    found += _check(reading, sentence, part, share, name)
    return found


def _check(reading: Reading, sentence: Sentence, part: Figure, share: Figure, name: str) -> Iterator[Oddity]:
    a, s = interval(part), interval(share)
    if a is None or s is None or s.low <= 0:
        return
    implied = a / s * exactly(_HUNDRED)
    totals = [t for t in _totals(reading, name, part) if t.figure is not part]
    known = [(t, i) for t in totals if (i := interval(t.figure, part.unit)) is not None]
    if not known or any(i.meets(implied) for _, i in known):
        return
    middle = part.value / share.value * _HUNDRED
    alike = [(t, i) for t, i in known if t.figure.period == part.period]
    only = len(alike) == len(known) and all(t.is_named_right_before(name) and i.meets(alike[0][1]) for t, i in alike)
    most = _FAR if only else _NEAR
    near = [t for t, _ in alike if abs(_in(t.figure, part.unit) / middle - 1) <= most]
    if near:
        yield _oddity(sentence, part, share, near[0], name)


def _totals(reading: Reading, name: str, part: Figure) -> Sequence[_Total]:
    """Return the levels whose own clause names the total and that are larger than the part."""
    found = []
    for sentence in reading.sentences:
        if name not in sentence.text:
            continue
        for i, figure in enumerate(sentence.figures):
            before = sentence.figures[i - 1] if i else None
            lead = re.split("[,，;；。]", sentence.between(before, figure))[-1]
            same = figure.kind == "level" and convert(figure.value, figure.unit, part.unit) is not None
            if same and name in lead and not _FURTHER.search(lead) and _in(figure, part.unit) >= part.value:
                found.append(_Total(sentence, figure, lead))
    return found


def _in(figure: Figure, unit: str) -> Decimal:
    return convert(figure.value, figure.unit, unit) or Decimal(0)


def _oddity(sentence: Sentence, part: Figure, share: Figure, total: _Total, name: str) -> Oddity:
    value = f"{plain((part.value / _in(total.figure, part.unit) * _HUNDRED).quantize(Decimal('0.01')))}%"
    a, s, t = part.text.strip(), share.text.strip(), total.figure.text.strip()
    return Oddity(
        "warning", f"占比与“{name}”不符：{a}占{t}的{value}，原文为{s}",
        f"the share is not that of the total named: {a} of {t} is {value}, the text says {s}",
        f"{a} ÷ {t} ≈ {value} ≠ {s}", (sentence.place(part), sentence.place(share), total.sentence.place(total.figure)),
    )  # fmt: skip
