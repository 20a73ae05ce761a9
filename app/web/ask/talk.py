"""One conversation: takes a question, gives the page's HTML step by step while the answer arrives."""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.web.ask.answer import clause_ends
from app.web.ask.evidence import render_evidence
from app.web.ask.frame import render_conversation
from app.web.ask.turn import Turn
from app.web.engine import Engine
from app.web.markup import Markup
from app.web.words import WORDS
from app.web.words.word import Word
from corpus.errors import WenjuError
from index.scope import Scope

_log = logging.getLogger(__name__)

KEPT = 40  # turns of a conversation that stay on the page
STREAM_SECONDS = 0.5  # an answer of many clauses is shown within this
STEP_SECONDS = 0.06
# Who waited longer than this has the answer at once: the server is busy, and every step costs it 5 ms of what others wait for.
LONG_WAIT = 0.25


@dataclass(frozen=True, slots=True)
class Step:
    """What the page shows at one moment; `evidence` is None while it stays as it is."""

    turns: tuple[Turn, ...]
    conversation: Markup
    evidence: Markup | None


def stream_answer(
    engine: Engine,
    turns: Sequence[Turn],
    question: str,
    *,
    years: Sequence[int] = (),
    reports: Sequence[str] = (),
    dropped: Scope | None = None,
) -> Iterator[Step]:
    """Ask, and yield the page first with the question alone, then clause by clause, last with the whole answer."""
    before = tuple(turns)[-(KEPT - 1) :]
    asked = Turn(question, dropped=dropped)
    yield _step((*before, asked))
    started = time.perf_counter()
    try:
        if not engine.catalogue():
            yield _step((*before, replace(asked, error=WORDS["store_is_empty"])))
            return
        answer = engine.ask(question, history=_history(before, question), years=years, reports=reports, dropped=dropped)
        known = {card.key: card.metadata for card in engine.catalogue()} if answer.citations else {}
        sources = tuple(known.get(citation.report) for citation in answer.citations)
    except WenjuError as error:
        yield _step((*before, replace(asked, error=Word(error.chinese or str(error), str(error)))))
        return
    except Exception:  # the last edge: a page that waits for ever would be worse
        _log.exception("asking failed: %r", question)
        yield _step((*before, replace(asked, error=WORDS["unexpected"])))
        return
    after = (*before, replace(asked, answer=answer, sources=sources))
    evidence = render_evidence(after[-1], len(after), engine.view)
    answered = time.perf_counter()
    for upto in clause_ends(answer)[:-1] if answered - started < LONG_WAIT else ():
        if time.perf_counter() - answered > STREAM_SECONDS:
            break
        yield Step(after, render_conversation(after, upto=upto), evidence)
        time.sleep(_pause(answer))
    # The evidence goes with every step: what the page was filled with at its opening may arrive in between.
    yield Step(after, render_conversation(after), evidence)


def drop_also(turn: Turn, more: Scope) -> Scope:
    """Return what a turn is to be asked again without: what was dropped before and what is dropped now."""
    before = turn.dropped or Scope()
    return Scope(
        years=(*before.years, *more.years),
        places=(*before.places, *more.places),
        issuers=(*before.issuers, *more.issuers),
        types=(*before.types, *more.types),
        reports=(*before.reports, *more.reports),
    )


def _history(before: Sequence[Turn], question: str) -> tuple[str, ...]:
    """Return the questions before; one that is asked again with another scope does not follow itself."""
    asked = [turn.question for turn in before if turn.answer]
    while asked and asked[-1] == question:
        asked.pop()
    return tuple(asked)


def _step(turns: tuple[Turn, ...]) -> Step:
    return Step(turns, render_conversation(turns), None)


def _pause(answer: Answer) -> float:
    return min(STEP_SECONDS, STREAM_SECONDS / len(clause_ends(answer)))
