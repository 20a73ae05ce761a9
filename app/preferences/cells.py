"""What a question plainly means of a table or of two units: the parent's table where it is named, a row's total, a named unit."""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.likeness import named_alike
from app.choosing.words import cut
from app.preferences.row_words import PARENT, column, is_of_parent, is_row, label
from app.working.computed import sentence_of
from corpus.figures.conversion import convertible
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import plain_names, written_out
from index.query import Query
from index.unit_classes import class_of_unit

_TRIED = 12
_NAMED_ALIKE = 0.5
# So much less may a row of the parent's table fit than one of the group's, and a total than one of its parts.
_PARENT_FITS, _TOTAL_FITS = 6.0, 6.0
_COLUMN_FITS, _INSIDE_FITS, _ROW_FITS = 2.0, 6.0, 3.0
_RATE_FITS, _COLUMN_APART = 6.0, 5.0
_LITTLE = 0.03
_PAID = re.compile("[交缴花用付拨发]了|[交缴花用付拨]的|开支|支出了|赚了|收了")
_STOCK = re.compile("末|底|余额|结余|还有|还剩|欠|未")
# A name of so many letters that stands whole in a question is asked for.
_WHOLE_NAME = 4
_INSIDE = re.compile("里|其中|当中|之中|中的|(?<=[用入出产债款])中")
# Letters that ask or join and tell no column.
_NO_TELLING = frozenset("的了有多少几是本年个总额数和与及在中上下人大为其他一共全当日月度")
# Columns that name no part of a row.
_WHOLE_WORDS = "总计 合计 总额 总数 总量 小计 金额 数量 数额 数值 绝对值 绝对数 绝对量 total"
_WHOLE = frozenset(_WHOLE_WORDS.split())
# Words of columns that name nothing.
_NO_NAME_WORDS = """
期末 期初 本期 上期 年末 年初 本年 上年 月 日
余额 期末余额 期初余额 发生 发生额 决算 决算数
账面 账面价值 账面余额 准备 价值
"""
_NO_NAME = _WHOLE | frozenset(_NO_NAME_WORDS.split())


def parents_row(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of the parent company's table where the question names the parent and the best row is of the group's."""
    if not PARENT.search(query.text) or not is_row(best) or is_of_parent(best):
        return None
    figure = best.candidate.figure
    return next(
        (
            c
            for c in _near(best, chosen, _PARENT_FITS)
            if is_row(c)
            and is_of_parent(c)
            and (c.candidate.figure.unit, c.candidate.figure.period) == (figure.unit, figure.period)
            and (named_alike(c.candidate, best.candidate) >= _NAMED_ALIKE or _has_all(query, c))
        ),
        None,
    )


def _has_all(query: Query, c: Chosen) -> bool:
    """Tell whether a row has all the words of a question to the letter, but for the parent's name."""
    own = label(c)
    return all(t in own for t in query.terms if not PARENT.fullmatch(t))


def whole_of_row(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the total of a row where the question names no column and the best cell is of a part: 自然人 of all applications."""
    if not is_row(best):
        return None
    figure, question = best.candidate.figure, _asked_in(query)
    for c in _near(best, chosen, _TOTAL_FITS):
        other = c.candidate.figure
        if sentence_of(c) != sentence_of(best) or (other.unit, other.period, other.kind) != (
            figure.unit,
            figure.period,
            figure.kind,
        ):
            continue
        own, others = set(cut(figure.subject)), set(cut(other.subject))
        parts = own - others
        is_whole = bool(others - own) and others - own <= _WHOLE
        if is_whole and parts and not parts & _WHOLE and not any(_is_said(part, question) for part in parts):
            return c
    return None


def asked_column(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the cell of the best one's row whose column alone has letters of the question: 废掉, of 制发件数 and 废止件数 the second."""
    if not is_row(best):
        return None
    row = [best, *(c for c in chosen[1:] if sentence_of(c) == sentence_of(best) and _is_alike(c, best))]
    heads = {id(c): _letters(c.candidate.figure.subject) for c in row}
    common = (
        frozenset.union(*(heads[id(a)] & heads[id(b)] for a in row for b in row if a is not b)) if len(row) > 1 else frozenset()
    )
    asked = _letters("".join(query.terms)) - common - _letters(best.candidate.sentence.text) - _NO_TELLING
    said = [c for c in row if (heads[id(c)] - common) & asked]
    return said[0] if len(said) == 1 and said[0] is not best and best.score - said[0].score <= _COLUMN_FITS else None


def inside_named(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the row of a table that tells of what the best row is as a whole: 管理费用里的保险费, 人均居住支出."""
    if not is_row(best):
        return None
    figure, name = best.candidate.figure, label(best)
    more = [t for t in query.terms if len(t) > 1 and t not in name]
    inside = _INSIDE.search(query.text) is not None
    return next(
        (
            c
            for c in _near(best, chosen, _INSIDE_FITS)
            if is_row(c)
            and name
            and name in _named_above(c)
            and (c.candidate.figure.unit, c.candidate.figure.period, c.candidate.figure.kind)
            == (figure.unit, figure.period, figure.kind)
            and (any(t == label(c) or (inside and t in label(c)) for t in more))
        ),
        None,
    )


def rate_of_change(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the rate beside a level of its row where a change is asked for: 产量比上年增多少, of 18905168 | 9.0 the second."""
    figure = best.candidate.figure
    if not is_row(best) or figure.kind != "level" or "change" not in query.need.kinds or query.need.unit:
        return None
    rates = [
        c
        for c in _near(best, chosen, _RATE_FITS)
        if sentence_of(c) == sentence_of(best)
        and c.candidate.figure.kind == "growth"
        and c.candidate.figure.period == figure.period
    ]
    return rates[0] if len({c.candidate.figure.value for c in rates}) == 1 else None


def plain_column(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the cell of a row of the same label whose column names nothing more, or tells of the year where it was paid.

    递延收益 of a balance sheet goes before its deferred tax; of what was paid (交了) the 发生额 goes before the 余额 at the year's end.
    """
    if not is_row(best):
        return None
    question, name, head = _asked_in(query), label(best), column(best)
    paid = _PAID.search(question) is not None and not _STOCK.search(question)
    odd = bool(name) and ((paid and _STOCK.search(head) is not None) or any(_is_odd(w, question) for w in cut(head)))
    if not odd:
        return None
    return next(
        (
            c
            for c in _near(best, chosen, _COLUMN_APART)
            if is_row(c)
            and label(c) == name
            and _is_alike(c, best)
            and not (paid and _STOCK.search(column(c)))
            and not any(_is_odd(w, question) for w in cut(column(c)))
            and is_of_parent(c) == is_of_parent(best)
            and c.candidate.spoken.share >= best.candidate.spoken.share - _LITTLE
        ),
        None,
    )


def row_of_more(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return a row of counts without a unit that has more of the question than the best sentence, which has it: 予以公开的有几件."""
    figure, asked = best.candidate.figure, query.need.unit
    if is_row(best) or asked != figure.unit or class_of_unit(asked) not in {"count", "people"}:
        return None
    said, name, question = (matching_text(t) for t in (best.candidate.sentence.text, figure.subject, query.text))
    terms = [t for t in query.terms if len(t) > 1]
    for c in _near(best, chosen, _ROW_FITS):
        other = c.candidate.figure
        if not is_row(c) or other.unit not in {"", asked} or (other.kind, other.period) != (figure.kind, figure.period):
            continue
        told = matching_text(f"{other.subject} {c.candidate.sentence.ranked.passage.context}")
        words = [t for t in map(matching_text, other.subject.split()) if len(t) >= _WHOLE_NAME and t in question]
        gained = [t for t in (*terms, *words) if t in matching_text(other.subject) and t not in said]
        lost = [t for t in terms if t in name and t not in told]
        if len(gained) > len(lost):
            return c
    return None


def of_money(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return an amount of money where the asking words name money and the best is a row of counts without a unit: 收了多少处理费."""
    if not query.need.strict or query.need.unit_class != "money" or best.candidate.figure.unit or not is_row(best):
        return None
    likely = (c for c in _near(best, chosen, _ROW_FITS) if class_of_unit(c.candidate.figure.unit) == "money")
    return next((c for c in likely if c.candidate.figure.period == best.candidate.figure.period), None)


def of_named_unit(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the figure beside the best that has the very unit which the question names: 1,200 acres or 2 square miles, 多少英亩."""
    asked = query.need.unit
    units = convertible(asked) if asked else {}
    figure = best.candidate.figure
    if figure.unit not in units or units[figure.unit] == units[asked]:
        return None
    same = (c for c in chosen[1:_TRIED] if sentence_of(c) == sentence_of(best))
    return next((c for c in same if (u := c.candidate.figure.unit) in units and units[u] == units[asked]), None)


def _named_above(c: Chosen) -> str:
    """Return the headings above a table and what stands before its first column: what heads the others is of one cell each."""
    passage = c.candidate.sentence.ranked.passage
    return matching_text(" ".join((*passage.section[-2:], passage.context.partition("|")[0])))


def _asked_in(query: Query) -> str:
    """Return a question with the names that reports write for its words: 村里 and 农村."""
    folded = fold(query.text).lower()
    return matching_text(" ".join((query.text, plain_names(folded), *written_out(folded))))


def _is_said(word: str, question: str) -> bool:
    """Tell whether a question has a word, or any two letters of it that follow one another."""
    return len(word) > 1 and any(fold(word[i : i + 2]) in question for i in range(len(word) - 1))


def _letters(text: str) -> frozenset[str]:
    return frozenset(letter for letter in matching_text(text) if "一" <= letter <= "龥")


def _is_odd(word: str, question: str) -> bool:
    """Tell a word of a column that names what a question does not speak of."""
    return len(word) > 1 and word not in _NO_NAME and not _is_said(word, question)


def _is_alike(c: Chosen, best: Chosen) -> bool:
    a, b = c.candidate.figure, best.candidate.figure
    return (a.unit, a.kind, a.period) == (b.unit, b.kind, b.period)


def _near(best: Chosen, chosen: Sequence[Chosen], most: float) -> list[Chosen]:
    return [c for c in chosen[1:] if best.score - c.score <= most]
