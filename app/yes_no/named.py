"""Which of two contrary names a balance bears: a surplus or a deficit, 顺差还是逆差, 盈利了吗."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.standing import ahead, behind
from app.over_years.bound import read_bound
from app.yes_no.asked import YesNo
from app.yes_no.speaking import is_of_year
from app.yes_no.telling import Decision, Told, tell, value_said
from corpus.figures.numerals import fold

_NAMES = (
    ("顺差", "逆差"), ("盈余|结余|节余", "赤字|缺口"), ("净流入", "净流出"), ("净出口", "净进口"), ("盈利|盈(?!余)", "亏损|亏"),
    (r"\bsurplus(?:es)?\b", r"\bdeficits?\b"), (r"\bprofits?\b|\bprofitable\b", r"\bloss(?:es)?\b"), (r"\binflows?\b", r"\boutflows?\b"),
)  # fmt: skip
_PAIRS = tuple((re.compile(a), re.compile(b)) for a, b in _NAMES)
_EARNINGS = next(p for p in _PAIRS if p[0].search("盈利"))
_EARNED = re.compile("(?:净利润|利润总额|净利)$")
# 赤字率 and 财政赤字 of so much name what is measured.
_MEASURED = re.compile("(?:赤字|盈余|顺差|逆差)(?:率|规模|额|是多少)|多少")
_PROJECTED = re.compile(r"\b(?:project|forecast|budget|expect|estimat|anticipat|plann?|predict)(?:s|ed|ing)?\b")
_AS_PROJECTED = re.compile(r",? as (?:was )?(?:planned|expected|projected|forecast|budgeted|estimated)\b")
_BEHIND = 14
# What came of a projection is said in other words than that.
_TRIED, _FITS = 16, 9.0


def as_projected(yes_no: YesNo) -> Answer | None:
    """Return the name that a balance bears at last where a question asks whether it came as projected (did it end with a loss as projected)."""
    came = _AS_PROJECTED.sub("", yes_no.clause)
    if came == yes_no.clause:
        return None
    need = replace(yes_no.query.need, status=None)
    terms = tuple(t for t in yes_no.query.terms if t in came)
    return which_name(replace(yes_no, clause=came, query=replace(yes_no.query, need=need, terms=terms)))


def which_name(yes_no: YesNo) -> Answer | None:
    """Return the name that the balance asked about bears, None if the question names none, or its value is not found for sure."""
    clause = yes_no.clause
    pair = next((p for p in _PAIRS if any(name.search(clause) for name in p)), None)
    if pair is None or _MEASURED.search(clause) or read_bound(clause) is not None or not yes_no.is_of_one or _moves(clause):
        return None
    likely = next(yes_no.likely(_without_names(clause)), None)
    best = _came_about(yes_no, likely) if likely is not None else None
    if best is None:
        return None
    told = [name.search(_around(best)) for name in pair]
    if pair == _EARNINGS and not any(told) and best.candidate.figure.value > 0:
        # 净利润3亿元 is no loss.
        told = [_EARNED.search(best.candidate.figure.subject), None]
    if sum(t is not None for t in told) != 1:
        return None
    name = next(t for t in told if t is not None)
    asked = [n.search(clause) for n in pair]
    if all(asked):
        verdict = name[0].capitalize() if yes_no.english else name[0]
    else:
        is_so = (told[0] is not None) == (asked[0] is not None)
        verdict = yes_no.word("是", "Yes") if is_so else yes_no.word("否", "No")
    said = value_said(best)
    return tell(yes_no, Decision(verdict, (Told("", (best,), said if all(asked) else _with_name(name[0], said, yes_no)),)))


def _came_about(yes_no: YesNo, likely: Sequence[Chosen]) -> Chosen | None:
    """Return the likeliest figure; where it is only what somebody projected (we projected a loss), the one that came about, None without one."""
    if yes_no.query.need.status == "target" or not _is_projected(likely[0]):
        return likely[0]
    unit = likely[0].candidate.figure.unit
    near = (c for c in likely[:_TRIED] if likely[0].score - c.score <= _FITS and c.candidate.figure.unit == unit)
    return next((c for c in near if not _is_projected(c) and _bears_a_name(c) and is_of_year(yes_no.query, c)), None)


def _is_projected(c: Chosen) -> bool:
    return c.candidate.figure.status == "target" or _PROJECTED.search(_clause_ahead(c)) is not None


def _bears_a_name(c: Chosen) -> bool:
    return any(name.search(_around(c)) for names in _PAIRS for name in names)


def _without_names(clause: str) -> str:
    for name in (n for p in _PAIRS for n in p):
        clause = name.sub(" ", clause)
    return clause


def _moves(clause: str) -> bool:
    """Tell whether a clause asks how a balance moved or compares it, and not what it is."""
    return (
        re.search(
            r"扩大|缩小|收窄|增|减|[比高低]|larger|smaller|bigger|widen|narrow|ris[ei]|rose|f[ae]ll|than|over|under|above|below",
            clause,
        )
        is not None
    )


def _with_name(name: str, said: str, yes_no: YesNo) -> str:
    return f"{name} of {said}" if yes_no.english else f"{name}{said}"


def _around(c: Chosen) -> str:
    """Return what is said right around a figure: its own clause, and what it is called."""
    before = _clause_ahead(c)
    after = re.split(r"[，,；;。.]", fold(behind(c)).lower())[0][:_BEHIND]
    return f"{c.candidate.figure.subject.lower()} {before} {after}"


def _clause_ahead(c: Chosen) -> str:
    return re.split(r"[，,；;。]\s?(?!\d)", fold(ahead(c)).lower())[-1]
