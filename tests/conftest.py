from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ingest import ingest
from index.opening import Library, open_library
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder


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
