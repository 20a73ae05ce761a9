"""From one level to another in one sentence: 由A增加到B must go up, and the growth or difference stated with them must fit."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.decimals import plain
from app.lint.finding import Oddity, Severity
from app.lint.interval import Interval, exactly, interval, roughly, written_step
from app.lint.real_growth import IS_REAL
from app.lint.statements import Reading, Sentence
from app.working.deriving import write_value
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.units import MONEY

_FROM = re.compile(r"[由从][^由从,，。;；:：]{0,24}$")
# What may stand between A and the word for the movement: （预算数），大幅
_AHEAD = r"^(?:\([^)]{1,12}\))?[,，]?(?:大幅|进一步|逐步|稳步|迅速)?"
_UP = re.compile(rf"{_AHEAD}(?:提高|增加|提升|上升|增长|扩大|上涨|增|升|涨)(?:了|\w{{0,6}}年的)?(?:到|至)[^,，。;；]{{0,10}}$")
_DOWN = re.compile(
    rf"{_AHEAD}(?:下降|减少|降低|回落|缩小|缩减|压缩|精简|降|减)(?:了|\w{{0,6}}年的)?(?:到|至|为)[^,，。;；]{{0,10}}$"
)
# Of these an improvement is a smaller number.
_LESS_IS_MORE = re.compile("排行|‰|精度|误差|分辨率|速度|效率|时延|延迟|时效|用时|耗时|周期|名次|排名|位次|工艺|制程|水平|等级")
_NEAR = 30
# 从75位降到123位, 从22秒提高到18秒: the smaller the better.
_RANKED = frozenset({"位", "名", "秒", "分钟", "小时", "天", "‰"})
_RATE_UP, _RATE_DOWN = r"(?:增长|增加|提高|提升|上升|上涨|增)(?:了)?", r"(?:下降|减少|降低|回落|下跌|降)(?:了)?"
_COMPARED = r"(?:同比|[比较](?:上年|去年)(?:同期)?)?"
_RATE = re.compile(rf"^[,，、](?:累计|总共|共|一年)?{_COMPARED}(?:(?P<up>{_RATE_UP})|(?P<down>{_RATE_DOWN}))$")
_AVERAGE = re.compile(rf"^[,，、](?:年均|平均每年|每年平均)(?:递)?(?:(?P<up>{_RATE_UP})|(?P<down>{_RATE_DOWN}))$")
_BASE = (
    r"(?:上年|去年|前年|\d{4} ?年|[一二][零一二三四五六七八九]{3}年)(?:同期)?的?"
    r"(?:预计数?|预算数?|执行数|决算数?|实际完成数?|计划数?)?"
)
_CHANGED = re.compile(rf"^(?:\([^)]*\))?[,，、](?:同比|[比较]{_BASE})(?:(?P<up>净?{_RATE_UP})|(?P<down>净?{_RATE_DOWN}))$")
_WITH = re.compile(rf"^[,，]?[比较]{_BASE}的$")
_EXPECTED = re.compile("(?:预期|预测|预计|计划|目标|预算)[^,，]{0,6}$")
_MOVED = re.compile(rf"^(?:(?P<up>{_RATE_UP})|(?P<down>{_RATE_DOWN}))$")
_SCOPE = re.compile("口径|可比因素|剔除|扣除")
_OUTPUT = re.compile(r"生产总值|增加值|产值|国民收入|GDP|国内生产|经济总量|生产总量")
_RATIOS = frozenset({"%", "‰", "百分点", "倍", "番", ""})
_HUNDRED = Decimal(100)


def check_movements(reading: Reading) -> list[Oddity]:
    """Return where a sentence gives two levels, or a level and its change, and the growth or direction stated does not fit."""
    found: list[Oddity] = []
    for sentence in reading.sentences:
        figures = sentence.figures
        for i, first in enumerate(figures[:-1]):
            second = figures[i + 1]
            third = figures[i + 2] if i + 2 < len(figures) else None
            up = _direction(sentence, first, second)
            if up is not None:
                found += _check_direction(sentence, first, second, up=up)
                if third is not None:
                    found += _check_growth(sentence, first, second, third)
            elif third is not None and _is_compared(sentence, first, second, third):
                found += _check_growth(sentence, second, first, third)
            elif third is not None:
                found += _check_change(sentence, first, second, third)
    return found


def _direction(sentence: Sentence, first: Figure, second: Figure) -> bool | None:
    """Return True for 由A增加到B, False for 由A减少到B, None for anything else."""
    if first.unit != second.unit or not _is_level(first) or not _is_level(second):
        return None
    lead = sentence.text[: first.start - sentence.start]
    if (
        not _FROM.search(lead)
        or lead.endswith("负")
        or "分别" in lead[-_NEAR:]
        or sentence.between(first, second).endswith("负")
        or not _says_unit(first)
        or not _says_unit(second)
    ):
        return None
    between = sentence.between(first, second)
    return True if _UP.match(between) else False if _DOWN.match(between) else None


def _is_compared(sentence: Sentence, now: Figure, then: Figure, rate: Figure) -> bool:
    """Tell B，比上年的A增长G%."""
    same = (
        now.unit == then.unit
        and now.unit not in _RATIOS
        and _is_level(now)
        and then.kind in {"level", "change"}
        and then.value > 0
    )
    expected = _EXPECTED.search(sentence.between(None, now))
    return (
        same
        and expected is None
        and bool(_WITH.match(sentence.between(now, then)))
        and bool(_MOVED.match(sentence.between(then, rate)))
    )


def _says_unit(figure: Figure) -> bool:
    text = fold(figure.text)
    return figure.unit in text or (figure.unit == "%" and "百分之" in text)


def _is_level(figure: Figure) -> bool:
    return figure.kind in {"level", "share"} and figure.value > 0


def _check_direction(sentence: Sentence, first: Figure, second: Figure, *, up: bool) -> Iterator[Oddity]:
    lead = sentence.text[: first.start - sentence.start]
    if first.unit in _RANKED or _LESS_IS_MORE.search(lead[-_NEAR:]):
        return
    if not (_is_less(second, first) if up else _is_less(first, second)):
        return
    said, is_so, sign = ("增", "减", "<") if up else ("减", "增", ">")
    text_a, text_b = first.text.strip(), second.text.strip()
    yield Oddity(
        "error", f"原文说由{text_a}{said}到{text_b}，数值却是{is_so}的",
        f"said to {'rise' if up else 'fall'} from {text_a} to {text_b}, which is the other way",
        f"{text_b} {sign} {text_a}", (sentence.place(first), sentence.place(second)),
    )  # fmt: skip


def _is_less(a: Figure, b: Figure) -> bool:
    """Tell whether the first is less than the second. Written to the same digit it is: rounding does not change an order."""
    alike = written_step(a) == written_step(b) is not None or _form(a) == _form(b)
    if not (a.qualifier or b.qualifier) and alike:
        return a.value < b.value
    one, other = roughly(a), roughly(b)
    return one is not None and other is not None and one.high < other.low


def _form(figure: Figure) -> str:
    """Return how a figure is written but for its digits: 35元 and 40元 are both of two digits."""
    return re.sub(r"\d", "0", fold(figure.text).strip())


def _check_growth(sentence: Sentence, first: Figure, second: Figure, rate: Figure) -> Iterator[Oddity]:
    """Check 由A增加到B，增长G%, 年均增长G%, 增加D."""
    lead = sentence.between(max(first, second, key=lambda f: f.start), rate)
    average = _AVERAGE.match(lead)
    match = average or _RATE.match(lead) or _MOVED.match(lead)
    if match is None or _is_real(sentence, first):
        return
    sign = Decimal(-1) if match["down"] else Decimal(1)
    a, b, g = interval(first), interval(second), interval(rate)
    if a is None or b is None or g is None or a.low <= 0:
        return
    spans = _years(sentence, first, second, rate) if average else (1,)
    computed = [r for years in spans if (r := _rate_of(a, b, rate.unit, first, years)) is not None]
    stated = g * exactly(sign)
    if computed and not any(r.meets(stated) for r in computed):
        severity: Severity = "warning" if average else _severity(first)
        yield _misfit(sentence, (first, second, rate), _formula(first, second, rate, spans[0]), severity)


def _rate_of(a: Interval, b: Interval, unit: str, like: Figure, years: int) -> Interval | None:
    if unit == "%" and like.unit != "%":
        ratio = b / a
        root = Interval(_root(ratio.low, years), _root(ratio.high, years))
        return (root - exactly(1)) * exactly(_HUNDRED)
    if unit == "倍" and years == 1:
        return b / a - exactly(1)
    if unit == like.unit != "%" or (unit == "百分点" and like.unit == "%"):
        return (b - a) / exactly(years)
    return None


def _root(value: Decimal, n: int) -> Decimal:
    return value if n == 1 else (value.ln() / n).exp()


def _years(sentence: Sentence, first: Figure, second: Figure, rate: Figure) -> tuple[int, ...]:
    """Return how many years may lie between two levels: as the sentence names them, else those of the span of the average.

    A span may begin with the year of the first level, or with the year after it.
    """
    if all(re.fullmatch(r"\d{4}", f.period) and f.period in sentence.text for f in (first, second)):
        return (int(second.period) - int(first.period),) if second.period > first.period else ()
    span = re.fullmatch(r"(\d{4})-(\d{4})", rate.period)
    length = int(span[2]) - int(span[1]) if span else 0
    return (length + 1, length) if length else ()


def _check_change(sentence: Sentence, level: Figure, change: Figure, rate: Figure) -> Iterator[Oddity]:
    """Check L，比上年增加D，增长G%: D ÷ (L − D) is the growth."""
    lead, next_lead = _CHANGED.match(sentence.between(level, change)), _RATE.match(sentence.between(change, rate))
    if not lead or not next_lead or rate.unit != "%" or level.unit in _RATIOS or not _is_level(level):
        return
    in_unit = convert(change.value, change.unit, level.unit)
    whole, moved, g = interval(level), interval(change, level.unit), interval(rate)
    if in_unit is None or whole is None or moved is None or g is None or _SCOPE.search(sentence.text):
        return
    down = bool(lead["down"])
    before = whole + moved if down else whole - moved
    if before.low <= 0 or (moved / before * exactly(_HUNDRED)).meets(g):
        return
    value = in_unit / (level.value + in_unit if down else level.value - in_unit) * _HUNDRED
    texts = [f.text.strip() for f in (level, change, rate)]
    formula = f"{texts[1]} ÷ ({texts[0]} {'+' if down else '−'} {texts[1]}) ≈ {_percent(value)} ≠ {texts[2]}"
    yield Oddity(
        _severity(level), f"增减额与增减幅不符：按{texts[0]}和{texts[1]}推算为{_percent(value)}，原文为{texts[2]}",
        f"the change and its rate do not fit: {texts[0]} and {texts[1]} give {_percent(value)}, the text says {texts[2]}",
        formula, tuple(sentence.place(f) for f in (level, change, rate)),
    )  # fmt: skip


def _is_real(sentence: Sentence, figure: Figure) -> bool:
    return bool(IS_REAL.search(sentence.text)) or (figure.unit in MONEY and bool(_OUTPUT.search(figure.subject + sentence.text)))


def _severity(level: Figure) -> Severity:
    """Sums of money may be compared at other prices or in another scope without a word of it."""
    return "warning" if level.unit in MONEY else "error"


def _misfit(sentence: Sentence, figures: tuple[Figure, Figure, Figure], formula: str, severity: Severity) -> Oddity:
    texts = [f.text.strip() for f in figures]
    return Oddity(
        severity, f"由{texts[0]}到{texts[1]}，与所说的{texts[2]}不符", f"from {texts[0]} to {texts[1]} is not {texts[2]}",
        f"{formula} ≠ {texts[2]}", tuple(sentence.place(f) for f in figures),
    )  # fmt: skip


def _formula(first: Figure, second: Figure, rate: Figure, years: int) -> str:
    a, b = first.text.strip(), second.text.strip()
    if rate.unit == "%":
        value = _percent((_root(second.value / first.value, years) - 1) * _HUNDRED)
        return f"{b} ÷ {a} − 1 ≈ {value}" if years == 1 else f"({b} ÷ {a})^(1/{years}) − 1 ≈ {value}"
    if rate.unit == "倍":
        return f"{b} ÷ {a} − 1 ≈ {plain((second.value / first.value - 1).quantize(Decimal('0.01')))}倍"
    difference = write_value((second.value - first.value) / years, rate.unit, rate)
    return f"{b} − {a} = {difference}" if years == 1 else f"({b} − {a}) ÷ {years} ≈ {difference}"


def _percent(value: Decimal) -> str:
    return f"{plain(value.quantize(Decimal('0.1')))}%"
