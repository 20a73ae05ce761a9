"""The reason for what was answered before, where the paragraph of its sentence gives one."""

import re

from app.answer import Answer
from app.citations import Citations
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
# Of a paragraph so many passages are looked at behind that of the value.
_FURTHER = 2
_WORD = re.compile(r"[A-Za-z]{5,}|[一-龥]{3,}")
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
    passages = library.store.report_passages(cited.report)
    at = next((n for n, p in enumerate(passages) if p.start <= cited.start < p.end), None)
    if at is None:
        return None
    asked = f"{figure.subject} {turn.question}"
    own = passages[at]
    span = _behind_value(own, cited.start - own.start, figure.text) or _speaks_of(own, asked)
    if span is not None:
        return _quoted(question, turn, own, span)
    for passage in (p for p in passages[at + 1 : at + 1 + _FURTHER] if p.section == own.section and not p.context):
        if span := _speaks_of(passage, asked):
            return _quoted(question, turn, passage, span)
    return cannot(question, "reason", turn)


def _behind_value(passage: StoredPassage, at: int, value: str) -> tuple[int, int] | None:
    """Return the span of the cited sentence if it tells a cause behind the value."""
    for start, end in split_sentences(passage.text):
        told = passage.text[start:end]
        place = told.find(value)
        if start <= at < end and place >= 0 and _CAUSE.search(re.split("[；;]", told[place:], maxsplit=1)[0]):
            return start, end
    return None


def _speaks_of(passage: StoredPassage, asked: str) -> tuple[int, int] | None:
    """Return the span of the first sentence that tells why something moved and speaks of what was asked about."""
    words = {w.lower() for w in _WORD.findall(asked)}
    for start, end in split_sentences(passage.text):
        for clause in re.split("[；;]", passage.text[start:end].lower()):
            cause = _CAUSE.search(clause)
            if cause and _MOVED.search(clause) and any(w in clause for w in words):
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
