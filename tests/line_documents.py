"""Documents made of lines."""

from corpus.document import Block, Document


def document_of(lines: list[str]) -> Document:
    """Return a document in which each line that holds something is a paragraph."""
    blocks = []
    start = 0
    for line in lines:
        inner = line.strip()
        if inner:
            begin = start + len(line) - len(line.lstrip())
            blocks.append(Block("paragraph", begin, begin + len(inner)))
        start += len(line) + 1
    return Document("\n".join(lines), tuple(blocks))
