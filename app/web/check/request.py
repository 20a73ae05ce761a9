"""What the browser sends to be checked: every value may be forged."""

from dataclasses import dataclass

LONGEST_PASTED = 500_000


@dataclass(frozen=True, slots=True)
class Sent:
    """A pasted text, or the name under which an uploaded draft is kept."""

    text: str
    draft: str


def read_sent(data: object) -> Sent:
    """Read what the form sent; a text is cut one character behind what is taken, so that it can be told that it is too long."""
    sent = data if isinstance(data, dict) else {}
    text, draft = sent.get("text"), sent.get("draft")
    return Sent(text[: LONGEST_PASTED + 1] if isinstance(text, str) else "", draft if isinstance(draft, str) else "")
