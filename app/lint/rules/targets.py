"""What last year's report aimed at against what this one says was reached."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from app.lint.finding import Oddity
from app.lint.measures import Measured, measured, named
from app.lint.statements import Reading
from corpus.figures.conversion import convert
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.figures.precision import last_digit

# Of these less is better: a target is a bound from above.
_CAPPED = re.compile(r"失业率|价格|物价|赤字|人口自然增长率|能耗")
_SET = re.compile("目标|预期|力争|确保|计划|安排|任务|部署|建议|重点工作")
_BACK = re.compile("回顾|成就|总结|成绩|完成情况")
_AT_MOST = frozenset({"以内", "以下", "不超过", "不高于", "低于"})
_ABOUT = frozenset({"左右", "约", "大约", "上下"})
_AT_LEAST = frozenset({"以上", "不低于", "不少于"})
_BEFORE = frozenset({"不超过", "不高于", "低于", "约", "大约", "不低于", "不少于"})  # its figure; the others stand behind
Outcome = Literal["met", "about met", "missed"]
_IN_CHINESE: dict[Outcome, str] = {"met": "达到", "about met": "基本达到", "missed": "未达到"}
_AIM_WORDS = r"(?:年初|年度|全年|原定|预期|的)*(?:目标|任务|计划)"
_AIM = re.compile(_AIM_WORDS)
_TOWARDS = re.compile(
    rf"^[,，](?:已|仅|只|超额)*(?:完成|超过|超出|低于|高于|[比较]|为|占)(?:了)?(?:年初|年度|全年|原定)*(?P<aim>{_AIM_WORDS})?(?:的)?$"
)
_CLAIMED = re.compile(
    r"^[,，](?:圆满|全面|超额|提前|已|如期)*(?:完成|实现|超过|超出|突破)(?:了)?(?:年初|年度|全年|原定|预期|既定|的)*(?:目标|任务|计划)"
)
# 左右 leaves a tenth of the target on either side.
_LEEWAY = Decimal("0.1")


def check_targets(reading: Reading, before: Reading) -> list[Oddity]:
    """Return what became of the targets that last year's report set for its year: met or missed, for information."""
    year = str(before.card.metadata.year)
    aimed = [m for m in _of(measured(before), year, "target") if _is_plan(m)]
    known = [*_of(measured(reading), year, "actual")]
    others = [m for m in _of(named(before), year, "target") if _is_plan(m) and m.name not in {a.name for a in aimed}]
    reached = known + [m for m in _of(named(reading), year, "actual") if m.figure not in {k.figure for k in known}]
    return [*_compare(aimed + others, reached), *_retold(aimed + others, reached)]


def _retold(aimed: Sequence[Measured], reached: Sequence[Measured]) -> Iterator[Oddity]:
    """Find 新建公路68公里，超过60公里的年度目标 where last year's report aimed at 70."""
    for outcome in reached:
        target = next((t for t in aimed if t.name == outcome.name and t.figure.kind == outcome.figure.kind == "level"), None)
        said = None if target is None else _aim_told_with(outcome)
        if target is None or said is None:
            continue
        if not _is_same_aim(said, target.figure):
            a, b, year = said.text.strip(), target.figure.text.strip(), target.figure.period
            yield Oddity(
                "warning", f"{target.name}：本报告称{year}年目标为{a}，上年的报告所定为{b}",
                f"this report gives {a} as the target of {year}, last year's report had set {b}", f"{a} ≠ {b}",
                (outcome.sentence.place(said), target.sentence.place(target.figure)),
            )  # fmt: skip


def _is_same_aim(one: Figure, other: Figure) -> bool:
    """Tell whether two targets are one as written: a target is set, not measured, and 80 is not rounded from 85."""
    value = convert(one.value, one.unit, other.unit) or Decimal(0)
    steps = [last_digit(fold(f.text), f.value) or Decimal(0) for f in (one, other)]
    fine = convert(steps[0], one.unit, other.unit) or Decimal(0)
    inexact = one.value_to is not None or other.value_to is not None or other.qualifier in _ABOUT
    return inexact or abs(value - other.value) < max(fine, steps[1]) or value == other.value


def _aim_told_with(outcome: Measured) -> Figure | None:
    """Return the target that an outcome is told with: 超过60公里的年度目标, 比年初目标60公里多8公里, 完成年度目标60公里的113%."""
    sentence, figure = outcome.sentence, outcome.figure
    after = next((f for f in sentence.figures if f.start >= figure.end), None)
    if after is None or convert(after.value, after.unit, figure.unit) is None:
        return None
    lead = _TOWARDS.match(sentence.between(figure, after))
    told = lead and (lead["aim"] or _AIM.match(sentence.between(after, None)))
    # 超过 is what the outcome does to the target, which is told as it is.
    return replace(after, qualifier="") if told else None


def _is_plan(item: Measured) -> bool:
    """Tell a target that its sentence or section sets, and no section looks back on."""
    path = " ".join(item.sentence.passage.section)
    return not _BACK.search(path) and bool(_SET.search(item.sentence.text + path))


def _of(items: Sequence[Measured], year: str, status: str) -> list[Measured]:
    return [m for m in items if m.figure.period == year and m.figure.status == status and m.figure.kind != "change"]


def _compare(aimed: Sequence[Measured], reached: Sequence[Measured]) -> Iterator[Oddity]:
    told = set()
    for target in aimed:
        outcome = next((m for m in reached if m.name == target.name and _is_alike(target.figure, m.figure)), None)
        if outcome is None or target.name in told:
            continue
        told.add(target.name)
        value = convert(outcome.figure.value, outcome.figure.unit, target.figure.unit)
        if value is not None:
            yield _oddity(target, outcome, value)


def _is_alike(target: Figure, outcome: Figure) -> bool:
    same_kind = target.kind == outcome.kind or {target.kind, outcome.kind} <= {"level", "share"}
    return same_kind and convert(outcome.value, outcome.unit, target.unit) is not None and target.polarity == outcome.polarity


def _outcome(target: Measured, value: Decimal) -> Outcome:
    """Tell what became of a target: of some measures less is better, and 左右 leaves a tenth on either side."""
    f = target.figure
    capped = f.qualifier in _AT_MOST or (bool(_CAPPED.search(target.name)) and f.polarity != "-")
    slack = abs(f.value) * _LEEWAY if f.qualifier in _ABOUT else Decimal(0)
    upper = f.value_to or f.value
    if value <= upper if capped else value >= f.value:
        return "met"
    return "about met" if (value <= upper + slack if capped else value >= f.value - slack) else "missed"


def _oddity(target: Measured, outcome: Measured, value: Decimal) -> Oddity:
    t, o = target.figure, outcome.figure
    change = {"+": "增幅", "-": "降幅"}.get(t.polarity, "") if t.kind == "growth" else ""
    inside = t.value_to is not None and t.value <= value <= t.value_to
    sign = "∈" if inside else "=" if value == t.value else ">" if value > t.value else "<"
    became = _outcome(target, value)
    if became == "missed" and t.kind == o.kind and _CLAIMED.match(outcome.sentence.between(o, None)):
        return Oddity(
            "warning", f"{target.name}：称完成{t.period}年目标，但目标为{_aim(t)}，结果为{o.text.strip()}",
            f"told as reached in {t.period}: the target was {_aim_in_english(t)}, the outcome {o.text.strip()}",
            f"{o.text.strip()} {sign} {t.text.strip()}", (outcome.sentence.place(o), target.sentence.place(t)),
        )  # fmt: skip
    return Oddity(
        "note", f"{t.period}年目标与结果：{target.name}{change}目标{_aim(t)}，结果{o.text.strip()}，{_IN_CHINESE[became]}",
        f"{target.name}, target of {t.period}: {_aim_in_english(t)}, outcome {o.text.strip()}: {became}",
        f"{o.text.strip()} {sign} {t.text.strip()}", (target.sentence.place(t), outcome.sentence.place(o)),
    )  # fmt: skip


def _aim(target: Figure) -> str:
    """Return a target as a clause says it: 不低于21.8万吨, but 21.8万吨以上."""
    text, qualifier = target.text.strip(), target.qualifier
    if qualifier not in _AT_MOST | _ABOUT | _AT_LEAST or qualifier in text:
        return text
    return f"{qualifier}{text}" if qualifier in _BEFORE else f"{text}{qualifier}"


def _aim_in_english(target: Figure) -> str:
    text, qualifier = target.text.strip(), target.qualifier
    said = (
        "at most" if qualifier in _AT_MOST else "about" if qualifier in _ABOUT else "at least" if qualifier in _AT_LEAST else ""
    )
    growth = {"+": " (growth)", "-": " (decline)"}.get(target.polarity, "") if target.kind == "growth" else ""
    return f"{said} {text}".strip() + growth
