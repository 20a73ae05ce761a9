"""LlamaIndex: a vector index and BM25 fused by reciprocal rank, as its pages on BM25 and on fusion set them up.

One query a question: more are written by a language model, which nobody here has.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from llama_index.core import Document, VectorStoreIndex
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.retrievers.bm25 import BM25Retriever
from pydantic import PrivateAttr

from eval.quotes import Quote
from eval.rivals.corpus import Corpus, Search
from index.encoder import Encoder

_TOKENS, _DEPTH, _BATCH = 512, 10, 1024
# Every Chinese character a word: its BM25 takes a pattern of words, and no function that cuts.
_CHARACTERS = r"(?u)[一-鿿]|[^\W一-鿿]+"


class EncoderEmbedding(BaseEmbedding):  # type: ignore[misc]  # never looked into, see pyproject.toml
    """Our encoder behind LlamaIndex's protocol."""

    _encoder: Encoder = PrivateAttr()

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(embed_batch_size=_BATCH)
        self._encoder = encoder

    def _get_query_embedding(self, query: str) -> list[float]:
        vector: list[float] = self._encoder.encode_queries([query])[0].tolist()
        return vector

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._encoder.encode_passages(texts).tolist()
        return vectors


def build_stock(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up with the defaults: words of two letters and more between boundaries, stemmed as English."""
    return build(corpus, encoder, {})


def build_chinese(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up for Chinese with the pattern of words that it lets one choose."""
    return build(corpus, encoder, {"token_pattern": _CHARACTERS, "skip_stemming": True})


def build(corpus: Corpus, encoder: Encoder, options: Mapping[str, Any]) -> Search:
    """Split, index in both ways and fuse the two; the path stands in what is indexed, as its reader of folders leaves it."""
    documents = [Document(text=t.text, metadata={"file_path": t.report}) for t in corpus.texts]
    nodes = SentenceSplitter(chunk_size=_TOKENS).get_nodes_from_documents(documents)
    vectors = VectorStoreIndex(nodes, embed_model=EncoderEmbedding(encoder)).as_retriever(similarity_top_k=_DEPTH)
    words = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=_DEPTH, **options)
    fused = QueryFusionRetriever(
        [vectors, words],
        llm=MockLLM(),
        similarity_top_k=_DEPTH,
        num_queries=1,
        mode="reciprocal_rerank",
        use_async=False,
    )

    def search(question: str, k: int) -> list[Quote]:
        return [Quote(n.node.metadata["file_path"], n.node.get_content()) for n in fused.retrieve(question)[:k]]

    return search
