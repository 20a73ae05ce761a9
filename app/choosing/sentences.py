"""The sentences of ranked passages: what an answer quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.choosing.own_words import Words, own_words
from app.choosing.phrase import Phrase
from app.choosing.way_ends import Ends, way_ends
from corpus.figures.figure import Figure
from corpus.pointing_back import points_back
from corpus.sentences import split_sentences
from index.remembered import Remembered
from index.search import Ranked
from index.stored_passage import StoredPassage

# Firms in these sectors will receive 30%.
# 年初预算为80万元，支出决算为82万元: what was budgeted is told before.
_GOES_ON = re.compile(
    r"\s*(?:(?:\w+ ){0,2}(?:this|these|they|it|that|those|such|both)\b|(?:这|该|其(?![他余它实次])|此(?![外后])|它|他们|年初预算|预算数|支出决算|决算数|完成(?:年初)?预算|同比|[比较]上年|其中))",
    re.IGNORECASE,
)

_HAN = re.compile("[一-龥]")
# A heading that only counts (第三部分, Part 3), and what a report is called, speak of nothing that is asked: 工作报告 tells of no jobs.
_COUNTS = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+(?:部分|[章节编篇卷])|(?:part|chapter|section) (?:\d+|[ivx]+))[.:：]?", re.IGNORECASE
)
_REPORT = re.compile(r"(?:政府)?工作报告|\bannual report\b", re.IGNORECASE)


class Stretch:
    """A sentence or table row of a passage, whatever is asked: `start` and `end` count in the report's text.

    What is read of it is read when it is first asked for, and kept with it.
    """

    def __init__(
        self, passage: StoredPassage, start: int, end: int, text: str, head: "Head", before: "Stretch | None" = None
    ) -> None:
        self.passage, self.before = passage, before
        self.start, self.end = start, end
        self.phrase = Phrase(text)
        self.head = head

    @cached_property
    def around(self) -> Phrase:
        """Return it with the title, headings and caption above it, and the sentence before if it goes on about that.

        In English every sentence is taken to: a passage holds two of them, and what the second costs or brings in the first has named.
        """
        return self._placed(self.gone_on_about)

    @cached_property
    def led_up_to(self) -> Phrase:
        """Return it with the title, headings and caption above it, and the sentence before it in its passage."""
        return self._placed(self._ahead)

    @property
    def gone_on_about(self) -> str:
        """Return the sentence before it if it goes on about that, as any in English does; "" if it stands by itself."""
        text = self.phrase.text
        return self._ahead if not self.is_chinese or _GOES_ON.match(text) or points_back(text) else ""

    @property
    def _ahead(self) -> str:
        """Return the sentence before it, in its passage or at the end of the one before that."""
        return self.before.phrase.text if self.before is not None else self.passage.led

    def _placed(self, before: str) -> Phrase:
        passage = self.passage
        above = _REPORT.sub(" ", " ".join((passage.title, *(h for h in passage.section if not _COUNTS.fullmatch(h)))))
        return Phrase(" ".join((self.phrase.text, above, passage.context, before)))

    @cached_property
    def is_chinese(self) -> bool:
        """Tell whether it has Chinese characters."""
        return _HAN.search(self.phrase.text) is not None

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures that stand in it whole, in order."""
        return tuple(f for f in self.passage.figures if self.start <= f.start and f.end <= self.end)

    @cached_property
    def is_figured(self) -> bool:
        """Tell whether a figure begins in it."""
        return any(self.start <= f.start < self.end for f in self.passage.figures)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Return the words of each of its figures."""
        return self.words_of(self.figures)

    def words_of(self, figures: Sequence[Figure]) -> tuple[Words, ...]:
        """Deal its words out to figures."""
        return tuple(own_words(self.phrase.text, self.start, figures, row=bool(self.passage.context)))

    @cached_property
    def ends(self) -> tuple[Ends, ...]:
        """Return of each of its figures which end of a way it is, as `way_ends` does."""
        told = zip(self.figures, self.words, strict=True)
        return tuple(way_ends(self.phrase.text, self.start, figure, own.previous) for figure, own in told)


class Head:
    """What stands above the sentences of a passage: headings and caption, with its report's title as `named`."""

    def __init__(self, passage: StoredPassage) -> None:
        self.context = Phrase(" ".join((*passage.section, passage.context)))
        self.named = Phrase(" ".join((passage.title, *passage.section, passage.context)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or table row of a ranked passage; `start` and `end` count in the report's text."""

    ranked: Ranked
    start: int
    end: int
    text: str
    stretch: Stretch


def sentences_of(ranked: Sequence[Ranked], *, figured: bool = False) -> list[Sentence]:
    """Return the sentences of ranked passages, in their order, with `figured` those in which a figure begins; a table row is one sentence."""
    return [
        Sentence(r, s.start, s.end, s.phrase.text, s)
        for r in ranked
        for s in stretches_of(r.passage)
        if not figured or s.is_figured
    ]


def stretches_of(passage: StoredPassage) -> tuple[Stretch, ...]:
    """Return the sentences of a passage, or its one row; those of the last ones are remembered."""
    return _stretches.of(passage)


def _split(passage: StoredPassage) -> tuple[Stretch, ...]:
    head, offset, text = Head(passage), passage.start, passage.text
    if passage.context:
        return (Stretch(passage, offset, passage.end, text, head),)
    found: list[Stretch] = []
    for start, end in split_sentences(text):
        found.append(Stretch(passage, offset + start, offset + end, text[start:end], head, found[-1] if found else None))
    return tuple(found)


_stretches: Remembered[tuple[Stretch, ...]] = Remembered(_split, most=2_700_000)
