"""What `ask` gives back: an answer, its figures, its citations."""

from dataclasses import dataclass
from typing import Literal

from corpus.figures.figure import Kind, Status
from index.citation import Citation
from index.scope import Scope

Role = Literal["answer", "input", "context"]
Proof = Literal["quoted", "converted", "derived"]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure of an answer. `value` is a decimal string in the base unit; `citations` are numbers of `Answer.citations`."""

    text: str
    value: str
    unit: str
    kind: Kind
    status: Status
    period: str
    subject: str
    role: Role
    proof: Proof
    formula: str | None
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its evidence.

    In `answer` a citation stands as "[1]" right behind the statement it proves. An abstention has `abstained` true, no figures, says
    why in `answer`, and cites at most the nearest passages looked at. `courtesy` tells one that replies to what asks nothing of the
    reports, as 你好 does.
    """

    question: str
    answer: str
    abstained: bool
    scope: Scope
    figures: tuple[ShownFigure, ...]
    citations: tuple[Citation, ...]
    latency_ms: float
    courtesy: bool = False
