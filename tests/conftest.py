from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.encoders import open_encoder
from index.ingest import ingest
from index.opening import Library, open_library
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from app.engine import Engine

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


@pytest.fixture
def encoder() -> LetterEncoder:
    return LetterEncoder()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder of four invented reports."""
    return write_files(tmp_path / "reports")


@pytest.fixture
def store_folder(tmp_path: Path, reports: Path, encoder: LetterEncoder) -> Path:
    """Return the folder of a store that holds the four reports."""
    ingest([reports], tmp_path / "store", encoder)
    return tmp_path / "store"


@pytest.fixture
def library(store_folder: Path, encoder: LetterEncoder) -> Iterator[Library]:
    opened = open_library(store_folder, encoder)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Engine]":
    """Return an engine over the reports that a module of tests writes: its `REPORTS`, line by line by the names of their files."""
    from tests.small_engine import small_engine

    yield from small_engine(tmp_path_factory, request.module.REPORTS)


@pytest.fixture(scope="session")
def samples_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store of the sample reports with the embedded encoder, to be read only."""
    folder = tmp_path_factory.mktemp("samples") / "store"
    ingest([SAMPLES], folder, open_encoder(None))
    return folder


@pytest.fixture(scope="session")
def samples_engine(samples_store: Path) -> "Iterator[Engine]":
    """Return an engine over the sample reports."""
    from app.engine import Engine

    opened = Engine.open(samples_store, open_encoder(None))
    yield opened
    opened.library.close()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Return a Chromium; of a module, for its event loop would stand in the way of other tests."""
    from tests.pages import open_browser

    with open_browser() as opened:
        yield opened
