"""A figure of the reports held against a claimed one: whether its value agrees, what else differs, how alike its name is."""

import re
from dataclasses import dataclass, replace

from app.agreement import clash, counted_noun, digits_of, value_verdict
from app.choosing.chooser import Chosen
from app.choosing.sentences import Stretch
from app.claims.added import another_amount
from app.claims.amounts import Amounts
from app.claims.bounds import counts_others
from app.claims.direction import Way, contrary, contrary_names, way_of
from app.claims.missed import claims_missed_aim
from app.claims.naming import exclude, shared_name, told_of_another, without_owner
from app.claims.other_amounts import other_amounts
from app.claims.reading import Claimed, ClaimSentence, without_reached
from app.claims.unsaid import is_called_otherwise, is_of_another_thing, of_other_words
from app.claims.whose import ranks_another
from app.claims.years_unsaid import THERE_IS, is_planned_after, may_be_of_year
from app.upright import upright
from app.verdict import FigureVerdict
from corpus.figures.figure import Figure
from corpus.figures.parts_of_year import is_whole_beside_parts, months_of
from corpus.figures.units import COUNTED, PEOPLE

# What a figure's clause or name must share with the claim to support it, and to refute it; meanings in two languages lie further apart.
_LEAST_SOFT, _BY_CHANCE_SOFT, _REFUTING, _REFUTING_SOFT, _OF_MEANING = 0.1, 0.2, 0.15, 0.3, 2.0
# Where a value agrees by chance: digits that are too few to tell, what its name shares, and how far it is behind the best figure.
_TELLING, _UNMISTAKABLE, _ELSEWHERE, _FAR = 3, 4, 0.2, 6.0
# How far words must speak of a claim in another language that agrees in few digits.
_SPOKEN = 0.5
_TO_THE_LETTER = 0.95
# What a clash may be called where the amount is another one.
_AMOUNT_TOO = frozenset({"wrong_measure", "wrong_direction"})
_AIMED = re.compile("目标(?!任务)")
# What a review tells as wanted at first: 曾提出，要把…控制在10%以内.
_WANTED = re.compile("曾[^。；，]{0,14}提出[，,]?要|原定|原计划(?!外)|原先要求")
_AIM = re.compile("目标|力争|预期|计划|确保|争取")
# A bound behind a value, and what it is the bound of.
_WHICH = re.compile("(?:及?以[上下内])的?(?=[一-龥])(?![和与、])")
# 超过年度计划6%, 比上一年增长6%
_MARK = re.compile("[，。；：！？]")
_THAN_PLANNED = re.compile(
    "(?:超过|超额|超出|超|低于|高于|比)[^，。；]{0,12}?(?:计划|预算|预期|目标|任务|指标)(?:数|指标|任务|目标|规定|要求|的)*[^，。；]{0,4}$"
)
_THAN_BEFORE = re.compile(r"(?:[比较](?:[上去前]一?年|(?:19|20)\d\d年)(?:同期)?|同比)[^，。；]{0,10}$")
_YEAR, _NEAR = re.compile(r"\d{4}\s?年?[末底]?[^，。]{0,3}$"), 14
_HAN, _STEM = re.compile("[一-龥]"), 3
# Names that say nothing without the one before them, and what ends that one's reach.
_LEANING = re.compile("(?:其中)?(?:同比)?(?:增[速幅量]|增长率|降幅|占比|比重|总[量额值数]|总产量|单产|均价|排[名位]|位次)?")
_APART = re.compile("[；。;]")


@dataclass(frozen=True, slots=True)
class Held:
    """A report's figure held against the claimed one.

    `agrees` is how the values agree, None if not; `clashes` what differs else; `names` how alike the names are, from 0 to 1, and `named` whether
    the claim has its name to the letter, which may be the head of its row. With `otherwise` nothing clashes but words of the names, which may be
    two ways to say the same. `amounts` are what the claim and the report tell of the thing where that differs: how much there is, or how that moved.
    """

    chosen: Chosen
    agrees: FigureVerdict | None
    clashes: FigureVerdict | None
    names: float
    named: bool = False
    otherwise: bool = False
    amounts: Amounts | None = None

    @property
    def figure(self) -> Figure:
        """Return the report's figure."""
        return self.chosen.candidate.figure

    @property
    def place(self) -> tuple[int, int]:
        """Return passage and start of its sentence."""
        own = self.chosen.candidate.sentence
        return own.ranked.passage.id, own.start

    @property
    def supports(self) -> bool:
        """Whether anything but its value ties it to the claim: a value alone supports nothing, and one that chance gives easily needs more."""
        candidate = self.chosen.candidate
        if candidate.foreign and digits_of(self.figure) < _TELLING and candidate.spoken.share < _SPOKEN:
            return False
        if self.agrees == "approximate" or digits_of(self.figure) == 1:
            return self.names >= _REFUTING or self.spoken >= _BY_CHANCE_SOFT
        return self.names > 0 or self.spoken >= _LEAST_SOFT

    def agrees_by_chance(self, best: "Held") -> bool:
        """Tell whether only a few digits or a rounding agree, of a figure of another name that fits far worse than the best one."""
        easily = self.agrees in {"rounded", "approximate"} or digits_of(self.figure) < _TELLING
        return easily and self.names < _ELSEWHERE and self.chosen.score < best.chosen.score - _FAR

    @property
    def refutes(self) -> bool:
        """Whether it speaks of what is claimed plainly enough to refute it: of a measure that no report holds nothing is refuted.

        Of 426 claims known to be refuted by another value 1 had none that does; of 78 that no report speaks of 65 had none.
        """
        return self.names >= _REFUTING or self.spoken >= _REFUTING_SOFT

    @property
    def spoken(self) -> float:
        """Return how far its clause speaks of the claim, from 0 to 1."""
        return self.chosen.candidate.spoken.share


def hold(claimed: Claimed, sentence: ClaimSentence, way: Way, names: frozenset[str], c: Chosen, *, near: bool) -> Held:
    """Hold a figure against a claimed one; `way` and `names` are the claim's, `near` tells that the values could agree at all."""
    found = upright(c.candidate.figure)
    figure = in_measure_of(claimed.figure, c)
    if c.candidate.foreign:
        # What English counts or measures may stand behind the number: $5 billion went to imports.
        figure = replace(figure, subject=" ".join((figure.subject, *claimed.query.terms)))
    agrees = value_verdict(figure, found) if near else None
    clashes = _clash(figure, sentence, way, c, found) if agrees else None
    compared = agrees is not None and clashes is None and not c.candidate.foreign
    another = compared and _is_of_another_thing(claimed, sentence, c, found)
    ranked = claimed.figure.kind == "rank"
    otherwise = compared and not another and not ranked and _is_called_otherwise(claimed, sentence, c, found)
    may_differ = clashes in _AMOUNT_TOO and not c.candidate.foreign and not exclude(figure.subject, found.subject)
    amounts = other_amounts(claimed, sentence, c) if (compared and not ranked) or may_differ else None
    if another or otherwise or amounts is not None:
        clashes = "wrong_measure"
    if c.candidate.foreign:
        # 支出 is no 收入, however much else of the two names is alike.
        return Held(c, agrees, clashes, 0.0 if exclude(figure.subject, found.subject) else _by_meaning(c))
    alike = shared_name(names, measured(c.candidate.sentence.stretch, found))
    named = alike >= _TO_THE_LETTER or (alike > 0 and shared_name(names, found.subject.split(" ")[0]) >= _TO_THE_LETTER)
    return Held(c, agrees, clashes, alike, named, otherwise and amounts is None, None if another else amounts)


def _is_of_another_thing(claimed: Claimed, sentence: ClaimSentence, c: Chosen, found: Figure) -> bool:
    """Tell whether a claim surely names another thing than a figure tells of."""
    own, name = c.candidate.sentence.stretch, without_owner(claimed)
    if not _HAN.search(sentence.text):
        return claimed.figure.kind != "rank" and of_other_words(name, own, found.subject)
    if ranks_another(name, sentence.text, claimed.figure, own, found):
        return True
    return claimed.figure.kind != "rank" and is_of_another_thing(name, sentence.text, own, found.subject)


def _is_called_otherwise(claimed: Claimed, sentence: ClaimSentence, c: Chosen, found: Figure) -> bool:
    """Tell whether a claim's words name another thing than a figure tells of, or the same otherwise."""
    own, name = c.candidate.sentence.stretch, without_owner(claimed)
    chinese = _HAN.search(sentence.text) is not None
    return chinese and is_called_otherwise(name, sentence.text, own, found.subject, leans_on=measured(own, found))


def in_measure_of(figure: Figure, c: Chosen) -> Figure:
    """Return a claimed count in the measure word of a report in another language: English counts beds as they are, Chinese by 张."""
    unit = c.candidate.figure.unit
    bare = c.candidate.foreign and not figure.unit and unit in COUNTED | PEOPLE
    return replace(figure, unit=unit) if bare else figure


def differs(figure: Figure, c: Chosen, found: Figure, *, asserts: bool) -> FigureVerdict | None:
    """Return the dimension in which two figures differ, None for none; a year that may be the claimed one does not differ."""
    passage = c.candidate.sentence.ranked.passage
    aim = figure.status == "actual" and found.status == "target"
    if passage.context and (months_of(figure.period) or aim) and is_whole_beside_parts(found, passage.figures):
        # 全年预算 beside the columns of a quarter tells of no quarter, and of no outcome.
        return "wrong_period"
    clashes = clash(figure, found, asserts_outcome=asserts)
    if clashes == "wrong_period" and may_be_of_year(figure, c, found):
        return clash(replace(figure, period=""), found, asserts_outcome=asserts)
    return clashes


def _clash(figure: Figure, sentence: ClaimSentence, way: Way, c: Chosen, found: Figure) -> FigureVerdict | None:
    asserts = sentence.asserts(figure)
    own = c.candidate.sentence
    if _starts_alike(figure, sentence, way, own.text, found.moved(-own.start)) or (
        _tells_which(sentence.text, figure) and _tells_which(own.text, found.moved(-own.start))
    ):
        figure = replace(figure, period="")
    clashes = _differs_as_written(figure, c, found, asserts=asserts)
    if clashes is not None:
        return clashes
    if not counts_alike(sentence.text, found):
        return "wrong_unit"
    if exclude(figure.subject, found.subject):
        return "wrong_measure"
    here = found.moved(-own.start)
    wanted = asserts and found.status == "actual" and _WANTED.search(own.text[: here.start])
    if wanted or claims_missed_aim(sentence.text, own.text, here):
        return "wrong_status"
    if {_compared_with(sentence.text, figure), _compared_with(own.text, here)} == {"plan", "year"}:
        return "wrong_measure"
    if _counts_another(figure, sentence, own.text, here):
        return "wrong_measure"
    if contrary(way, way_of(own.text, here)) or contrary_names(sentence.text, figure, own.text, here):
        return "wrong_direction"
    if found.status == "actual" and _AIMED.search(without_reached(sentence.up_to(figure))) and not _AIM.search(own.text):
        return "wrong_status"
    of_part = "全年" in sentence.text and bool(months_of(found.period))
    before = _was_left(figure, way, found, way_of(own.text, here))
    return "wrong_period" if of_part or before or is_planned_after(figure, c, found) else None


def _was_left(figure: Figure, way: Way, found: Figure, found_way: Way) -> bool:
    """Tell a rank that was held before the time of a claim: of 从第六位升到第三位 the sixth."""
    return found.kind == "rank" and found.period != figure.period and found_way.start and not way.start


def _counts_another(figure: Figure, sentence: ClaimSentence, text: str, here: Figure) -> bool:
    """Tell whether a figure of a report counts another thing than a claimed one, by what stands before it in its sentence `text`."""
    if told_of_another(figure.subject, here.subject, text[: here.start]):
        return True
    return another_amount(sentence.text, figure, text, here) or counts_others(sentence.text, figure, text, here)


def _differs_as_written(figure: Figure, c: Chosen, found: Figure, *, asserts: bool) -> FigureVerdict | None:
    """Return the dimension in which two figures differ, None for none, as a reader takes what a report leaves out."""
    own = c.candidate.sentence
    clashes = differs(figure, c, found, asserts=asserts)
    if clashes == "wrong_unit" and not found.unit and own.ranked.passage.context and digits_of(found) >= _UNMISTAKABLE:
        # A table whose unit nobody wrote down.
        clashes = differs(replace(figure, unit=""), c, found, asserts=asserts)
    if clashes == "wrong_status" and THERE_IS.search(own.text[: found.start - own.start]) and not _AIM.search(own.text):
        clashes = differs(figure, c, replace(found, status="actual"), asserts=asserts)
    return clashes


def _starts_alike(figure: Figure, sentence: ClaimSentence, way: Way, text: str, here: Figure) -> bool:
    """Tell two starts of ways (由A到B) of which the claimed one has no year of its own: its sentence's is that of the end."""
    return way.start and way_of(text, here).start and not _YEAR.search(sentence.text[max(0, figure.start - _NEAR) : figure.start])


def _tells_which(text: str, figure: Figure) -> bool:
    """Tell a bound that only says what is counted: of 300元以上的大队 it holds in any year. Spans count in the text."""
    return _WHICH.match(text, figure.end) is not None


def measured(own: Stretch, found: Figure) -> str:
    """Return what a figure measures, with what its clause leans on: 工业增加值 too where 工业增加值增长8%，增速居全省第2位 gives a rank to 增速."""
    if not _LEANING.fullmatch(found.subject):
        return found.subject
    before = [f for f in own.figures if f.end <= found.start]
    if not before or _APART.search(own.phrase.text[before[-1].end - own.start : found.start - own.start]):
        return found.subject
    return before[-1].subject + found.subject


def _compared_with(text: str, figure: Figure) -> str:
    """Return what a figure says more or less than: what was planned ("plan"), the year before ("year"), "" for neither. Spans count in the text."""
    clause = _MARK.split(text[: figure.start])[-1]
    return "plan" if _THAN_PLANNED.search(clause) else "year" if _THAN_BEFORE.search(clause) else ""


def counts_alike(claim: str, found: Figure) -> bool:
    """Tell whether an English claim speaks of what an English report counts: cities of a city, not of weeks."""
    noun = counted_noun(found.unit)
    # So many digits agree by no chance: 52,130 new connections are 52,130 lines.
    return (
        not noun
        or digits_of(found) >= _UNMISTAKABLE
        or bool(_HAN.search(claim))
        or noun[: max(_STEM, len(noun) - _STEM)] in claim.lower()
    )


def _by_meaning(c: Chosen) -> float:
    """Return how much of a claim's name is said in another language, on the scale of names in one language."""
    return min(1.0, _OF_MEANING * max(c.candidate.spoken.share, c.candidate.subject))
