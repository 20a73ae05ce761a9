"""What the questions before a follow-up were answered with."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.answer import Answer, ShownFigure
from app.conversation.follow_up_times import without_years
from corpus.figures.figure import Figure
from corpus.matching import is_chinese
from index.places import short_name, spellings

Ask = Callable[[str, Sequence[str]], Answer]
# So many answers are looked back at.
_REMEMBERED = 6
_PART = re.compile(r"其中|\bof (?:which|that|those|them|this|these)\b", re.IGNORECASE)
# What weighs or reaches is no noun that is counted.
_MEASURES = frozenset(
    [
        "tonnes",
        "tons",
        "kg",
        "hectares",
        "acres",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "miles",
        "km",
        "litres",
        "liters",
        "gallons",
        "feet",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "minutes",
        "GW",
        "MW",
        "kW",
        "kWh",
        "GWh",
        "MWh",
        "TEU",
        "times",
        "degrees",
    ]
)
_RATE_BESIDE = frozenset(["growth", "change", "share", "rank"])
_RATE_UNITS = frozenset(["%", "‰", "百分点"])
_RATE_ASKED = re.compile(
    r"增长(?:了)?(?:多少|几|率)|增速|增幅|涨幅|降幅|同比|百分|比重|占比|[长降涨]了?多少|\b(?:grow|grew|growth|rate|per ?cent|percentage|share)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^how (?:many|much) (?P<what>.+?) (?:did|does|do|is|are|was|were|has|have|had|will)\b.*", re.IGNORECASE)
_ASKING = re.compile(
    r"^(?:那么?|what about|how about|and|what (?:is|was|are|were)|how (?:much|many))\s*(?:the )?|(?:(?:是|有|为)?多少.{0,3}|呢)?[？?。]*$",
    re.IGNORECASE,
)
_TITLE_LETTERS = 24
# Financial years are split over two: 2031/32.
_SPLIT = re.compile(r"(?:19|20)\d\d/\d\d")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question asked before and what it was answered with."""

    question: str
    answer: Answer

    @property
    def values(self) -> tuple[ShownFigure, ...]:
        """The values that answered: without the rates that only stand beside a value, empty where nothing or a text answered."""
        told = [f for f in self.answer.figures if f.role == "answer"]
        if not told:
            return ()
        # Where a rate was asked for, the value that it is told with stands beside it.
        rates = [f for f in told if f.unit in _RATE_UNITS] if _RATE_ASKED.search(self.question) else []
        first = (rates or told)[0]
        beside = first.kind not in _RATE_BESIDE
        return tuple(f for f in told if f.unit == first.unit and not (beside and f.kind in _RATE_BESIDE))

    @property
    def asks_for_part(self) -> bool:
        """Whether the question asked for a part of what was answered before it."""
        return _PART.search(self.question) is not None


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the answer that gave it."""

    shown: ShownFigure
    turn: Turn

    @property
    def figure(self) -> Figure:
        """The value as a figure to reckon with."""
        f = self.shown
        return Figure(
            0, len(f.text), f.text, Decimal(f.value), f.unit, f.kind, period=f.period, status=f.status, subject=f.subject
        )


def are_of_one_unit(a: ShownFigure, b: ShownFigure) -> bool:
    """Tell figures of one unit, or two that English counts by their nouns: 24,000 and 25,000 students, 400 boys and 500 girls."""
    return a.unit == b.unit or (_is_counted(a) and _is_counted(b))


def of_one_unit(values: Sequence[Value]) -> list[Value]:
    """Return values counted by different nouns, or some by none, with the noun that all have, or without one."""
    units = {v.shown.unit for v in values}
    if len(units) < 2 or not all(_is_counted(v.shown) for v in values):
        return list(values)
    told = units - {""}
    noun = told.pop() if len(told) == 1 else ""
    return [replace(v, shown=replace(v.shown, unit=noun)) for v in values]


def _is_counted(figure: ShownFigure) -> bool:
    unit = figure.unit
    counted = figure.kind == "level" and (
        not unit or (unit.isascii() and unit.replace(" ", "").isalpha() and unit not in _MEASURES)
    )
    return counted and not is_chinese(figure.text)


def turns_before(history: Sequence[str], ask: Ask) -> list[Turn]:
    """Answer the last questions of a conversation again, each with those before it."""
    first = max(0, len(history) - _REMEMBERED)
    return [Turn(question, ask(question, history[:n])) for n, question in enumerate(history) if n >= first]


def last_answered(turns: Sequence[Turn]) -> Turn | None:
    """Return the last question that was answered."""
    return next((turn for turn in reversed(turns) if not turn.answer.abstained), None)


def labels_of(values: Sequence[Value]) -> list[str]:
    """Name each of some values by what tells them apart: place or company, year, or what was asked for."""
    text = " ".join(v.turn.question for v in values)
    for told in (_bodies, _years):
        names = [told(v, text) for v in values]
        if all(names) and len(set(names)) == len(names):
            return names
    statuses = [v.shown.status for v in values]
    if len(set(statuses)) == len(values):
        # 新增就业多少？目标是多少？
        words = {"actual": ("实际", "outcome"), "target": ("目标", "target")}
        return [words[s][0 if is_chinese(text) else 1] for s in statuses]
    names = [v.shown.subject if _is_short(v) else _plain_label(v.turn.question) for v in values]
    return names if len(set(names)) == len(names) and all(names) else [v.turn.question.strip("？?。 ") for v in values]


def over_years(turns: Sequence[Turn], count: int) -> str:
    """Return the question for the mean of what was asked about over `count` years up to the last year asked about, "" if no year was."""
    years = [y for t in turns for y in t.answer.scope.years]
    measure = next((_plain_label(without_years(t.question)) for t in turns if t.values), "")
    if not years or not measure or not is_chinese(measure):
        return ""
    return f"{max(years) - count + 1}年到{max(years)}年{measure}平均是多少"


def _plain_label(question: str) -> str:
    """Return what a question asked for, without its words of asking."""
    counted = _COUNTED.match(question)
    return counted["what"] if counted else _ASKING.sub("", _ASKING.sub("", question)).strip()


def _is_short(value: Value) -> bool:
    subject = value.shown.subject
    return 1 < len(subject) <= _TITLE_LETTERS and is_chinese(subject) == is_chinese(value.turn.question)


def _bodies(value: Value, text: str) -> str:
    scope = value.turn.answer.scope
    place = scope.places[0] if scope.places else ""
    if place and not is_chinese(value.turn.question):
        return _as_spelt(place, text)
    return short_name(place) if place else scope.issuers[0] if scope.issuers else ""


def _as_spelt(place: str, text: str) -> str:
    """Return a place as the questions in English write it."""
    for spelling in spellings(short_name(place)):
        written = re.search(rf"\b{re.escape(spelling)}\b", text, re.IGNORECASE)
        if written:
            return written[0]
    return spellings(short_name(place))[0].title()


def _years(value: Value, text: str) -> str:
    years = value.turn.answer.scope.years
    year = str(years[0]) if len(years) == 1 else value.shown.period
    if _SPLIT.search(text) and len(year) == len("2023"):
        year = f"{year}/{(int(year) + 1) % 100:02}"
    return f"{year}年" if year and is_chinese(text) else year
