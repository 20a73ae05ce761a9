"""Whether a report says itself that an aim was reached: 提前两年完成…目标, 全面完成年度任务; of just what is asked about."""

import re
from collections.abc import Iterator

from app.answer import Answer
from app.choosing.quotes import Quote
from app.composing import compose_text
from app.proof import keep_proven
from app.yes_no.asked import YesNo, measure_aimed_at, questions_for
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from dataclasses import replace

_EARLY = re.compile("提前|超前|ahead of (?:time|schedule)|early")
_REACHED = re.compile(
    r"(?P<not>没有|未能?|没能)?(?P<early>提前[^，。；]{0,8}?)?(?:全面|圆满|顺利|如期|超额|胜利|均|都|已)*(?:完成|实现|达到|达成)了?[^，。；]{0,30}?(?:目标|任务|计划|指标)"
    r"|(?:目标|任务|计划|指标)[^，。；]{0,8}?(?P<not2>没有|未能?|没能)?(?P<early2>提前[^，。；]{0,8}?)?(?:全面|圆满|顺利|如期|超额|均|都|已)*(?:完成|实现|达到|达成)"
    r"|\b(?P<not3>not )?(?:met|reached|achieved|hit|fulfilled)\b[^.;]{0,40}\b(?:target|goal|aim)s?\b(?P<early3>[^.;]{0,20}(?:ahead of|early))?"
)
_CLAUSE = re.compile(r"[，,；;。]\s?(?!\d)")


def whether_stated(yes_no: YesNo) -> Answer | None:
    """Return what a report says itself of an aim that was reached ahead of its time, None if the question does not ask that or none says it."""
    if not _EARLY.search(yes_no.clause) or not yes_no.is_of_one:
        return None
    asked, _ = map(yes_no.part, questions_for(measure_aimed_at(yes_no.clause)))
    found = yes_no.lookups.look_up(asked)
    bodies = yes_no.bodies
    for ranked in found.ranked:
        passage = ranked.passage
        if bodies.meant is not None and bodies.of(passage) not in bodies.meant:
            continue
        for start, end in split_sentences(passage.text):
            match = _said_of(passage.text[start:end], asked.terms)
            if match is None:
                continue
            groups = match.groupdict()
            early = any(groups[g] for g in ("early", "early2", "early3"))
            denied = any(groups[g] for g in ("not", "not2", "not3"))
            if not early and not denied:
                continue
            quote = Quote(passage, passage.start + start, passage.start + end, passage.text[start:end].strip())
            answer = compose_text(yes_no.question, yes_no.query, [quote], [])
            verdict = yes_no.word("否", "No") if denied else yes_no.word("是", "Yes")
            head = f"{verdict}：{match[0]}[1]。原文：" if not yes_no.english else f"{verdict}: {match[0]} [1]. Source: "
            return keep_proven(replace(answer, answer=f"{head}“{answer.answer.removesuffix('[1]')}”"), yes_no.query.text)
    return None


def _said_of(sentence: str, terms: tuple[str, ...]) -> re.Match[str] | None:
    """Return where a sentence says that the aim was reached, in the clause that speaks of all that is asked about or in the one behind it."""
    clauses = list(_clauses(sentence))
    for i, (start, end) in enumerate(clauses):
        match = _REACHED.search(sentence, start, end)
        if match is None:
            continue
        for first in (start, clauses[i - 1][0] if i else start):
            said = matching_text(fold(sentence[first:end])).lower()
            if terms and all(t in said for t in terms):
                return match
    return None


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CLAUSE.finditer(sentence):
        yield start, mark.start()
        start = mark.end()
    yield start, len(sentence)
