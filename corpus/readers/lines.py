"""The lines of a text: what a reader makes of one."""

from corpus.document import Block


def line_block(text: str, start: int, end: int) -> Block | None:
    """Return the paragraph of a line without the white space around it, None for a blank line."""
    line = text[start:end]
    inner = line.strip()
    if not inner:
        return None
    lead = len(line) - len(line.lstrip())
    return Block("paragraph", start + lead, start + lead + len(inner))
