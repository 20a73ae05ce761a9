"""Read the passages of a report as a search would, when it is ingested."""

from corpus.report import Report
from index.encoder import Encoder
from index.encoders.static import StaticEncoder
from index.passage_read import parts_of
from index.stored_passage import StoredPassage
from index.stored_reading import mark_of, write_reading


def read_ahead(report: Report, encoder: Encoder) -> list[bytes]:
    """Return the reading of each passage for the encoder that compares words; none where another made the vectors."""
    if not isinstance(encoder, StaticEncoder):
        return []
    passages = [_as_stored(report, i) for i in range(len(report.passages))]
    # A row's are not kept.
    parts = [() if passage.context else parts_of(passage) for passage in passages]
    tokens = iter(encoder.tokens([text for texts in parts for text in texts]))
    mark = mark_of(encoder.name)
    return [write_reading(passage, [next(tokens) for _ in texts], mark) for passage, texts in zip(passages, parts, strict=True)]


def _as_stored(report: Report, i: int) -> StoredPassage:
    """Return a passage as the store gives it back, but for its ids."""
    p = report.passages[i]
    path = report.sections[p.section].path
    figures = tuple(report.figures[i])
    return StoredPassage(0, 0, report.key, report.metadata.title, path, p.page, p.start, p.end, p.text, p.context, i, figures)
