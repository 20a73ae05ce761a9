"""What a question asks for: figure or text, which unit, which kind of quantity, outcome or target, how many values.

The words that tell it stand in the tables of `index/asking`; here is what follows from them.
"""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.figures.figure import Kind, Status
from corpus.figures.numerals import fold
from corpus.figures.units import UNITS, canonical_unit
from index.asking import first_told, pattern_source, tells, told, without
from index.definitions import defined_name
from index.english_asked import plainly_named
from index.excluded import UNWANTED_CLAUSE
from index.unit_classes import class_of_unit
from index.years import BUDGET_REPORT

Task = Literal["figure", "text"]

_KINDS: tuple[Kind, ...] = ("growth", "share", "change", "rank")
# An outcome that a question names goes before the aim that it names too.
_STATUSES: tuple[Status, ...] = ("actual", "target")
# 多少项目 asks for projects and 几个比率 for rates: they begin as a measure word does.
NOT_UNITS = f"(?!{pattern_source('unit none')})"
_MEASURED = "|".join(re.escape(u) for u in UNITS)
_UNIT_ASKED = re.compile(rf"(?:多少|(?<![哪之没好十这那])几|若干)[多来]?[万亿千百十]*{NOT_UNITS}(?P<unit>{_MEASURED})")
# 第九次 is a name and no quantity.
_POINTS_CHARGED = re.compile(pattern_source("points charged"))
_ORDINAL = re.compile("第几[次届任期批代]")
_UNWANTED = re.compile(UNWANTED_CLAUSE)


@dataclass(frozen=True, slots=True)
class Need:
    """What would answer a question.

    `unit` is a unit named in it, "" for none; `unit_class` as `class_of_unit` tells it, "" where the question tells nothing; `kinds` those of
    the quantity that fit (none where all do), `status` None where both outcome and target fit; `many` whether several values are asked
    for; `strict` whether the asking words themselves name the class of the unit (多少钱, 多少人, 几个月).
    """

    task: Task
    unit: str
    unit_class: str
    kinds: tuple[Kind, ...]
    status: Status | None
    many: bool
    strict: bool = False


def understand(question: str) -> Need:
    """Read from the words of a question (Chinese or English) what would answer it."""
    # A budget speech that is named as a report is no budget asked for.
    text = _POINTS_CHARGED.sub("百分之几", BUDGET_REPORT.sub(" ", fold(plainly_named(question)).lower()))
    timed = tells(text, "asked time")
    unit = "" if timed else _asked_unit(_ORDINAL.sub(" ", text))
    kinds = () if timed else _kinds(text)
    unit_class = "time" if timed else _unit_class(text, unit, kinds)
    if unit == "百分点" and unit_class == "points" and "growth" in kinds and not tells(text, "rate itself"):
        # 船票涨了几个百分点 is said of what is no rate as well, and answered in percent.
        unit, unit_class = "", "percent"
    strict = _is_strict(text, unit, unit_class)
    if strict and unit_class in {"money", "people"}:
        # 超出比例的要交多少税 asks for no share.
        kinds = tuple(k for k in kinds if k != "share")
    elif "growth" in kinds and (tells(text, "in money") or tells(text, "moved by a number")):
        kinds = tuple(k for k in kinds if k != "growth")
    elif kinds == ("change",) and not unit and not tells(text, "things counted"):
        # 产值提高多少 is answered by a rate more often than by the difference.
        kinds = ("growth", "change")
    return Need(
        "text" if defined_name(question) else _task(text, unit),
        unit,
        unit_class,
        kinds,
        _status(_UNWANTED.sub(" ", text)),
        tells(text, "values several"),
        strict,
    )


def _kinds(text: str) -> tuple[Kind, ...]:
    """Return the kinds that fit. 涨了百分之几 asks for a rate of growth and for no share, unless it says of what (占, 比重, 率)."""
    found = tuple(kind for kind in _KINDS if tells(text, f"kind {kind}"))
    return tuple(k for k in found if k != "share") if "growth" in found and not tells(text, "share surely") else found


def _asked_unit(text: str) -> str:
    match = _UNIT_ASKED.search(text)
    if match:
        unit = canonical_unit(match["unit"])
        # 多少位 are people where no rank moves.
        if unit == "位" and not tells(text, "rank moved"):
            return "人"
        # 几个家庭 are households, 几个学生 people.
        return (first_told(text, "counted") or unit) if unit == "个" else unit
    if tells(text, "goods weighed") and not tells(text, "asked percent") and not tells(text, "goods grown"):
        return "吨"
    return first_told(text, "measured")


def _is_strict(text: str, unit: str, unit_class: str) -> bool:
    """Tell whether the class of the unit is named by the asking words, and by no others beside them."""
    return unit_class != "" and (bool(unit) or told(text, "asked") == (unit_class,))


def _task(text: str, unit: str) -> Task:
    if unit or tells(_ORDINAL.sub(" ", text), "task figure"):
        return "figure"
    if _ORDINAL.search(text):
        return "text"
    text = without(text, "clause ahead")
    return "text" if tells(text, "task text") and not tells(text, "task comparison") else "figure"


def _unit_class(text: str, unit: str, kinds: tuple[Kind, ...]) -> str:
    """Return the class of the unit that is named, or the one that the words most likely mean."""
    if unit:
        return class_of_unit(unit)
    asked = told(text, "asked")
    if asked == ("people",) or (asked == ("money",) and tells(text, "sum money")):
        # 要花多少钱扩建翻新, 比例以外的工人要交多少税: the asking words go before all others, which 花的钱涨了多少 has not.
        return asked[0]
    named = first_told(text, "named")
    if not named and "share" in kinds and tells(text, "rate moved"):
        return "points"
    if named or "rank" in kinds:
        return named or "rank"
    if tells(text, "hinted percent") or (kinds[:1] == ("growth",) and "change" not in kinds):
        return "percent"
    if tells(text, "hinted people"):
        return "people"
    if asked == ("money",) and "growth" not in kinds:
        return "money"
    return "money" if tells(text, "hinted money") and not _is_no_sum(text, kinds) else ""


def _is_no_sum(text: str, kinds: tuple[Kind, ...]) -> bool:
    """Tell whether words of money may be answered otherwise: 收入涨多少 by yuan and by percent, 税降到多少 by a rate."""
    return (
        "growth" in kinds
        or "change" in kinds
        or any(tells(text, t) for t in ("tax rate", "ratio asked", "things counted", "part asked"))
    )


def _status(text: str) -> Status | None:
    if tells(text, "not target"):
        return "actual"
    if tells(text, "not actual"):
        return "target"
    return next((status for status in _STATUSES if tells(text, f"status {status}")), None)
