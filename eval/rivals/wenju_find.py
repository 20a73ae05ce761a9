"""The product itself, under the conditions of the others: one process that indexes and then answers."""

from pathlib import Path

from app.engine import Engine
from eval.quotes import Quote
from eval.rivals.corpus import Corpus, Search
from index.encoder import Encoder
from index.ingest import ingest


def build(corpus: Corpus, encoder: Encoder, folder: Path) -> Search:
    """Read the files, figures and all, into a store, and open it."""
    ingest(list(corpus.paths), folder, encoder)
    engine = Engine.open(folder, encoder)
    return lambda question, k: [Quote(h.report, h.text) for h in engine.find(question, k=k).hits]
