"""What every system is given, and what it gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.quotes import Quote
from eval.stores import temporary_store
from index.encoder import Encoder
from index.store import Store


@dataclass(frozen=True, slots=True)
class Corpus:
    """The reports as files, and their texts as the product reads them.

    Other systems get the texts: decoded, PDF lines joined, tables by rows. So none of them fails at reading.
    """

    paths: tuple[Path, ...]
    texts: tuple[Quote, ...]


def read_corpus(paths: Sequence[Path]) -> Corpus:
    """Read files and folders once, in a store that is thrown away. Raises WenjuError."""
    with temporary_store(paths) as folder:
        store = Store.open(folder)
        texts = tuple(Quote(card.key, store.report_text(card.key)) for card in store.catalogue())
        store.close()
    return Corpus(tuple(paths), texts)


Search = Callable[[str, int], list[Quote]]
"""From a question and a number to what was found, best first."""

Build = Callable[[Corpus, Encoder, Path], Search]
"""From a corpus, the encoder and an empty folder for what it keeps to a search."""
