"""Which way a value went: 涨了还是跌了, 减少了吗, did it fall; by the change that a report states of it, else by the values of two years."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.standing import behind, beside, between
from app.claims.direction import way_of
from app.reading_figures import read_text_figures
from app.working.ways import ends_of
from app.yes_no.asked import YesNo
from app.yes_no.telling import Decision, Told, tell, value_said
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from index.asking import tells
from index.query import Query

Way = Literal["up", "down"]

_MOVES = frozenset(["growth", "change", "other"])
_CLAUSE = re.compile(r"[，,；;。：:]|(?<=[一-龥\d])、")
_LONGEST = 36
# 新增就业 is a thing, and 增加值 and 增长率 measures.
_NAMES = re.compile("新增|增加值|增值税|增长率|增速|增幅|降水|降雨|降幅|涨幅|升学率|升学|减排|减税|减免|减灾|缩写")
_OR = re.compile(r"还是|[增升涨多高].?是.?[减降跌少低]|[减降跌少低].?是.?[增升涨多高]|\bor\b")
# All that stands between a value and the change that is told of it, their marks left out: 3万吨，比上年增加1万吨.
_SAID_BEFORE = (
    r"左右|以上|安排|同比|环比|按?(?:可比|不变)(?:口径|价格)?(?:计算)?|扣除[^，。；\d]{1,12}(?:后|因素)"
    r"|[比较](?:上一?(?:个?学)?年|去年|年初|期初|同期)(?:同期|年?末|底|预算|初)?|实际|名义|年均|净|又|再|仅|约|近|超"
)
_CHANGES = (
    "增长|增加|增产|增|上升|上涨|上浮|提高|提升|扩大|涨|多|高|快|下降|减少|减产|降低|回落|下跌|下滑|缩小|收窄|降|减|跌|少|低|慢"
)
_CHANGE_BEHIND = re.compile(
    rf"(?:{_SAID_BEFORE})*(?:{_CHANGES})(?:了|约|近|超过?|出|增)?"
    r"|(?:was |were |is )?(?:up|down)(?: by)?"
    r"|(?:and |which |having |it )?(?:an? )?(?:r[io]se|rising|increas\w+|gr[eo]w\w*|fell|fall\w*|declin\w+|decreas\w+|drop\w*)(?: by| of)?"
)
_NOTE = re.compile(r"\[\d+\]")
_WORDS_BEHIND = re.compile(
    r"(?:左右|以上|以内)?(?:安排)?[、，,]?(?:[比较](?:上一?(?:个?学)?年|去年|年初|同期)(?:同期|末|底)?)(?:有所|略有|明显|持续|进一步|稳步|大幅|显著)(?P<way>增[长加]|提[高升]|上[升涨调]|扩大|回升|下[降调滑跌]|降低|减少|回落|缩小|收窄)"
)
_SINCE = re.compile(r"\bsince\b")
_WORDS: tuple[tuple[re.Pattern[str], tuple[str, str]], ...] = (
    (re.compile("增产|减产"), ("增产", "减产")),
    (re.compile("[涨跌]"), ("上涨", "下跌")),
    (re.compile("提高|降低"), ("提高", "降低")),
    (re.compile("扩大|缩小"), ("扩大", "缩小")),
    (re.compile("增长"), ("增长", "下降")),
    (re.compile("升"), ("上升", "下降")),
    (re.compile("高|低"), ("更高", "更低")),
    (re.compile("快|慢"), ("更快", "更慢")),
    (re.compile("增|减|多|少|大|小"), ("增加", "减少")),
)
_ENGLISH_WORDS = ("Rose", "Fell")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures of one sentence that tell the way."""

    way: Way
    chosen: tuple[Chosen, ...]
    words_behind: int = 0


def which_way(yes_no: YesNo) -> Answer | None:
    """Return which way the value that is asked about went, None if the question asks for none, or no report states it."""
    clause = yes_no.clause
    if asked_way(clause) is None or not yes_no.is_of_one or yes_no.query.scope.compared or _SINCE.search(clause):
        return None
    evidence = told_way(yes_no)
    given = {(f.value, f.unit) for f in read_text_figures(clause) if f.unit != "年"}
    if evidence is None or not given <= {(c.candidate.figure.value, c.candidate.figure.unit) for c in evidence.chosen}:
        # Has it been cut to 17% asks for more than the way.
        return None
    verdict = verdict_of(clause, evidence.way, english=yes_no.english)
    return tell(yes_no, Decision(verdict, (Told("", evidence.chosen, _said(evidence, english=yes_no.english)),)))


def told_way(yes_no: YesNo) -> Evidence | None:
    """Return what the reports state in figures of the way that went what a question is about."""
    return next((e for likely in yes_no.likely(yes_no.clause) if (e := _stated(likely, yes_no.query)) is not None), None)


def asked_way(clause: str) -> Way | Literal["either"] | None:
    """Return the way that a clause asks whether a value went, either of 涨了还是跌了, None if it asks for none."""
    text = _NAMES.sub(" ", clause)
    up, down = tells(text, "moved up"), tells(text, "moved down")
    if up and down:
        return "either" if _OR.search(text) else None
    return "up" if up else "down" if down else None


def verdict_of(clause: str, way: Way, *, english: bool) -> str:
    """Return the word for a way: 是 or 否 to a clause that asks for one way, the way itself to one that asks which."""
    asked = asked_way(clause)
    if asked != "either":
        return (("是", "Yes") if way == asked else ("否", "No"))[english]
    if english:
        return _ENGLISH_WORDS[way == "down"]
    text = _NAMES.sub(" ", clause)
    return next((words for pattern, words in _WORDS if pattern.search(text)), ("上升", "下降"))[way == "down"]


def _stated(found: Sequence[Chosen], query: Query) -> Evidence | None:
    """Return what the sentence of the best figure states of its change."""
    best = found[0]
    planned = query.need.status == "target"
    if (way := _way_of(best)) is not None and (planned or best.candidate.figure.status == "actual"):
        return Evidence(way, (best,))
    ends = ends_of(best, found)
    if ends is not None and ends[0].candidate.figure.value != ends[1].candidate.figure.value:
        rose = ends[1].candidate.figure.value > ends[0].candidate.figure.value
        return Evidence("up" if rose else "down", ends)
    after = [c for c in beside(best, found) if c.candidate.figure.start > best.candidate.figure.start]
    change = after[0] if after else None
    way = _way_of(change) if change is not None else None
    if change is not None and way is not None and _is_told_of(best, change):
        return Evidence(way, (best, change))
    return _in_words(best)


def _in_words(best: Chosen) -> Evidence | None:
    """Return what is told without a number, behind a value (比上年有所下降) or by the verb before it (缩小至)."""
    after = fold(behind(best)).lower()
    told = _WORDS_BEHIND.match(after)
    if told is not None:
        return Evidence("up" if tells(told["way"], "moved up") else "down", (best,), told.end())
    sentence = best.candidate.sentence
    figure = best.candidate.figure.moved(-sentence.start)
    way = way_of(sentence.text, figure)
    if best.candidate.figure.kind in {"level", "share"} and way.direction and not way.start:
        return Evidence("up" if way.direction == "+" else "down", (best,))
    return None


def _is_told_of(value: Chosen, change: Chosen) -> bool:
    """Tell whether a change right behind a value is that value's: no name of another thing stands between."""
    gap = _CLAUSE.sub("", _NOTE.sub("", fold(between(value, change))))
    return _CHANGE_BEHIND.fullmatch(gap.strip()) is not None


def _way_of(c: Chosen) -> Way | None:
    """Return which way a stated change went."""
    figure = c.candidate.figure
    if figure.kind not in _MOVES or figure.polarity not in {"+", "-"} or not figure.value:
        return None
    return "down" if figure.polarity == "-" or figure.value < 0 else "up"


def _said(evidence: Evidence, *, english: bool) -> str:
    """Return the clause that tells the way, as its report writes it."""
    first, last = evidence.chosen[0], evidence.chosen[-1]
    sentence = first.candidate.sentence
    if english and is_chinese(sentence.text):
        return ", ".join(value_said(c) for c in evidence.chosen)
    start = first.candidate.figure.start - sentence.start
    end = last.candidate.figure.end - sentence.start + evidence.words_behind
    if english:
        breaks = [m.end() for m in re.finditer(r"[;:.]\s|,\s(?:and|but|while)\s", sentence.text[:start])]
    else:
        breaks = [m.end() for m in _CLAUSE.finditer(sentence.text[:start])]
    begin = breaks[-1] if breaks else 0
    said = " ".join(sentence.text[begin:end].split())
    longest = _LONGEST * (3 if english else 1)
    return (
        said
        if len(said) <= longest
        else ", ".join(value_said(c) for c in evidence.chosen)
        if english
        else "，".join(value_said(c) for c in evidence.chosen)
    )
