"""The kinds of claims: each makes of a fact a claim with its verdict, or nothing where the fact does not lend itself to it."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.agreement import value_verdict
from app.choosing.words import cut
from corpus.character_pairs import character_pairs, dice
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.period import Setting
from corpus.matching import matching_text
from eval.perturbation import numbers
from eval.perturbation.facts import Fact, named
from eval.quotes import Quote
from eval.sets import Verdict
from index.opening import Library

_ALIKE = 0.34
# Words of a name that say nothing of what is measured.
_OWN = re.compile("^(?:年度|全年|完成|实现|预计|地方)+")
_TRIES = 6
_OPPOSITE = {
    "增长": "下降",
    "下降": "增长",
    "增加": "减少",
    "减少": "增加",
    "提高": "降低",
    "提升": "下降",
    "上升": "下降",
    "降低": "提高",
    "上涨": "下跌",
    "回落": "上升",
}
_MOVES = re.compile("|".join(_OPPOSITE))
# Cities of the second rank to tell a fact of, where no report of the corpus is about them.
_ELSEWHERE = (
    "鹤岗", "双鸭山", "七台河", "白山", "四平", "辽源", "阜新", "葫芦岛", "朔州", "乌海", "三亚", "儋州", "克拉玛依", "嘉峪关", "金昌", "石嘴山", "固原", "铜川", "攀枝花", "六盘水", "防城港", "梅州", "汕尾", "云浮", "莆田", "三明", "鹰潭", "萍乡", "鹤壁", "漯河",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A claim with its verdict; `correct` is what the reports say instead, "" where nothing is refuted."""

    text: str
    verdict: Verdict
    correct: str
    evidence: tuple[Quote, ...]


class Corpus:
    """The facts of a library with what is needed to make sure that a changed one is false."""

    def __init__(self, library: Library, facts: Iterable[Fact]) -> None:
        self._said: dict[str, list[Figure]] = defaultdict(list)
        self._text: dict[str, str] = defaultdict(str)
        self._alike: dict[str, list[Fact]] = defaultdict(list)
        for card in library.catalogue():
            who = named(card.metadata)
            self._text[who] += matching_text(library.store.report_text(card.key))
            for passage in library.store.report_passages(card.key):
                self._said[who] += passage.figures
        every = tuple(facts)
        for fact in every:
            self._alike[_key(fact)].append(fact)
        self.facts = tuple(f for f in every if f.figure.status == "actual" and not self._is_ambiguous(f))
        self.elsewhere = tuple(p for p in _ELSEWHERE if p not in self._said)
        self.places = tuple(sorted({f.who for f in self.facts}))

    def holds(self, fact: Fact, figure: Figure) -> bool:
        """Tell whether a report gives a value as an outcome of the fact's year to what is named alike."""
        pairs = _pairs(fact.name)
        return any(
            f.status == "actual"
            and f.period in {"", str(fact.year)}
            and value_verdict(figure, f) is not None
            and (not f.subject or dice(pairs, _pairs(f.subject)) >= _ALIKE)
            for f in self._said[fact.who]
        )

    def like(self, fact: Fact) -> Sequence[Fact]:
        """Return the facts on the same measure, of any place and year, with its unit and kind."""
        return self._alike[_key(fact)]

    def speaks_of(self, who: str, name: str) -> bool:
        """Tell whether the reports of a place have a figure named alike, or write more than half of the words of a name."""
        words = [w for w in cut(name) if len(w) > 1]
        pairs = _pairs(name)
        if not words or sum(w in self._text[who] for w in words) > len(words) / 2:
            return True
        return any(dice(pairs, _pairs(f.subject)) >= _ALIKE for f in self._said[who])

    def _is_ambiguous(self, fact: Fact) -> bool:
        """Tell whether the reports give several values to one name, as 完成投资 of several projects."""
        mine = fact.figure
        return any(
            f.subject == mine.subject and f.period == mine.period and f.unit == mine.unit and f.kind == mine.kind and f.value != mine.value
            and f.status == mine.status
            for f in self._said[fact.who]
        )  # fmt: skip


def _key(fact: Fact) -> str:
    name = _OWN.sub("", matching_text(fact.name))
    return f"{name} {fact.figure.unit} {fact.figure.kind}"


def exact(fact: Fact, _corpus: Corpus, _chance: random.Random) -> Made | None:
    """The fact as it stands."""
    return _supported(fact, fact.figure.text)


def rounded(fact: Fact, _corpus: Corpus, chance: random.Random) -> Made | None:
    """The value rounded, with 约."""
    return _supported(fact, numbers.rounded(fact.figure, chance)) if not fact.figure.qualifier else None


def unit_converted(fact: Fact, _corpus: Corpus, _chance: random.Random) -> Made | None:
    """The value in another unit or scale."""
    return _supported(fact, numbers.converted(fact.figure))


def chinese_numeral(fact: Fact, _corpus: Corpus, _chance: random.Random) -> Made | None:
    """The value in Chinese numerals."""
    return _supported(fact, numbers.in_chinese(fact.figure))


def digit_swap(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """The fact with one digit of its value changed."""
    return _refuted(fact, corpus, (numbers.digit_changed(fact.figure.text, chance) for _ in range(_TRIES)))


def wrong_unit(fact: Fact, corpus: Corpus, _chance: random.Random) -> Made | None:
    """The value with a unit or scale that is confused with its own."""
    return _refuted(fact, corpus, [numbers.wrong_unit(fact.figure)])


def wrong_direction(fact: Fact, _corpus: Corpus, _chance: random.Random) -> Made | None:
    """A rise told as a fall."""
    moves = list(_MOVES.finditer(fact.before))
    if not fact.figure.polarity or len(moves) != 1:
        return None
    before = fact.before[: moves[0].start()] + _OPPOSITE[moves[0][0]] + fact.before[moves[0].end() :]
    return Made(fact.said(fact.figure.text, before=before), "refuted", fact.figure.text, _evidence(fact))


def wrong_subject(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """The value of another figure of the same sentence."""
    others = [
        f.text for f in fact.siblings
        if f.unit == fact.figure.unit and f.kind == fact.figure.kind and f.value != fact.figure.value and f.polarity == fact.figure.polarity
        and f.subject and f.subject != fact.name
    ]  # fmt: skip
    return _refuted(fact, corpus, chance.sample(others, len(others)))


def wrong_year(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """The value of another year of the same place."""
    return _instead(fact, corpus, chance, lambda f: f.who == fact.who and f.year != fact.year and f.figure.status == "actual")


def target_as_actual(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """A target told as what was reached."""
    return _instead(
        fact, corpus, chance, lambda f: f.who == fact.who and f.figure.status == "target" and 0 <= f.year - fact.year <= 1
    )


def wrong_entity(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """The value of another place."""
    return _instead(fact, corpus, chance, lambda f: f.who != fact.who and f.year == fact.year and f.figure.status == "actual")


def absent(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """The fact told of a place that no report is about, or of one whose reports say nothing of the measure."""
    others = [p for p in corpus.places if p not in {fact.who, "我国"} and not corpus.speaks_of(p, fact.name)]
    where = chance.choice(corpus.elsewhere) if chance.random() < 0.5 or not others else chance.choice(others)
    return Made(fact.said(fact.figure.text, who=where), "not_found", "", ())


def table(fact: Fact, corpus: Corpus, chance: random.Random) -> Made | None:
    """A cell as it stands, or with a digit changed."""
    return exact(fact, corpus, chance) if chance.random() < 0.5 else digit_swap(fact, corpus, chance)


KINDS: dict[str, Callable[[Fact, Corpus, random.Random], Made | None]] = {
    "exact": exact, "rounded": rounded, "unit_converted": unit_converted, "chinese_numeral": chinese_numeral, "digit_swap": digit_swap,
    "wrong_unit": wrong_unit, "wrong_direction": wrong_direction, "wrong_subject": wrong_subject, "wrong_year": wrong_year,
    "target_as_actual": target_as_actual, "wrong_entity": wrong_entity, "absent": absent, "table": table,
}  # fmt: skip


def _supported(fact: Fact, written: str | None) -> Made | None:
    return Made(fact.said(written), "supported", "", _evidence(fact)) if written else None


def _refuted(fact: Fact, corpus: Corpus, written: Iterable[str | None]) -> Made | None:
    """Return the claim with the first of the values that no report of the place gives to the measure."""
    for text in written:
        claim = fact.said(text) if text else ""
        figures = extract_figures(claim, Setting()) if claim else []
        if len(figures) == 1 and not corpus.holds(fact, figures[0]):
            return Made(claim, "refuted", fact.figure.text, _evidence(fact))
    return None


def _instead(fact: Fact, corpus: Corpus, chance: random.Random, fits: Callable[[Fact], bool]) -> Made | None:
    others = [f.figure.text for f in corpus.like(fact) if f is not fact and fits(f)]
    return _refuted(fact, corpus, chance.sample(others, min(len(others), _TRIES)))


def _evidence(fact: Fact) -> tuple[Quote, ...]:
    return (Quote(fact.file, f"{fact.before}{fact.figure.text}{fact.after}"),)


def _pairs(text: str) -> frozenset[str]:
    return character_pairs(matching_text(text))
