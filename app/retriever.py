"""The store as a LangChain retriever: every Document carries its citation, so that any chain can quote with an address."""

from dataclasses import asdict
from pathlib import Path

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from app.engine import Engine
from index.citation import Citation, quote_hash


class ReportRetriever(BaseRetriever):
    """Retrieve passages of a store for a question.

    `page_content` is the passage as it stands in the report; `metadata` holds `score` and the fields of its citation (report, title,
    section, page, start, end, quote, hash). `years` and `reports` limit the search as the command line does.

    >>> ReportRetriever.open(Path(".wenju")).invoke("新发展党员多少名")  # doctest: +SKIP
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    engine: Engine
    k: int = 8
    years: tuple[int, ...] = ()
    reports: tuple[str, ...] = ()

    @classmethod
    def open(cls, folder: Path, *, k: int = 8) -> "ReportRetriever":
        """Open the store in a folder."""
        return cls(engine=Engine.open(folder), k=k)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager
        found = self.engine.find(query, k=self.k, years=self.years, reports=self.reports)
        return [
            Document(
                page_content=h.text,
                metadata={
                    **asdict(Citation(h.rank, h.report, h.title, h.section, h.page, h.start, h.end, h.text, quote_hash(h.text))),
                    "score": h.score,
                },
            )
            for h in found.hits
        ]
