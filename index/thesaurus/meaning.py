"""Which concepts of the thesaurus a question means: those whose words, all taken together, are nearest to its own.

A saying seldom stands in a question as the thesaurus has it (借给工厂好几年的钱), so that vectors are compared, not letters: a concept's is that of all
that is written and said for it, in both languages. It is compared with every few words in a row of the question, for the others (of whom, in how many
years) say nothing of it: of 353 questions in everyday words the concept that the answer is written with was among three for 0.52 instead of 0.44.
"""

from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder, Vectors
from index.kept import kept
from index.thesaurus.concepts import Concept, concept_lines, concept_of, read_concepts, tables
from index.thesaurus.meant import Meant

_MOST = 8
# The nearness from which a concept may be meant, and that from which it is for sure.
_LEAST, _SURE = 0.25, 0.6
# So many words in a row, besides all of them, are held against the concepts; a single one is near to many, so that few count for less.
_WORDS, _ONE_WORD = 5, 0.2
# So many concepts, by the sums of the vectors of single words, are compared with the words in a row themselves.
_LIKELY = 64
# Terms whose cosines are remembered, of 70 kB each.
_REMEMBERED = 48
_TINY = 1e-6
# A term as near to a concept as this speaks of nothing else.
_OWN = 0.5
_KEPT = "concepts.vectors"
_STEP = 127.0


class Thesaurus:
    """Finds the concepts that questions mean, by the vectors of an encoder that compares words."""

    def __init__(self, encoder: Encoder, *, keep: bool = False) -> None:
        """Take the encoder; with `keep` the vectors of the concepts are kept ready for the next time (they take 0.6 s)."""
        self._encoder, self._keep = encoder, keep
        self._known: dict[str, Vectors] = {}

    @cached_property
    def _vectors(self) -> Vectors:
        return concept_vectors(self._encoder, keep=self._keep)

    @lru_cache(maxsize=512)  # noqa: B019  (one thesaurus lives as long as its library)
    def meant(self, terms: tuple[str, ...], languages: frozenset[str]) -> tuple[Meant, ...]:
        """Return the concepts that terms mean, surest first, with their words in the languages of the reports ("zh", "en")."""
        if not terms:
            return ()
        own = self._encoder.encode_queries(terms)
        rows = _in_a_row(len(terms))
        likely = self._likely(self._near(terms, own), own @ own.T)
        told = self._encoder.encode_queries([" ".join(terms[a:b]) for a, b in rows])
        few = np.array([_ONE_WORD / (b - a) for a, b in rows], np.float32)
        nearness = (told @ self._vectors[:, likely] - few[:, None]).max(axis=0)
        order = np.lexsort((likely, -nearness))[:_MOST]
        lines = concept_lines()
        found = []
        for i, near in ((likely[at], float(nearness[at])) for at in order if nearness[at] > _LEAST):
            sure = min(1.0, (near - _LEAST) / (_SURE - _LEAST))
            shares = np.clip(own @ self._vectors[:, i] / _OWN, 0.0, 1.0).tolist()
            words = _words(concept_of(lines[i]), languages)
            if words:
                found.append(Meant(words, sure, tuple(zip(terms, shares, strict=True))))
        return tuple(found)

    def _near(self, terms: Sequence[str], own: Vectors) -> list[Vectors]:
        """Return the cosines of each term with all concepts; the parts of a question have most of their terms in common."""
        known = self._known
        new = [i for i, t in enumerate(terms) if t not in known]
        if new:
            if len(known) + len(new) > _REMEMBERED:
                # A new one: another thread may be looking into the old.
                known = self._known = {t: known[t] for t in terms if t in known}
            known.update(zip((terms[i] for i in new), own[new] @ self._vectors, strict=True))
        return [known[t] for t in terms]

    def _likely(self, near: Sequence[Vectors], among: Vectors) -> NDArray[np.int64]:
        """Return the concepts that words in a row may mean, as far as the sum of their vectors tells: it is nearly the vector of them together."""
        best = np.full(len(near[0]), -1.0, np.float32)
        for first in range(len(near)):
            total = np.zeros_like(best)
            for n, word in enumerate(near[first:], 1):
                total += word
                if n <= _WORDS or n == len(near):
                    length = max(float(among[first : first + n, first : first + n].sum()), _TINY) ** 0.5
                    np.maximum(best, total * np.float32(1.0 / length) - np.float32(_ONE_WORD / n), out=best)
        return np.sort(np.argpartition(-best, min(_LIKELY, len(best)) - 1)[:_LIKELY])


@lru_cache(maxsize=1)
def concept_vectors(encoder: Encoder, *, keep: bool) -> Vectors:
    """Return the vectors of the concepts, shape (dimension, concepts): so a product with the few terms of a question is soonest.

    Those of the last encoder are remembered: who is about to start copies of this process makes them once for all.
    """

    def make() -> bytes:
        vectors = encoder.encode_passages([_told(concept) for concept in read_concepts()])
        return np.round(vectors * _STEP).astype(np.int8).tobytes()

    made = kept(f"{_KEPT}.{encoder.name}", make, tables()) if keep else make()
    rows = np.frombuffer(made, np.int8).reshape(-1, encoder.dimension).astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1.0)
    return np.ascontiguousarray(rows.T, np.float32)


def _in_a_row(words: int) -> list[tuple[int, int]]:
    """Return where up to five words in a row begin and end, and all of them."""
    some = [(a, b) for a in range(words) for b in range(a + 1, min(words, a + _WORDS) + 1)]
    return some if words <= _WORDS else [*some, (0, words)]


def _told(concept: Concept) -> str:
    return " ".join((*concept.written, *concept.said, *concept.english, *concept.said_in_english))


def _words(concept: Concept, languages: Collection[str]) -> tuple[str, ...]:
    own = (("zh", concept.written), ("en", concept.english))
    return tuple(word for language, words in own if language in languages for word in words)
