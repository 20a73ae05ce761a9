"""Whether a quantity of an English text is a level, a change, a rate of growth or a share, and which way it went: cut by $3 billion, 8 per cent higher."""

import re

from corpus.figures.english_numerals import NUMBER
from corpus.figures.figure import Kind

_DOWN = re.compile(
    r"\b(?:fall|falls|fell|fallen|declin\w+|decreas\w+|reduc\w+|drop(?!out)\w*|cut|lower\w*|contract\w+|shr[aiu]nk|narrow(?:s|ed|ing)?|down(?= by\b))\b"
)
_UP = re.compile(
    r"\b(?:grow\w*|grew|rise|rose|risen|rais\w+|increas\w+|expand\w*|gain\w*|widen(?:s|ed|ing)?"
    # What is taken up, made up and set up is no more than it was.
    r"|(?<!take )(?<!takes )(?<!taking )(?<!make )(?<!makes )(?<!made )(?<!set )up|improv\w+)\b"
)
# 3 to 5%: what stands before the first holds for the second too.
_RANGE = re.compile(rf"(?:{NUMBER})(?: ?%)?(?: to |-|–)$")
_HIGHER = re.compile(r"^ (?P<up>higher|more|above)\b|^ (?P<down>lower|less|below)\b")
_GROWS = re.compile(
    r"^ (?:(?:per annum|annual|real|economic|a year|year-on-year) )*"
    r"(?:growth|(?P<rise>increase|rise|jump)|(?P<fall>decrease|decline|fall|drop|reduction|contraction))\b(?! rate)"
    # 2.4 per cent up on the year before
    r"|^ (?:up|(?P<down>down))\b(?! (?:to|from)\b)"
)
_AMOUNT_OF = re.compile(
    r"\b(?:(?P<up>increase|rise|gain)|(?P<down>decrease|reduction|fall|drop|decline|cut)) of (?:about |nearly |over |some )?$"
)
# A $40 increase from the year before.
_MOVE_BEHIND = re.compile(
    r"^ (?:net )?(?:(?P<up>increase|rise|jump|hike)|(?P<down>decrease|decline|fall|drop|reduction|cut|contraction))\b(?! rate)"
)
# rose $3 billion to $45 billion: how far, and where to.
MOVED = re.compile(
    r"\b(?:rise|rises|rose|risen|grew|grown|climb(?:s|ed)?|jump(?:s|ed)?|f[ae]ll|falls|fallen|drop(?:s|ped)?|declined|increased|decreased|up|down)"
    r"(?: by)? (?:about |nearly |over |some |around )?$"
)


def english_kind(unit: str, lead: str, after: str, subject: str) -> tuple[Kind, str]:
    """Return kind and direction ("+", "-", "" for none) of a quantity from the words before and behind it and what it is of."""
    lead = _without_lower_end(lead, unit)
    # (Not cut off there: what is taken up is told by the words before "up".)
    from_here = max(0, len(lead) - 40)
    near, up, down = lead[from_here:], _UP.search(lead, from_here), _DOWN.search(lead, from_here)
    amount = _HIGHER.match(after) or _AMOUNT_OF.search(lead) or _MOVE_BEHIND.match(after)
    if (
        unit != "%"
        and amount
        and unit != "百分点"
        and (amount["down"] or amount["up"] != "more" or re.match(r" more (?:than (?!half)|a year)", after))
    ):
        return "change", "-" if amount["down"] else "+"
    if unit == "%" and (amount := _HIGHER.match(after)) and amount["up"] != "above":
        return "growth", "-" if amount["down"] else "+"
    if unit == "%" and (grows := _GROWS.match(after)):
        return "growth", "-" if grows["fall"] or grows["down"] else "+"
    if unit in {"百分点", "bp"}:
        return "change", "-" if down else "+"
    if unit == "%":
        if re.match(r"(?:the )?(?:rate of )?growth\b", subject, re.IGNORECASE) or re.search(r"\bgrowth(?: rate)?$", subject):
            return "growth", "+"
        if (up or down) and (
            not re.search(
                r"\b(?:to|of|from|at) (?:(?:about|nearly|over|around|at least|at most|more than|up to|some|just|only|almost) )*$",
                near,
            )
            or re.search(
                r"\b(?:gr[eo]w|rose|fell|rise|fall)\w* at an? (?:[a-z]+ )*(?:rate|pace|average) of (?:about |nearly |over |around |some )?$",
                near,
            )
        ):
            return "growth", "-" if down else "+"
        if re.search(
            r"\b(?:growth|fall|rise|increase|decrease|decline|reduction|drop|contraction|gain|jump) of (?:about |nearly |over |some |more than )?$",
            near,
        ):
            return "growth", "-" if down else "+"
        return "share", ""
    if _tells_how_far(lead, after, moved=up is not None or down is not None):
        return "change", "-" if down else "+"
    return "level", ""


def _tells_how_far(lead: str, after: str, *, moved: bool) -> bool:
    """Tell whether an amount is how far something moved: cut by $3 billion, rose $3 billion to $45 billion; not what is there by 2 in the afternoon."""
    if re.search(r"\bby (?:about |nearly |another |over )?$", lead):
        return moved or not re.match(r" in ", after)
    return MOVED.search(lead) is not None and re.match(r" to [$€£\d]", after) is not None


def _without_lower_end(lead: str, unit: str) -> str:
    """Return what stands before a range: of 4.2% to $6 million the first is no lower end of the second."""
    lower = _RANGE.search(lead)
    return lead[: lower.start()] if lower and ("%" not in lower[0] or unit == "%") else lead
