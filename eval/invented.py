"""Invented reports with everyday questions about them: paragraphs that no encoder was trained on, with invented numbers in them.

The questions avoid the words of their clauses, and the other clauses of the paragraph speak of the same things: harder than what people ask
of reports, and there are as many as anyone cares to write. They measure how meaning is found (`python -m eval invented`) and are learnt
from beside questions about real reports (`eval.learning`), in which hardly anybody asks in words so far from the report's.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import WenjuError
from corpus.matching import is_chinese
from eval.json_lines import write_lines
from index.training.everyday import AskedClause, Paragraph, is_held_out, paragraphs_of, read_paragraphs

REPORTS, QUESTIONS = "reports", "questions.jsonl"
_PREFIX = "invented-"
_PARAGRAPHS = 24  # of one report
_PLACE = {True: re.compile("若干"), False: re.compile(r"\bN\b")}
_PERCENT = re.compile(r"\s?(?:[%％]|per ?cent\b)|个百分点| percentage points?")
_SCALE = re.compile(r"\s?(万亿|亿|千万|百万|万|billion|million)")
# What a number is multiplied by beyond these, whatever number it is.
_MULTIPLIED = re.compile(r"\s?(万亿|亿|千万|百万|万|trillion|billion|million|thousand)")
_SMALL = re.compile(r"\s?(?:[年岁月天日位倍成]|个月|小时|分钟|years?\b|months?\b|days?\b|hours?\b|times\b)")
_EDGES = " 。.;；,，"
# A question that asks for no number by its words is answered by the sentence that tells it as well.
_ASKS_A_NUMBER = re.compile(
    r"多少|几|多[大高长重远久]|比例|占比|\bhow (?!(?:is|are|was|were|do|does|did|has|have|will|would|can|could)\b)"
    r"|\b(?:number|share|percentage)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause with numbers in it: its text, and value and unit of each, as a set writes them."""

    text: str
    values: tuple[dict[str, Any], ...]
    clause: AskedClause


class NoParagraphsError(WenjuError):
    """A file of paragraphs that is not there, or a folder that must be new."""


def read_held_out(files: Sequence[Path] = ()) -> tuple[Paragraph, ...]:
    """Return the paragraphs that the embedded encoder was not trained on, or those of files. Raises NoParagraphsError."""
    missing = [path for path in files if not path.is_file()]
    if missing:
        raise NoParagraphsError(f"{missing[0]}: is no file; give files of clauses as in index/training/clauses")
    if files:
        return tuple(p for path in files for p in paragraphs_of(path.read_text(encoding="utf-8")))
    return tuple(p for p in read_paragraphs() if is_held_out(p))


def make_invented(paragraphs: Sequence[Paragraph], folder: Path, *, seed: int = 5, most: int | None = None) -> int:
    """Write reports of the paragraphs (`reports/`) and the questions about their figures as a set (`questions.jsonl`); return how many these are.

    A question is written down if its clause holds one number, for then it is known which figure answers it; with `most`, that many are drawn.
    Raises NoParagraphsError for a folder that is there.
    """
    chance = random.Random(seed)
    if folder.exists():
        raise NoParagraphsError(f"{folder}: is there already; name a new folder")
    (folder / REPORTS).mkdir(parents=True)
    rows: list[dict[str, Any]] = []
    for chinese in (True, False):
        told = [[_told(c, chinese, chance) for c in p] for p in paragraphs if _is_chinese(p) is chinese]
        for number, start in enumerate(range(0, len(told), _PARAGRAPHS), 1):
            name = f"{'报告' if chinese else 'report'}{number}.md"
            part = told[start : start + _PARAGRAPHS]
            (folder / REPORTS / name).write_text(_report(part, number, chinese, chance), encoding="utf-8")
            rows += [row for p in part for told_clause in p for row in _rows(told_clause, name, chinese)]
    if most is not None and most < len(rows):
        rows = chance.sample(rows, most)
    write_lines(folder / QUESTIONS, ({"id": f"{_PREFIX}{i}", **row} for i, row in enumerate(rows)))
    return len(rows)


def is_of_paragraphs(row: dict[str, Any]) -> bool:
    """Tell a question about an invented report from others."""
    return str(row["id"]).startswith(_PREFIX)


def _is_chinese(paragraph: Paragraph) -> bool:
    return 2 * sum(is_chinese(c.text) for c in paragraph) > len(paragraph)


def _told(clause: AskedClause, chinese: bool, chance: random.Random) -> _Told:
    """Put invented numbers into a clause."""
    text = clause.text.strip(_EDGES).replace("百分之若干", "若干%")
    told, values, end = "", [], 0
    for place in _PLACE[chinese].finditer(text):
        after = text[place.end() :]
        number = _number(after, chance)
        told += text[end : place.start()] + number
        end = place.end()
        values.append({"value": float(number), "unit": _unit(after)})
    return _Told(told + text[end:], tuple(values), clause)


def _number(after: str, chance: random.Random) -> str:
    """Return a number that may stand before a unit."""
    if _PERCENT.match(after):
        return f"{chance.uniform(1, 60):.1f}"
    if _SCALE.match(after):
        return f"{chance.uniform(2, 990):.{chance.choice((0, 1, 2))}f}"
    if _SMALL.match(after):
        return str(chance.randint(3, 59))
    return str(chance.randint(*chance.choice(((11, 99), (100, 999), (1_000, 99_999)))))


def _unit(after: str) -> str:
    """Return what a set needs to know of a unit: its scale, and whether it is a percentage or a percentage point."""
    if percent := _PERCENT.match(after):
        return "百分点" if "point" in percent[0] or "点" in percent[0] else "%"
    scale = _MULTIPLIED.match(after)
    return scale[1] if scale else ""


def _report(paragraphs: Sequence[Sequence[_Told]], number: int, chinese: bool, chance: random.Random) -> str:
    lines = [f"# {'工作报告' if chinese else 'Annual report '}{number}", ""]
    for part, clauses in enumerate(paragraphs, 1):
        lines += [f"## {f'第{part}部分' if chinese else f'Part {part}'}", "", "".join(_sentences(clauses, chinese, chance)), ""]
    return "\n".join(lines)


def _sentences(clauses: Sequence[_Told], chinese: bool, chance: random.Random) -> Iterator[str]:
    for told in clauses[:-1]:
        yield told.text + ("；" if chance.random() < 0.4 else "。") if chinese else f"{told.text[:1].upper()}{told.text[1:]}. "
    last = clauses[-1].text
    yield f"{last}。" if chinese else f"{last[:1].upper()}{last[1:]}."


def _rows(told: _Told, name: str, chinese: bool) -> Iterator[dict[str, Any]]:
    if len(told.values) != 1:
        return
    for question in told.clause.questions:
        asked_in_chinese = is_chinese(question)
        yield {
            "type": f"{'chinese' if asked_in_chinese else 'english'}_on_{'chinese' if chinese else 'english'}",
            "lang": "zh" if asked_in_chinese else "en",
            "question": question,
            "answer": told.text,
            "values": list(told.values),
            "or_words": _ASKS_A_NUMBER.search(question) is None,
            "evidence": [{"file": name, "text": told.text}],
        }
