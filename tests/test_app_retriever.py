from pathlib import Path

import pytest

from app.engine import Engine
from app.retriever import ReportRetriever


@pytest.mark.slow
def test_documents_carry_their_citation(samples_store: Path) -> None:
    documents = ReportRetriever.open(samples_store, k=3).invoke("云栖县2022年办理结婚登记多少对？")
    assert len(documents) == 3
    first = documents[0]
    assert "1842对" in first.page_content
    assert set(first.metadata) == {"n", "report", "title", "section", "page", "start", "end", "quote", "hash", "score"}
    text = Engine.open(samples_store).view(first.metadata["report"]).text
    assert text[first.metadata["start"] : first.metadata["end"]] == first.page_content == first.metadata["quote"]


@pytest.mark.slow
def test_the_retriever_works_in_a_chain(samples_store: Path) -> None:
    from langchain_core.runnables import RunnableLambda

    chain = ReportRetriever.open(samples_store, k=1) | RunnableLambda(lambda documents: documents[0].metadata["report"])
    assert chain.invoke("2022年办理结婚登记多少对").endswith(".txt")
