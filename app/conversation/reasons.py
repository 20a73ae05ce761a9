"""The reason for what was answered before, where the paragraph of its sentence gives one."""

import re

from app.answer import Answer
from app.composing import Citations
from app.conversation.composing import cannot
from app.conversation.turns import Turn
from app.proof import keep_proven
from corpus.sentences import split_sentences
from index.opening import Library
from index.stored_passage import StoredPassage

_CAUSE = re.compile(
    r"因为?(?![此而])|由于|受[^，。；]{1,30}(?:影响|冲击|拖累|带动|拉动|制约)|得益于|主要是|原因|缘于|源于|归因|归功|所致|导致|致使|带动|拉动|拖累|影响"
    r"|\b(?:because|due to|owing to|driven by|as a result of|reflect(?:s|ed|ing)|thanks to|on account of|caused by|attribut\w+|owes? to|led by"
    r"|helped by|hit by|weighed|boosted by|supported by|on the back of|stem\w* from|result\w* (?:from|of)|following)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{4,}|[一-龥]{2}")
_MOVED = re.compile(
    r"增|减|升|降|涨|跌|回落|下滑|扩大|缩小"
    r"|\b(?:fell|fall|drop|decline|decrease|rose|rise|increase|grew|grow|widen|narrow|lower|higher|shr[aiu]nk|went (?:up|down))\w*",
    re.IGNORECASE,
)


def reason_given(library: Library, question: str, turn: Turn) -> Answer | None:
    """Return the sentence that gives the reason for a value answered before, an abstention where its paragraph gives none.

    None for an answer without a figure, whose reason is searched for as any other.
    """
    if not turn.answer.figures or not turn.answer.citations:
        return None
    cited = turn.answer.citations[0]
    figure = turn.answer.figures[0]
    for passage in library.store.report_passages(cited.report):
        if passage.start <= cited.start < passage.end:
            span = _reason_in(passage, cited.start - passage.start, f"{figure.subject} {turn.question}", figure.text)
            if span is not None:
                return _quoted(question, turn, passage, span)
    return cannot(question, "reason", turn)


def _reason_in(passage: StoredPassage, at: int, asked: str, value: str) -> tuple[int, int] | None:
    """Return the span of the cited sentence if it tells a cause behind the value, or of the nearest behind it that does and speaks of the same."""
    words = {w.lower() for w in _WORD.findall(asked)}
    spans = split_sentences(passage.text)
    own = next((n for n, (start, end) in enumerate(spans) if start <= at < end), None)
    if own is None:
        return None
    start, end = spans[own]
    told = passage.text[start:end]
    place = told.find(value)
    behind = re.split("[；;]", told[place:], maxsplit=1)[0] if place >= 0 else ""
    if _CAUSE.search(behind):
        return spans[own]
    for start, end in (*spans[own + 1 :], *reversed(spans[:own])):
        sentence = passage.text[start:end].lower()
        if _CAUSE.search(sentence) and _MOVED.search(sentence) and any(w in sentence for w in words):
            return start, end
    return None


def _quoted(question: str, turn: Turn, passage: StoredPassage, span: tuple[int, int]) -> Answer:
    citations = Citations()
    start, end = passage.start + span[0], passage.start + span[1]
    quote = passage.text[span[0] : span[1]]
    n = citations.cite(passage, start, end, quote)
    text = f"{' '.join(quote.split())}[{n}]"
    answer = Answer(question, text, False, turn.answer.scope, (), tuple(citations.items), 0.0)
    return keep_proven(answer, f"{question} {turn.question}")
