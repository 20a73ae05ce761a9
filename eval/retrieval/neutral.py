"""Neutral sets: encyclopedia passages with readers' questions, of another kind than reports and by other hands.

They are made of the training data at run time, by a seed, and lie in a temporary folder as long as they are measured with; nothing of
them is kept. The embedded encoder has learnt from all of these pairs. One that has not is trained on the folder that this makes:

    python -m eval.retrieval.neutral DATA OUT
    python -m index.training --data OUT --reports REPORTS --apart QUESTIONS... --out MODEL --seed 0
"""

import argparse
import json
import lzma
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import WenjuError
from corpus.sentences import sentence_at
from eval.named import SHARED, EvalSet, load_set
from eval.quotes import Quote
from eval.sets import Question

PAIRS = "zh_question_passage.jsonl.xz"
DATA = SHARED / "train"
# The beginning of what the data call the source of a passage. The second is in traditional script.
NEUTRAL = {"cmrc": "cmrc2018", "drcd": "drcd"}
SEED, QUESTIONS = 7, 1_000


class NeutralError(WenjuError):
    """Data of neutral sets that are missing, or a folder for training that is taken."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which questions of a neutral set are asked: how many, and drawn by what seed."""

    questions: int = QUESTIONS
    seed: int = SEED


@contextmanager
def open_set(name: str, drawing: Drawing, *, data: Path = DATA) -> Iterator[EvalSet]:
    """Give a set by name or file, or a neutral set, whose reports are there as long as the block runs. Raises WenjuError."""
    if name not in NEUTRAL:
        yield load_set(name)
        return
    with tempfile.TemporaryDirectory(prefix="wenju-neutral-") as folder:
        yield make_neutral(name, Path(folder), drawing, data=data)


def make_neutral(name: str, folder: Path, drawing: Drawing, *, data: Path = DATA) -> EvalSet:
    """Write every passage of a source as a report of its own, and draw questions whose answer stands in it exactly once.

    The evidence of a question is the sentence with the answer. Raises NeutralError where the data are missing.
    """
    if not (data / PAIRS).exists():
        raise NeutralError(f"{data / PAIRS}: not there; fetch the training data, or measure with other sets than {name}")
    with lzma.open(data / PAIRS, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["source"].startswith(NEUTRAL[name])]
    for number, row in enumerate(rows):
        (folder / _file(name, number)).write_text(row["passage"], encoding="utf-8")
    usable = [question for number, row in enumerate(rows) for question in _questions(name, number, row)]
    drawn = random.Random(drawing.seed).sample(usable, min(drawing.questions, len(usable)))
    return EvalSet(name, tuple(sorted(drawn, key=lambda q: q.id)), (), (folder,))


def set_apart(data: Path, out: Path) -> None:
    """Make a folder of links to the training data in which the pairs of the neutral sets are an empty file. Raises NeutralError."""
    if out.exists():
        raise NeutralError(f"{out}: is there already; name a new folder")
    out.mkdir(parents=True)
    for path in sorted(data.resolve().iterdir()):
        if path.name != PAIRS:
            (out / path.name).symlink_to(path)
    with lzma.open(out / PAIRS, "wt", encoding="utf-8"):
        pass


def _file(name: str, number: int) -> str:
    return f"{name}-{number:04}.txt"


def _questions(name: str, number: int, row: Mapping[str, Any]) -> Iterator[Question]:
    passage: str = row["passage"]
    asked: Sequence[tuple[str, str]] = list(zip(row["questions"], row["answers"], strict=True))
    for position, (question, answer) in enumerate(asked):
        if answer and passage.count(answer) == 1:
            start, end = sentence_at(passage, passage.index(answer))
            evidence = (Quote(_file(name, number), passage[start:end]),)
            yield Question(f"{name}-{number:04}-{position}", "reading", "zh", question, (), answer, (), evidence)


def main() -> None:
    """Make the folder to train an encoder on that has not seen the neutral sets."""
    parser = argparse.ArgumentParser(prog="python -m eval.retrieval.neutral", description=main.__doc__)
    parser.add_argument("data", type=Path, help="folder of the training data")
    parser.add_argument("out", type=Path, help="the folder to make")
    arguments = parser.parse_args()
    set_apart(arguments.data, arguments.out)


if __name__ == "__main__":
    main()
