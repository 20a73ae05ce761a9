"""What a reader says of an answer, from the browser to what the store keeps."""

import re
from dataclasses import dataclass, replace

from app.web.ask.turn import Turn
from app.web.request import read_number, read_text
from index.feedback import Cited, Feedback, Verdict

_VISIT = re.compile("[0-9a-z]{8,40}")
_VERDICTS: dict[object, Verdict] = {"up": "up", "down": "down"}


@dataclass(frozen=True, slots=True)
class Said:
    """What the browser sent: the conversation's own name, the turn, a thumb or none, a note or none."""

    visit: str
    turn: int
    verdict: Verdict
    note: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store is to keep, and the conversation with the reader's verdict in it."""

    feedback: Feedback
    turns: tuple[Turn, ...]


def read_said(data: object) -> Said:
    """Read what a thumb or the form of a note sent."""
    sent = data if isinstance(data, dict) else {}
    return Said(
        read_visit(data), read_number(data, "turn"), _VERDICTS.get(str(sent.get("verdict")), ""), read_text(sent.get("note"))
    )


def read_visit(data: object) -> str:
    """Read the name that a conversation has by chance, "" where there is none."""
    visit = data.get("visit") if isinstance(data, dict) else None
    return visit if isinstance(visit, str) and _VISIT.fullmatch(visit) else ""


def to_feedback(turns: tuple[Turn, ...], said: Said) -> Kept | None:
    """Return what to keep, None where it is about no answer of this conversation."""
    at = said.turn - 1
    turn = turns[at] if said.visit and 0 <= at < len(turns) else None
    if turn is None or turn.answer is None:
        return None
    cited = tuple(Cited(c.report, c.start, c.end, c.hash) for c in turn.answer.citations)
    feedback = Feedback(
        id=f"{said.visit}/{said.turn}",
        verdict=said.verdict,
        note=said.note,
        question=turn.question,
        history=tuple(before.question for before in turns[:at] if before.answer),
        answer=turn.answer.answer,
        abstained=turn.answer.abstained,
        citations=cited,
    )
    return Kept(feedback, (*turns[:at], replace(turn, verdict=said.verdict), *turns[at + 1 :]))
