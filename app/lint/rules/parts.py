"""Parts against their total in running text: a part larger than its whole, parts that are all of it, structures that make 100."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from app.decimals import plain
from app.lint.finding import Oddity, Place
from app.lint.interval import UPWARD, Interval, exactly, interval, roughly
from app.lint.sorts import may_overlap
from app.lint.statements import Reading, Sentence
from app.working.deriving import write_value
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.units import COUNTED, PEOPLE

_AMONG = re.compile(r"(?:^|(?<=[,，;；:：。、(]))\s?其中[:：,，]?")
_NO_SUM = re.compile(
    # Differences, means and prices, ratios, bounds
    r"净|亏损|差额|顺差|逆差|利润"
    r"|单产|亩产|人均|户均|平均|日均|月均|每|均价|价格|单价|工资|标准"
    r"|强度|密度|率|浓度|年龄|寿命|最[高低大多长]"
)
# Lengths, times and degrees of parts do not add up to those of a whole.
_MEASURES = frozenset({"毫米", "厘米", "微米", "纳米", "米", "天", "小时", "分钟", "秒", "岁", "℃", "摄氏度", "分贝", "级"})
_COMPARED = re.compile("上年|去年|同期|上期|年初|计划|目标")
_LISTED = re.compile(r"(?:\([^()]*\))?[^\d,，。;；、:：]{0,6}[,，;；、][^\d,，。;；、:：]{1,16}")
_COLON = re.compile("[:：]$")
_BRACKET = re.compile(r"\([^)]*$")
_APART = re.compile(r"[多少][^,，。]{0,2}$")
_RATIOS = frozenset({"", "%", "‰", "百分点", "倍", "番"})
# Measures that are, by their definition, the sum of two or three others.
_PARTITIONS = (
    (re.compile("进出口|对外贸易"), (re.compile("(?<!进)出口"), re.compile("进口"))),
    (re.compile("人口|学生|党员|代表|委员|职工"), (re.compile("男"), re.compile("女"))),
    (re.compile("人口"), (re.compile("城镇|城市"), re.compile("乡村|农村"))),
    (
        re.compile("(?<!人均)生产总值|(?<!人均)GDP"),
        (re.compile("第?一次?产业?"), re.compile("第?二次?产业?"), re.compile("第?三次?产业?")),
    ),
    (re.compile("预算收入|财政(?:总)?收入"), (re.compile("(?<!非)税收"), re.compile("非税"))),
    (re.compile("(?<!中央)(?<!中央财政)(?<!地方财政)赤字"), (re.compile("中央"), re.compile("地方"))),
)
_NUMBER, _TO = r"\d+(?:\.\d+)?", r"(?:%)?\s?[:：∶]\s?"
_STRUCTURE = re.compile(rf"(?:结构|比重)[^。;；\d]{{0,12}}?(?P<a>{_NUMBER}){_TO}(?P<b>{_NUMBER}){_TO}(?P<c>{_NUMBER})")
# Three numbers with colons that are far from 100 together are no structure, but a ratio.
_LEAST_STRUCTURE, _MOST_STRUCTURE = 60, 140
_HUNDRED = Decimal(100)


def check_parts(reading: Reading) -> list[Oddity]:
    """Return where parts and total do not fit. 其中 names some parts only: they may not exceed the total, that is all."""
    found: list[Oddity] = []
    previous: Sentence | None = None
    for sentence in reading.sentences:
        exact = list(_check_partition(sentence))
        # The parts of a division that do not make their whole are not told once more as more than it.
        found += exact + [o for o in _check_among(sentence, previous) if o.places not in {e.places for e in exact}]
        found += _check_structure(sentence)
        previous = sentence
    return found


def _check_among(sentence: Sentence, previous: Sentence | None) -> Iterator[Oddity]:
    for match in _AMONG.finditer(sentence.text):
        at = sentence.start + match.end()
        ahead = [f for f in sentence.figures if f.end <= at]
        source = sentence
        if not ahead and match.start() == 0 and previous is not None and previous.passage.section == sentence.passage.section:
            ahead, source = _only(previous), previous
        parts = _listed(sentence, at)
        whole = next((f for f in reversed(ahead) if f.kind == "level" and not _BRACKET.search(source.between(None, f))), None)
        if not parts or whole is None or not _is_whole(whole, parts, ahead):
            continue
        if source is sentence and _adds_up(sentence, whole, parts[0]) and not _is_of_another(sentence, whole, ahead, parts):
            yield from _check_sum(sentence.place(whole), whole, sentence, parts)
        if (len(parts) >= 2 and source is not sentence) or (len(ahead) > 1 and ahead[-1] is not whole and len(parts) >= 2):
            yield from _check_pair(source, whole, sentence, parts[:2])


def _adds_up(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    """Tell a whole that 其中 surely looks back on and that cannot be less than its parts: no mean, price, balance or length."""
    before, between = sentence.between(None, whole), sentence.between(whole, part)
    words = re.split("[;；]", before)[-1] + whole.subject + between
    if (
        _NO_SUM.search(words)
        or "/" in whole.unit
        or whole.unit in _MEASURES
        or re.search(r"[\d.亿万]$", before)
        or re.search(r"[\d.亿万]$", between)
    ):
        return False
    return not re.search("[;；]|其中[:：,，]?[^,，]+[,，]", between) and not _COMPARED.search(_own(sentence, whole))


def _is_of_another(source: Sentence, whole: Figure, ahead: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Tell whether 其中 may look back further: to a larger value of its unit in the same clause of ；, or to a list as a whole."""
    alike = [
        f for f in ahead if f.end <= whole.start and convert(f.value, f.unit, parts[0].unit) is not None and f.kind == "level"
    ]
    near = [f for f in alike if not re.search("[;；]", source.between(f, whole))]
    near += [f for f in ahead if f.end <= whole.start and f.unit in PEOPLE and parts[0].unit in COUNTED]
    sizes = [
        f.value if f.unit in PEOPLE and parts[0].unit in COUNTED else convert(f.value, f.unit, parts[0].unit) or Decimal(0)
        for f in (*near, whole)
    ]
    return bool(near) and sum(sizes, Decimal(0)) >= parts[0].value


def _only(previous: Sentence) -> list[Figure]:
    """Return the figures of the sentence before where one level of it can be meant by 其中, else none."""
    levels = [f for f in previous.figures if f.kind == "level" and f.unit not in _RATIOS]
    return list(previous.figures) if len(levels) == 1 and not _APART.search(previous.between(None, levels[0])) else []


def _listed(sentence: Sentence, at: int) -> list[Figure]:
    """Return the levels of one unit listed behind 其中, up to the end of the sentence or the next ; or 其中."""
    text = sentence.text[at - sentence.start :]
    end = re.search("[。]|其中" if _COLON.search(sentence.text[: at - sentence.start]) else "[。;；]|其中", text)
    stop = at + (end.start() if end else len(text))
    inside = [f for f in sentence.figures if at <= f.start < stop]
    levels = [f for f in inside if f.kind == "level" and f.unit not in _RATIOS]
    return [f for f in levels if f.unit == levels[0].unit]


def _is_whole(whole: Figure, parts: Sequence[Figure], ahead: Sequence[Figure]) -> bool:
    first = parts[0]
    same = convert(whole.value, whole.unit, first.unit) is not None and whole.unit not in _RATIOS
    return (
        same and whole.period == first.period and whole.status == first.status and ahead[-1] in {whole} | _changes(ahead, whole)
    )


def _changes(ahead: Sequence[Figure], whole: Figure) -> set[Figure]:
    """Return what stands behind the whole and only tells how it changed."""
    behind = [f for f in ahead if f.start > whole.start]
    return set(behind) if all(f.kind in {"growth", "change", "share"} for f in behind) else set()


def _check_sum(place: Place, whole: Figure, sentence: Sentence, parts: Sequence[Figure]) -> Iterator[Oddity]:
    apart = _are_apart(sentence, parts)
    for part in parts if apart else parts[:1]:
        if _is_larger(part, whole):
            text, inexact = part.text.strip(), part.qualifier or whole.qualifier
            yield Oddity(
                "warning" if inexact or whole.status != part.status else "error",
                f"部分大于总数：其中{text}，总数{whole.text.strip()}", f"a part is larger than its whole: {text} of {whole.text.strip()}",
                f"{text} > {whole.text.strip()}", (place, sentence.place(part)),
            )  # fmt: skip
            return
    total, values = interval(whole, parts[0].unit), [interval(f) for f in parts]
    known = [v for v in values if v is not None]
    if total is not None and len(known) == len(parts) and apart and _sum(known).low > total.high:
        said, value = _written_sum(parts, whole)
        yield Oddity(
            "warning", f"其中各项之和{value}大于总数{whole.text.strip()}（各项若不重叠）",
            f"the parts add up to {value}, more than {whole.text.strip()}",
            f"{said} = {value} > {whole.text.strip()}", (place, *(sentence.place(f) for f in parts)),
        )  # fmt: skip


def _is_larger(part: Figure, whole: Figure) -> bool:
    least, most = roughly(part), None if whole.qualifier in UPWARD else roughly(whole, part.unit)
    return least is not None and most is not None and least.low > most.high


def _are_apart(sentence: Sentence, parts: Sequence[Figure]) -> bool:
    """Tell a list of parts of one kind, with nothing but their names between them.

    其中：A，B is a list, and so is 其中A、B; 其中A，B may go on to something else, unless the names end alike.
    """
    between = [sentence.between(a, b) for a, b in pairwise(parts)]
    names = [_named(sentence, f) for f in parts]
    if not all(_LISTED.fullmatch(b) for b in between) or may_overlap(names):
        return False
    colon = re.search("其中[:：][^:：]*$", sentence.between(None, parts[0]))
    marks = {mark for b in between for mark in b if mark in "、,，;；"}
    return bool(colon) or marks == {"、"} or (len(marks) == 1 and len({name[-2:] for name in names}) == 1)


def _named(sentence: Sentence, part: Figure) -> str:
    return re.split("[,，;；。、:：]|其中", sentence.between(None, part))[-1]


def _sum(values: Sequence[Interval]) -> Interval:
    total = exactly(0)
    for value in values:
        total += value
    return total


def _written_sum(parts: Sequence[Figure], whole: Figure) -> tuple[str, str]:
    value = sum((f.value for f in parts), Decimal(0))
    return " + ".join(f.text.strip() for f in parts), write_value(value, whole.unit, whole)


def _check_pair(source: Sentence, whole: Figure, sentence: Sentence, parts: Sequence[Figure]) -> Iterator[Oddity]:
    """Check two parts behind 其中 that are all there is: 赤字A，比上年增加B。其中，中央赤字C，地方赤字D."""
    for name, members in _PARTITIONS:
        named = [_own(sentence, f) for f in parts]
        if (
            len(members) == len(parts)
            and name.search(_own(source, whole))
            and all(m.search(n) for m, n in zip(members, named, strict=True))
        ):
            yield from _check_all(source, sentence, whole, parts)
            return


def _check_partition(sentence: Sentence) -> Iterator[Oddity]:
    """Check 进出口A，其中出口B，进口C: neighbouring levels of one unit, period and status."""
    levels = [f for f in sentence.figures if f.kind == "level" and f.unit not in _RATIOS]
    for i, whole in enumerate(levels):
        for name, members in _PARTITIONS:
            parts = levels[i + 1 : i + 1 + len(members)]
            if len(parts) == len(members) and _is_partition(sentence, whole, parts, name, members):
                yield from _check_all(sentence, sentence, whole, parts)


def _is_partition(
    sentence: Sentence, whole: Figure, parts: Sequence[Figure], name: re.Pattern[str], members: tuple[re.Pattern[str], ...]
) -> bool:
    alike = all((f.unit, f.period, f.status) == (whole.unit, whole.period, whole.status) for f in parts)
    named = [_own(sentence, f) for f in (whole, *parts)]
    fits = (
        all(m.search(n) and not name.search(n) for m, n in zip(members, named[1:], strict=True))
        if name.pattern[0] == "进"
        else all(m.search(n) for m, n in zip(members, named[1:], strict=True))
    )
    others = any(m.search(named[0]) and name.pattern[0] != "进" for m in members)
    return alike and bool(name.search(named[0])) and fits and not others


def _own(sentence: Sentence, figure: Figure) -> str:
    """Return the words of a figure's own clause before it, back to the figure before."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    return re.split("[,，;；。、]", sentence.between(before, figure))[-1]


def _check_all(source: Sentence, sentence: Sentence, whole: Figure, parts: Sequence[Figure]) -> Iterator[Oddity]:
    total, values = interval(whole), [interval(f) for f in parts]
    if total is None:
        return
    known = [v for v in values if v is not None]
    if len(known) < len(parts) or _sum(known).meets(total):
        return
    said, value_text = _written_sum(parts, whole)
    yield Oddity(
        "error", f"各部分之和{value_text}与总数{whole.text.strip()}不符",
        f"the parts add up to {value_text}, the total is {whole.text.strip()}",
        f"{said} = {value_text} ≠ {whole.text.strip()}", (source.place(whole), *(sentence.place(f) for f in parts)),
    )  # fmt: skip


def _check_structure(sentence: Sentence) -> Iterator[Oddity]:
    """Check 三次产业结构为7.1:42.5:50.4: the three add up to 100, or to 10."""
    for match in _STRUCTURE.finditer(sentence.text):
        numbers = [match[g] for g in "abc"]
        places = max(len(n.partition(".")[2]) for n in numbers)
        total = sum((Decimal(n) for n in numbers), Decimal(0))
        slack = Decimal(3) * Decimal(10) ** -places / 2
        if not _LEAST_STRUCTURE <= total <= _MOST_STRUCTURE or abs(total - _HUNDRED) <= slack:
            continue
        formula = f"{' + '.join(numbers)} = {plain(total)} ≠ 100"
        yield Oddity(
            "error",
            f"结构之和为{plain(total)}，不是100",
            f"the structure adds up to {plain(total)}, not to 100",
            formula,
            (sentence.place(),),
        )
