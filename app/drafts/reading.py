"""Read a draft: a txt, md or docx file, or a text, becomes a document whose blocks can be checked one by one."""

from dataclasses import dataclass
from pathlib import Path

from app.drafts.errors import DraftError
from app.errors import UsageError
from corpus.document import Block, Document
from corpus.readers import read_document
from corpus.readers.lines import line_block
from corpus.readers.paragraphs import find_paragraphs
from corpus.sentences import split_sentences

ENDINGS = (".txt", ".md", ".docx")
LONGEST_DRAFT = 2_000_000
# A stretch of this many characters without the end of a sentence is no prose: digits, encoded data.
LONGEST_SENTENCE = 5_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read; `path` is None for a text that came from no file, `name` is what it is called."""

    name: str
    path: Path | None
    document: Document


def read_draft(path: Path) -> Draft:
    """Read a draft from its file.

    Raises UsageError for an ending that is not one of ENDINGS, DraftError for a file that is not there or is no file, for a text that is too
    long and for one without ends of sentences, and UnreadableFileError for a file that cannot be read.
    """
    if path.suffix.lower() not in ENDINGS:
        known = ", ".join(ending.removeprefix(".") for ending in ENDINGS)
        raise UsageError(f"{path}: {path.suffix or 'a name without ending'} is no draft; save it as one of {known}")
    if not path.exists():
        raise DraftError(f"{path}: there is no such file; give the path of a draft")
    if not path.is_file():
        raise DraftError(f"{path}: not a file; give one draft, for reports in a folder there is `wenju ingest`")
    try:
        document = read_document(path)
    except OSError as error:
        raise DraftError(
            f"{path}: cannot be read ({error.strerror}); check who may read it", chinese=f"《{path.name}》读不了。"
        ) from error
    if document.encoding == "docx":
        from app.drafts.earlier import without_findings

        document = without_findings(document)
    return Draft(path.name, path, _bounded(document, path.name))


def read_text(text: str, *, name: str) -> Draft:
    """Take a text for a draft. Raises DraftError for an empty one, and as `read_draft` does."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if (block := line_block(text, at, at + len(line))) is not None:
            blocks.append(block)
        at += len(line) + 1
    if not blocks:
        raise DraftError(
            f"{name}: the text to check is empty: give a sentence with a figure", chinese="没有可核对的文字，请写一句带数字的话。"
        )
    bounded = _bounded(Document(text, tuple(blocks)), name)
    return Draft(name, None, find_paragraphs(bounded))


def _bounded(document: Document, name: str) -> Document:
    length = len(document.text)
    if length > LONGEST_DRAFT:
        raise DraftError(
            f"{name}: {length:,} characters, at most {LONGEST_DRAFT:,} are checked at once: check it part by part",
            chinese=f"稿子有 {length:,} 字，一次最多核对 {LONGEST_DRAFT:,} 字，请分几次。",
        )
    for block in document.blocks:
        # No sentence is longer than its paragraph.
        if block.end - block.start > LONGEST_SENTENCE:
            _refuse_endless(document.text[block.start : block.end], name)
    return document


def _refuse_endless(paragraph: str, name: str) -> None:
    for start, end in split_sentences(paragraph):
        if end - start > LONGEST_SENTENCE:
            raise DraftError(
                f"{name}: {end - start:,} characters from “{paragraph[start : start + 12]}…” on hold no end of a sentence, "
                f"at most {LONGEST_SENTENCE:,} are read as one: take them out, or set the full stops",
                chinese=f"从“{paragraph[start : start + 12]}…”起有 {end - start:,} 字没有句号，一句最多 {LONGEST_SENTENCE:,} 字，请断句后再核对。",
            )
