"""What a figure of an English sentence is of: the noun phrase that it counts, that is put at it, raised by it or said to be it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# The words that begin or end a noun phrase, and never stand inside one.
_DETERMINERS = frozenset("a an the this that these those our its their his her my your each every any some such another".split())
_INSIDE = frozenset("of in for on to into".split())
_STOP = frozenset(
    "i we you he she it they who which there and or but as than then by from at with without if when while where because since until till upon so not also now"
    " today annually respectively more less fewer higher lower greater below above under over through via about around before after during within between among"
    " against towards per respectively only just even still already yet again further back up down out off away together here both either neither worth alone"
    " later earlier ago onwards including excluding respectively such said will would shall can could may might must is are was were be been being has have had"
    " do does did aside compared based due next last".split()
)
_VERB_STEMS = (
    "provid|receiv|spend|spent|giv|gave|given|set|top|rais|increas|lower|reduc|cut|enhanc|expand|doubl|tripl|adjust|extend|bring|brought|cap|lift|boost|inject|introduc|grant|pay|paid|cost"
    "|allocat|invest|contribut|creat|help|support|benefit|reach|total|amount|stand|stood|come|came|remain|accounts?|record|register|ris|rose|risen|fall|fell|fallen|grow|grew|grown|contract|exceed"
    "|cover|show|represent|see|saw|earn|enjoy|qualif|save|sav|collect|generat|yield|attract|employ|hire|hir|train|build|built|approv|project|expect|estimat|forecast|budget|plan|propos"
    "|decid|mak|made|tak|took|use|us|fund|financ|mean|need|requir|keep|kept|hold|held|draw|drew|drawn|offer|award|issu|open|launch|establish|put|get|got|begin|began|start|continu|declin|drop"
    "|decreas|shrink|shrank|improv|moderat|slow|strengthen|mov|go|went|gone|becom|became|includ|involv|affect|appl|serv|produc|export|import|sell|sold|buy|bought|own|releas|form|add|charg|levy|tax|impos|disburs|work"
)
_VERB = re.compile(rf"(?:{_VERB_STEMS})(?:e|s|es|d|ed|ing|t|ted|ting|ped|ping|ies|ied|y|ying)?", re.IGNORECASE)
# A word that is a verb behind "to", an auxiliary or a pronoun only: our spending, the cost of, a project.
_NOUN_TOO = frozenset(
    "cost costs spending support benefit benefits total amount cut cuts increase increases rise rises fall falls growth project projects plan plans budget budgets fund funds tax taxes"
    " grant grants levy use uses need needs work works account accounts cap caps offer offers form forms export exports import imports contract contracts record start set sets top"
    " training funding financing building buildings saving savings earnings charge charges issue issues drop decline show estimate estimates forecast cover training award awards".split()
)
_DESCRIBING = frozenset("total overall average further first initial latest current annual real new".split())
_AUXILIARY = re.compile(r"\b(?:will|would|shall|can|could|may|might|must|is|are|was|were|has|have|had|be|been)\b")
# How many or how much without saying of what: up to, a total of, at an average rate of.
_ABOUT = re.compile(
    r"(?:(?<![\w-])(?:up to|close to|as (?:much|many|high|low) as|(?:no |not )?(?:more|less|fewer|lower|higher) than|at (?:least|most)|(?:just |well |slightly |a little )?(?:over|under|below|above)"
    r"|about|around|nearly|almost|approximately|roughly|some|only|another|additional|further|extra|estimated|now|currently|in excess of"
    r"|(?:at |to |by )?(?:an? |the )?(?:[a-z]+ ){0,2}(?:rate|total|sum|amount|average|maximum|minimum|cap|limit|tune) of|the|an?|subject to|amounting to)(?: |$))+$"
)
_CLAUSE = re.compile(r"[;:()•]|\s[–—-]\s|,(?!\d) (?:(?:and|while|whereas|but|or|with|including)\b|(?=(?:which|who)\b))|\b(?:while|whereas)\b|\b(?:as|because|if|when|that|although|though)\b(?= (?:the|our|a|an|this|we|I)\b)")
_MARK = re.compile(r"^\s*\(?(?:[a-z]|[ivx]+|\d+)[).]\s+")
_CHANGED = re.compile(
    r"\b(?:rais|increas|lower|reduc|cut|enhanc|expand|doubl|adjust|extend|bring|lift|boost|top)(?:e|es|s|ed|ing|t|ting|ped|ping)?\b(?:[ -]up(?= )| back up)?|\b(?:brought|set|cap|caps|capped|double|triple) ",
    re.IGNORECASE,
)
_LINK = re.compile(r"\b(of|by|from|to|at|between)$")
# What is measured by itself: the package will cost, exports reached.
_MEASURES = re.compile(
    r"\b(?:is|are|was|were|be|been|being|cost|costs|total(?:l?ed|s)?|reach(?:ed|es)?|exceed(?:ed|s)?|amount(?:ed|s)?|stood|stands?|came|comes?|remain(?:ed|s)?|gr[eo]w|grown|grows|r[io]se|risen|rises|f[ae]ll|fallen|falls"
    r"|increased?|decreased?|declined?|dropped|contracted|expanded|accounts?|accounted|fetch|yield(?:ed)?|hit|worth)$"
)
_GENERIC = re.compile(
    r"(?:(?:[\w-]+ )?(?:total|sum|amount|share|proportion|portion|bulk|increase|decrease|rise|fall|reduction|growth|average|maximum|minimum|rate|level|provision|addition|figure|cap|estimate))s?(?: increase)?", re.IGNORECASE
)
_AGENT = re.compile(
    r"(?:the |our |this |every |each )?(?:government|state|ministry|ministry of \w+|minister|president|parliament|house|m[a-z]{2}|i|we|you|he|she|it|they|one|this|these|those|that|which|who|there|both|all|many|some|most)(?: (?:also|therefore|now|each|alone|then|had|earlier))*",
    re.IGNORECASE,
)
_THIS_FIGURE = re.compile(r"(?:(?:this|the|that) )?(?:figure|number|amount|sum|total|rate|balance|remainder)|(?:a )?(?:sum|total)", re.IGNORECASE)
_EXPECTING = re.compile(r"^(?:so,? |thus,? )?(?:we|i|it|they|this|that|the government)\b.*?\b(?:expect|project|estimate|forecast|anticipate|mean|note|hope|ensure|show)s?\s+(?:that )?", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPAN = rf"(?:the |a |an )?(?:(?:end of|past|last|next|coming|this|that|first|early|late|current|same|financial|calendar|few|of|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) )*(?:(?:mid|end)-)?(?:FY ?\d+|YA ?\d+|Year of Assessment|Financial Year|\d+\b|\w+-(?:year|month)|years?|months?|days?|decades?|{_MONTHS})"
_TIME = re.compile(rf"(?:(?:in|for|by|over|during|since|on|from|at|until|to|up to|as at|between) )?{_SPAN}\b", re.IGNORECASE)
_TIME_BEHIND = re.compile(rf"\s{_TIME.pattern}(?: \d{{4}})?$", re.IGNORECASE)
_TIME_AHEAD = re.compile(rf"^(?:so far|to date|{_TIME.pattern}(?: period| \d{{4}})?)[, ]+(?:only )?", re.IGNORECASE)
_CONTINUED = re.compile(r"^(?:and|or|while|as well as)\b")
_MORE = re.compile(r"^ (?:per annum|a year|each|more|new)(?= (?!than|in|on|for|to|of)[a-z])")
_NO_NAME = re.compile(r"arising|representing|includ\w+|follow\w+|involving|being|compris\w+|\w+(?<!unskill)(?<!skill)ed|p\.?a\.?|lower|cent|percent|gr[eo]w\w*")
_WORD = re.compile(r"[^\s]+")
_PARENTHESIS = re.compile(r", (?:with|as|like|such as|including|excluding|which|who|together|both)\b.{1,110}?,(?= (?:will|is|are|was|were|has|have|would|shall|can|may)\b)|, (?:as|like|such as|including|excluding|compared|on|in|at|after) [^,]{1,60},(?= [a-z])")
_SHORT_NAME = re.compile(r" \([A-Z][\w&-]{1,9}\)")
_ANTECEDENT = re.compile(r"^(?:which|who|that)\b")
_BY = re.compile(r"\bby$")
_BARE = re.compile(r"(?:by|from|to|at|of|and|or|between)?$")
_MOST, _LONGEST = 9, 72
_ADVERBIAL = re.compile(r"^(?:in|for|at|to|by|with|as|on|after|because|since|if|when|under|excluding|including|despite|given|over|during|from|apart|taking|so|thus|\w+ly|first|second|third|next|last|also|of|together|moreover|however|therefore|indeed|overall)\b|^$", re.IGNORECASE)
_COMPLEMENT = re.compile(r"^(?: (?:per|a|an) (?:month|year|day|hour|annum))?(?: (?:is|was|are|were|will be|has been|have been|is to be)(?: (?:set aside|provided|allotted|allocated|earmarked|spent|needed|required|budgeted|made|voted|approved))?)?(?: (?:over|in|for|during) the (?:next|last|past|coming) [\w-]+ years?| annually| today)? (?P<joint>for|on|to|towards|in|into|under|if (?:he|she|they|you|it) (?:is|are)(?: in)?) (?P<rest>[A-Za-z].*)")
_OF = re.compile(r"^ of (?:the |our |its |their |all |these |those |total )*(?P<rest>[A-Za-z].*)")
_SHARED = " as a share of "
_LEADING = re.compile(r"^(?:(?:and|or|so|but|thus|also|then|the|a|an|this|these|our|its|their|for|in|on|at|of|to|both|all|each|every|instance|example|however|therefore|overall|altogether|furthermore|in addition|as|which|that),?(?:\s+|$))+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What a figure is of: `head` the noun phrase, handed on to a figure without words of its own; `whole` with what stands behind the figure."""

    head: str
    whole: str


def english_subject(gap: str, after: str, *, counted: bool, share: bool, before: str) -> Named:
    """Read what a figure is of from the words since the last one and those behind it.

    `counted` tells a number of things (4,500 flats), `share` a rate; `before` is what the last figure of the sentence, or else the sentence
    before, was of.
    """
    clause, ahead = _last_clause(gap)
    rest = _ABOUT.sub("", clause).rstrip(" ")
    attributive = _behind(after)
    # By the end of the year, at least 20% of flats: the number begins the sentence.
    head = "" if rest.endswith(",") or re.search(r"\bthat$", rest) else _led(rest, ahead, before)
    if attributive and not (counted and head and _is_measured(rest)):
        # The number of students has increased from 400 to 800 students: the name before says more than the noun behind.
        head = attributive
    base = None if attributive else _OF.match(after)
    of = _phrase(base["rest"]) if base else ""
    behind = after[after.find(attributive) + len(attributive) :] if attributive else after
    said = _complement(behind)
    if not head and (of or said) and (not before or rest.endswith(",") or _first_verb(rest) >= 0):
        # We attracted $8.3 billion in fixed asset investment: what stands behind is all that tells.
        return Named(before, of or _phrase(said.partition(" ")[2]))
    head = head or before or _last_words(rest)
    whole = f"{head}{_SHARED}{of}" if of and share else f"{head} {said}"
    # The rise in duties increases revenues by $158 million, the scheme has helped 300 companies.
    doer = _subject(rest) if counted or _BY.search(rest) else ""
    whole = f"{whole.strip()}, {doer}" if doer and doer not in whole else whole.strip()
    return Named(head, _shortened(whole))


def topic(sentence: str) -> str:
    """Return what a sentence is about, for the one that goes on with "this" or "it": its subject, or what we or the Government do something to."""
    text = _LEADING.sub("", _MARK.sub("", sentence.strip()))
    own = _subject(text)
    if own:
        return own
    verb = _first_verb(text)
    group = re.match(r"(?:\S+ly |\S+ ){0,5}?", text[verb:]) if verb >= 0 else None
    if group is None:
        return ""
    words = text[verb:].split()
    while words and (_AUXILIARY.fullmatch(words[0].lower()) or words[0].endswith("ly") or words[0].lower() in {"also", "therefore", "further", "now", "up", "aside"} or _is_verb(words[0].lower(), "to")):
        words = words[1:]
    return _phrase(" ".join(words))


def goes_on(sentence: str) -> bool:
    """Tell a sentence that speaks of what the one before was about: This will cost $80 million."""
    return re.match(r"\s*(?:In (?:all|total|addition), )?(?:This|It|These|They|That|Altogether|In total)\b(?! (?:is|was) (?:why|because|not))", sentence) is not None


def _last_clause(gap: str) -> tuple[str, str]:
    """Return the clause that ends before a number and what stands before it; a clause of nothing but a preposition goes with the one before."""
    text = _PARENTHESIS.sub("", _SHORT_NAME.sub("", _MARK.sub("", gap.strip())))
    cuts = [m.span() for m in _CLAUSE.finditer(text)]
    for start, end in reversed(cuts):
        if not _BARE.fullmatch(_ABOUT.sub("", text[end:].strip()).strip(" ,")):
            return text[end:].strip(), text[:start]
    return text, ""


def _led(rest: str, ahead: str, before: str) -> str:
    """Return the noun phrase that words before a number put it at: what is raised by it, what it is an amount of, whose verb stands before it."""
    if _ANTECEDENT.match(rest):
        return _phrase_before(ahead.rstrip(" ,"))
    link = _LINK.search(rest)
    if link and link[1] == "of":
        phrase = _phrase_before(rest[: link.start()])
                # A rise of 34%: of what is told before.
        return _subject(rest) or ("" if before else phrase) if _GENERIC.fullmatch(phrase) else phrase
    if link:
        words = rest[: link.start()].strip()
        # And the services sector by 7.5%: the verb is that of the figure before.
        return _object(words) or _subject(rest) or (_phrase_before(words) if _CONTINUED.match(words) and _first_verb(words) < 0 else "")
    return _subject(rest)


def _is_measured(rest: str) -> bool:
    return bool(_LINK.search(rest) or _MEASURES.search(rest))


def _object(words: str) -> str:
    """Return what a verb of change, the last of some words, has as its object: top up the ElderCare Fund (by)."""
    verbs = list(_CHANGED.finditer(words))
    if not verbs or re.search(r"\b(?:be|been|being|was|were|is|are)(?: \w+)?\s*$", words[: verbs[-1].start()]):
        return ""
    return _phrase(words[verbs[-1].end() :])


def _subject(words: str) -> str:
    """Return the noun phrase before the first verb of some words, "" where there is none or it names nobody's thing (we, the Government)."""
    clause = _EXPECTING.sub("", words.strip())
    verb = _first_verb(clause)
    if verb < 0:
        return ""
    pieces = re.split(r",(?!\d)\s*|\bthat\s", clause[:verb].strip())
    while len(pieces) > 1 and (_ADVERBIAL.match(pieces[0]) or len(", ".join(pieces)) > _LONGEST):
        pieces = pieces[1:]
    phrase = _TIME_AHEAD.sub("", _LEADING.sub("", ", ".join(pieces).strip()))
    phrase = re.sub(r"(?:\s(?:also|now|therefore|then|only|already|still|to))+$", "", _LEADING.sub("", phrase))
    return "" if len(phrase) < 3 or _THIS_FIGURE.fullmatch(phrase) or _TIME.fullmatch(phrase) or _AGENT.fullmatch(phrase) else _tidied(phrase)


def _first_verb(clause: str) -> int:
    """Return where the first verb of a clause begins, -1 without one: a word that is a noun too is none right behind a determiner or a preposition."""
    before = ""
    for match in _WORD.finditer(clause):
        word = match[0].strip(",.'’").lower()
        if _AUXILIARY.fullmatch(word) or (match.start() and _is_verb(word, before)):
            return match.start()
        before = word
    return -1


@lru_cache(maxsize=8_000)
def _is_verb(word: str, before: str) -> bool:
    if not _VERB.fullmatch(word) or word.endswith("ing") or before in _DETERMINERS or before in _INSIDE - {"to"}:
        return False
    if before in _DESCRIBING and word.endswith("ed"):
        # The total expected draw.
        return False
    return word not in _NOUN_TOO or before in {"to", "and"}


def _phrase_before(words: str) -> str:
    """Return the noun phrase that some words end with."""
    every = words.split()
    start = len(every)
    while start and len(every) - start < _MOST:
        word = every[start - 1]
        plain = _plain(word)
        inside = start < len(every)
        if plain in _STOP or (inside and word[-1] in ",;:)–—-.") or (inside and plain not in _INSIDE and _is_verb(plain, _plain(every[start - 2]) if start > 1 else "")):
            break
        if plain in _DETERMINERS and (start < 2 or not inside or every[start - 2].lower() not in _INSIDE):
            break
        start -= 1
    return _tidied(_LEADING.sub("", " ".join(every[start:])))


def _phrase(words: str, *, prepositions: bool = True) -> str:
    """Return the noun phrase that some words begin with, up to its first preposition without `prepositions`."""
    every = words.split()
    taken: list[str] = []
    for place, word in enumerate(every[: _MOST + 1]):
        plain, before = _plain(word), _plain(every[place - 1]) if place else ""
        ends = plain in _STOP and not (plain in {"and", "or"} and _joins(every, place))
        ends = ends or (plain.endswith("ed") and before.endswith("s"))
        ends = ends or (plain in _DETERMINERS and bool(taken) and before not in _INSIDE) or (plain in _INSIDE and not prepositions)
        if ends or len(taken) == _MOST or (taken and (_AUXILIARY.fullmatch(plain) or _is_verb(plain, before))):
            break
        taken.append(word.rstrip(",.;:"))
        if word[-1] in ",.;:)":
            break
    while taken and _plain(taken[-1]) in _INSIDE | {"and", "or"}:
        taken.pop()
    return _tidied(_LEADING.sub("", " ".join(taken)))


def _joins(words: Sequence[str], place: int) -> bool:
    """Tell "and" between two words of one phrase: traineeship and training opportunities, research and development."""
    following = words[place + 1 : place + 2]
    plain = _plain(following[0]) if following else ""
    ends = not plain or not plain[0].isalpha() or plain.endswith("ed") or plain in _STOP | _DETERMINERS | _INSIDE
    return place > 0 and not ends and not _is_verb(plain, "")


def _plain(word: str) -> str:
    return word.strip(",.;:()'\"“”’").lower()


def _behind(after: str) -> str:
    """Return the noun phrase right behind a number that it belongs to: $1.1 billion Bicentennial Bonus, 4,500 new flats."""
    words = _MORE.sub(" ", after, count=1)
    first = re.match(r" ([A-Za-z][\w&'’-]*)", words)
    word = first[1].lower() if first else ""
    if not word or word in _STOP | _INSIDE | _DETERMINERS or _NO_NAME.fullmatch(word) or _is_verb(word, ""):
        return ""
    phrase = _phrase(words, prepositions=False)
    return "" if _TIME.match(phrase) else phrase


def _complement(after: str) -> str:
    """Return what stands right behind a figure and says what it is for: on the preschool sector, for home-based care."""
    match = _COMPLEMENT.match(after)
    if match is None or _TIME.match(match["rest"]) or re.match(r"(?:real|nominal|cash|all|total|current|constant|turn|addition|full)\b(?: terms| prices)?", match["rest"]):
        return ""
    if match["joint"] == "to" and not re.match(r"(?:the|our|its|their|each|every|all|eligible|[A-Z])\b", match["rest"]):
        return ""
    phrase = _phrase(match["rest"])
    return f"{match['joint']} {phrase}" if phrase else ""


def _tidied(phrase: str) -> str:
    """Return a noun phrase without a time at its end and without marks around it."""
    phrase = _TIME_BEHIND.sub("", phrase)
    return phrase.strip(" ,.;:'\"“”()")


def _last_words(rest: str) -> str:
    """Return the end of some words without who does something and the verbs of it: we will set aside."""
    words = re.split(r",(?!\d)\s*", _LEADING.sub("", rest).rstrip(" ,"))[-1].split()
    while words and (_AGENT.fullmatch(words[0]) or words[0].endswith("ly") or _AUXILIARY.fullmatch(words[0].lower()) or _is_verb(_plain(words[0]), "to") or _plain(words[0]) in _STOP | _INSIDE | _DETERMINERS):
        words = words[1:]
    return "" if _AGENT.fullmatch(" ".join(words)) else _shortened(" ".join(words), end=True)


def _shortened(phrase: str, *, end: bool = False) -> str:
    """Return the beginning, or the end, of a long phrase in whole words."""
    if len(phrase) <= _LONGEST:
        return phrase
    return phrase[-_LONGEST:].partition(" ")[2] if end else phrase[:_LONGEST].rpartition(" ")[0]
