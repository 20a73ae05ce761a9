"""What the encoder sees of a passage."""

from collections.abc import Sequence

_ROW_WEIGHT, _CONTEXT_SEEN = 3, 160


def encoded_text(section: Sequence[str], context: str, text: str) -> str:
    """Return the last heading and the table's context before the passage's own text.

    A row is a few words under a long head: its own are said as often as makes up for that.
    """
    own = " ".join([text] * _ROW_WEIGHT) if context else text
    return " ".join(p for p in (section[-1] if section else "", context[:_CONTEXT_SEEN], own) if p)
