"""Choose the sentences that answer a question about words (who, which, why, what), and tell whether they answer at all."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.choosing.answer_kind import asks_reason, tells_asked_kind, tells_reason
from app.choosing.defining import DOES, IS, defines
from app.choosing.given_by import asks_who_gave, given_by
from app.choosing.headed import of_asked_part
from app.choosing.named import is_place_missing
from app.choosing.office_holder import holder_line, office_asked
from app.choosing.phrase import Phrase
from app.choosing.quoted_numbers import quoted_numbers, telling_numbers
from app.choosing.quotes import Quote, headings_beside, quoted
from app.choosing.sentences import Sentence, sentences_of
from app.choosing.set_phrases import tells_nothing
from app.choosing.terms import TermTable
from app.choosing.told_part import is_of_other_part
from app.choosing.words import WordMatcher
from app.choosing.work_planned import asks_for_work, heads_work, is_plan
from app.refusals.named_things import other_thing
from app.refusals.other_move import is_other_move
from app.refusals.other_name import other_name
from index.definitions import asks_purpose, defined_name
from index.encoder import Encoder
from index.opening import Library
from index.query import Query
from index.search import Ranked

WEIGHTS = Path(__file__).with_name("sentence_weights.json")
# `around` and `led_up_to` are the words that a sentence says with its title and headings, and with the sentence before it too: what a speech or a report
# is about stands above a sentence and not in it. Held out, the best sentence is right for 0.88 instead of 0.84 of 315 questions with them.
FEATURES = (
    "passage_score",
    "passage_rank",
    "words",
    "soft",
    "similarity",
    "pairs",
    "context",
    "length",
    "year",
    "around",
    "led_up_to",
)


# The confidence in the best sentence looks at these too: whether it tells a thing of the kind asked for, and the rarest word of the question
# that another sentence has and it has not.
MORE = ("asked_kind", "elsewhere")
EVIDENCE = ("score", "lead", *FEATURES, *MORE)
# Two sentences this near to one another are both quoted; one that tells the kind of thing asked for may be this far behind one that does not.
_AS_GOOD, _OF_ASKED_KIND = 1.0, 1.5
_MOST_LEAD = 4.0
# What heads the list of tasks may fit so much less than one of them; a line that tells who holds an office says all words of the question.
_OF_WORK, _ALL_TOLD = 8.0, 0.9
_BELOW = 12
_FEW, _LONG = 4, 4


@dataclass(frozen=True, slots=True)
class _Weights:
    """Weights over the features of sentences, and over the evidence for the best; below `threshold` nothing is quoted as an answer."""

    values: NDArray[np.float32]
    evidence: NDArray[np.float32]
    intercept: float
    threshold: float


@cache
def _load(path: Path = WEIGHTS) -> _Weights:
    data = json.loads(path.read_text(encoding="utf-8"))
    evidence = data.get("evidence", {})
    return _Weights(
        np.array([data["weights"].get(n, 0.0) for n in FEATURES], dtype=np.float32),
        np.array([evidence.get(n, 0.0) for n in EVIDENCE], dtype=np.float32),
        data["intercept"],
        data.get("threshold", 0.0),
    )


def sentence_features(encoder: Encoder, matcher: WordMatcher, query: Query, sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """Return the features of sentences, shape (len(sentences), len(FEATURES) + len(MORE))."""
    vectors = encoder.encode_queries([query.text, *(s.text for s in sentences)])
    similarity = vectors[1:] @ vectors[0]
    table = TermTable(query, matcher, sentences)
    table.measure(phrase for s in sentences for phrase in _phrases(s))
    rows = []
    for sentence, cosine in zip(sentences, similarity, strict=True):
        ranked = sentence.ranked
        phrase = sentence.stretch.phrase
        year = ranked.year is not None and any(
            y in {ranked.year, ranked.year - 1} for y in (*query.scope.years, *query.scope.issued)
        )
        rows.append([
            ranked.score, 1 / ranked.rank, table.words(phrase), table.soft(phrase), float(cosine), table.pairs(phrase),
            table.soft(sentence.stretch.head.context), min(len(sentence.text), 120) / 120, float(year),
            table.soft(sentence.stretch.around), table.soft(sentence.stretch.led_up_to),
            tells_asked_kind(query.text, sentence.text), table.missing(sentence.stretch.around).elsewhere,
        ])  # fmt: skip
    return np.array(rows, dtype=np.float32).reshape(len(sentences), len(FEATURES) + len(MORE))


def score_sentences(encoder: Encoder, matcher: WordMatcher, query: Query, sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """Return how likely each sentence is the answer, as the score of a softmax, shape (len(sentences),)."""
    features = sentence_features(encoder, matcher, query, sentences)
    scores: NDArray[np.float32] = features[:, : len(FEATURES)] @ _load().values
    return scores


def _phrases(sentence: Sentence) -> tuple[Phrase, ...]:
    stretch = sentence.stretch
    return stretch.phrase, stretch.head.context, stretch.around, stretch.led_up_to


def choose_sentences(library: Library, matcher: WordMatcher, query: Query, ranked: Sequence[Ranked]) -> list[Quote]:
    """Return what is quoted as the answer, the likeliest first; none if no sentence is likely enough to answer."""
    if asks_who_gave(query.text) and ((givers := given_by(library, query)) or query.scope.types):
        return givers
    fitting = [r for r in ranked if not _is_of_other(query, r)]
    sentences = [s for s in sentences_of(fitting) if not is_place_missing(query, s) and not _is_mute(query, s)]
    telling = telling_numbers(query.text, sentences)
    # A long number that few sentences tell settles which of them is meant.
    settled = len(telling) < len(sentences) and len(telling) <= _FEW and _quotes_a_long_number(query.text)
    sentences = telling
    if not sentences:
        return []
    weights = _load()
    features = sentence_features(library.encoder, matcher, query, sentences)
    scores = features[:, : len(FEATURES)] @ weights.values
    evidence = sentence_evidence(features, scores)
    if office := office_asked(query.text):
        if holder := _holder(query, office, sentences, scores, features[:, FEATURES.index("around")]):
            return [holder]
        if not any(office in s.text for s in sentences):
            return []
    own_part = [r for r in fitting if not is_of_other_part(query, r)]
    if headed := _meaning(library, query, sentences, scores) or of_asked_part(library, query, own_part):
        return headed
    if asks_for_work(query) and (tasks := _tasks(library, query, fitting, sentences, scores)):
        return tasks
    sure = 1 / (1 + math.exp(-float(evidence @ weights.evidence + weights.intercept))) >= weights.threshold
    if not sure and not settled:
        return []
    chosen = _likeliest(scores, features[:, len(FEATURES)])
    found = [q for i in chosen for q in quoted(library, query.text, sentences[i])]
    if is_other_move(query.text, [q.text for q in found]):
        return []
    return [q for n, q in enumerate(found) if not any(_holds(other, q) for other in found[:n])]


def _meaning(library: Library, query: Query, sentences: Sequence[Sentence], scores: NDArray[np.float32]) -> list[Quote]:
    """Return the likeliest sentence that says what a name is, else what it does; the reverse where that is asked; none without a name or one."""
    name = defined_name(query.text)
    told = [defines(name, s.text) for s in sentences] if name else []
    order = (DOES, IS) if asks_purpose(query.text) else (IS, DOES)
    own = next((own for what in order if (own := [i for i, t in enumerate(told) if t == what])), [])
    return quoted(library, query.text, sentences[max(own, key=lambda i: scores[i])]) if own else []


def _quotes_a_long_number(question: str) -> bool:
    """Tell whether a question quotes numbers of so many digits that no others are written alike by chance."""
    return sum(sum(map(str.isdigit, q.digits)) for q in quoted_numbers(question)) >= _LONG


def _is_mute(query: Query, sentence: Sentence) -> bool:
    """Tell a set phrase, and the row of a table where a reason is asked for: 卫生支出 | 52618 | -4.2 gives none."""
    passage = sentence.ranked.passage
    if not passage.context:
        return tells_nothing(query.text, sentence.text, passage.title)
    return asks_reason(query.text) and not tells_reason(sentence.text)


def _holder(
    query: Query, office: str, sentences: Sequence[Sentence], scores: NDArray[np.float32], around: NDArray[np.float32]
) -> Quote | None:
    """Return the line that tells who holds the office that is asked for, of the newest report where no time is named."""
    told = [
        (s, line, score)
        for s, score, soft in zip(sentences, scores, around, strict=True)
        if soft >= _ALL_TOLD and office in s.text and (line := holder_line(office, _with_line_below(s))) and line[0] < len(s.text)
    ]
    if not told:
        return None
    dated = bool(query.scope.years or query.scope.issued)
    s, (start, end), _ = max(told, key=lambda t: (0 if dated else t[0].ranked.year or 0, t[2]))
    text = _with_line_below(s)[start:end]
    # What stands behind the sentence on its own line is no part of it.
    text = text if "\n" in text else text[: len(s.text) - start]
    return Quote(s.ranked.passage, s.start + start, s.start + start + len(text), text)


def _with_line_below(sentence: Sentence) -> str:
    """Return a sentence with the few letters behind it, in which a name may stand."""
    passage = sentence.ranked.passage
    return passage.text[sentence.start - passage.start : sentence.end - passage.start + _BELOW]


def _tasks(
    library: Library, query: Query, ranked: Sequence[Ranked], sentences: Sequence[Sentence], scores: NDArray[np.float32]
) -> list[Quote]:
    """Return the list of tasks that a sentence heads, else the headings of the part of a report that tells them."""
    heads = [i for i, s in enumerate(sentences) if heads_work(s.text) and not is_of_other_part(query, s.ranked)]
    best = max(heads, key=lambda i: scores[i], default=None)
    if best is not None and scores.max() - scores[best] <= _OF_WORK:
        return quoted(library, query.text, sentences[best])
    planning = (
        r.passage for r in ranked if r.passage.section and is_plan(r.passage.section[0]) and not is_of_other_part(query, r)
    )
    return next((found for plan in planning if (found := headings_beside(library, plan))), [])


def _is_of_other(query: Query, ranked: Ranked) -> bool:
    """Tell whether a question names a thing or somebody that a passage and its headings do not."""
    passage = ranked.passage
    told = " ".join((passage.text, passage.title, *passage.section, passage.context))
    return other_thing(query.text, told) or (not query.background and other_name(query.text, told, query.scope))


def sentence_evidence(features: NDArray[np.float32], scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the evidence for the best of sentences, in the order of EVIDENCE."""
    order = np.argsort(-scores, kind="stable")
    best = order[0]
    lead = min(float(scores[best] - scores[order[1]]), _MOST_LEAD) if len(order) > 1 else _MOST_LEAD
    return np.array([scores[best], lead, *features[best]], dtype=np.float32)


def _likeliest(scores: NDArray[np.float32], kind: NDArray[np.float32]) -> list[int]:
    """Return the sentence to be quoted, and another that is as good.

    One that tells the kind of thing asked for goes before one that does not.
    """
    order = [int(i) for i in np.argsort(-scores, kind="stable")]
    best = order[0]
    if kind[best] < 0:
        best = next((i for i in order if kind[i] > 0 and scores[best] - scores[i] <= _OF_ASKED_KIND), best)
    return [best, *[i for i in order if i != best and scores[best] - scores[i] < _AS_GOOD][:1]]


def _holds(quote: Quote, other: Quote) -> bool:
    return quote.passage.report == other.passage.report and quote.start <= other.start and other.end <= quote.end
