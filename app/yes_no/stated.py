"""Whether a report says itself that an aim was reached: 提前两年完成…目标, 全面完成年度任务; of just what is asked about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.answer import Answer
from app.choosing.quotes import Quote
from app.composing import compose_text
from app.proof import keep_proven
from app.yes_no.asked import YesNo, measure_aimed_at, questions_for
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from corpus.sentences import split_sentences
from index.places import same_places
from index.stored_passage import StoredPassage

_EARLY = re.compile("提前|超前|ahead of (?:time|schedule)|early")
_REACHED = re.compile(
    r"(?P<not>没有|未能?|没能)?(?P<early>提前[^，。；]{0,8}?)?(?:全面|圆满|顺利|如期|超额|胜利|均|都|已)*(?:完成|实现|达到|达成)了?[^，。；]{0,30}?(?:目标|任务|计划|指标)"
    r"|(?:目标|任务|计划|指标)[^，。；]{0,8}?(?P<not2>没有|未能?|没能)?(?P<early2>提前[^，。；]{0,8}?)?(?:全面|圆满|顺利|如期|超额|均|都|已)*(?:完成|实现|达到|达成)"
    r"|\b(?P<not3>not )?(?:met|reached|achieved|hit|fulfilled)\b[^.;]{0,40}\b(?:target|goal|aim)s?\b(?P<early3>[^.;]{0,20}(?:ahead of|early))?"
)
# 确保完成, 努力实现: still to be reached.
_WANTED = re.compile(r"(?:确保|努力|力争|争取|为|要|全力|坚决|必须|将|to|will)[^，。；]{0,12}$")
_CLAUSE = re.compile(r"[，,；;。]\s?(?!\d)")


# What says of no single measure what was aimed at.
_GENERAL = re.compile(
    r"主要|各项|全部|所有|全年|年度|经济|社会|发展|经济社会|工作|规划|指标|目标|任务|计划|年初|预期|整体|总体|都|[\d一二三四五六七八九十]+五|goals?|targets?|plans?|main|all"
)
_WELL = "(?:较好|全面|圆满|顺利|超额|胜利|基本|如期|总体)地?"
_ALL_OF_THEM = "(?:主要|各项|年度|全年|全部|预期|经济社会发展|规划)"
_ALL_REACHED = re.compile(
    rf"{_WELL}(?:完成|实现)了?[^，。；\d]{{0,24}}?{_ALL_OF_THEM}[^，。；\d]{{0,14}}?(?:目标|任务|指标)(?:任务)?"
    rf"|{_ALL_OF_THEM}[^，。；\d]{{0,14}}?(?:目标|任务|指标)(?:任务)?[^，。；\d]{{0,4}}?{_WELL}(?:完成|实现)"
    r"|\b(?:met|reached|achieved|hit)\b (?:all|most|each) (?:of )?(?:our|its|the|their) (?:[\w-]+ ){0,2}(?:targets|goals|aims)\b"
)


def generally_stated(yes_no: YesNo) -> Answer | None:
    """Return what a report says of all its aims at once, in its own words, None if the question asks about a single one."""
    asked, _ = map(yes_no.part, questions_for(measure_aimed_at(yes_no.clause)))
    scope = yes_no.query.scope
    if any(not _GENERAL.fullmatch(t) for t in asked.terms) or len(same_places(scope.places)) > 1 or len(scope.issuers) > 1:
        return None
    last = max((*scope.years, *scope.span), default=0)
    for found in yes_no.tried():
        for ranked in found.ranked:
            if not yes_no.bodies.may_hold(ranked.passage) or (last and ranked.year not in {None, last, last + 1}):
                continue
            for start, end in split_sentences(ranked.passage.text):
                sentence = ranked.passage.text[start:end]
                match = _ALL_REACHED.search(sentence)
                if match is not None and not is_wanted(sentence[: match.start()]):
                    head = yes_no.word(
                        f"报告自己的说法是“{match[0]}”[1]，没有逐项判断", f"in the report's own words: “{match[0]}” [1]"
                    )
                    return _quoted(yes_no, ranked.passage, start, end, head)
    return None


def is_wanted(before: str) -> bool:
    """Tell whether what follows is still to be reached: 确保, 努力, 力争."""
    return _WANTED.search(before) is not None


def _quoted(yes_no: YesNo, passage: StoredPassage, start: int, end: int, head: str) -> Answer:
    """Return the answer of a head line and the sentence that it is taken from."""
    return quoted_answer(
        yes_no, Quote(passage, passage.start + start, passage.start + end, passage.text[start:end].strip()), head
    )


def quoted_answer(yes_no: YesNo, quote: Quote, head: str) -> Answer:
    """Return the answer of a head line, which cites [1], and the sentence that it is taken from."""
    answer = compose_text(yes_no.question, yes_no.query, [quote], [])
    told = answer.answer.removesuffix("[1]")
    text = yes_no.word(f"{head}。原文：“{told}”", f"{head}. Source: “{told}”")
    return keep_proven(replace(answer, answer=text), yes_no.query.text)


def whether_stated(yes_no: YesNo) -> Answer | None:
    """Return what a report says itself of an aim that was reached ahead of its time, None if the question does not ask that or none says it."""
    if not _EARLY.search(yes_no.clause) or not yes_no.is_of_one:
        return None
    asked, _ = map(yes_no.part, questions_for(measure_aimed_at(yes_no.clause)))
    found = yes_no.lookups.look_up(asked)
    for ranked in found.ranked:
        passage = ranked.passage
        if not yes_no.bodies.may_hold(passage):
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
            verdict = yes_no.word("否", "No") if denied else yes_no.word("是", "Yes")
            return _quoted(yes_no, passage, start, end, yes_no.word(f"{verdict}：{match[0]}[1]", f"{verdict}: {match[0]} [1]"))
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
