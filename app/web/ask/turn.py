"""A turn of a conversation: what was asked and what came of it."""

from dataclasses import dataclass

from app.answer import Answer
from app.web.ask.references import references
from app.web.words.word import Word
from corpus.report import Metadata
from index.feedback import Verdict
from index.scope import Scope


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation with what came back: an answer, an error's message, or, while it is looked up, neither."""

    question: str
    answer: Answer | None = None
    error: Word | None = None
    dropped: Scope | None = None  # what the reader took out of the scope that was understood
    sources: tuple[Metadata | None, ...] = ()  # what the report of each citation says of itself
    verdict: Verdict = ""  # what the reader says of the answer


def copy_text(turn: Turn) -> str:
    """Return an answer with its references as plain text."""
    if turn.answer is None:
        return ""
    return "\n".join((turn.answer.answer, "", *references(turn.answer.citations, turn.sources))).strip()
