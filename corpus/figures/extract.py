"""The figures of a text: quantities with kind, period, status and subject."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.figures.aims import is_called_aim, is_of_whole_year
from corpus.figures.candidates import Quantity, find_quantities
from corpus.figures.clauses import Clauses
from corpus.figures.figure import Figure
from corpus.figures.meaning import Meaning, is_start, resolve_meaning
from corpus.figures.numerals import fold
from corpus.figures.period import (
    Setting,
    are_counted,
    last_year,
    leading_year,
    resolve_period,
    start_period,
    take_start,
    this_year,
    time_words,
)
from corpus.figures.status import is_proposed, is_to_come, read_signs, resolve_status
from corpus.figures.subject import resolve_subjects
from corpus.figures.units_ahead import unit_ahead
from corpus.matching import simplified
from corpus.sentences import split_sentences

_LIST = re.compile(r"^(?:左右|以上|以下|以内)?(?:[、，和与及]|以及|到|至|；)?(?:增至|增加到|提高到)?$")
_RATE_OF_CHANGE = re.compile(r"增长率|增速|增幅|涨幅|上涨率|增长速度|(?:上涨|增长)幅度|(?P<down>降幅|跌幅|下降率|下降幅度)")
_PEOPLE_BEHIND = re.compile(
    r"^(?:的|左右|以内|以上|以下|多|名)?"
    r"(?:少数民族|农村|城镇|城市|青壮年|城乡|贫困|困难|流动|建档立卡|下岗|失业|国有企业)*"
    r"(?:人口|居民(?!户)|文盲|群众|职工|农民(?!专业)|市民|村民|人民(?!币)|劳动力|学生|纳税人|党员|干部)"
)
# What says that a figure sums up others beside it.
SUMS = frozenset({"总计", "共计", "合计"})
# What adds up over the years of a term: 新增就业, 建成铁路.
_FLOW = re.compile(r"新增|净增|新建|新开工|建成|改造|累计|总投入|转移就业|脱贫")
# What is told against 去年, where 今年 is spoken of, is of this year; some reviews say 去年 for the year before theirs.
_SINCE_LAST, _THIS_YEAR, _BEFORE = re.compile("[比较与同和跟]去年(?!年?[初末底])"), re.compile("今年|将比去年|预计"), 40
_SHARED = re.compile(r"^[、和与及]$|^以及$")
_SCALED = re.compile("[万亿萬億]")
# M2 and PM2.5, whose lower numbers a converted page puts on lines of their own.
_LOWERED = re.compile(r"([A-Za-z])\n(\d[\d.]{0,2})\n")


def extract_figures(text: str, setting: Setting) -> list[Figure]:
    """Return the figures of a text in order; `setting` says where the text stands.

    >>> [f.text for f in extract_figures("粮食产量1.39万亿斤，增长1.3%。", Setting("review", 2024))]
    ['1.39万亿斤', '1.3%']
    """
    # Rules and names are in simplified characters, whatever a report is written in.
    plain = simplified(text)
    folded, traditional = _LOWERED.sub(r"\1 \2 ", fold(plain)), plain != text
    figures: list[Figure] = []
    found: list[Figure] = []
    # The year that the paragraph is about, and its sentences that were not yet asked for one.
    carried, read_to = "", 0
    unread: list[str] = []
    for start, end in split_sentences(text):
        if "\n" in text[read_to:start]:
            carried, unread = "", []
        read_to = end
        sentence = folded[start:end]
        unread.append(sentence)
        quantities = find_quantities(sentence)
        if not quantities:
            # Three sentences in four end here: only the others need to know their year.
            found = []
            continue
        carried = next((year for s in reversed(unread) if (year := leading_year(s, setting))), carried)
        unread = []
        # 某年总产值达到…。其中，…: a part is of the year of its whole.
        year = _year_of(found) if sentence.startswith("其中") else carried
        if _SINCE_LAST.search(sentence) and _THIS_YEAR.search(folded, max(0, start - _BEFORE), end):
            year = this_year(setting)
        written = text[start:end]
        found = _sentence_figures(
            sentence, quantities, replace(setting, carried=year) if year else setting, written=written, offset=start
        )
        if traditional and plain[start:end] != written:
            found = [replace(f, subject=_as_written(f.subject, sentence, written)) for f in found]
        figures += found
    return figures


def _year_of(figures: Sequence[Figure]) -> str:
    """Return the year that a sentence is about, "" if its figures are of none: that of its first value, no base of another."""
    return next((f.period for f in figures if f.kind == "level" and len(f.period) == 4), "")


def _as_written(subject: str, folded: str, written: str) -> str:
    """Return a subject in the traditional characters of its sentence, if it is written in them."""
    at = folded.find(subject) if subject else -1
    return written[at : at + len(subject)] if at >= 0 else subject


def _sentence_figures(sentence: str, bare: Sequence[Quantity], setting: Setting, *, written: str, offset: int) -> list[Figure]:
    """Return the figures of a folded sentence with the `bare` quantities, as they are `written` at `offset` of the text."""
    clauses = Clauses(sentence)
    quantities = _share_units(sentence, bare, clauses)
    subjects, times, signs = resolve_subjects(sentence, quantities, clauses), time_words(sentence), read_signs(sentence)
    figures: list[Figure] = []
    previous_end, arriving = 0, False
    begun: dict[str, str] = {}
    for quantity, subject in zip(quantities, subjects, strict=True):
        clause_start = clauses.start(quantity.start)
        lead = sentence[max(clause_start, previous_end) : quantity.start]
        own = _with_rate(resolve_meaning(sentence, quantity, lead), quantity, subject)
        meaning = _continue_list(quantity, figures[-1], own, lead) if figures else own
        starting = is_start(lead, sentence[quantity.end : quantity.end + 12])
        named = ""
        if starting:
            times, named = take_start(times, quantity.start, setting)
        changed = bool(meaning.polarity or _FLOW.search(lead)) or (meaning.basis == "累计" or meaning.basis in SUMS)
        period = resolve_period(times, quantity.start, setting, average=meaning.basis == "年均", changed=changed)
        head = sentence[previous_end if arriving else 0 : quantity.start]
        said = sentence[clause_start : quantity.start]
        proposed, tail = arriving and is_proposed(sentence[: quantity.start]), sentence[quantity.end :]
        called = signs.aim and is_called_aim(quantity, said, tail, figures[-1] if figures else None)
        status = "target" if proposed or called else resolve_status(head, said, tail, setting, period, signs)
        if status == "target" and signs.aim:
            period = period[:4] if "/" in period and is_of_whole_year(said, tail) else period
            meaning = _of_what_came(meaning, quantity, subject, figures[-1]) if figures else meaning
        if signs.coming and not (times and times[0].end() <= quantity.start) and is_to_come(said, setting):
            period = this_year(setting)
        if starting:
            # 由A到B: A was before, whatever B is.
            told = named or begun.get(last_year(period), "")
            counted = are_counted(times, quantity.start)
            period, status = start_period(period, told, setting, counted=counted), "actual"
        elif arriving:
            period = last_year(period)
            # 由2018年的A到2022年的B，茶叶由C到D: C is of 2018 too.
            begun[period] = figures[-1].period
        arriving = starting
        previous_end = quantity.end
        # By their places: named arguments take a third longer.
        figures.append(
            Figure(
                offset + quantity.start, offset + quantity.end, written[quantity.start : quantity.end], quantity.value, quantity.unit, meaning.kind,
                quantity.value_to, meaning.polarity, meaning.qualifier, meaning.basis, period, status, subject,
            )
        )  # fmt: skip
    return figures


def _of_what_came(own: Meaning, quantity: Quantity, subject: str, came: Figure) -> Meaning:
    """An aim that is only called one means what is told of what came of it: 增长3.8%，未达到8%的预期目标."""
    same = own.kind in {"share", "other"} and (came.unit, came.subject, came.status) == (quantity.unit, subject, "actual")
    return replace(own, kind=came.kind, polarity=came.polarity) if same else own


def _with_rate(meaning: Meaning, quantity: Quantity, subject: str) -> Meaning:
    """A share of a measure that is itself a rate of change is a growth: 人口自然增长率由29‰降到6‰."""
    rate = _RATE_OF_CHANGE.search(subject) if meaning.kind == "share" else None
    if rate is None:
        return meaning
    return replace(meaning, kind="growth", polarity="-" if rate["down"] or quantity.value < 0 else "+")


def _share_units(sentence: str, quantities: Sequence[Quantity], clauses: Clauses) -> Sequence[Quantity]:
    """Give members of a list their common unit: 200万和120万人次, 2.1个和3.4个百分点."""
    if all(q.unit for q in quantities) and not any(q.unit == "百分点" for q in quantities):
        return quantities
    shared = list(quantities)
    for i, (left, right) in reversed(list(enumerate(pairwise(quantities)))):
        points = left.unit == "个" and shared[i + 1].unit == "百分点"
        if (points or (left.unit == "" and shared[i + 1].unit)) and _SHARED.match(sentence[left.end : right.start]):
            shared[i] = replace(left, unit=shared[i + 1].unit)
    return [replace(q, unit=_unit_elsewhere(sentence, q, clauses)) if q.unit == "" else q for q in shared]


def _unit_elsewhere(sentence: str, quantity: Quantity, clauses: Clauses) -> str:
    """Return the unit of a number that stands elsewhere, as in 人口控制在十二亿 and 九百万的渡口居民; "" for none."""
    lead, number = sentence[clauses.start(quantity.start) : quantity.start], sentence[quantity.start : quantity.end]
    if _SCALED.search(number) and _PEOPLE_BEHIND.match(sentence[quantity.end : quantity.end + 12]):
        return "人"
    return unit_ahead(sentence, lead, number)


def _continue_list(quantity: Quantity, previous: Figure, own: Meaning, lead: str) -> Meaning:
    """A bare member of a list means what the member before it means, and what an average goes on with is averaged too."""
    if _LIST.match(lead) and quantity.unit == previous.unit and not own.polarity:
        own = Meaning(previous.kind, previous.polarity, previous.basis, own.qualifier)
    averaged = previous.basis == "年均" and not own.basis and lead.startswith("、")
    return replace(own, basis="年均") if averaged else own  # 平均每年新增就业1000万人、转移就业800万人
