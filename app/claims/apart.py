"""What tells two names of one report apart, and which of them a claim says: 技术人员 659 and 行政人员 736 share 人员, and 技术 is what is claimed."""

import re
from itertools import chain

from app.claims.added import another_amount, is_summed_by
from app.claims.held import Held
from app.claims.naming import exclude, without_owner
from app.claims.reading import Claimed, ClaimSentence
from app.claims.rivals import is_other_amount
from app.claims.unsaid import things_of
from corpus.matching import matching_text

_PARTS, _MARK = re.compile("[；;。]"), re.compile("[，；;]")
_LEAST, _LONG, _BEHIND, _ALIKE, _AHEAD, _ABOUT = 2, 5, 12, 0.9, 2.5, 0.05


def said_instead(claimed: Claimed, sentence: ClaimSentence, agreeing: Held, others: tuple[Held, ...]) -> Held | None:
    """Return the figure beside an agreeing one whose name the claim says where the two names differ, None if the claim says the agreeing one's, or neither."""
    if agreeing.named or agreeing.names >= _ALIKE:
        return None
    whole = matching_text(sentence.text)
    clause = matching_text(_clause(claimed, sentence))
    own, name = agreeing.figure.subject, without_owner(claimed)
    beside = [
        h
        for h in others
        if h.figure.kind == agreeing.figure.kind
        and is_beside(agreeing, h)
        and not exclude(name, h.figure.subject)
        and not is_other_amount(claimed, sentence, agreeing, h)
    ]
    parts = [h for h in beside if h.place == agreeing.place and is_summed_by(claimed.figure, h.figure, agreeing.figure)]
    beside = [h for h in beside if h not in parts]
    alike = [h for h in beside if _is_called_the_same(agreeing, h)]
    if other := next((h for h in alike if _tells_of_more(name, h, agreeing)), None):
        return other
    beside = [h for h in beside if h not in alike or not _tells_of_more(name, agreeing, h)]
    lead = matching_text(_lead(claimed, sentence))
    done = (h for h in beside if h.place == agreeing.place and _names_deed(lead, whole, own, h.figure.subject))
    if other := next(done, None):
        return other
    beside = [h for h in beside if not _is_hinted_at(name, agreeing, h)]
    # What the claim says goes before what only fits it better.
    said = (h for h in beside if _says(clause, whole, own, h.figure.subject) or _names(lead, whole, own, h.figure.subject))
    return next(chain(said, (h for h in beside if _fits_better(claimed, sentence, agreeing, h))), None)


def _is_called_the_same(agreeing: Held, other: Held) -> bool:
    return agreeing.place == other.place and matching_text(agreeing.figure.subject) == matching_text(other.figure.subject)


def _tells_of_more(name: str, one: Held, other: Held) -> bool:
    """Tell whether the part of a sentence that one figure stands in says a thing of a claim's name which another's does not, and nothing less.

    甲产品收入8亿元，毛利率21%；乙产品收入5亿元，毛利率17%: the 毛利率 of 乙产品 is 17%.
    """
    a, b = ({thing for thing in things_of(name) if thing in _part(h)} for h in (one, other))
    return a > b


def _part(held: Held) -> str:
    """Return the part of a sentence, between its semicolons, that a figure stands in."""
    own = held.chosen.candidate.sentence
    at = held.figure.start - own.start
    start = max((m.end() for m in _PARTS.finditer(own.text, 0, at)), default=0)
    end = _PARTS.search(own.text, at)
    return matching_text(own.text[start : end.start() if end else len(own.text)])


def _is_hinted_at(name: str, agreeing: Held, other: Held) -> bool:
    """Tell whether an agreeing figure's name begins a thing that a claim names, and another figure's does not: 风电 is 风力发电, not all 发电."""
    a, b = matching_text(agreeing.figure.subject), matching_text(other.figure.subject)
    things = things_of(name)
    if any(thing in b and thing not in a for thing in things):
        return False
    return any(thing[0] in a and thing[0] not in b for thing in things)


def _fits_better(claimed: Claimed, sentence: ClaimSentence, agreeing: Held, other: Held) -> bool:
    """Tell whether another value of a sentence fits all but the value so much better that it is the one meant: 农民收入 is rather 农村居民收入.

    Of 92 claims that give a neighbour's value the lead alone finds 8, of 800 true ones it would lose 3.
    """
    a, b = agreeing.figure, other.figure
    told = bool(a.subject) and matching_text(a.subject) in matching_text(sentence.text)
    if told or agreeing.place != other.place or agreeing.chosen.candidate.sentence.ranked.passage.context:
        return False
    same = (a.unit, a.period, a.status) == (b.unit, b.period, b.status)
    start = other.chosen.candidate.sentence.start
    text = other.chosen.candidate.sentence.text
    further = other.chosen.score >= agreeing.chosen.score + _AHEAD and other.names >= agreeing.names - _ABOUT
    return same and further and not another_amount(sentence.text, claimed.figure, text, b.moved(-start))


def is_beside(one: Held, other: Held) -> bool:
    """Tell whether two figures stand in one sentence, or in one section and tell of one time."""
    if one.place == other.place:
        return True
    a, b = (h.chosen.candidate.sentence.ranked.passage for h in (one, other))
    same = all(getattr(one.figure, n) == getattr(other.figure, n) for n in ("period", "status", "unit"))
    return same and (a.report_id, a.section, bool(a.context)) == (b.report_id, b.section, bool(b.context))


def _lead(claimed: Claimed, sentence: ClaimSentence) -> str:
    """Return what stands from the figure before a claimed one up to it."""
    before = max((c.figure.end for c in sentence.figures if c.figure.end <= claimed.figure.start), default=0)
    return sentence.text[before : claimed.figure.start]


def _clause(claimed: Claimed, sentence: ClaimSentence) -> str:
    """Return what stands from the figure before a claimed one to a little behind it; in 共有9处，新增2处 what is new is said of the other."""
    figure = claimed.figure
    following = min((c.figure.start for c in sentence.figures if c.figure.start >= figure.end), default=0)
    mark = _MARK.search(sentence.text, figure.end, following)
    behind = mark.start() if mark else following or len(sentence.text)
    return _lead(claimed, sentence) + " " + sentence.text[figure.end : min(behind, figure.end + _BEHIND)]


def _says(clause: str, whole: str, agreeing: str, other: str) -> bool:
    """Tell whether a claim says what one name has and another has not, and nothing of what the other has in its place."""
    a, b = matching_text(agreeing), matching_text(other)
    if not a or a == b:
        return False
    own, instead = _differing(a, b)
    said = (own[i : i + _LEAST] in whole for i in range(max(1, len(own) - _LEAST + 1))) if own else ()
    return len(instead) >= _LEAST and instead in clause and not any(said)


def _names(lead: str, whole: str, agreeing: str, other: str) -> bool:
    """Tell whether a claim names another figure to the letter and not the agreeing one, though it says something of its name too.

    Of 安全事故起数 and 死亡人数 the first says what both are of, and of 引进项目 and 亿元项目 what was done with both.
    """
    a, b = matching_text(agreeing), matching_text(other)
    if not a or a in whole or len(b) <= _LEAST or b not in lead:
        return False
    own, instead = _differing(a, b)
    return len(instead) >= _LEAST and not any(instead[i : i + _LEAST] in own for i in range(len(instead) - 1))


def _names_deed(lead: str, whole: str, agreeing: str, other: str) -> bool:
    """Tell whether a claim says what was done by another figure's name, which leaves out with what, and not what was done by the agreeing one's.

    新引进项目48个，投产31个: who claims 投产的项目 means the 31.
    """
    a, b = matching_text(agreeing), matching_text(other)
    return (
        _LEAST <= len(b) < _LONG
        and len(a) > len(b)
        and b in lead
        and b not in a
        and a[:_LEAST] not in whole
        and a[-_LEAST:] in whole
    )


def _differing(a: str, b: str) -> tuple[str, str]:
    """Return what is left of two names without what they share at both ends."""
    shortest = min(len(a), len(b))
    head = next((i for i in range(shortest) if a[i] != b[i]), shortest)
    tail = next((i for i in range(shortest - head) if a[-1 - i] != b[-1 - i]), shortest - head)
    return a[head : len(a) - tail], b[head : len(b) - tail]
