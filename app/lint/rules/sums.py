"""Sums and quotients that a sentence states with their terms: A加上B共C, 收支差额, 出口−进口=顺差, 完成预算的P%, 五年累计与年均."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.decimals import plain
from app.lint.finding import Oddity
from app.lint.interval import Interval, exactly, interval
from app.lint.statements import Reading, Sentence
from app.working.deriving import write_value
from corpus.figures.figure import Figure

_TOTAL = re.compile(r"^[,，](?:[一-龥]{0,6}(?:总数|合计|总计|共计|总共|共))(?:有|为|达|是)?$")
_IN_ALL = re.compile(r"^[,，](?:合计|总计|共计)(?:为|达)?$")
_BESIDE = re.compile(r"^[,，、](?![多少]则)[^\d,，。;；、:：]{0,16}$")
_ADDED = re.compile(r"^[,，]?(?:加上?|另加|连同)[^,，。;；]{1,16}$")
_RATIOS = frozenset({"", "%", "‰", "百分点", "倍", "番"})
# The balance of two flows, with the words that name the three of them.
_BALANCES = (
    ("出口", "进口", re.compile("顺差|逆差")),
    ("收入", "支出", re.compile("赤字|结余|收支相抵|收支差额|支出大于收入|收入大于支出|超支")),
)
_COMPLETED = re.compile(r"^[,，](?:完成|为|是|占)(?:了)?(?P<plan>[^,，。;；的]{0,8}(?:预算|计划|任务)数?)的$")
_TOWARDS = re.compile(
    r"^[,，](?:已|仅|只|超额)?(?:完成|为|占|相当于)(?:了)?(?:全年|全部|年度|年初|原定)*(?P<aim>(?:目标|任务|计划|预算)(?:任务|数|值)?)?(?:的)?$"
)
_OF_PLAN = re.compile(r"^(?:的)?(?:年度|全年)?(?P<aim>(?:计划|任务|目标|预算)(?:任务|数|值)?)?的$")
_MEAN = re.compile(r"^[,，、](?:年均|平均每年|每年平均)(?:[^,，。;；]{0,6})$")
_CARRIED = re.compile(r"结转|上年|结余资金|调入|债务收入|累计|滚存")
_HUNDRED = Decimal(100)


def check_sums(reading: Reading) -> list[Oddity]:
    """Return the sums, balances, completions and means that do not follow from the numbers given with them."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        for i in range(1, len(sentence.figures) - 1):
            first, second, third = sentence.figures[i - 1 : i + 2]
            if _is_alike(first, second) and _is_alike(second, third):
                found += _check_added(sentence, first, second, third)
                found += _check_balance(sentence, first, second, third)
            if third.unit == "%" and first.unit == second.unit not in _RATIOS and first.kind == second.kind == "level":
                found += _check_completed(sentence, first, second, third)
        found += _check_listed(sentence)
        for i in range(1, len(sentence.figures)):
            found += _check_mean(sentence, sentence.figures[i - 1], sentence.figures[i])
    return found


def _is_alike(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit and a.unit not in _RATIOS and a.kind == b.kind == "level" and a.status == b.status


def _check_added(sentence: Sentence, first: Figure, second: Figure, total: Figure) -> Iterator[Oddity]:
    added, joined = _ADDED.match(sentence.between(first, second)), _TOTAL.match(sentence.between(second, total))
    values = _intervals(first, second, total)
    if added and joined and values and not (values[0] + values[1]).meets(values[2]):
        yield _oddity(sentence, (first, second, total), "+", first.value + second.value)


def _check_listed(sentence: Sentence) -> Iterator[Oddity]:
    """Check A、B、C，合计D: two or more neighbours right before the total add up to it."""
    for i in range(2, len(sentence.figures)):
        total, last = sentence.figures[i], sentence.figures[i - 1]
        if not _is_alike(last, total) or not _IN_ALL.match(sentence.between(last, total)):
            continue
        run = [last]
        while i - len(run) > 0 and _is_beside(sentence, sentence.figures[i - len(run) - 1], run[0]):
            run.insert(0, sentence.figures[i - len(run) - 1])
        known = _intervals(*run, total)
        if len(run) < 2 or not known or any(_added(known[k:-1]).meets(known[-1]) for k in range(len(run) - 1)):
            continue
        value = write_value(sum((f.value for f in run), Decimal(0)), total.unit, total)
        listed = " + ".join(f.text.strip() for f in run)
        yield Oddity(
            "error", f"合计不符：所列之和为{value}，原文为{total.text.strip()}",
            f"the list adds up to {value}, the total says {total.text.strip()}",
            f"{listed} = {value} ≠ {total.text.strip()}", tuple(sentence.place(f) for f in (*run, total)),
        )  # fmt: skip


def _is_beside(sentence: Sentence, left: Figure, right: Figure) -> bool:
    return _is_alike(left, right) and bool(_BESIDE.match(sentence.between(left, right)))


def _added(values: Sequence[Interval]) -> Interval:
    total = exactly(0)
    for value in values:
        total += value
    return total


def _check_balance(sentence: Sentence, first: Figure, second: Figure, third: Figure) -> Iterator[Oddity]:
    names = [_own(sentence, f) for f in (first, second, third)]
    values = _intervals(first, second, third)
    for one, other, word in _BALANCES:
        if not (values and word.search(names[2]) and _CARRIED.search("".join(names)) is None):
            continue
        if (one in names[0] and other in names[1]) or (other in names[0] and one in names[1]):
            gap = values[0] - values[1]
            size = gap if first.value >= second.value else Interval(-gap.high, -gap.low)
            if not size.meets(values[2]):
                larger, smaller = sorted((first, second), key=lambda f: -f.value)
                yield _oddity(sentence, (larger, smaller, third), "−", larger.value - smaller.value)


def _check_completed(sentence: Sentence, first: Figure, second: Figure, share: Figure) -> Iterator[Oddity]:
    """Check 预算为A，决算为B，完成预算的P%, and B，完成全年A计划的P% or 完成年度目标A的P%."""
    match = _COMPLETED.match(sentence.between(second, share))
    if match and match["plan"].removesuffix("数") in _own(sentence, first):
        yield from _check_ratio(sentence, first, second, share)
        return
    towards, of_plan = _TOWARDS.match(sentence.between(first, second)), _OF_PLAN.match(sentence.between(second, share))
    if towards and of_plan and (towards["aim"] or of_plan["aim"]):
        yield from _check_ratio(sentence, second, first, share)


def _check_ratio(sentence: Sentence, plan: Figure, done: Figure, share: Figure) -> Iterator[Oddity]:
    values = _intervals(plan, done, share)
    if not values or values[0].low <= 0 or (values[1] / values[0] * exactly(_HUNDRED)).meets(values[2]):
        return
    value = f"{plain((done.value / plan.value * _HUNDRED).quantize(Decimal('0.01')))}%"
    texts = [f.text.strip() for f in (plan, done, share)]
    yield Oddity(
        "error", f"完成比例不符：{texts[1]}为{texts[0]}的{value}，原文为{texts[2]}",
        f"{texts[1]} is {value} of {texts[0]}, the text says {texts[2]}",
        f"{texts[1]} ÷ {texts[0]} ≈ {value} ≠ {texts[2]}", tuple(sentence.place(f) for f in (plan, done, share)),
    )  # fmt: skip


def _check_mean(sentence: Sentence, total: Figure, mean: Figure) -> Iterator[Oddity]:
    """Check 五年累计A，年均B over the years of a span."""
    span = re.fullmatch(r"(\d{4})-(\d{4})", total.period)
    values = _intervals(total, mean)
    same = total.unit == mean.unit and total.unit not in _RATIOS and total.period == mean.period
    if (
        not span
        or not values
        or not same
        or not _MEAN.match(sentence.between(total, mean))
        or "累计" not in _own(sentence, total)
    ):
        return
    years = int(span[2]) - int(span[1]) + 1
    if (values[0] / exactly(years)).meets(values[1]):
        return
    value = write_value((total.value / years).quantize(Decimal(1)), total.unit, total)
    a, b = total.text.strip(), mean.text.strip()
    yield Oddity(
        "warning", f"累计与年均不符：{years}年累计{a}，年均为{value}，原文为{b}", f"{a} in {years} years are {value} a year, the text says {b}",
        f"{a} ÷ {years} ≈ {value} ≠ {b}", (sentence.place(total), sentence.place(mean)),
    )  # fmt: skip


def _intervals(*figures: Figure) -> list[Interval] | None:
    known = [i for f in figures if (i := interval(f)) is not None]
    return known if len(known) == len(figures) else None


def _own(sentence: Sentence, figure: Figure) -> str:
    """Return the words of a figure's own clause before it, back to the figure before."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    return re.split("[,，;；。、:：]", sentence.between(before, figure))[-1]


def _oddity(sentence: Sentence, figures: Sequence[Figure], sign: str, value: Decimal) -> Oddity:
    a, b, c = (f.text.strip() for f in figures)
    shown = write_value(value, figures[0].unit, figures[0])
    return Oddity(
        "error", f"{'合计' if sign == '+' else '差额'}不符：按{a}和{b}应为{shown}，原文为{c}", f"{a} {sign} {b} is {shown}, the text says {c}",
        f"{a} {sign} {b} = {shown} ≠ {c}", tuple(sentence.place(f) for f in figures),
    )  # fmt: skip
