"""Tell the most or the least of what was compared: the winner with its value, then all values in order, and what has none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Role, ShownFigure
from app.citations import Citations
from app.composing import shown_in
from app.most.asked import AskedMost
from app.most.bodies import plain_measure
from app.most.contenders import Contender, in_order, is_equal, is_sure
from app.most.ranking import Ranking
from app.most.value_words import value_text
from app.over_years.named import are_siblings
from app.proof import keep_proven
from index.query import Query

_MARK = re.compile(r" ?\[\d+\]")
_SHOWN, _LONGEST = 12, 40


@dataclass(frozen=True, slots=True)
class Compared:
    """All that was compared, in its own order; `missing` are names of what has no value, `without` how many more there are that are not named."""

    found: tuple[Contender, ...]
    missing: tuple[str, ...] = ()
    without: int = 0
    counted: str = "项"
    counted_in_english: str = "items"

    def of_years(self) -> "Compared":
        """Return the same for a comparison of years: what was compared is counted as such."""
        return replace(self, counted="年", counted_in_english="years")


def tell_most(question: str, query: Query, asked: AskedMost, rank: Ranking, compared: Compared) -> Answer | None:
    """Return the answer to a question for the most or the least of what was compared, None if fewer were than it counts."""
    writing = _Writing(asked, compared)
    ranked = _ranks(in_order(compared.found, side=rank.side))
    first = rank.first - 1
    winners = ranked[first : first + rank.count]
    if not winners:
        return None
    lines = [writing.among(winners) if compared.without else writing.head(winners)]
    flat = [c for tied in ranked for c in tied]
    winning = [c for tied in winners for c in tied]
    if len(flat) > len(winning) or rank.count > 1:
        foremost = flat[:_SHOWN]
        lines.append(writing.all([c for c in compared.found if c in foremost] if asked.over == "years" else foremost, flat))
    behind = [c for equal in ranked[first + len(winners) :] for c in equal]
    tied = [(equal[0], c) for equal in winners for c in equal[1:]]
    if not all(is_sure(a, b, side=rank.side) for a, b in (*((winning[-1], c) for c in behind), *tied)):
        lines.append(writing.unsure())
    if asked.over == "years" and (called := _called_otherwise(flat, query.scope.places)):
        lines.append(writing.called(called))
    lines += writing.rest()
    # Of two or three that are named the values of all are asked for.
    return writing.answer(question, query, lines, flat if asked.pair else winning, flat)


def tell_passing(
    question: str, query: Query, asked: AskedMost, compared: Compared, passing: Sequence[Contender], vague: Sequence[Contender]
) -> Answer:
    """Return the answer to a question for all of what was compared that passes a mark."""
    writing = _Writing(asked, compared)
    ordered = in_order(passing, side=1) if passing else []
    lines = [writing.passing(ordered)]
    if vague:
        lines.append(writing.vague(vague))
    failing = [c for c in in_order(compared.found, side=1) if c not in passing and c not in vague]
    if failing:
        lines.append(writing.failing(failing))
    lines += writing.rest()
    return writing.answer(question, query, lines, ordered, [*ordered, *vague, *failing])


def _ranks(ordered: Sequence[Contender]) -> list[list[Contender]]:
    """Return values in their order, equal ones together."""
    ranks: list[list[Contender]] = []
    for c in ordered:
        if ranks and is_equal(ranks[-1][0], c):
            ranks[-1].append(c)
        else:
            ranks.append([c])
    return ranks


def _called_otherwise(found: Sequence[Contender], places: Sequence[str]) -> list[tuple[str, list[Contender]]]:
    """Return the names of what was compared with what bears each, where two of them exclude one another: 登记失业率 and 调查失业率."""
    named: dict[str, list[Contender]] = {}
    for c in sorted(found, key=lambda c: c.label):
        named.setdefault(plain_measure(c.figure.subject, places), []).append(c)
    names = sorted((n for n in named if n), key=lambda n: -len(named[n]))
    usual = names[0] if names else ""
    others = [n for n in names[1:] if are_siblings(usual, n)]
    return [(n, named[n]) for n in (usual, *others)] if others else []


class _Writing:
    """Words the lines of one answer; keeps its citations and the counts that it shows."""

    def __init__(self, asked: AskedMost, compared: Compared) -> None:
        self._asked, self._compared = asked, compared
        self._word = asked.rank.word if asked.rank else ""
        self._zh = asked.chinese
        self._citations = Citations()
        self._counts: list[ShownFigure] = []

    def head(self, winners: Sequence[Sequence[Contender]]) -> str:
        """Return the line that names the winner, or the winners in their order."""
        if len(winners) > 1:
            listed = [self._rank(equal) for equal in winners]
            return f"{self._named()}：{'；'.join(listed)}。" if self._zh else f"{self._named()}: {'; '.join(listed)}."
        tied = winners[0]
        if len(tied) == 1:
            told = self._value(tied[0])
            if self._zh:
                return (
                    f"{tied[0].label}{self._word}：{told}。" if self._leads() else f"{self._named()}的是{tied[0].label}：{told}。"
                )
            return f"{self._named()}: {tied[0].label}, {told}."
        labels = ("、" if self._zh else ", ").join(c.label for c in tied)
        values = ("、" if self._zh else ", ").join(self._value(c) for c in tied)
        if self._zh and self._asked.pair:
            return f"{labels}一样：{values}。"
        return f"{labels}并列{self._word}：{values}。" if self._zh else f"{self._named()}, tied: {labels}: {values}."

    def among(self, winners: Sequence[Sequence[Contender]]) -> str:
        """Return the line on the winner of those with a value: what has none may have more."""
        head = self.head(winners)
        n = self._count(len(self._compared.found), [c for equal in winners for c in equal])
        return f"查到数值的{n}里，{head}" if self._zh else f"Of {n} with a value: {head}"

    def all(self, shown: Sequence[Contender], found: Sequence[Contender]) -> str:
        """Return the line with all that was compared, or of many with the foremost."""
        n = self._count(len(found), shown, found)
        more = len(found) - len(shown)
        listed = ("；" if self._zh else "; ").join(f"{c.label} {self._value(c)}" for c in shown)
        if self._zh:
            return f"比较的有{n}{'，排在前面的是' if more else ''}：{listed}{'；其余从略' if more else ''}。"
        foremost = ", the foremost of which are" if more else ""
        return f"Compared were {n}{foremost}: {listed}{'; the rest is left out' if more else ''}."

    def unsure(self) -> str:
        return (
            "报告写的是约数或界限，先后不能完全断定。"
            if self._zh
            else "Some of these values are round or bounds, so that their order is not certain."
        )

    def called(self, named: Sequence[tuple[str, Sequence[Contender]]]) -> str:
        """Return the line that says that the reports call what was compared by several names."""
        listed = [f"{name}（{'、'.join(c.label for c in told)}）" for name, told in named]
        if self._zh:
            return f"各年的叫法不一，未必可比：{'；'.join(listed)}。"
        listed = [f"{name} ({', '.join(c.label for c in told)})" for name, told in named]
        return f"The reports call it by several names, which may not compare: {'; '.join(listed)}."

    def passing(self, passing: Sequence[Contender]) -> str:
        words = self._asked.bound_words
        if not passing:
            return f"查到数值的里面没有{words}的。" if self._zh else f"None of those with a value is “{words}”."
        n = self._count(len(passing), passing)
        listed = ("、" if self._zh else "; ").join(
            f"{c.label}（{self._value(c)}）" if self._zh else f"{c.label} {self._value(c)}" for c in passing[:_LONGEST]
        )
        return f"{words}的有{n}：{listed}。" if self._zh else f"“{words}” in {n}: {listed}."

    def vague(self, vague: Sequence[Contender]) -> str:
        listed = ("、" if self._zh else "; ").join(f"{c.label} {self._value(c)}" for c in vague[:_SHOWN])
        return f"从报告的说法不能断定的有：{listed}。" if self._zh else f"Not to be told from the reports' wording: {listed}."

    def failing(self, failing: Sequence[Contender]) -> str:
        n = self._count(len(failing), failing)
        listed = ("；" if self._zh else "; ").join(f"{c.label} {self._value(c)}" for c in failing[:_SHOWN])
        more = ("；其余从略" if self._zh else "; the rest is left out") if len(failing) > _SHOWN else ""
        return f"其余的有{n}：{listed}{more}。" if self._zh else f"Not so in {n}: {listed}{more}."

    def rest(self) -> list[str]:
        """Return the lines on what has no value."""
        lines = []
        if self._compared.missing:
            names = ("、" if self._zh else ", ").join(self._compared.missing[:_SHOWN])
            more = ("等" if self._zh else " and others") if len(self._compared.missing) > _SHOWN else ""
            lines.append(f"没有查到数值的：{names}{more}。" if self._zh else f"No value was found for: {names}{more}.")
        if self._compared.without:
            unit = self._compared.counted if self._zh else f" {self._compared.counted_in_english}"
            n = f"{self._compared.without}{unit}"
            text = (
                f"另有{n}的报告没有给出这个数，没有比较。"
                if self._zh
                else f"The reports of {n} more do not state it and are not compared."
            )
            self._counts.append(_counted(n, self._compared.without, text, ()))
            lines.append(text)
        return lines

    def answer(
        self, question: str, query: Query, lines: Sequence[str], winning: Sequence[Contender], found: Sequence[Contender]
    ) -> Answer:
        """Return the answer with the winners as its figures, what they were compared with as context."""
        told = {id(c) for c in winning}
        shown = [self._shown(c, "answer" if id(c) in told else "context") for c in found if self._is_told(c, "\n".join(lines))]
        figures = (*shown, *self._counts)
        text = "\n".join(lines)
        scope = query.scope
        return keep_proven(Answer(question, text, False, scope, figures, tuple(self._citations.items), 0.0), query.text)

    def _is_told(self, c: Contender, text: str) -> bool:
        return self._value(c, mark=False) in text

    def _shown(self, c: Contender, role: Role) -> ShownFigure:
        return replace(shown_in(c.passage, c.figure, self._cited(c)), role=role)

    def _leads(self) -> bool:
        return not self._word.startswith(("前", "后", "第", "倒数", "排名"))

    def _named(self) -> str:
        return self._word if self._zh else self._word[:1].upper() + self._word[1:]

    def _rank(self, rank: Sequence[Contender]) -> str:
        return ("、" if self._zh else ", ").join(f"{c.label} {self._value(c)}" for c in rank)

    def _value(self, c: Contender, *, mark: bool = True) -> str:
        text = " ".join(value_text(c, chinese=self._zh).split())
        return f"{text}{'' if self._zh else ' '}[{self._cited(c)}]" if mark else text

    def _cited(self, c: Contender) -> int:
        return self._citations.cite(c.passage, c.start, c.end, c.quote)

    def _count(self, n: int, found: Sequence[Contender], named: Sequence[Contender] = ()) -> str:
        """Return how many there are, counted over the names of all (`named`, if not only of those `found` and cited here)."""
        unit, english = self._compared.counted, self._compared.counted_in_english
        text = f"{n}{unit}" if self._zh else f"{n} {english.removesuffix('s') if n == 1 else english}"
        numbers = tuple(dict.fromkeys(self._cited(c) for c in found))
        labels = [c.label for c in named or found]
        formula = f"{text}：{'、'.join(labels)}" if self._zh else f"{text}: {', '.join(labels)}"
        self._counts.append(_counted(text, n, formula, numbers))
        return text


def _counted(text: str, n: int, formula: str, cited: tuple[int, ...]) -> ShownFigure:
    return ShownFigure(text, str(n), "个", "other", "actual", "", "", "context", "derived", _MARK.sub("", formula), cited)
