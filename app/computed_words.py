"""Put a computed value into words: the result with its formula first, then each value that it is of, and what is to be known of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, ShownFigure
from app.choosing.chooser import Chosen
from app.choosing.standing import ahead
from app.citations import Citations
from app.composing import (
    Statement,
    answer_of,
    in_english,
    line_of,
    named,
    shown_figure,
    spelt,
    years_between,
)
from app.english_reading import beside, readings_of
from app.proof import keep_proven
from app.working.computed import Computed
from app.working.deriving import Derived, shown
from app.written import written
from corpus.matching import is_chinese
from index.query import Query

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d(?=年|\b)")
# What is to be known of a result, in Chinese and in English.
_NOTES = {
    "at prices": (
        "按报告所列各年的数值推算，没有扣除价格变动，与报告按可比价格公布的增速不是一回事。",
        "Worked out of the values as each year's report states them, price changes included; it is not the growth in real terms that reports announce.",
    )
}

# Words beside a value that do not make it a rough one.
_EXACTLY = frozenset(["", "之间", "之后", "以内", "内", "高达"])
_ROUGHLY_EN = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|more than|less than|up to|roughly|approximately|close to|at least|at most)\s+(?:US|S)?\$?$",
    re.IGNORECASE,
)


def compose_computed(question: str, query: Query, computed: Computed) -> Answer:
    """Return the answer that derives a value, its formula shown and each of its inputs cited."""
    citations = Citations()
    chinese = is_chinese(question)
    inputs, lines = [], []
    for chosen, label in zip(computed.inputs, computed.labels, strict=True):
        sentence = chosen.candidate.sentence
        n = citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)
        inputs.append(replace(shown_figure(chosen, n), role="answer" if computed.values_asked else "input"))
        lines.append(line_of(named(Statement(label, (chosen,)), query), inputs[-1:], n, chinese=chinese))
    if len(citations.items) == 1:
        # One sentence holds them all: it is quoted once.
        lines = [line_of(Statement("", computed.inputs), inputs, 1, chinese=chinese)]
    numbers = tuple(dict.fromkeys(n for f in inputs for n in f.citations))
    results = computed.steps or (computed.result,)
    answers = [shown(r, computed.inputs[0].candidate.figure, numbers) for r in results]
    marks = "".join(f"[{n}]" for n in numbers)
    values = [r.text for r in results] if chinese else [beside(a) for a in answers]
    told = [f"{w}{v}" for w, v in zip(_way_words(computed, query, chinese=chinese), values, strict=True)]
    formulas = [r.formula for r in results]
    if chinese:
        head = f"{'；'.join(told)}{marks}。推算：{'；'.join(formulas)}"
    else:
        head = f"{'; '.join(told)} {marks}. Derived: {'; '.join(formulas)}"
    lines += _notes(computed, inputs, chinese=chinese)
    read = () if chinese else readings_of((*answers, *inputs))
    return answer_of(question, query, "\n".join((head, *lines)), (*answers, *inputs, *read, *years_between(query)), citations)


def compose_uncomputed(question: str, query: Query, known: Sequence[tuple[str, Chosen]], missing: Sequence[str]) -> Answer:
    """Return the abstention of a question whose computation lacks some of its values: which these are, and those that there are, cited."""
    chinese = is_chinese(question)
    citations = Citations()
    if chinese:
        named = "、".join(f"{label}的数值" for label in missing)
        lines = [f"算不出：资料库里的报告没有给出{named}。" if named else "算不出：报告给出的数值不能确定是同一项。"]
    else:
        named = ", ".join(map(in_english, missing))
        said = f"the reports do not state it for {named}" if named else "the values in the reports may not be of one measure"
        lines = [f"This cannot be worked out: {said}."]
    for label, chosen in known:
        sentence = chosen.candidate.sentence
        n = citations.cite(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)
        lines.append(line_of(Statement(label, (chosen,)), [shown_figure(chosen, n)], n, chinese=chinese))
    text = "\n".join(lines)
    # A year between those that the question names stands in no quote.
    years = tuple(
        ShownFigure(y, y, "年", "other", "actual", "", "", "context", "derived", y, ())
        for y in dict.fromkeys(y for label in missing for y in _YEAR.findall(label))
    )
    answer = Answer(question, text, True, query.scope, years, tuple(citations.items), 0.0)
    return keep_proven(answer, query.text)


def _notes(computed: Computed, inputs: Sequence[ShownFigure], *, chinese: bool) -> list[str]:
    """Return what is to be known of a result: that prices moved too, that a value is an aim, that one is told roughly only."""
    notes = [_NOTES[computed.note][0 if chinese else 1]] if computed.note else []
    aims, rough = (
        ("、" if chinese else ", ").join(
            dict.fromkeys(
                f"{written(c.candidate.figure)}[{f.citations[0]}]"
                for c, f in zip(computed.inputs, inputs, strict=True)
                if holds(c)
            )
        )
        for holds in (_is_aim, _is_rough)
    )
    if aims:
        notes.append(f"{aims}是目标或计划数，不是实际数。" if chinese else f"{aims}: an aim or a plan, not an outcome.")
    if rough:
        notes.append(
            f"{rough}在报告里只是大约的数，结果也只是近似。"
            if chinese
            else f"The report tells {rough} roughly, so the result is rough too."
        )
    return notes


def _is_aim(c: Chosen) -> bool:
    return c.candidate.figure.status == "target"


def _is_rough(c: Chosen) -> bool:
    """Tell a value that the report gives as about, over or nearly so much."""
    if _is_aim(c):
        # 30所以上 is how aims are put.
        return False
    if c.candidate.figure.qualifier in _EXACTLY:
        return _ROUGHLY_EN.search(ahead(c)) is not None
    return True


def _way_words(computed: Computed, query: Query, *, chinese: bool) -> list[str]:
    """Return what stands before each result: by which year's value it is more, or that it grew or fell."""
    if not computed.steps:
        return [_grown(computed.result, chinese=chinese) or _way_word(computed, query, chinese=chinese)]
    return [
        _grown(step, chinese=chinese) or _step_word(label, step.value, chinese=chinese)
        for label, step in zip(computed.step_labels, computed.steps, strict=True)
    ]


def _grown(result: Derived, *, chinese: bool) -> str:
    """Return the word for a rate of growth, "" for all else."""
    if result.kind != "growth":
        return ""
    fell = result.value < 0
    return ("下降" if fell else "增长") if chinese else ("down " if fell else "up ")


def _step_word(label: str, value: Decimal, *, chinese: bool) -> str:
    """Return the word of one step: 2032年比2031年多, 2032 on 2031: more by."""
    if chinese:
        return f"{label}{'少' if value < 0 else '多'}"
    last, _, first = label.partition("比")
    return f"{in_english(last)} on {in_english(first)}: {'less' if value < 0 else 'more'} by "


def _way_word(computed: Computed, query: Query, *, chinese: bool) -> str:
    """Say which of two labelled values is more: the first, as the formula takes the less from the more."""
    if computed.result.kind != "change" or not any(computed.labels):
        return ""
    return f"{computed.labels[0]}多" if chinese else f"{in_english(spelt(computed.labels[0], query))} is higher by "
