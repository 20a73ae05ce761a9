"""What a figure of an English sentence is of: the noun phrase that it counts, that is put at it, raised by it or said so."""

import re
from dataclasses import dataclass

from corpus.figures.english_behind import OF, complement, noun_behind
from corpus.figures.english_carried import carried, done_by_those
from corpus.figures.english_phrase import LEADING, TIME, TIME_AHEAD, phrase_before, phrase_of, tidied
from corpus.figures.english_words import AUXILIARY, DETERMINERS, INSIDE, STOP, bare, first_verb, is_verb

# How many or how much without saying of what: up to, a total of, at an average rate of.
_ABOUT = re.compile(
    r"(?:(?<![\w-])(?:up to|close to|as (?:much|many|high|low) as|(?:no |not )?(?:more|less|fewer|lower|higher) than"
    r"|at (?:least|most)|(?:just |well |slightly |a little )?(?:over|under|below|above)"
    r"|about|around|nearly|almost|approximately|roughly|some|only|in excess of"
    r"|another|additional|further|extra|estimated|now|currently"
    r"|(?:at |to |by )?(?:an? |the )?(?:[a-z]+ ){0,2}(?:rate|total|sum|amount|average|maximum|minimum|cap|limit|tune) of"
    r"|the|an?|subject to|amounting to)(?: |$))+$"
)
_CLAUSE = re.compile(
    r"[;:()•]|\s[–—-]\s"
    r"|,(?!\d) (?:(?:and|while|whereas|but|or|with|including)\b|(?=(?:which|who)\b))"
    r"|\b(?:while|whereas)\b"
    # As he said begins no clause of its own, as the price rose does.
    r"|\b(?:as|because|if|when|that|although|though)\b(?= (?:the|our|a|an|this|we|I)\b)"
)
_MARK = re.compile(r"^\s*\(?(?:[a-z]|[ivx]+|\d+)[).]\s+")
_CHANGED = re.compile(
    r"\b(?:rais|increas|lower|reduc|cut|enhanc|expand|doubl|adjust|extend|bring|lift|boost|top)"
    r"(?:e|es|s|ed|ing|t|ting|ped|ping)?\b"
    r"(?:[ -]up(?= )| back up)?|\b(?:brought|set|cap|caps|capped|double|triple) ",
    re.IGNORECASE,
)
_LINK = re.compile(r"\b(of|by|from|to|at|between)$")
# What is measured by itself: the package will cost, exports reached.
_MEASURES = re.compile(
    r"\b(?:is|are|was|were|be|been|being|cost|costs|total(?:l?ed|s)?|reach(?:ed|es)?|exceed(?:ed|s)?|amount(?:ed|s)?"
    r"|stood|stands?|came|comes?|remain(?:ed|s)?|gr[eo]w|grown|grows|r[io]se|risen|rises|f[ae]ll|fallen|falls"
    r"|increased?|decreased?|declined?|dropped|contracted|expanded|accounts?|accounted|fetch|yield(?:ed)?|hit|worth)$"
)
_GENERIC = re.compile(
    r"(?:account(?:s|ed)? for )?(?:(?:an?|the|its) )?(?:(?:[\w’'-]+ )?"
    r"(?:total|sum|amount|share|proportion|portion|bulk|increase|decrease|rise|fall|reduction|growth|average|maximum|minimum"
    r"|rate|level|provision|addition|figure|cap|estimate))s?(?: increase)?",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"(?:the |our |this |every |each )?(?:government|state|ministry|ministry of \w+|minister|president|parliament|house|m[a-z]{2}"
    r"|i|we|you|he|she|it|they|one|this|these|those|that|which|who|there|both|all|many|some|most)"
    r"(?: (?:also|therefore|now|each|alone|then|had|earlier))*",
    re.IGNORECASE,
)
_THIS_FIGURE = re.compile(
    r"(?:(?:this|the|that) )?(?:figure|number|amount|sum|total|rate|balance|remainder)|(?:a )?(?:sum|total)", re.IGNORECASE
)
_EXPECTING = re.compile(
    r"^(?:so,? |thus,? )?(?:we|i|it|they|this|that|the government|you|(?:hon(?:ourable|orable|\.)? )?members)\b.*?"
    r"\b(?:expect|project|estimate|forecast|anticipate|mean|note|hope|ensure|show|recall|remember|know|see|recogni[sz]e|understand)s?\s+(?:that )?",
    re.IGNORECASE,
)
# And total spending was: here "total" is no verb.
_TOTAL_AHEAD = re.compile(
    r"^(?:(?:and|but|while) )?(?:the )?total (?=(?:[a-z-]+ ){1,3}(?:was|were|is|are|stood|came|rose|fell|reached|amounted)\b)"
)
_CONTINUED = re.compile(r"^(?:and|or|while|as well as)\b")
# Staff accounts for 23%, other costs for 33%: the verb is that of the figure before.
_NEXT, _SHARE_OF = re.compile(r"^, |^[A-Z]"), " for"
_MOVING = re.compile(
    r"^(?:with )?((?:[\w’'-]+ ){1,6}?)"
    r"(?:growing|rising|falling|increasing|declining|expanding|contracting"
    r"|coming|standing|reaching|accounting|averaging|remaining|making)\b"
)
_PARENTHESIS = re.compile(
    r", (?:with|as|like|such as|including|excluding|which|who|together|both)\b.{1,110}?,"
    r"(?= (?:will|is|are|was|were|has|have|would|shall|can|may)\b)"
    r"|, (?:as|like|such as|including|excluding|compared|on|in|at|after) [^,]{1,60},(?= [a-z])"
)
_GOES_ON = re.compile(
    r"\s*(?:In (?:all|total|addition), )?(?:This|It|These|They|That|Altogether|In total)\b(?! (?:is|was) (?:why|because|not))"
)
# Madam Chair, the levy: who is spoken to has no levy.
_ADDRESS = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Mdm|Madam|Mister)\.? (?:Deputy )?(?:Speaker|Chair(?:man|woman|person)?|President)(?:, (?:Sir|Madam|Ma['’]am))?"
    r"|Sir|Madam|Ladies and [Gg]entlemen|(?:Honou?rable|Hon\.?) [Mm]embers|(?:[Mm]y )?[Ff]ellow [a-zA-Z]+)[,:] "
)
_FROM_MEASURE = re.compile(r"\bfrom (?:(?:an?|the|its|their) )?(?:[\w’'-]+ ){1,5}of$")
_AND_SO = re.compile(r"^(?:and|but|or|so|yet)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s*[–—-]+$")
_SHORT_NAME = re.compile(r" \([A-Z][\w&-]{1,9}\)")
_ANTECEDENT = re.compile(r"^(?:which|who|that)\b")
_BY = re.compile(r"\bby$")
_BARE = re.compile(r"(?:by|from|to|at|of|and|or|between)?$")
_LONGEST, _LEAST = 72, 36
_ADVERBIAL = re.compile(
    r"^(?:in|for|at|to|by|with|as|on|after|because|since|if|when|under|over|during|from"
    r"|excluding|including|despite|given|apart|taking"
    r"|so|thus|\w+ly|first|second|third|next|last|also|of|together|moreover|however|therefore|indeed|overall)\b|^$",
    re.IGNORECASE,
)
# The first full year: said of the time that stands before it.
_OF_TIME = re.compile(r"^(?:the|a|an|this|our)\b.*\b(?:years?|months?|quarters?|decades?|period|term)$", re.IGNORECASE)
_SHARED = " as a share of "
_ARE = re.compile(r"^ (?:were|are) (?P<what>(?:[a-z]+(?:-[a-z]+)* ){0,2}[a-z]{3,}s)(?=[,.;:]|$| and \d)")


@dataclass(frozen=True, slots=True)
class Named:
    """What a figure is of: `head` is the noun phrase, `whole` this with what stands behind the figure.

    The head is handed on to a figure without words of its own.
    """

    head: str
    whole: str


def english_subject(gap: str, after: str, *, counted: bool, share: bool, before: str) -> Named:
    """Read what a figure is of from the words since the last one and those behind it.

    `counted` tells a number of things (4,500 flats), `share` a rate; `before` is what the last figure of the sentence was of, or
    else the sentence before.
    """
    clause, ahead = _last_clause(gap)
    rest = _DASH.sub("", _ABOUT.sub("", clause).rstrip(" "))
    done = done_by_those(rest, after)
    attributive = "" if done else noun_behind(after) or _said_to_be(after)
    # By the end of the year, at least 20% of flats: the number begins the sentence.
    head = (
        ""
        if rest.endswith(",") or re.search(r"\bthat$", rest)
        else carried(gap, rest, ahead, before, topic) or _led(rest, ahead, before)
    )
    if not head and counted and _LINK.fullmatch(rest):
        head = before
    if attributive and not (counted and head and _is_measured(rest)):
        # The number of students has increased from 400 to 800 students: the name before says more than the noun behind.
        head = attributive
    base = None if attributive else OF.match(after)
    of = phrase_of(base["rest"]) if base else ""
    behind = after.partition(attributive)[2] if attributive else after
    said = done or complement(behind)
    if not head and (of or said) and (not before or rest.endswith(",") or first_verb(rest) >= 0):
        # We attracted $8.3 billion in fixed asset investment: what stands behind is all that tells.
        return Named(before, of or phrase_of(said.partition(" ")[2]))
    head = head or before or _last_words(rest)
    # What is said behind tells one value from the other: up to $30 for a pupil with two brothers and $20 for one with a sister.
    whole = f"{head}{_SHARED}{of}" if of and share else f"{_shortened(head, most=max(_LEAST, _LONGEST - len(said) - 1))} {said}"
    # The rise in duties increases revenues by $158 million, the scheme has helped 300 companies.
    doer = _subject(rest) if counted or _BY.search(rest) else ""
    whole = f"{whole.strip()}, {doer}" if doer and doer not in whole else whole.strip()
    return Named(head, _shortened(whole))


def _said_to_be(after: str) -> str:
    """Return what the counted are said to be: of these, 17,430 were undergraduates."""
    match = _ARE.match(after)
    return match["what"] if match else ""


def topic(sentence: str) -> str:
    """Return what a sentence is about, for the one that goes on with "this" or "it".

    It is its subject, or what we or the Government do something to.
    """
    text = LEADING.sub("", _ADDRESS.sub("", _MARK.sub("", sentence.strip())))
    own = _subject(text)
    if own:
        return own
    verb = first_verb(text)
    group = re.match(r"(?:\S+ly |\S+ ){0,5}?", text[verb:]) if verb >= 0 else None
    if group is None:
        return ""
    words = text[verb:].split()
    while words and (
        AUXILIARY.fullmatch(words[0].lower())
        or words[0].endswith("ly")
        or words[0].lower() in {"also", "therefore", "further", "now", "up", "down", "out", "aside"}
        or is_verb(words[0].lower(), "to")
    ):
        words = words[1:]
    return phrase_of(" ".join(words))


def goes_on(sentence: str) -> bool:
    """Tell a sentence that speaks of what the one before was about: This will cost $80 million."""
    return _GOES_ON.match(sentence) is not None


def _last_clause(gap: str) -> tuple[str, str]:
    """Return the clause that ends before a number, and what stands before it.

    A clause of nothing but a preposition goes with the one before.
    """
    text = _PARENTHESIS.sub("", _SHORT_NAME.sub("", _ADDRESS.sub("", _MARK.sub("", gap.strip()))))
    cuts = [m.span() for m in _CLAUSE.finditer(text)]
    for start, end in reversed(cuts):
        if not _BARE.fullmatch(_ABOUT.sub("", text[end:].strip()).strip(" ,")):
            return text[end:].strip(), text[:start]
    return text, ""


def _led(rest: str, ahead: str, before: str) -> str:
    """Return the noun phrase that words before a number put at it.

    It is what is raised by it, what it is an amount of, or whose verb stands before it.
    """
    if _ANTECEDENT.match(rest):
        return phrase_before(ahead.rstrip(" ,"))
    link = _LINK.search(rest)
    if link and link[1] == "of" and (source := _FROM_MEASURE.search(rest)) and (raised := _object(rest[: source.start()])):
        # We raise the ceiling from the present average of: of the ceiling.
        return raised
    if link and link[1] == "of":
        phrase = phrase_before(rest[: link.start()])
        # A rise of 34%: of what is told before.
        return _subject(rest) or ("" if before else phrase) if _GENERIC.fullmatch(phrase) else phrase
    if link:
        words = rest[: link.start()].strip()
        # And the quarry trade by 6.2%: the verb is that of the figure before.
        return _object(words) or _subject(rest) or _without_verb(words)
    return _subject(rest) or (_without_verb(rest[: -len(_SHARE_OF)]) if rest.endswith(_SHARE_OF) else "")


def _without_verb(words: str) -> str:
    """Return what words without a verb of their own put at a number: and the services sector (by), with exports coming (at)."""
    if first_verb(words) >= 0:
        return ""
    moving = _MOVING.match(words)
    if moving:
        return tidied(LEADING.sub("", moving[1]))
    return phrase_before(words) if _CONTINUED.match(words) or _NEXT.match(words) else ""


def _is_measured(rest: str) -> bool:
    return bool(_LINK.search(rest) or _MEASURES.search(rest))


def _object(words: str) -> str:
    """Return what a verb of change, the last of some words, has as its object: top up the training fund (by)."""
    verbs = list(_CHANGED.finditer(words))
    if not verbs or re.search(r"\b(?:be|been|being|was|were|is|are)(?: \w+)?\s*$", words[: verbs[-1].start()]):
        return ""
    return phrase_of(words[verbs[-1].end() :])


def _subject(words: str) -> str:
    """Return the noun phrase before the first verb of some words, "" if there is none or it names nobody (we, it)."""
    clause = _TOTAL_AHEAD.sub("", _EXPECTING.sub("", words.strip()))
    verb = first_verb(clause)
    ahead, _, last = clause.rpartition(" ")
    if verb < 0 and ahead and is_verb(bare(last), "to"):
        # Awards average 3%: right before the number no noun stands.
        verb = len(ahead) + 1
    if verb < 0:
        return ""
    pieces = re.split(r",(?!\d)\s*|\bthat\s", _AND_SO.sub("", clause[:verb].strip()))
    while len(pieces) > 1 and (_ADVERBIAL.match(pieces[0]) or _OF_TIME.search(pieces[0]) or len(", ".join(pieces)) > _LONGEST):
        pieces = pieces[1:]
    phrase = TIME_AHEAD.sub("", LEADING.sub("", ", ".join(pieces).strip()))
    phrase = re.sub(r"(?:\s(?:also|now|therefore|then|only|already|still|to))+$", "", LEADING.sub("", phrase))
    return (
        ""
        if len(phrase) < 3 or _THIS_FIGURE.fullmatch(phrase) or TIME.fullmatch(phrase) or _AGENT.fullmatch(phrase)
        else tidied(phrase)
    )


def _last_words(rest: str) -> str:
    """Return the end of some words without who does something and the verbs of it: we will set aside."""
    words = re.split(r",(?!\d)\s*", LEADING.sub("", rest).rstrip(" ,"))[-1].split()
    while words and (
        _AGENT.fullmatch(words[0])
        or words[0].endswith("ly")
        or AUXILIARY.fullmatch(words[0].lower())
        or is_verb(bare(words[0]), "to")
        or bare(words[0]) in STOP | INSIDE | DETERMINERS
    ):
        words = words[1:]
    return "" if _AGENT.fullmatch(" ".join(words)) else _shortened(" ".join(words), end=True)


def _shortened(phrase: str, *, end: bool = False, most: int = _LONGEST) -> str:
    """Return the beginning, or the end, of a phrase longer than `most` in whole words."""
    if len(phrase) <= most:
        return phrase
    return phrase[-most:].partition(" ")[2] if end else phrase[:most].rpartition(" ")[0]
