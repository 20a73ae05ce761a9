"""Read what a follow-up in English asks of the values that were answered before it."""

import re

from app.conversation.said import Asked, Said

_LEADS = re.compile(r"^(?:(?:and|but|so|ok(?:ay)?|then|well|right)\b[,\s]*)+", re.IGNORECASE)
_ENDS = re.compile(r"[\s?!.,]*(?:please)?[\s?!.,]*$", re.IGNORECASE)
_IT = r"(?:it|that|this|they|these|those|the (?:number|figure|value|amount))"
_IS = r"(?:is|are|was|were|'s|did|does|do|has|have)"
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_THEM = r"(?:of |for )?(?:the |these |those |all )?(?P<count>two|three|four|five|both)?(?: of)?(?: (?:them|these|those|numbers|figures|years|together))?"
_SUM = re.compile(
    rf"^(?:(?:what(?:'s| is| was| would be)|give me) )?(?:the )?(?:combined |grand )?(?:total|sum)(?: {_THEM})?$"
    rf"|^(?:how (?:much|many) (?:{_IS} )?(?:{_IT} )?)?(?:come to )?(?:altogether|in total|combined|all together|together|in all)$"
    rf"|^(?:what do they )?add(?:ed)? (?:them |these |those |both )?(?:up|together)(?: to)?$"
)
_MORE = r"(?:more|higher|larger|bigger|greater|faster|better|longer)"
_LESS = r"(?:less|lower|smaller|fewer|slower|worse|shorter)"
_GAP = re.compile(
    rf"^(?:what(?:'s| is| was) )?the (?:difference|gap)(?: between (?:them|the two|these|those|these two))?$|^by how much$"
    rf"|^how (?:much|many) (?:{_MORE}|{_LESS}) (?:{_IS} )?{_IT}$|^(?:by )?how (?:much|many) (?:{_MORE}|{_LESS})$"
)
_THAN = re.compile(
    rf"^how (?:much|many) (?:{_MORE}|{_LESS}) (?:(?:{_IS} )?{_IT} )?than (?P<other>.{{1,40}})$"
    rf"|^(?:how {_IS} {_IT} )?(?:compared?|comparing) (?:with|to) (?P<set>.{{1,40}})$",
    re.IGNORECASE,
)
_OWNER = re.compile(
    rf"^how (?:much|many) (?:{_MORE}|{_LESS}) (?:is|was|are|were) (?P<owner>(?!it\b|that\b|this\b|the\b).{{1,30}}?)(?:'s?)?$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    rf"^how many times (?:(?:as (?:much|many|large|high) as|larger than|that of) )?(?P<other>.{{1,30}}?)(?: {_IS} {_IT})?$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"^(?:(?:how much|what) {_IS} {_IT} )?(?:as )?(?:an? |in )?(?:share|percentage|per ?cent|proportion|fraction|%) of (?:the )?(?P<other>.{{1,30}})$"
    rf"|^what (?:share|percentage|proportion) of (?:the )?(?P<whole>.{{1,30}}?) {_IS} {_IT}$",
    re.IGNORECASE,
)
_WITH_ANOTHER: tuple[tuple[Asked, re.Pattern[str]], ...] = (
    ("ratio", _TIMES),
    ("share", _SHARE),
    ("difference", _THAN),
    ("difference", _OWNER),
)
_WHICH = re.compile(
    rf"^(?:(?:and )?which|who)(?: one| year| county| city| company)?(?: (?:of {_THEM}|of them))?(?: {_IS})? (?:the )?(?:(?P<least>{_LESS}|lowest|least|smallest|fewest)|{_MORE}|highest|most|largest|biggest)(?: one)?$"
)
_UNIT = re.compile(
    rf"^(?:(?:what|how (?:much|many)) {_IS} {_IT} |convert(?:ed)? {_IT} |express(?:ed)? {_IT} )?(?:in|into|to) (?P<unit>[\w$£€ ]{{1,24}})$"
)
_UNIT_WORD = re.compile(
    r"(?:\b(?:thousand|million|billion|trillion)s?\b|\b(?:us |u\.s\. )?(?:dollars?|yuan|rmb|renminbi|pounds?|euros?|usd|cny|gbp|eur)\b|[$£€]"
    r"|\b(?:metric )?tonn?e?s\b|\bkg\b|\bkilograms?\b|\b(?:square )?(?:kilometres|kilometers|metres|meters|miles|feet)\b|\bhectares\b|\bacres\b|\bmu\b)"
)
_DOCUMENT = "(?:report|document|source|page|file|section|paper|speech)"
_SOURCE = re.compile(
    rf"^(?:what(?:'s| is| was) )?(?:the |your |its )?(?:source|reference|evidence|citation)(?: (?:for|of) {_IT})?$"
    rf"|^where {_IS} (?:{_IT}|you) (?:come|get|find|read|taken?|stated?|said|say|written|quoted?)\b.{{0,16}}$"
    rf"|^(?:(?:in|on|from) )?(?:which|what) {_DOCUMENT}(?: {_IS} {_IT}(?: (?:from|in|on|come from|stated|said))?| says? (?:that|so|this|it)| {_IS} {_IT} come from)?$"
    rf"|^(?:says who|who says so|can you quote (?:it|that)|quote (?:it|that)|what (?:does the (?:report|text)|do the reports) say(?: exactly)?)$"
)
_WHEN = re.compile(
    rf"^(?:when (?:is|was|are|were) {_IT}(?: (?:from|for|stated|measured))?|(?:(?:in|for|of) )?(?:which|what) year(?: (?:is|was|are|were) {_IT}(?: (?:for|from|in))?)?)$"
)
_MEAN = re.compile(
    rf"^(?:(?:what(?:'s| is| was) )?(?:the |their )?(?:average|mean)(?: {_THEM})?|(?:and )?on average|what (?:do|did) they average)$"
)
_MOVED = r"(?:fall|fell|drop(?:ped)?|decline[ds]?|decreased?|rise|rose|risen|increased?|grow|grew|grown|shrink|shrank|go (?:up|down)|gone (?:up|down)|went (?:up|down)|widen(?:ed)?|higher|lower|so (?:high|low|much|little))"
_WHY = re.compile(
    rf"^(?:why|how come)(?: {_IS})?(?: {_IT})?(?: so)?(?: {_MOVED})?(?: so much)?$"
    rf"|^what (?:(?:was|is|were|are) (?:the )?(?:main )?(?:reasons?|causes?)(?: (?:for|of) (?:{_IT}|the \w+))?|(?:caused|drove|explains?) (?:{_IT}|the \w+))$"
)


def said_in_english(text: str) -> Said | None:
    """Return what a folded follow-up in English asks of what was answered before, None where it asks the reports for something."""
    text = _ENDS.sub("", _LEADS.sub("", text.replace("’", "'"))).strip()
    told = text.lower()
    if _SOURCE.match(told):
        return Said("source")
    if _WHY.match(told):
        return Said("why")
    if _WHEN.match(told):
        return Said("when")
    mean = _MEAN.match(told)
    if mean:
        return Said("mean", count=_NUMBERS.get(mean["count"] or "", 0))
    for pattern in (_SUM, _WHICH):
        match = pattern.match(told)
        if match:
            return _of_all(match)
    if _GAP.match(told):
        return Said("difference")
    unit = _UNIT.match(told)
    if unit and _UNIT_WORD.search(unit["unit"]):
        return Said("unit", unit=unit["unit"].strip())
    return _with_another(text)


def _of_all(match: re.Match[str]) -> Said:
    groups = match.groupdict()
    count = _NUMBERS.get(groups.get("count") or "", 0)
    return Said("which" if match.re is _WHICH else "sum", count=count, rising=-1 if groups.get("least") else 1)


def _with_another(text: str) -> Said | None:
    """Return what sets the value before beside another one: more than in 2012, as a share of output."""
    for kind, pattern in _WITH_ANOTHER:
        match = pattern.match(text)
        if match:
            other = next(group for name, group in match.groupdict().items() if group and name != "count")
            return Said(kind, other=f"what about {other}?")
    return None
