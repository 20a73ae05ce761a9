"""Stores to measure on: one that is there, or one made of reports and thrown away."""

import logging
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.engine import Engine
from app.progress import show_progress
from corpus.errors import WenjuError
from index.encoder import Encoder
from index.encoders import open_encoder
from index.ingest import ingest

_log = logging.getLogger(__name__)


class ReportsError(WenjuError):
    """Reports that a measurement needs and that are not there."""


@contextmanager
def temporary_store(reports: Sequence[Path], encoder: Encoder | None = None) -> Iterator[Path]:
    """Make a store of files and folders and remove it at the end; the embedded encoder is used if none is given.

    Raises ReportsError if one of the reports is missing.
    """
    missing = [path for path in reports if not path.exists()]
    if missing:
        raise ReportsError(f"{missing[0]}: the reports of the set are not there; fetch them, or give --store DIR")
    with tempfile.TemporaryDirectory(prefix="wenju-eval-") as folder:
        with show_progress() as progress:
            summary = ingest(list(reports), Path(folder), encoder or open_encoder(None), progress=progress)
        for failure in summary.failed:
            _log.warning("not read, so not measured: %s: %s", failure.file, failure.why)
        yield Path(folder)


@contextmanager
def open_measured(reports: Sequence[Path], store: Path | None) -> Iterator[Engine]:
    """Open the engine on a store, or on a temporary store of the reports if none is given."""
    if store:
        yield Engine.open(store)
        return
    with temporary_store(reports) as folder:
        yield Engine.open(folder)
