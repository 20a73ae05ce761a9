"""Whether an aim was reached: the aim of the year and what came of it, both quoted; where one of them is missing, the other and no verdict."""

from dataclasses import replace

from app.answer import Answer
from app.choosing.chooser import Chosen
from app.choosing.standing import sentence_of
from app.reading_figures import read_text_figures
from app.working.deriving import Derived, difference
from app.yes_no.aims import Pair, find_aim
from app.yes_no.as_told import as_told
from app.yes_no.asked import YesNo, measure_aimed_at, questions_for
from app.yes_no.judged import Outcome, judge
from app.yes_no.telling import Decision, Told, tell, value_said
from corpus.figures.figure import Figure
from index.query import Query

_VERDICTS: dict[Outcome, tuple[str, str]] = {
    "met": ("完成了", "Met"),
    "missed": ("没有完成", "Not met"),
    "near": ("与目标基本一致", "Close to the target"),
    "above": ("高于目标", "Above the target"),
    "below": ("低于目标", "Below the target"),
    "open": ("", ""),
}
_NOT_TOLD = ("报告的说法不能断定是否完成", "whether it was met is not to be told from the reports' wording")
_NO_OUTCOME = ("没有查到实际完成的数，不能判断是否完成", "no outcome was found, so whether it was met is not told")
_NO_AIM = ("没有查到目标，不能判断是否完成", "no target was found, so whether it was met is not told")
_AIM, _OUTCOME = ("目标", "Target"), ("实际", "Actual")
# Said so by another name of the same.
_LITERAL = 0.95
_RATES = frozenset(["%", "‰", "百分点"])
_MOVES = frozenset(["growth", "change"])


def whether_aim_reached(yes_no: YesNo) -> Answer | None:
    """Return whether an aim was reached, None if neither it nor its outcome is found for sure."""
    if not yes_no.is_of_one:
        return None
    measure = measure_aimed_at(yes_no.clause)
    asked, came = map(yes_no.part, questions_for(measure))
    if not asked.terms:
        return None
    asked = replace(asked, need=replace(asked.need, status="target"))
    look_up = yes_no.lookups.look_up
    outcomes = look_up(came)
    found = find_aim(look_up(asked), outcomes, yes_no.bodies, measure, _wanted(yes_no.clause))
    english = int(yes_no.english)
    told = as_told(found.likely, outcomes.chosen, english=yes_no.english)
    # 增长6%，高于目标0.5个百分点: what is told right behind the outcome is surer than an aim that stands elsewhere.
    if found.pair is not None and (told is None or sentence_of(found.pair.aim) == sentence_of(found.pair.outcome)):
        return tell(yes_no, _decided(yes_no.query, found.pair, english))
    if told is not None:
        return tell(yes_no, told)
    if found.aim is not None:
        return tell(yes_no, Decision("", (_told(found.aim, _AIM, english),), _NO_OUTCOME[english]))
    if found.outcome is not None:
        return tell(yes_no, Decision("", (_told(found.outcome, _OUTCOME, english),), _NO_AIM[english]))
    return None


def _wanted(clause: str) -> list[Figure]:
    """Return the values that a question gives its aim: 增长5%左右的目标."""
    return [f for f in read_text_figures(clause) if f.unit != "年"]


def _told(c: Chosen, names: tuple[str, str], english: int, way: str = "") -> Told:
    name = names[english]
    return Told(name, (c,), f"{name.lower()} {way}{value_said(c)}" if english else f"{name}{way}{value_said(c)}")


def _against(pair: Pair, english: int) -> str:
    """Return the word for an outcome that went the other way than its aim: 下降0.3% of a rise by 3%."""
    a, o = pair.aim.candidate.figure, pair.outcome.candidate.figure
    if a.kind not in _MOVES or o.kind not in _MOVES or a.polarity == o.polarity or not a.polarity or not o.polarity:
        return ""
    return (("下降", "上升"), ("down ", "up "))[english][o.polarity == "+"]


def _named(query: Query, told: Told) -> Told:
    """Return a value with its report's name for it, where that has no word of the question: 营业收入 of a question about 业绩."""
    subject = " ".join(told.chosen[0].candidate.figure.subject.split())
    alien = subject and any("一" <= c <= "龥" for c in subject) == any("一" <= c <= "龥" for c in query.text)
    spoken = told.chosen[0].candidate.spoken.own
    if not alien or not len(spoken) or min(spoken) >= _LITERAL or any(t[:2].lower() in subject.lower() for t in query.terms):
        return told
    return replace(told, said=f"{told.said} ({subject})" if subject.isascii() else f"{told.said}（{subject}）")


def _decided(query: Query, pair: Pair, english: int) -> Decision:
    outcome = judge(pair.aim, pair.outcome)
    outcome_told, aim_told = _told(pair.outcome, _OUTCOME, english, _against(pair, english)), _told(pair.aim, _AIM, english)
    told = (_named(query, outcome_told), _named(query, aim_told))
    derived = _apart(pair)
    more = pair.outcome.candidate.figure.value > pair.aim.candidate.figure.value
    rate = pair.outcome.candidate.figure.unit in _RATES
    words = (
        ("above the target by " if more else "below the target by ")
        if english
        else f"比目标{('高' if rate else '多') if more else ('低' if rate else '少')}"
    )
    remark = _NOT_TOLD[english] if outcome == "open" else ""
    return Decision(_VERDICTS[outcome][english], told, remark, derived, words)


def _apart(pair: Pair) -> Derived | None:
    """Return how far an outcome is from its aim, None where the two are no exact values of one unit and way."""
    a, o = pair.aim.candidate.figure, pair.outcome.candidate.figure
    a = replace(a, unit=o.unit) if not a.unit else a
    falls = [f.polarity == "-" for f in (a, o) if f.kind in _MOVES]
    if o.qualifier or len(set(falls)) > 1:
        return None
    apart = difference(o, a) if o.value > a.value else difference(a, o)
    return apart if apart is not None and apart.value else None
