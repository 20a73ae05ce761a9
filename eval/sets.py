"""Evaluation sets: questions with the figures and the evidence wanted, claims with their verdicts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Literal, TypeVar, get_args

from eval.figures_match import Quantity, printed_quantity
from eval.json_lines import Json, Line, LinesError, read_lines
from eval.quotes import Quote

Verdict = Literal["supported", "refuted", "not_found"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

UNANSWERABLE = "unanswerable"
_DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a set.

    `wanted` holds for each figure of a right answer the quantities that are accepted for it. It is empty where the answer is
    words; of a derived answer it holds the result only, for the inputs may be shown or not. With `or_words` the sentence that tells
    them, `answer`, is right without them too. `says` holds what the first line of a right answer says besides (the year, the name, yes or
    no), for each its wordings. `history` are the questions before it, oldest first.
    """

    id: str
    type: str
    lang: str
    question: str
    history: tuple[str, ...]
    answer: str
    wanted: tuple[tuple[Quantity, ...], ...]
    evidence: tuple[Quote, ...]
    or_words: bool = False
    says: tuple[tuple[str, ...], ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the reports hold the answer."""
        return self.type != UNANSWERABLE


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of a set. `correct` is what the reports say instead of a refuted figure, in words; "" where nothing is refuted."""

    id: str
    kind: str
    claim: str
    verdict: Verdict
    correct: str
    evidence: tuple[Quote, ...]


Item = TypeVar("Item", Question, Claim)


def load_questions(path: Path) -> tuple[Question, ...]:
    """Load a set of questions. Raises LinesError, which names the line and the field."""
    return _load(path, _question)


def load_claims(path: Path) -> tuple[Claim, ...]:
    """Load a set of claims. Raises LinesError, which names the line and the field."""
    return _load(path, _claim)


def holds_claims(path: Path) -> bool:
    """Tell whether a set is one of claims, by its first line. Raises LinesError."""
    lines = read_lines(path)
    return bool(lines) and "claim" in lines[0].row


def _load(path: Path, read: Callable[[Line], Item]) -> tuple[Item, ...]:
    lines = read_lines(path)
    if not lines:
        raise LinesError(f"{path}: holds no line; give a set with one JSON object a line")
    items = tuple(read(line) for line in lines)
    seen: dict[str, int] = {}
    for line, item in zip(lines, items, strict=True):
        if item.id in seen:
            raise line.wrong(f'"id" {item.id!r} stands on line {seen[item.id]} too: give each item its own')
        seen[item.id] = line.number
    return items


def _question(line: Line) -> Question:
    question = Question(
        id=line.text("id"),
        type=line.text("type"),
        lang=line.text("lang"),
        question=line.text("question"),
        history=tuple(_text(line, "history", h) for h in line.items("history")),
        answer=line.text("answer"),
        wanted=_wanted(line),
        evidence=_evidence(line),
        or_words=line.row.get("or_words") is True,
        says=tuple(tuple(_text(line, "says", words).split("|")) for words in line.items("says")),
    )
    if question.answerable and not question.evidence:
        raise line.wrong('"evidence" is empty: name file and text, or give the type "unanswerable"')
    return question


def _claim(line: Line) -> Claim:
    verdict = line.text("verdict")
    if verdict not in VERDICTS:
        raise line.wrong(f'"verdict" is {verdict!r}: write one of {", ".join(VERDICTS)}')
    correct = line.text("correct") if line.row.get("correct") is not None else ""
    return Claim(line.text("id"), line.text("kind"), line.text("claim"), verdict, correct, _evidence(line))


def _wanted(line: Line) -> tuple[tuple[Quantity, ...], ...]:
    values = [_quantity(line, "values", v) for v in line.items("values")]
    wanted = [[v] for v in (values[:1] if line.row.get("type") == _DERIVED else values)]
    for position, other in enumerate(line.items("values_alt")):
        if wanted:
            wanted[min(position, len(wanted) - 1)].append(_quantity(line, "values_alt", other))
    return tuple(tuple(accepted) for accepted in wanted)


def _quantity(line: Line, name: str, item: object) -> Quantity:
    row = _fields(line, name, item, ("value", "unit"))
    try:
        value = Decimal(str(row["value"]))
    except InvalidOperation as error:
        raise line.wrong(f'"{name}" holds the value {row["value"]!r}: write a number') from error
    return printed_quantity(value, _text(line, name, row["unit"]))


def _evidence(line: Line) -> tuple[Quote, ...]:
    rows = [_fields(line, "evidence", item, ("file", "text")) for item in line.items("evidence")]
    return tuple(Quote(_text(line, "evidence", row["file"]), _text(line, "evidence", row["text"])) for row in rows)


def _fields(line: Line, name: str, item: object, needed: Sequence[str]) -> Json:
    if not isinstance(item, dict) or not all(n in item for n in needed):
        raise line.wrong(f'"{name}" holds {item!r:.60}: write an object with {" and ".join(needed)}')
    return item


def _text(line: Line, name: str, value: object) -> str:
    if not isinstance(value, str):
        raise line.wrong(f'"{name}" holds {value!r:.60} where a text belongs')
    return value
