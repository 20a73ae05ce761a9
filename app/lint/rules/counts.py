"""A number of things against the things listed: 三个方面：一是…二是…, 5个（①…⑤…）, and 全县17个乡镇 against 18个乡镇 elsewhere."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.lint.finding import Oddity, Place
from app.lint.statements import Reading, Sentence
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold, parse_chinese

_NUMERALS = "一二三四五六七八九十"
_FAMILIES = (r"{}是", r"\({}\)", r"第{}[,，、]")
_THINGS = (
    "方面|问题|措施|任务|环节|要求|原则|特点|重点|工作|目标|步骤|阶段|关系|转变|突破|条件|因素|原因|变化|办法|途径|层次"
    "|建议|意见|内容|标志|优势|机遇|挑战"
)
_INTRODUCED = re.compile(
    # 三个突出问题：一是
    r"(?<![\d十百])(?P<n>[二两三四五六七八九十]|[2-9]|10)(?:个|条|项|点|大|种|类)"
    rf"(?:主要|突出|重要|基本|具体|重点|明显|显著)?(?:{_THINGS})?[一-龥]{{0,6}}"
    r"(?:[:：。]|[,，](?=一是))\s*(?P<first>一是|\(一\)|第一[,，、])"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = re.compile(rf"(?P<n>\d{{1,2}})[个项条名种类家处]?\s?\((?P<list>[{_CIRCLED}][^()]*)\)")
_UNITS = (
    "乡镇(?:街道)?|镇(?:街道)?|街道|行政村|建制村|社区|县\\(市、区\\)|县市区|市县|地级市|区县|州市|设区市"
    "|党支部|党委|基层党组织|政府组成部门"
)
_WHOLE = re.compile(
    r"(?P<of>全[县市省区州镇乡国]|我[县市省区州])(?:所有|共有?|现有|的)?"
    rf"(?P<n>\d+)(?:多|余)?个(?P<unit>{_UNITS})(?![一-龥]{{0,4}}(?:级|干部|书记))"
)
_ANY = re.compile(rf"(?P<lead>[^,，。;；:：、]{{0,12}})(?<!\d)(?P<n>\d+)个(?P<unit>{_UNITS})")
_OTHER_PLACE = re.compile(r"全国|全省|全市|全区|全州|周边|先后|累计|原|撤|并|外|合并|由|从|增加|新增|覆盖.*个$|其他|[至到]$")
_NEAR = 24
_MOST_APART = Decimal("1.5")


def check_counts(reading: Reading) -> list[Oddity]:
    """Return where a stated number of things is not that of the things listed, or differs from the number given of the whole."""
    return [*_check_introduced(reading), *_check_circled(reading), *_check_wholes(reading)]


def _check_introduced(reading: Reading) -> Iterator[Oddity]:
    folded = fold(reading.text)
    for match in _INTRODUCED.finditer(folded):
        family = next(f for f in _FAMILIES if re.match(f.format("一"), match["first"]))
        stated = int(match["n"]) if match["n"].isdigit() else int(parse_chinese(match["n"].replace("两", "二")))
        ends = _follow(folded, match.start("first"), family)
        if len(ends) == stated or len(ends) < 2 or stated > len(_NUMERALS) or _is_told(folded, match.start(), len(ends)):
            continue
        if _goes_on(folded, ends, stated):
            continue
        first, last = reading.sentence_of(match.start("n")), reading.sentence_of(ends[-1])
        if first is None or last is None:
            continue
        items = "、".join(folded[e : e + 2] for e in ends)
        yield Oddity(
            "error" if len(ends) > stated else "warning", f"说是{match['n']}项，实际列出{len(ends)}项（{items}）",
            f"{match['n']} announced, {len(ends)} listed", f"{len(ends)} ≠ {stated}", (first.place(), last.place()),
        )  # fmt: skip


def _follow(text: str, start: int, family: str) -> list[int]:
    """Return where the items of a list begin: each is sought up to the next beginning of a list of the same family."""
    found = [start]
    again = re.compile(family.format("一")).search(text, start + 1)
    stop = again.start() if again else len(text)
    for numeral in _NUMERALS[1:]:
        match = re.compile(rf"(?<=[,，。;；:：!?\s”)]){family.format(numeral)}").search(text, found[-1] + 1, stop)
        if match is None:
            break
        found.append(match.start())
    return found


def _is_told(text: str, at: int, listed: int) -> bool:
    """Tell whether the number of items listed stands right before the other: 5方面20项."""
    before = re.findall(rf"([{_NUMERALS}两]|\d+)(?:个|大|项|条)?(?:{_THINGS})", text[max(0, at - _NEAR) : at])
    return any((int(n) if n.isdigit() else int(parse_chinese(n.replace("两", "二")))) == listed for n in before)


def _goes_on(text: str, ends: list[int], stated: int) -> bool:
    """Tell whether the next item is there, only that it is introduced with other words than those before."""
    if len(ends) >= len(_NUMERALS) or len(ends) > stated:
        return False
    numeral = _NUMERALS[len(ends)]
    paragraph = text.find("\n", ends[-1])
    stop = len(text) if paragraph < 0 else paragraph
    otherwise = re.compile(rf"以及|还有|另一|另外|再一|最后|此外|第?{numeral}(?:种|个|条|类|项|是|要|、|[,，])")
    below = re.compile(rf"\n\s*(?:第{numeral}|{numeral}是|{len(ends) + 1}[.、]|\({numeral}\))")
    return otherwise.search(text, ends[-1] + 1, stop) is not None or below.match(text, stop) is not None


def _check_circled(reading: Reading) -> Iterator[Oddity]:
    folded = fold(reading.text)
    for match in _BRACKETED.finditer(folded):
        marks = [_CIRCLED.index(c) for c in match["list"] if c in _CIRCLED]
        if marks != list(range(marks[0], marks[0] + len(marks))) or len(marks) == int(match["n"]):
            continue
        first, last = reading.sentence_of(match.start("n")), reading.sentence_of(match.end("list") - 1)
        if first is not None and last is not None:
            yield Oddity(
                "error", f"说是{match['n']}个，括号中列出{len(marks)}个", f"{match['n']} stated, {len(marks)} listed in brackets",
                f"{len(marks)} ≠ {match['n']}", (first.place(_figure_at(first, match.start("n"))), last.place()),
            )  # fmt: skip


def _check_wholes(reading: Reading) -> Iterator[Oddity]:
    """Check 全县17个乡镇 against every other number of the same units: none of them may be more, and no other whole may differ."""
    folded = fold(reading.text)
    wholes = list(_WHOLE.finditer(folded))
    told: set[tuple[str, ...]] = set()
    for whole in wholes:
        for other in _ANY.finditer(folded):
            if other.start("n") == whole.start("n") or other["unit"] != whole["unit"] or other["n"] == whole["n"]:
                continue
            key = (whole["unit"], *sorted((whole["n"], other["n"])))
            is_whole = any(w.start("n") == other.start("n") and w["of"][-1] == whole["of"][-1] for w in wholes)
            ratio = Decimal(other["n"]) / Decimal(whole["n"])
            if key in told or (_OTHER_PLACE.search(other["lead"]) and not is_whole):
                continue
            if is_whole or 1 < ratio <= _MOST_APART:
                places = [_place(reading, m.start("n")) for m in (whole, other)]
                if all(p is not None for p in places):
                    told.add(key)
                    yield _differing(whole, other, tuple(p for p in places if p is not None), is_whole=is_whole)


def _differing(whole: re.Match[str], other: re.Match[str], places: tuple[Place, ...], *, is_whole: bool) -> Oddity:
    a, b = f"{whole['of']}{whole['n']}个{whole['unit']}", f"{other['n']}个{other['unit']}"
    # Both are counts written out: no part of the whole is more than it.
    return Oddity(
        "warning" if is_whole else "error",
        f"数目前后不一：一处为{a}，另一处为{b}" + ("" if is_whole else "，多于总数"), f"numbers differ: {a} here, {b} there",
        f"{other['n']} {'≠' if is_whole else '>'} {whole['n']}", places,
    )  # fmt: skip


def _place(reading: Reading, position: int) -> Place | None:
    sentence = reading.sentence_of(position)
    return None if sentence is None else sentence.place(_figure_at(sentence, position))


def _figure_at(sentence: Sentence, position: int) -> Figure | None:
    return next((f for f in sentence.figures if f.start <= position < f.end), None)
