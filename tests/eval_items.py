"""Questions, sets and outputs for the tests of the measures."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from eval.figures_match import printed_quantity
from eval.json_lines import Json, write_lines
from eval.quotes import Quote
from eval.sets import Question

EVIDENCE = "全年城镇新增就业1.28万人，比上年多增900人"
RIGHT: Json = {
    "abstained": False,
    "answer": "1.28万人",
    "figures": [{"value": "12800", "unit": "人", "proof": "quoted", "text": "1.28万人"}],
}
WRONG: Json = {"abstained": True, "answer": "", "figures": []}


def question(
    id_: str, *, type_: str = "direct", values: Sequence[tuple[str, str]] = (), others: Sequence[tuple[str, str]] = ()
) -> Question:
    """Make a question; `others` are further values of the wanted ones, in their order."""
    read = [[printed_quantity(Decimal(value), unit)] for value, unit in values]
    for accepted, (value, unit) in zip(read, others, strict=False):
        accepted.append(printed_quantity(Decimal(value), unit))
    evidence = () if type_ == "unanswerable" else (Quote("a.txt", EVIDENCE),)
    return Question(id_, type_, "zh", "新增就业？", (), "1.28万人", tuple(tuple(accepted) for accepted in read), evidence)


def write_set(folder: Path) -> Path:
    """Write a set of three questions."""
    rows = [
        {
            "id": id_,
            "type": "direct",
            "lang": "zh",
            "question": "新增就业？",
            "answer": "1.28万人",
            "values": [{"value": 1.28, "unit": "万人"}],
            "evidence": [{"file": "a.txt", "text": EVIDENCE}],
        }
        for id_ in ("q1", "q2", "q3")
    ]
    path = folder / "own.jsonl"
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path


def write_run(path: Path, *outputs: Json) -> Path:
    """Write outputs for the first questions of the set."""
    cited = [{"report": "a.txt", "quote": EVIDENCE}]
    write_lines(path, [{"id": f"q{i}", **out, "citations": cited} for i, out in enumerate(outputs, 1)])
    return path
