"""What is read of a passage when it is ingested, as bytes: its clauses, and the tokens of its sentences.

A word of the clauses is told by where it stands in the folded text. The mark tells what a reading is of: one of another encoder, or of another
way to read, is none.
"""

import hashlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from sys import intern

from corpus.matching import matching_text
from index.clauses import Clauses, clauses_of, joined_apart, told_of, year_of
from index.stored_passage import StoredPassage

# To be raised with every change of clauses, of sentences, of how texts are folded, or of the bytes.
_VERSION = 1
_MARK, _TOKEN, _MOST = 8, 4, 0xFFFF
# Words, clauses, what figures say, sentences.
_HEAD = 4


@dataclass(frozen=True, slots=True)
class StoredReading:
    """The clauses of a passage, and the tokens of each of its sentences as the encoder takes them."""

    clauses: Clauses
    tokens: tuple[bytes, ...]


def mark_of(encoder: str) -> bytes:
    """Return what tells the readings for an encoder from all others."""
    return hashlib.blake2b(f"{_VERSION} {encoder}".encode(), digest_size=_MARK).digest()


def write_reading(passage: StoredPassage, tokens: Sequence[bytes], mark: bytes) -> bytes:
    """Return the reading of a passage with the tokens of its sentences; nothing for a table's row, which is short, and for what is too long."""
    if passage.context:
        return b""
    clauses = clauses_of(passage)
    numbers = [len(clauses.words), len(clauses.ends), len(clauses.figures), len(tokens)]
    numbers += _starts(clauses.words, joined_apart(matching_text(passage.text)))
    numbers += map(len, clauses.words)
    numbers += (*clauses.ends, *clauses.sentences)
    # Of figures that say the same one stands for all.
    said: dict[tuple[str, str, str, str], int] = {
        (f.unit, year_of(f.period), f.status, f.kind): i for i, f in enumerate(passage.figures)
    }
    numbers += [said[told.unit, told.period, told.status, told.kind] for told in clauses.figures]
    numbers += [told.clause for told in clauses.figures]
    numbers += [len(ids) // _TOKEN for ids in tokens]
    return b"".join((mark, array("H", numbers).tobytes(), *tokens)) if max(numbers) <= _MOST else b""


def read_reading(written: bytes, passage: StoredPassage, mark: bytes) -> StoredReading | None:
    """Return the reading of a passage; None where there is none, or none of this mark."""
    if not written.startswith(mark):
        return None
    text = joined_apart(matching_text(passage.text))
    head = array("H")
    head.frombytes(written[_MARK : _MARK + 2 * _HEAD])
    words, clauses, told, sentences = head
    behind = _MARK + 2 * (_HEAD + 2 * words + 2 * clauses + 2 * told + sentences)
    numbers = array("H")
    numbers.frombytes(written[_MARK + 2 * _HEAD : behind])
    parts = _parts(numbers, (words, words, clauses, clauses, told, told, sentences))
    starts, lengths, ends, of, figures, at, sizes = parts
    tokens = [written[a:b] for a, b in pairwise(accumulate((_TOKEN * size for size in sizes), initial=behind))]
    return StoredReading(
        Clauses(
            tuple([intern(text[start : start + length]) for start, length in zip(starts, lengths, strict=True)]),
            tuple(ends),
            tuple(of),
            tuple([told_of(passage.figures[figure], clause) for figure, clause in zip(figures, at, strict=True)]),
        ),
        tuple(tokens),
    )


def _parts(numbers: "array[int]", lengths: Sequence[int]) -> Iterator["array[int]"]:
    return (numbers[start:end] for start, end in pairwise(accumulate(lengths, initial=0)))


def _starts(words: Sequence[str], text: str) -> Iterator[int]:
    """Yield where words stand in a text, one behind the other: any place that says the word will do."""
    end = 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        yield start
