"""The texts of the page in Chinese and English: one file for each tab, put together here."""

import json

from app.web.words import ask, check, find, library, shell, source, trends
from app.web.words.word import Word

__all__ = ["WORDS", "Word", "script_words"]

_FILES = (shell, source, ask, find, check, trends, library)
WORDS: dict[str, Word] = {key: word for file in _FILES for key, word in file.WORDS.items()}


def script_words() -> str:
    """Return the texts that the script sets itself (HTML attributes cannot hold two languages), as JSON for a script element."""
    table = {key: {"zh": WORDS[key].zh, "en": WORDS[key].en} for file in _FILES for key in file.IN_SCRIPT}
    return json.dumps(table, ensure_ascii=True).replace("<", "\\u003c")
