"""Claims of which way something went, without a number: 2023年刑事案件发案率上升. Held against what the reports tell of it, in figures or in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.claims.reading import PREAMBLE
from app.claims.said_by import without_source
from app.verdict import Correct, FigureVerdict
from corpus.directions import Said, said_directions
from corpus.figures.numerals import fold
from corpus.sentences import split_sentences
from index.catalogue import ReportCard
from index.query import Query, read_query
from index.scope import Scope, resolve_scope
from index.stored_passage import StoredPassage

if TYPE_CHECKING:
    from app.choosing.lookup import Lookups
    from app.yes_no.way import Way

# What goes up and down and is counted or measured; 水平 and 能力 that rise are no statistics.
_MEASURE = re.compile(
    r"(?:[比利税汇费物工油房地电水气票运]?[率价]|比[重例]|[总产销数流存货客运用发]?[量额数值]|指数|价格|人[口数次]|收入|支出|投资|消费|出口|进口|贸易|面积|规模|余额|利润|成本|税收"
    r"|差距|浓度|案件|事故|产业|占比|份额|存款|贷款|赤字|顺差|逆差|债务|能耗|排放|工资|物价|房价)$"
)
_CLAUSE = re.compile(r"[，。；：,;:](?!\d)")
_WORDS = {"up": "上升", "down": "下降"}


@dataclass(frozen=True, slots=True)
class ClaimedWay:
    """A word of a sentence at `start`..`end` of the text that says which way something went, and the question for it."""

    text: str
    sentence_start: int
    sentence_end: int
    start: int
    end: int
    way: "Way"
    query: Query


@dataclass(frozen=True, slots=True)
class JudgedWay:
    """What the reports tell: the verdict, their word (None where it agrees or none is found), where it stands and the sentence that it stands in."""

    verdict: FigureVerdict
    correct: Correct | None
    stated: str
    passage: StoredPassage | None = None
    start: int = 0
    end: int = 0


def read_ways(text: str, catalogue: Sequence[ReportCard], *, taken: Sequence[tuple[int, int]]) -> Iterator[ClaimedWay]:
    """Yield what the sentences of a text without figures claim of a measure's way in a year that they name; `taken` are the sentences with figures."""
    sentences = list(split_sentences(text))
    scopes = _Scopes([text[s:e] for s, e in sentences], catalogue)
    for i, (start, end) in enumerate(sentences):
        sentence = text[start:end]
        if any(s < end and start < e for s, e in taken):
            continue
        plain = PREAMBLE.sub(lambda m: "　" * len(m[0]), without_source(sentence))
        told = [said for said in said_directions(plain) if _MEASURE.search(said.name)]
        scope = scopes.carried(i) if told else Scope()
        if scope.unknown or not (scope.years or scope.span):
            continue
        for said in told:
            query = read_query(_clause(plain, said), catalogue, scope=scope)
            yield ClaimedWay(sentence[said.start : said.end], start, end, start + said.start, start + said.end, said.way, query)


class _Scopes:
    """The scopes of sentences, read when they are asked for: of a draft of figures few are."""

    def __init__(self, sentences: Sequence[str], catalogue: Sequence[ReportCard]) -> None:
        self._sentences, self._catalogue = sentences, catalogue
        self._read: dict[int, Scope] = {}

    def carried(self, i: int) -> Scope:
        """Return the scope of a sentence, with the place of the nearest before it where it names none."""
        scope = self._of(i)
        before = next((s for s in map(self._of, range(i, -1, -1)) if s.places or s.issuers or s.unknown), scope)
        return replace(scope, places=before.places, issuers=before.issuers, unknown=before.unknown)

    def _of(self, i: int) -> Scope:
        if i not in self._read:
            self._read[i] = resolve_scope(self._sentences[i], self._catalogue)
        return self._read[i]


def judge_way(lookups: "Lookups", claimed: ClaimedWay, catalogue: Sequence[ReportCard]) -> JudgedWay:
    """Hold a claimed way against what the reports tell of the same measure, place and year."""
    # Few texts claim a way without a figure.
    from app.yes_no.asked import YesNo
    from app.yes_no.in_words import said_in_words
    from app.yes_no.way import told_way

    yes_no = YesNo(claimed.query.text, fold(claimed.query.text).lower(), claimed.query, lookups, catalogue)
    evidence = told_way(yes_no) if yes_no.is_of_one else None
    if evidence is not None:
        best = evidence.chosen[-1].candidate
        passage, start, end, way = best.sentence.ranked.passage, best.figure.start, best.figure.end, evidence.way
        word = passage.text[start - passage.start : end - passage.start]
    elif (told := said_in_words(yes_no)) is not None:
        passage, start, end, way, word = told.quote.passage, told.start, told.end, told.way, told.clause
    else:
        return JudgedWay("not_found", None, "")
    if way == claimed.way:
        return JudgedWay("consistent", None, "", passage, start, end)
    return JudgedWay("wrong_direction", Correct(_WORDS[way], "", ""), word, passage, start, end)


def _clause(sentence: str, said: Said) -> str:
    """Return the clause that claims it, with the time that leads the sentence: its year may stand before a mark."""
    marks = [m.end() for m in _CLAUSE.finditer(sentence, 0, said.begin + 1)]
    return sentence[marks[-1] if marks else 0 : said.end].strip()
