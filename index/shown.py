"""What is shown of a passage that was found: with the sentence before it, where it begins in the middle of a paragraph."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.sentences import split_sentences
from index.opening import Library
from index.stored_passage import StoredPassage

# A longer sentence before would make more of the passage than the passage itself.
_MOST = 160


def shown(library: Library, found: Sequence[StoredPassage]) -> list[StoredPassage]:
    """Return passages as they are shown: text and span with the sentence before, where a paragraph was cut in two there.

    What a sentence is about often stands in the one before it (其中…). Rows of tables have their heads for that.
    """
    before = library.passages([p.id - 1 for p in found])
    return [_with_sentence_before(p, before.get(p.id - 1)) for p in found]


def _with_sentence_before(passage: StoredPassage, before: StoredPassage | None) -> StoredPassage:
    """Return a passage with the last sentence of the one before it, if that ends where it begins. The ids of a report's passages follow one another."""
    if before is None or before.report_id != passage.report_id or before.end != passage.start:
        return passage
    if passage.context or before.context:
        return passage
    start = split_sentences(before.text)[-1][0]
    if len(before.text) - start > _MOST:
        return passage
    return replace(passage, text=before.text[start:] + passage.text, start=before.start + start)
