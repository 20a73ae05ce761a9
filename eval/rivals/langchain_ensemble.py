"""LangChain: recursive splitter, BM25 and FAISS in an ensemble, as its pages on semantic search and on ensembles set them up."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from eval.quotes import Quote
from eval.rivals.corpus import Corpus, Search
from index.encoder import Encoder

_DEPTH = 10
# What its page on splitting gives for languages without word boundaries.
_CHINESE = ("\n\n", "\n", " ", ".", ",", "\u200b", "，", "、", "．", "。", "")


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings that its documentation offers, at what it shows; `cut` is the `preprocess_func` of BM25."""

    size: int = 1000
    overlap: int = 200
    separators: tuple[str, ...] | None = None
    cut: Callable[[str], list[str]] | None = None


class EncoderEmbeddings(Embeddings):
    """Our encoder behind LangChain's protocol."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages."""
        vectors: list[list[float]] = self._encoder.encode_passages(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        vector: list[float] = self._encoder.encode_queries([text])[0].tolist()
        return vector


def build_stock(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up with the defaults: words between white space, separators of English."""
    return build(corpus, encoder, Setup())


def build_chinese(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up for Chinese: jieba cuts the words, Chinese stops separate."""
    return build(corpus, encoder, Setup(separators=_CHINESE, cut=_cutter()))


def build_short(corpus: Corpus, encoder: Encoder, _folder: Path) -> Search:
    """Set up for Chinese with pieces as long as the product's passages."""
    return build(corpus, encoder, Setup(size=300, overlap=60, separators=_CHINESE, cut=_cutter()))


def build(corpus: Corpus, encoder: Encoder, setup: Setup) -> Search:
    """Split, index in both ways and join the two by reciprocal rank."""
    separators: dict[str, Any] = {} if setup.separators is None else {"separators": list(setup.separators)}
    splitter = RecursiveCharacterTextSplitter(chunk_size=setup.size, chunk_overlap=setup.overlap, **separators)
    documents = [Document(page_content=t.text, metadata={"source": t.report}) for t in corpus.texts]
    chunks = splitter.split_documents(documents)
    cut: dict[str, Any] = {} if setup.cut is None else {"preprocess_func": setup.cut}
    words = BM25Retriever.from_documents(chunks, k=_DEPTH, **cut)
    vectors = FAISS.from_documents(chunks, EncoderEmbeddings(encoder)).as_retriever(search_kwargs={"k": _DEPTH})
    ensemble = EnsembleRetriever(retrievers=[words, vectors], weights=[0.5, 0.5])
    return lambda question, k: [Quote(d.metadata["source"], d.page_content) for d in ensemble.invoke(question)[:k]]


def _cutter() -> Callable[[str], list[str]]:
    import jieba

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    cut: Callable[[str], list[str]] = jieba.lcut
    return cut
