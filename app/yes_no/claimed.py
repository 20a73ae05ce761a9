"""Whether a value is what a question says that it is: 增长5.2%吗, was the deficit $2 billion; held against the reports as a claim of a draft is."""

import re
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Proof, ShownFigure
from app.checking import check
from app.choosing.words import WordMatcher
from app.claims.looking import Looker
from app.decimals import plain
from app.over_years.bound import read_bound
from app.proof import keep_proven
from app.verdict import CheckedFigure
from app.yes_no.asked import YesNo
from app.yes_no.speaking import is_of_a_part
from corpus.figures.numerals import fold
from index.asking import without
from index.opening import Library

_AUXILIARY = re.compile(r"^(?P<first>did|does|do|was|were|is|are|has|have|had)\b\s*")
# So near is neither the same nor plainly another.
_NEAR = Decimal("0.05")
_TAIL = re.compile(r"(?:[吗嘛么呢]|没有?|[？?。！!\s])+$")
_COPULA = frozenset({"was", "were", "is", "are"})
_BORNE_OUT = frozenset({"consistent", "rounded", "converted"})
_CONTRARY = frozenset({"wrong_value"})


def whether_as_claimed(yes_no: YesNo, library: Library, matcher: WordMatcher) -> Answer | None:
    """Return whether the one value that a question holds is what the reports give, None if it holds none, or the reports do not tell it."""
    if not yes_no.is_of_one or not yes_no.query.scope.years or not any(c.isdigit() for c in yes_no.clause):
        return None
    if read_bound(without(yes_no.clause, "asks whether")) is not None:
        return None
    likely = next(yes_no.likely(yes_no.clause), None)
    best = likely[0] if likely is not None else None
    claim = _claim(yes_no)
    told = check(Looker(library, matcher), claim)
    figures = [f for c in told.claims for f in c.figures]
    if len(figures) != 1 or figures[0].verdict not in _BORNE_OUT | _CONTRARY or not figures[0].places:
        return None
    figure = figures[0]
    own = best.candidate.figure if best is not None else None
    at = {p.start for p in figure.places}
    if own is None or (own.start not in at and plain(own.value) != (figure.correct.value if figure.correct else figure.value)):
        # What the claim was held against is not what the question finds.
        return None
    if figure.verdict in _CONTRARY and best is not None and is_of_a_part(yes_no.query, best):
        return None
    n = figure.places[0].n
    quote = next(c for c in told.citations if c.n == n)
    is_so = figure.verdict in _BORNE_OUT
    near = not is_so and abs(own.value - Decimal(figure.value)) <= abs(own.value) * _NEAR
    verdict = yes_no.word("是", "Yes") if is_so else yes_no.word("不完全是", "Not exactly") if near else yes_no.word("否", "No")
    value = figure.text.strip() if is_so else figure.stated
    shown = _shown(figure, value, n)
    formula = f"（{figure.formula}）" if figure.formula else ""
    text = (
        f"{verdict}: {value} [1]. Source: “{' '.join(quote.quote.split())}”"
        if yes_no.english
        else f"{verdict}：{value}{formula}[1]。原文：“{' '.join(quote.quote.split())}”"
    )
    return keep_proven(
        Answer(yes_no.question, text, False, yes_no.query.scope, (replace(shown, citations=(1,)),), (replace(quote, n=1),), 0.0),
        yes_no.query.text,
    )


def _shown(figure: CheckedFigure, value: str, n: int) -> ShownFigure:
    correct = figure.correct
    number, unit = (correct.value, correct.unit) if correct is not None else (figure.value, figure.unit)
    proof: Proof = "converted" if figure.verdict in {"rounded", "converted"} else "quoted"
    return ShownFigure(value, number, unit, "level", "actual", "", "", "answer", proof, figure.formula, (n,))


def _claim(yes_no: YesNo) -> str:
    """Return what a question says, as a sentence that claims it."""
    text = _TAIL.sub("", without(fold(yes_no.query.text).strip(), "asks whether"))
    if not yes_no.english:
        return f"{text}。"
    aux = _AUXILIARY.match(text.lower())
    text = text[aux.end() :] if aux else text
    number = re.search(r"[^\s\d]?\d[\d,.]*(?:%| (?:million|billion|trillion)\b)?\s*$", text)
    # was the toll $2 says that the toll was $2.
    return (
        f"{text[: number.start()]}{aux['first']} {text[number.start() :]}."
        if aux and number and aux["first"] in _COPULA
        else f"{text}."
    )
