"""How far an outcome is from its aim: 离年度任务还差多少, 比目标高多少, 完成了全年预算的百分之几; worked out of both, where a report tells both."""

import re
from dataclasses import replace

from app.answer import Answer
from app.computed_words import compose_computed
from app.working.computed import Computed
from app.working.deriving import difference, share
from app.yes_no.aims import Pair, find_aim
from app.yes_no.as_told import as_told
from app.yes_no.asked import YesNo, questions_for
from app.yes_no.telling import tell
from corpus.figures.numerals import fold
from index.asking import pattern_source

_AIM = rf"(?:{pattern_source('{when_set}')}的?)*(?:预期|工作)?的?{pattern_source('{aim_word}')}(?:总?[值数量额])?"
_MUCH = "(?:多少|几)[一-龥]{0,4}?"
_APART = re.compile(
    rf"(?:离|距离?|比|较|[与跟和同])[^，。？比]{{0,4}}?{_AIM}(?:相比)?(?:还|尚)?(?:差|缺|欠|[少低高多快慢]|超)[了出]?{_MUCH}(?=[？?呢]*$)"
    rf"|(?:还|尚)?(?:差|缺|欠)了?{_MUCH}(?:才)?能?(?:完成|达到|达成|实现)了?{_AIM}(?=[？?呢]*$)"
    rf"|(?:超过?出?|[高低多少]于)了?{_AIM}{_MUCH}(?=[？?呢]*$)"
)
_PART = re.compile(rf"(?:完成|达到|占|是|为)了?{_AIM}的?(?:百分之(?:几|多少)|多少(?:%|比例)?|几成)(?=[？?呢]*$)")


def how_far(yes_no: YesNo) -> Answer | None:
    """Return how far an outcome is from its aim, or what part of it, None if that is not asked or the reports do not tell both."""
    text = fold(yes_no.query.text)
    asked = _APART.search(text) or _PART.search(text)
    # 实际比计划多多少 names both of what is compared, and is worked out as any two are.
    if asked is None or not yes_no.is_of_one or "实际" in text:
        return None
    measure = text[: asked.start()].rstrip("，, 的")
    aim, came = map(yes_no.part, questions_for(measure))
    if not aim.terms:
        return None
    aim, looked_up = replace(aim, need=replace(aim.need, status="target")), yes_no.lookups.look_up(came)
    found = find_aim(yes_no.lookups.look_up(aim), looked_up, yes_no.bodies, measure, [])
    part = asked.re is _PART
    told = as_told(found.likely, looked_up.chosen, english=yes_no.english)
    if told is not None and (told.told[-1].chosen[0].candidate.figure.kind == "share") == part:
        # What part of an aim it is, is found as any figure is; how far it is from it is told of another.
        return None if part else tell(yes_no, told)
    computed = _computed(found.pair, part=part) if found.pair is not None else None
    return compose_computed(yes_no.question, yes_no.query, computed) if computed is not None else None


def _computed(pair: Pair, *, part: bool) -> Computed | None:
    aim, outcome = pair.aim.candidate.figure, pair.outcome.candidate.figure
    if part:
        result = share(outcome, aim)
        return Computed(result, (pair.outcome, pair.aim), ("实际", "目标")) if result is not None else None
    more = outcome.value > aim.value
    result = difference(outcome, aim) if more else difference(aim, outcome)
    inputs = (pair.outcome, pair.aim) if more else (pair.aim, pair.outcome)
    labels = ("实际", "目标") if more else ("目标", "实际")
    return Computed(result, inputs, labels) if result is not None and result.value else None
