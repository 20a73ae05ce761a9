"""When a refutation rests on what only comes near: 推广节能空调500万台 tells nothing of a claim on 冰箱."""

from app.agreement import same_unit
from app.choosing.words import WordMatcher, cut, tagged_words
from app.claims.evidence import Evidence
from app.claims.held import Held
from app.claims.judging import lead_of_refuted, load_judge
from app.claims.miswriting import is_scaled, is_slip
from app.claims.naming import is_per_head
from app.claims.reading import Claimed
from app.claims.ruling import Ruling
from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.stored_passage import StoredPassage

# So much likelier than not found must a refutation be, in the judge's scores, and so much where a noun is not said.
_HARDLY, _LIKELIER = 0.5, 1.5
# Tags of nouns, idioms, abbreviations, words that tell one sort from another (狭义), letters, and verbs that stand as nouns (工资).
_NAMING, _VERBAL = frozenset("nljbe"), "vn"
# A word that every other passage has (计划, 地区) sets nothing apart; one as near as this in meaning says it.
_TELLING, _NEAR, _LEAST, _ALIKE, _FAR = 0.5, 0.62, 2, 0.3, 6.0


def as_far_as_told(claimed: Claimed, ruling: Ruling, evidence: Evidence, matcher: WordMatcher) -> Ruling:
    """Return a refutation as not found where it is hardly likelier than that, the less so where the report does not say a noun of the claim.

    A number that is miswritten from the report's is of the same thing, whatever it is called.
    """
    right = ruling.right
    if ruling.verdict != "wrong_value" or right is None or evidence.agreeing is not None or _is_miswritten(claimed, right):
        return ruling
    lead = lead_of_refuted(evidence, load_judge())
    if lead < _HARDLY or (lead < _LIKELIER and _is_another(claimed, right, evidence, matcher)):
        return Ruling("not_found", None, ruling.sources)
    return ruling


def _is_another(claimed: Claimed, right: Held, evidence: Evidence, matcher: WordMatcher) -> bool:
    """Tell whether a value is told of something else of the same sort, and the claimed one of nothing near."""
    alike = right.names >= _ALIKE and not right.named
    return alike and not _is_told(evidence, right) and _unsaid(claimed, right, matcher)


def _is_told(evidence: Evidence, right: Held) -> bool:
    """Tell whether the reports give the claimed value to something near, for which it may have been said wrongly."""
    told = evidence.agreeing or evidence.clashing
    return told is not None and (told.names > 0 or told.chosen.score >= right.chosen.score - _FAR)


def _is_miswritten(claimed: Claimed, right: Held) -> bool:
    own, found = claimed.figure, right.figure
    return same_unit(own.unit, found.unit) and (is_slip(own, found) or is_scaled(own, found))


def _unsaid(claimed: Claimed, held: Held, matcher: WordMatcher) -> bool:
    """Tell whether a telling noun of the claimed name is said nowhere around a figure, to the letter or by a word of near meaning."""
    own = held.chosen.candidate.sentence
    above = _above(own.ranked.passage)
    around = matching_text(f"{above} {own.ranked.passage.text} {held.figure.subject}")
    words = list(dict.fromkeys(cut(f"{above} {own.text} {held.figure.subject}")))
    terms = [t for t in _named(claimed) if not _is_said(t, around, claimed) and matcher.rarity(t) >= _TELLING]
    if not terms or not words:
        return False
    nearest = matcher.similarities(terms, words)
    return any(_is_apart(t, words[int(row.argmax())], float(row.max()), around) for t, row in zip(terms, nearest, strict=True))


def _above(passage: StoredPassage) -> str:
    return " ".join((passage.title, *passage.section, passage.context))


def _named(claimed: Claimed) -> list[str]:
    """Return the nouns of the claimed name."""
    name = matching_text(claimed.figure.subject)
    tags = {word.lower(): tag for word, tag in tagged_words(claimed.query.text)}
    terms = [t for t in claimed.query.terms if len(t) >= _LEAST and t in name and not t.isascii() and not is_per_head(t)]
    found = ((t, tags.get(t) or tagged_words(t)[0][1]) for t in terms)
    return [t for t, tag in found if tag[0] in _NAMING or tag == _VERBAL]


def _is_said(term: str, around: str, claimed: Claimed) -> bool:
    names = (term, *names_of(term, fold(claimed.query.text).lower()))
    return any(matching_text(n) in around for n in names)


def _is_apart(term: str, word: str, nearness: float, around: str) -> bool:
    """Tell whether a term is no other way to say the word nearest to it: 短期贷款 is more than 贷款, and 利润总额 not what 总额 says."""
    if nearness >= _NEAR:
        return word in term and len(term) - len(word) >= _LEAST
    return len(term) - _longest(term, around) >= _LEAST


def _longest(term: str, text: str) -> int:
    """Return the length of the longest part of a term, of two characters at least, that stands in a text."""
    spans = ((i, j) for i in range(len(term)) for j in range(i + _LEAST, len(term) + 1))
    return max((j - i for i, j in spans if term[i:j] in text), default=0)
