"""What is quoted of a sentence that answers a question in words: with the list that it heads, the sentence that it points back to, the reason beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.choosing.answer_kind import asks_list, asks_reason, tells_more, tells_reason
from app.choosing.sentences import Sentence
from corpus.sentences import split_sentences
from index.opening import Library
from index.stored_passage import StoredPassage

_HEADS = re.compile(r"[:：]\s*$|(?:以下|如下|下列)[^。]{0,12}[。：:]?\s*$")
_ITEM = re.compile(
    r"\s*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，、,]?|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑩]|\d{1,2}[.、．]|[一二三四五六七八九十]、|首先|其次|再次|最后|——|[-•·])"
)
_POINTS_BACK = re.compile(
    r"\s*[“”\"]?(?:这|该|其(?![中他])|此|他们|它|对此|为此|因此|因而|所以|由此|据此|以上|上述|主要(?:是|有|表现|体现|包括)|具体(?:是|有|表现)|一是)"
    r"|\s*(?:this|these|that|they|such|therefore|thus|hence|consequently|accordingly|as a result|for this)\b",
    re.IGNORECASE,
)
# The work was done by…, 该桥由…: what it goes on about was named before.
_GOES_ON = re.compile(
    r"\s*(?:这|该|其(?!他)|此|由|它|他们)|\s*(?:this|these|that|those|the|it|they|he|she|both)\b", re.IGNORECASE
)
# 主要是：… tells what the sentence before it speaks of; a list that is begun with the first of its items is told whole by its sentence.
_LISTS = re.compile("\\s*(?:主要(?:是|有|表现|体现|包括)|具体(?:是|有|表现)|一是|比如|例如)")
# A line break inside a sentence: 《某某协定》 / （某某）等协议.
_CUT_OFF, _ENDED = re.compile(r"\s*[（(，、；;）)》”]"), re.compile(r"[。！？!?；;：:.]\s*$")
_MOST_ITEMS = 10
_LOOKED_AT = 40
# Each item of a list may be told at length.
_PASSAGES_OF_ITEMS = 4
# So many passages behind a head its parts are looked for.
_PARTS, _FEWEST_PARTS = 60, 3
# So many letters are quoted of a part that is no list.
_LONG = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a passage; `start` and `end` count in the report's text."""

    passage: StoredPassage
    start: int
    end: int
    text: str


def quoted(library: Library, question: str, sentence: Sentence) -> list[Quote]:
    """Return what is quoted of a sentence, in the order of the report; stretches that touch are one."""
    own = Quote(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)
    if own.passage.context:
        return [own]
    if _HEADS.search(own.text):
        return joined([own, *_items(library, own)])
    if own.text.rstrip().endswith(("？", "?")):
        return joined([own, *_behind(library, own)[:1]])
    before = _before(library, own) if _POINTS_BACK.match(own.text) or _CUT_OFF.match(own.text) else []
    if _CUT_OFF.match(own.text) and before and _ENDED.search(before[0].text):
        before = []
    found = [*before, own]
    if asks_reason(question) and not any(tells_reason(q.text) for q in found):
        behind = [q for q in _behind(library, own)[:1] if tells_reason(q.text)]
        found = [*found, *behind] if behind else [*(before or [q for q in _before(library, own) if tells_reason(q.text)]), own]
    if asks_list(question) and not _LISTS.search(own.text):
        found += _listed_behind(library, own)
    if not any(tells_more(question, q.text) for q in found):
        found += [q for q in _behind(library, own)[:1] if _GOES_ON.match(q.text) and tells_more(question, q.text)]
    return joined(found)


def _listed_behind(library: Library, own: Quote) -> list[Quote]:
    """Return the list that the sentence behind one tells, or begins (一是…。二是…。)."""
    behind = [q for q in _behind(library, own)[:1] if _LISTS.match(q.text)]
    return _items(library, own) if behind and _ITEM.match(behind[0].text) else behind


def _items(library: Library, own: Quote) -> list[Quote]:
    """Return the items of the list that a sentence heads: those behind it, or the headings below its own where each has a part to itself.

    Where they bear no marks, what stands first behind the head.
    """
    behind = _behind(library, own, beyond=_PASSAGES_OF_ITEMS)
    items = [q for q in behind[:_LOOKED_AT] if _ITEM.match(q.text)]
    if not items:
        items = _headings_below(library, own)
    return items[:_MOST_ITEMS] or list(behind[:1])


def _headings_below(library: Library, own: Quote) -> list[Quote]:
    """Return the first sentence of every part below the heading under which a sentence stands last."""
    return _parts(library, own.passage, own.passage.section, range(own.passage.id + 1, own.passage.id + 1 + _PARTS))


def headings_beside(library: Library, passage: StoredPassage) -> list[Quote]:
    """Return the first sentence of every part below the uppermost heading of a passage, if there are several."""
    parts = _parts(library, passage, passage.section[:1], range(max(1, passage.id - _PARTS), passage.id + _PARTS))
    return parts[:_MOST_ITEMS] if len(parts) >= _FEWEST_PARTS else []


def _parts(library: Library, own: StoredPassage, above: tuple[str, ...], ids: range) -> list[Quote]:
    """Return the first sentences of the parts right below a heading, of the passages with some ids."""
    parts: dict[tuple[str, ...], Quote] = {}
    depth = len(above)
    for passage in library.passages(list(ids)).values():
        if passage.report_id != own.report_id or passage.section[:depth] != above or len(passage.section) == depth:
            continue
        first = next(iter(_sentences(passage)), None)
        if first is not None and passage.section[: depth + 1] not in parts:
            parts[passage.section[: depth + 1]] = first
    return [q for q in parts.values() if _ITEM.match(q.text)]


def of_section(library: Library, passage: StoredPassage, depth: int) -> list[Quote]:
    """Return what stands below the heading of a passage at a depth: the first sentence of each of its parts, else its items, else its first sentences."""
    above = passage.section[:depth]
    ids = range(max(1, passage.id - _PARTS), passage.id + _PARTS)
    parts = _parts(library, passage, above, ids)
    if len(parts) > 1:
        return parts
    found = library.passages(list(ids)).values()
    own = sorted((p for p in found if (p.report_id, p.section[:depth]) == (passage.report_id, above)), key=lambda p: p.start)
    sentences = [q for p in own if not p.context for q in _sentences(p) if q.text.strip() not in above]
    items = [q for q in sentences if _ITEM.match(q.text)]
    if len(items) > 1:
        return items
    ends = accumulate(len(q.text) for q in sentences)
    return [q for q, end in zip(sentences, ends, strict=True) if end <= _LONG or q is sentences[0]]


def _behind(library: Library, own: Quote, *, beyond: int = 1) -> list[Quote]:
    """Return the sentences behind one, in its passage and the next ones under the same heading."""
    found = [q for q in _sentences(own.passage) if q.start >= own.end]
    passage: StoredPassage | None = own.passage
    for _ in range(beyond):
        passage = _beside(library, passage, 1) if passage else None
        found += _sentences(passage) if passage else []
    return found


def _before(library: Library, own: Quote) -> list[Quote]:
    """Return the sentence before one: in its passage, or at the end of the one before it."""
    inside = [q for q in _sentences(own.passage) if q.end <= own.start]
    if inside:
        return inside[-1:]
    beyond = _beside(library, own.passage, -1)
    return _sentences(beyond)[-1:] if beyond else []


def _beside(library: Library, passage: StoredPassage, way: int) -> StoredPassage | None:
    """Return the passage before or behind one under the same heading. The ids of a report's passages follow one another."""
    found = library.passages([passage.id + way]).get(passage.id + way)
    same = found is not None and found.report_id == passage.report_id and found.section == passage.section and not found.context
    return found if same else None


def _sentences(passage: StoredPassage) -> list[Quote]:
    offset, text = passage.start, passage.text
    return [Quote(passage, offset + start, offset + end, text[start:end]) for start, end in split_sentences(text)]


def joined(quotes: Sequence[Quote]) -> list[Quote]:
    """Join stretches of one passage between which nothing but white space stands."""
    found: list[Quote] = []
    for q in quotes:
        last = found[-1] if found else None
        if (
            last is not None
            and last.passage.id == q.passage.id
            and not q.passage.text[last.end - q.passage.start : q.start - q.passage.start].strip()
        ):
            text = q.passage.text[last.start - q.passage.start : q.end - q.passage.start]
            found[-1] = Quote(q.passage, last.start, q.end, text)
        else:
            found.append(q)
    return found
