"""Which words of an English sentence are verbs, and which begin and end a noun phrase."""

import re
from functools import lru_cache

# The words that begin or end a noun phrase, and never stand inside one.
DETERMINERS = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "our", "its", "their", "his", "her", "my", "your", "each", "every", "any", "some", "such", "another",
))  # fmt: skip
INSIDE = frozenset(["of", "in", "for", "on", "to", "into"])
STOP = frozenset((
    "i", "we", "you", "he", "she", "it", "they", "who", "which", "there", "and", "or", "but", "as", "than", "then", "by", "from", "at", "with", "without", "if", "when",
    "while", "where", "because", "since", "until", "till", "upon", "so", "not", "also", "now", "today", "annually", "respectively", "more", "less", "fewer", "higher",
    "lower", "greater", "below", "above", "under", "over", "through", "via", "about", "around", "before", "after", "during", "within", "between", "among", "against",
    "towards", "per", "only", "just", "even", "still", "already", "yet", "again", "further", "back", "up", "down", "out", "off", "away", "together", "here", "both", "either",
    "neither", "worth", "alone", "later", "earlier", "ago", "onwards", "including", "excluding", "such", "said", "will", "would", "shall", "can", "could", "may", "might",
    "must", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "aside", "compared", "based", "due", "next", "last",
))  # fmt: skip
_VERB_STEMS = (
    "provid|receiv|spend|spent|giv|gave|given|set|top|rais|increas|lower|reduc|cut|enhanc|expand|doubl|tripl|adjust|extend|bring|brought|cap|lift|boost|inject|introduc|grant|pay|paid|cost"
    "|allocat|invest|contribut|creat|help|support|benefit|reach|total|amount|stand|stood|come|came|remain|accounts?|record|register|ris|rose|risen|fall|fell|fallen|grow|grew|grown|contract|exceed"
    "|cover|show|represent|see|saw|earn|enjoy|qualif|save|sav|collect|generat|yield|attract|employ|hire|hir|train|build|built|approv|project|expect|estimat|forecast|budget|plan|propos"
    "|decid|mak|made|tak|took|use|us|fund|financ|mean|need|requir|keep|kept|hold|held|draw|drew|drawn|offer|award|issu|open|launch|establish|put|get|got|begin|began|start|continu|declin|drop"
    "|decreas|shrink|shrank|improv|moderat|slow|strengthen|mov|go|went|gone|becom|became|includ|involv|affect|appl|serv|produc|export|import|sell|sold|buy|bought|own|releas|form|add|charg|levy|tax|impos|disburs|work"
)
_VERB = re.compile(rf"(?:{_VERB_STEMS})(?:e|s|es|d|ed|ing|t|ted|ting|ped|ping|ies|ied|y|ying)?", re.IGNORECASE)
# A word that is a verb behind "to", an auxiliary or a pronoun only: our spending, the cost of, a project.
_NOUN_TOO = frozenset((
    "cost", "costs", "spending", "support", "benefit", "benefits", "total", "amount", "cut", "cuts", "increase", "increases", "rise", "rises", "fall", "falls", "growth",
    "project", "projects", "plan", "plans", "budget", "budgets", "fund", "funds", "tax", "taxes", "grant", "grants", "levy", "use", "uses", "need", "needs", "work", "works",
    "account", "accounts", "cap", "caps", "offer", "offers", "form", "forms", "export", "exports", "import", "imports", "contract", "contracts", "record", "start", "set",
    "sets", "top", "training", "funding", "financing", "building", "buildings", "saving", "savings", "earnings", "charge", "charges", "issue", "issues", "drop", "decline",
    "show", "estimate", "estimates", "forecast", "cover", "award", "awards", "draw", "draws", "move", "moves",
))  # fmt: skip
_DESCRIBING = frozenset(
    ["total", "overall", "average", "further", "first", "initial", "latest", "current", "annual", "real", "new"]
)
AUXILIARY = re.compile(r"\b(?:will|would|shall|can|could|may|might|must|is|are|was|were|has|have|had|be|been)\b")
_WORD = re.compile(r"[^\s]+")
# Accounts are things, to account for is done.
_ACCOUNTS_FOR = re.compile(r"(?<= )account(?:s|ed)? for\b")


def first_verb(clause: str) -> int:
    """Return where the first verb of a clause begins, -1 without one: a word that is a noun too is none right behind a determiner or a preposition."""
    before = ""
    accounts = _ACCOUNTS_FOR.search(clause)
    for match in _WORD.finditer(clause):
        word = match[0].strip(",.'’").lower()
        if accounts is not None and match.start() == accounts.start():
            return match.start()
        if AUXILIARY.fullmatch(word) or (match.start() and is_verb(word, before)):
            return match.start()
        before = word
    return -1


@lru_cache(maxsize=8_000)
def is_verb(word: str, before: str) -> bool:
    """Tell whether a lower-case word behind another is a verb there."""
    if not _VERB.fullmatch(word) or word.endswith("ing") or before in DETERMINERS or before in INSIDE - {"to"}:
        return False
    if before in _DESCRIBING and word.endswith("ed"):
        # The total expected draw.
        return False
    return word not in _NOUN_TOO or before in {"to", "and"}


def bare(word: str) -> str:
    """Return a word in lower case without the marks around it."""
    return word.strip(",.;:()'\"“”’").lower()
