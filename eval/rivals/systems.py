"""The systems that are compared, and whether they are installed."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import cast

from corpus.errors import WenjuError
from eval.rivals.corpus import Build


class RivalError(WenjuError):
    """A system to compare with that is unknown, not installed or broken down."""


@dataclass(frozen=True, slots=True)
class System:
    """A system: the module and function here that set it up, the packages that it needs (by import name), and how it is set up."""

    key: str
    name: str
    module: str
    function: str
    needs: tuple[str, ...]
    package: str
    setup: str

    @property
    def missing(self) -> tuple[str, ...]:
        """The packages that are not installed."""
        return tuple(name for name in self.needs if not _is_installed(name))

    @property
    def version(self) -> str:
        """The release of its package."""
        return version(self.package)


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # the package that it is in
        return False


# The retriever of LlamaIndex asks for a PyStemmer below 3, and runs with the one that the index stems with.
_INSTALL = (
    "pip install -c constraints.txt -e '.[rivals]', then pip install -c constraints.txt --no-deps llama-index-retrievers-bm25"
)
_LANGCHAIN = ("langchain_classic", "langchain_community", "langchain_text_splitters", "rank_bm25", "faiss")
_LLAMA = ("llama_index.retrievers.bm25", "bm25s")
SYSTEMS = (
    System("wenju", "Wenju", "wenju_find", "build", (), "wenju", "as it is"),
    System(
        "langchain", "LangChain, stock", "langchain_ensemble", "build_stock", _LANGCHAIN, "langchain-community",
        "RecursiveCharacterTextSplitter(1000, 200), EnsembleRetriever of BM25Retriever and FAISS, halves",
    ),
    System(
        "langchain-jieba", "LangChain, jieba", "langchain_ensemble", "build_chinese", (*_LANGCHAIN, "jieba"), "langchain-community",
        "the same with preprocess_func=jieba.lcut and separators with Chinese stops",
    ),
    System(
        "langchain-short", "LangChain, jieba, short pieces", "langchain_ensemble", "build_short", (*_LANGCHAIN, "jieba"), "langchain-community",
        "the same with pieces of 300 characters that share 60",
    ),
    System(
        "txtai", "txtai, stock", "txtai_hybrid", "build_stock", ("txtai",), "txtai",
        "Segmentation(lines=True), Embeddings(hybrid=True, content=True)",
    ),
    System(
        "txtai-pairs", "txtai, pairs of characters", "txtai_hybrid", "build_chinese", ("txtai",), "txtai",
        "the same with its tokenizer set to ngrams=2",
    ),
    System(
        "llamaindex", "LlamaIndex, stock", "llamaindex_fusion", "build_stock", _LLAMA, "llama-index-core",
        "SentenceSplitter(512), QueryFusionRetriever of VectorStoreIndex and BM25Retriever, reciprocal_rerank, one query",
    ),
    System(
        "llamaindex-characters", "LlamaIndex, characters", "llamaindex_fusion", "build_chinese", _LLAMA, "llama-index-core",
        "the same with token_pattern for single Chinese characters",
    ),
)  # fmt: skip


def choose(keys: Sequence[str] | None) -> tuple[System, ...]:
    """Return the systems of some keys, all for None. Raises RivalError for a key that is none."""
    known = {s.key: s for s in SYSTEMS}
    for key in keys or ():
        if key not in known:
            raise RivalError(f"{key}: no system of that name; choose from {', '.join(known)}")
    return tuple(known[key] for key in keys) if keys else SYSTEMS


def load(system: System) -> Build:
    """Import what sets a system up. Raises RivalError if a package is missing."""
    if system.missing:
        raise RivalError(f"{system.name}: {', '.join(system.missing)} not installed; {_INSTALL}")
    return cast("Build", getattr(import_module(f"eval.rivals.{system.module}"), system.function))
