"""Read a question that asks whether something is so: the clause that asks it, and what is left of it to be looked up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.yes_no.bodies import Bodies, read_bodies
from app.yes_no.speaking import is_left_behind, is_of_year, speaks_of_measure
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.asking import tells, without
from index.catalogue import ReportCard
from index.places import NATION, same_places
from index.query import Query, read_query
from index.scope import Scope, in_scope

# So much less than the best figure may that of the body that is meant fit.
_TRIED, _FITS = 12, 3.0
_CLAUSE = re.compile(r"[，,；;。](?!\d{3})")
# What no 是 or 否 answers: how many, which one, who, why.
_ASKS_MORE = re.compile(
    r"多少|几(?!乎)|什么|[谁哪啥]|怎[么样]|如何|为何|为什么|多[大高长快久远]|百分之几|\b(?:how|what|which|who|whom|whose|when|where|why)\b"
)
# Can you tell me the toll? asks for it.
_POLITE = re.compile(
    r"^(?:can|could|will|would|may|do|did|have)(?: you| i| we)\b(?! \w+ (?:expect|plan|intend)\b).{0,24}?\b(?:tell|give|show|say|find|know|get|ask|list|name|explain|help|see|have|check|look)\b"
)
# Was it above the target, and by how much: the answer to the first tells the second.
_AND_HOW_FAR = re.compile(
    r",? (?:and|if so,?|so) (?:if so,? )?by (?:how (?:much|many [a-z ]+|far)|what (?:amount|margin|percentage))(?=\W*$)"
)
_NUMBER = re.compile(
    r"(?<![\d.])(?!(?:19|20)\d\d(?!\d|\.|,\d|\s?[万亿%]))\$?\d[\d,]*(?:\.\d+)?\s?(?:%|万亿|亿|万|million\b|billion\b|trillion\b)?[一-龥]{0,2}?(?=的|$|[\s?？]|左右|以[上下内])"
)
_TAIL = re.compile(r"(?:[的了过吗嘛么呢啊吧]|没有?|(?<=[了过到成标])[否不]|左右|以[上下内]|[？?。！!，,\s])+$")
_AUXILIARY = re.compile(r"^(?:(?:did|does|do|was|were|is|are|has|have|had|there|it|the|a|an|so|and|been|that)\b[\s,]*)+")
_MOVES = re.compile("(?:增长|下降|上涨|上升|增加|减少|提高|降低|下跌|减产|增产)$")


@dataclass(frozen=True, slots=True)
class YesNo:
    """A question that asks whether something is so: `clause` is what of it asks that, folded and in small letters."""

    question: str
    clause: str
    query: Query
    lookups: Lookups
    catalogue: Sequence[ReportCard]

    @property
    def english(self) -> bool:
        """Whether the question is in English."""
        return not is_chinese(self.question)

    @property
    def bodies(self) -> Bodies:
        """Return the bodies whose figures it may mean."""
        return read_bodies(self.query, self.catalogue)

    @property
    def is_of_one(self) -> bool:
        """Whether it is about one place or company and one year at most: of several there is no one 是."""
        scope = self.query.scope
        return len(same_places(scope.places)) < 2 and len(scope.issuers) < 2 and len(scope.years) < 2 and not scope.span

    def word(self, chinese: str, english: str) -> str:
        """Return the one of two words that is in the question's language."""
        return english if self.english else chinese

    @property
    def asked(self) -> Query:
        """Return the question as it is meant where it names no body: asked of the nation, if there are reports on it."""
        return replace(self.query, scope=replace(self.query.scope, places=(NATION,))) if self.bodies.names_none else self.query

    def tried(self) -> Iterator[Lookup]:
        """Look the whole question up, as one for a figure.

        Where it names no body, in the reports on the nation first; where it names no year, for the last that is looked back on.
        """
        for query in dict.fromkeys((self.asked, self.query)):
            asked = replace(query, terms=self._terms(query), need=replace(query.need, task="figure", many=False))
            last = self._last_year(query.scope)
            if last is not None:
                yield self.lookups.look_up(replace(asked, scope=replace(query.scope, years=(last,))))
            yield self.lookups.look_up(asked)

    def _terms(self, query: Query) -> tuple[str, ...]:
        """Return the words to look for: of 是上升还是下降 neither, as no report says both."""
        moved = {way: tuple(t for t in query.terms if tells(t, way)) for way in ("moved up", "moved down")}
        if not all(moved.values()):
            return query.terms
        return tuple(t for t in query.terms if not any(t in words for words in moved.values())) or query.terms

    def _last_year(self, scope: Scope) -> int | None:
        """Return the year before the last report of a scope was issued, None where the scope names a year itself."""
        if scope.years or scope.span or scope.issued or scope.reports:
            return None
        issued = [c.metadata.year for c in in_scope(self.catalogue, scope) if c.metadata.year is not None]
        return max(issued) - 1 if issued else None

    def likely(self, asked: str) -> Iterator[Sequence[Chosen]]:
        """Yield, for each lookup that is sure, its likeliest figures: of the bodies and the year that may be meant, and of just what is asked about.

        `asked` is the clause without its mark.
        """
        for found in self.tried():
            best = found.chosen[0].score if found.sure else 0.0
            own = [c for c in found.chosen[:_TRIED] if best - c.score <= _FITS and self.are_meant((c,))] if found.sure else []
            if (
                own
                and not is_left_behind(own[0])
                and is_of_year(found.query, own[0])
                and speaks_of_measure(found.query, own[0], asked)
            ):
                yield [own[0], *(c for c in found.chosen if c is not own[0])]

    def are_meant(self, chosen: Sequence[Chosen]) -> bool:
        """Tell whether figures are all of bodies that the question may mean."""
        bodies = self.bodies
        return all(bodies.may_be_meant(c) for c in chosen)

    def part(self, text: str) -> Query:
        """Return the query for a question made of a part of it, within the same scope."""
        scope = replace(self.query.scope, places=(NATION,)) if self.bodies.names_none else self.query.scope
        own = read_query(text, self.catalogue, scope=scope)
        return replace(own, mentioned=self.query.mentioned, need=replace(own.need, task="figure"))


def asked_clause(question: str) -> str:
    """Return the clause of a question, folded and in small letters, that asks whether something is so; "" if none does.

    Of 赤字率是多少，比上年提高了吗 it is the second.
    """
    text = fold(question).lower().strip()
    if not is_chinese(text):
        text = _AND_HOW_FAR.sub("", text)
        return text if tells(text, "yes no") and not _ASKS_MORE.search(text) and not _POLITE.match(text) else ""
    clauses = [c.strip() for c in _CLAUSE.split(text) if c.strip()]
    asking = [c for c in clauses if tells(c, "yes no")]
    if len(asking) != 1 or _ASKS_MORE.search(asking[0]):
        return ""
    return asking[0]


def measure_aimed_at(text: str) -> str:
    """Return what a question about an aim is about, without the words of aiming, of reaching and of asking.

    >>> measure_aimed_at("2023年茶叶产量目标完成了吗"), measure_aimed_at("did the port meet its target for new jobs in 2023?")
    ('2023年茶叶产量', 'port for new jobs in 2023')
    """
    text = without(text, "aim said")
    text = _NUMBER.sub(" ", text)
    if is_chinese(text):
        return "".join(_TAIL.sub("", _TAIL.sub("", without(text, "asks whether"))).split())
    return _AUXILIARY.sub("", " ".join(re.sub(r"[?!,]", " ", text).split())).strip()


def questions_for(measure: str) -> tuple[str, str]:
    """Return the questions for the aim and for the outcome of a measure."""
    if not is_chinese(measure):
        return f"what was the target for {measure}?", f"what was {measure}?"
    return f"{measure}目标是多少", f"{measure}{'' if _MOVES.search(measure) else '是'}多少"
