"""Which way something went where a report says so in words: 刑事案件发案率下降; of all that is asked about, of its body and its year."""

import re
from collections import Counter
from dataclasses import dataclass

from app.answer import Answer
from app.choosing.quotes import Quote
from app.yes_no.asked import YesNo
from app.yes_no.speaking import measure_terms
from app.yes_no.stated import is_wanted, quoted_answer
from app.yes_no.way import Way, asked_way, verdict_of
from corpus.directions import Said, said_directions
from corpus.figures.numerals import fold
from corpus.figures.period import resolve_period, time_words
from corpus.figures.setting import section_settings
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.scope import Scope
from index.search import Ranked

# A rate of change that moved says nothing of how its measure did: 增速回落.
_RATE_OF_CHANGE = re.compile("增速|增幅|降幅|涨幅|跌幅|growth rate|pace")


@dataclass(frozen=True, slots=True)
class InWords:
    """The way that a sentence of a report tells, with the clause that tells it; `quote` is the sentence."""

    way: Way
    clause: str
    quote: Quote
    start: int
    end: int


def way_in_words(yes_no: YesNo) -> Answer | None:
    """Return which way went what is asked about, in its report's words, None if the question asks for no way, or none says it."""
    if asked_way(yes_no.clause) is None or any(c.isdigit() for c in yes_no.query.asking):
        return None
    told = said_in_words(yes_no)
    if told is None:
        return None
    verdict = verdict_of(yes_no.clause, told.way, english=yes_no.english)
    head = yes_no.word(f"{verdict}：{told.clause}[1]", f"{verdict}: {told.clause} [1]")
    return quoted_answer(yes_no, told.quote, head)


def said_in_words(yes_no: YesNo) -> InWords | None:
    """Return the first sentence found that says of just what is asked about which way it went."""
    names = measure_terms(yes_no.query, yes_no.clause)
    for found in yes_no.tried() if names else ():
        for ranked in found.ranked:
            if yes_no.bodies.may_hold(ranked.passage) and (told := _told(yes_no, ranked, names, found.query.scope)) is not None:
                return told
    return None


def _told(yes_no: YesNo, ranked: Ranked, names: list[str], scope: Scope) -> InWords | None:
    passage, wanted = ranked.passage, yes_no.query.need.status == "target"
    for start, end in split_sentences(passage.text):
        sentence = passage.text[start:end]
        for said in said_directions(sentence):
            name = matching_text(fold(said.name)).lower()
            of_rate = _RATE_OF_CHANGE.search(name) and not _RATE_OF_CHANGE.search(yes_no.clause)
            if of_rate or not all(t in name for t in names) or not _is_of(ranked, sentence, said, scope, wanted=wanted):
                continue
            at = passage.start + start
            quote = Quote(passage, at, passage.start + end, sentence.strip())
            clause = " ".join(sentence[said.begin : said.finish].split())
            return InWords(said.way, clause, quote, at + said.start, at + said.end)
    return None


def _is_of(ranked: Ranked, sentence: str, said: Said, scope: Scope, *, wanted: bool) -> bool:
    """Tell whether what a sentence says is of the time asked about, and is what came about (or is wanted, if that is asked)."""
    passage = ranked.passage
    setting = section_settings([passage.section], year=ranked.year, period="", type="政府工作报告")[0]
    # Sections without a telling heading go on with the one before: their figures know.
    statuses = Counter(f.status for f in passage.figures)
    planned = setting.part == "plan" or statuses["target"] > statuses["actual"]
    if not wanted and (planned or is_wanted(sentence[: said.start])):
        return False
    asked = f"{scope.span[0]}-{scope.span[1]}" if scope.span else str(max(scope.years, default=""))
    period = resolve_period(time_words(fold(sentence)), said.start, setting, average=False, changed=True)
    return not asked or period == asked
