"""Questions that list places of which some have no report: the others are asked, and those are said to have none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from corpus.matching import is_chinese
from index.beside import unreported_beside
from index.opening import Library
from index.places import same_places
from index.scope import Scope
from index.settling import is_spoken_of

_EACH = re.compile(r"各(?!地|类|种|级|省|市|县|项|国|界|行|族|方)|分别|\b(?:each|respectively)\b")
_SHARED_OUT = re.compile(r"各自?(?=是|为|有|多|几|达|占|增|下)|分别|\s*\b(?:each|respectively)\b")
_LISTED = re.compile(r"、|以及|[和与及跟]|\band\b")
# What is asked of two together is not asked of one of them: the question stays as it is.
_TOGETHER = re.compile(
    r"比|差|更|谁|哪|合计|一共|总共|共计|之和|加起来|倍|之间|往返|[到至]|\b(?:than|between|difference|total|together|which|who|ratio|times)\b"
)


@dataclass(frozen=True, slots=True)
class _Apart:
    """A question without the places that no report is about, and these places."""

    text: str
    unreported: tuple[str, ...] = ()


def ask_of_reported(
    library: Library,
    question: str,
    history: Sequence[str],
    ask: Callable[[str, Sequence[str]], Answer],
    *,
    dropped: Scope | None = None,
) -> Answer:
    """Answer a question with those before it by `ask`, which is given both without the listed places that have no report."""
    apart = _taken_apart(library, question)
    answer = ask(apart.text, [_taken_apart(library, before).text for before in history])
    answer = replace(answer, question=question)
    told = tuple(name for name in apart.unreported if dropped is None or name not in dropped.places)
    return _with_unreported(answer, told) if told else answer


def _taken_apart(library: Library, question: str) -> _Apart:
    if not _LISTED.search(question):
        return _Apart(question)
    catalogue = library.catalogue()
    names = unreported_beside(question, catalogue)
    # Without 各 or 分别 the two may be what one report tells of: 甲县和乙市的界河.
    if not names or not (_EACH.search(question) or not any(is_spoken_of(library, name, None) for name in names)):
        return _Apart(question)
    if _TOGETHER.search(question):
        return _Apart(question, names)
    text = question
    for name in names:
        joint = r"\s*(?:、|以及|[和与及跟]|,? and\b|,)\s*"
        text = re.sub(rf"{re.escape(name)}{joint}|{joint}{re.escape(name)}", "" if is_chinese(name) else " ", text, count=1)
    # One place is left, and nothing else is shared out.
    return _Apart(text if _LISTED.search(text) else _SHARED_OUT.sub("", text), names)


def _with_unreported(answer: Answer, names: Sequence[str]) -> Answer:
    """Say which places have no report, behind what the others' say, or before that they do not say it."""
    chinese = is_chinese(answer.question)
    listed = "、".join(names) if chinese else " and ".join(names)
    line = f"{listed}：资料库里没有这里的报告。" if chinese else f"{listed}: no report in the library is about it."
    scope = replace(answer.scope, unknown=(*answer.scope.unknown, *names))
    if answer.abstained:
        return replace(answer, answer=f"{line}\n{answer.answer}", scope=scope)
    groups = list(same_places(answer.scope.places))
    alone = len(groups) == 1 and "\n" not in answer.answer and not _TOGETHER.search(answer.question)
    label = f"{groups[0]}：" if chinese and alone else ""
    return replace(answer, answer=f"{label}{answer.answer}\n{line}", scope=scope)
