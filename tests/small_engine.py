"""An engine over a few reports that a test writes itself."""

from collections.abc import Iterator, Mapping, Sequence

import pytest

from app.choosing.lookup import Lookup, Lookups
from app.choosing.words import WordMatcher
from app.engine import Engine
from index.encoders import open_encoder
from index.ingest import ingest
from index.query import read_query


def small_engine(tmp_path_factory: pytest.TempPathFactory, written: Mapping[str, Sequence[str]]) -> Iterator[Engine]:
    """Write reports, line by line, read them into a store, and give its engine; closed behind the test."""
    reports, store = tmp_path_factory.mktemp("reports"), tmp_path_factory.mktemp("store")
    for name, lines in written.items():
        (reports / name).write_text("\n".join(lines), encoding="utf-8")
    encoder = open_encoder(None)
    ingest([reports], store, encoder)
    opened = Engine.open(store, encoder)
    yield opened
    opened.library.close()


def look_up(engine: Engine, question: str) -> Lookup:
    """Look a question up in an engine's library."""
    library = engine.library
    lookups = Lookups(library, WordMatcher(library.encoder, library.lexical.share))
    return lookups.look_up(read_query(question, library.catalogue()))
