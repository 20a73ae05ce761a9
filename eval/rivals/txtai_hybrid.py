"""txtai: a hybrid index of BM25 and vectors with content, over the lines of the texts, which are their paragraphs and rows."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from txtai import Embeddings
from txtai.pipeline import Segmentation

from eval.quotes import Quote
from eval.rivals.corpus import Corpus, Search
from index.encoder import Encoder, Vectors


def build_stock(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up with `hybrid=True`: its tokenizer takes every Chinese character as a word."""
    return build(corpus, encoder, {"hybrid": True})


def build_chinese(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up with its own tokenizer of pairs of characters."""
    scoring = {"method": "bm25", "terms": True, "normalize": True, "tokenizer": {"ngrams": 2}}
    return build(corpus, encoder, {"scoring": scoring})


def build(corpus: Corpus, encoder: Encoder, options: Mapping[str, Any]) -> Search:
    """Split into lines and index them."""

    def encode(texts: Sequence[str]) -> Vectors:
        vectors = encoder.encode_passages(texts)
        # A line of digits alone has no vector here, and txtai would divide by its length.
        vectors[~vectors.any(axis=1), 0] = 1.0
        return vectors

    segment = Segmentation(lines=True)
    lines = [(t.report, line) for t in corpus.texts for line in segment(t.text)]
    embeddings = Embeddings(content=True, method="external", transform=encode, **options)
    embeddings.index((i, line, None) for i, (_, line) in enumerate(lines))
    return lambda question, k: [Quote(lines[int(h["id"])][0], h["text"]) for h in embeddings.search(question, k)]
