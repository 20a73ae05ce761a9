"""Which concepts of the thesaurus a question means: those whose words, all taken together, are nearest to its own.

A saying seldom stands in a question as the thesaurus has it (借给工厂好几年的钱), so that vectors are compared, not letters: a concept's is that of all
that is written and said for it, in both languages.
"""

from collections.abc import Collection
from functools import cached_property, lru_cache

import numpy as np

from index.encoder import Encoder, Vectors
from index.kept import kept
from index.thesaurus.concepts import Concept, concept_lines, concept_of, read_concepts, tables
from index.thesaurus.meant import Meant

_MOST = 3
# The cosine from which a concept may be meant, and that from which it is for sure.
_LEAST, _SURE = 0.5, 0.8
# A term as near to a concept as this speaks of nothing else.
_OWN = 0.5
_KEPT = "concepts.vectors"
_STEP = 127.0


class Thesaurus:
    """Finds the concepts that questions mean, by the vectors of an encoder that compares words."""

    def __init__(self, encoder: Encoder, *, keep: bool = False) -> None:
        """Take the encoder; with `keep` the vectors of the concepts are kept ready for the next time (they take 0.6 s)."""
        self._encoder, self._keep = encoder, keep

    @cached_property
    def _vectors(self) -> Vectors:
        """Return the vectors of the concepts, shape (concepts, dimension)."""

        def _made() -> bytes:
            vectors = self._encoder.encode_passages([_told(concept) for concept in read_concepts()])
            return np.round(vectors * _STEP).astype(np.int8).tobytes()

        made = kept(f"{_KEPT}.{self._encoder.name}", _made, tables()) if self._keep else _made()
        rows = np.frombuffer(made, np.int8).reshape(-1, self._encoder.dimension).astype(np.float32)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1.0)
        return np.asarray(rows, np.float32)

    @lru_cache(maxsize=512)  # noqa: B019  (one thesaurus lives as long as its library)
    def meant(self, terms: tuple[str, ...], languages: frozenset[str]) -> tuple[Meant, ...]:
        """Return the concepts that terms mean, surest first, with their words in the languages of the reports ("zh", "en")."""
        if not terms:
            return ()
        asked = self._encoder.encode_queries([" ".join(terms), *terms])
        cosines = self._vectors @ asked[0]
        nearest = np.argpartition(-cosines, _MOST)[:_MOST]
        nearest = nearest[np.argsort(-cosines[nearest], kind="stable")]
        lines = concept_lines()
        found = []
        for i in (i for i in nearest.tolist() if cosines[i] > _LEAST):
            sure = min(1.0, float(cosines[i] - _LEAST) / (_SURE - _LEAST))
            near = np.clip(asked[1:] @ self._vectors[i] / _OWN, 0.0, 1.0).tolist()
            words = _words(concept_of(lines[i]), languages)
            if words:
                found.append(Meant(words, sure, tuple(zip(terms, near, strict=True))))
        return tuple(found)


def _told(concept: Concept) -> str:
    return " ".join((*concept.written, *concept.said, *concept.english, *concept.said_in_english))


def _words(concept: Concept, languages: Collection[str]) -> tuple[str, ...]:
    own = (("zh", concept.written), ("en", concept.english))
    return tuple(word for language, words in own if language in languages for word in words)
