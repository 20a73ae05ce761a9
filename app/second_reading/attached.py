"""The language model that was chosen for a library, as its answers use it: what is not to be reached is done without."""

import logging
import time
from collections.abc import Callable

from app.choosing.lookup import Lookup
from app.second_reading.errors import LanguageModelError
from app.second_reading.reader import Reader, worded
from app.second_reading.rereading import reread
from index.encoders import LanguageModelChoice
from index.query import Query

# Seconds before one that did not answer is asked again: whoever asks meanwhile need not wait for it to fail once more.
_PAUSE = 60.0

_log = logging.getLogger(__name__)


class Attached:
    """Reads lookups again by the model of a choice, which is opened at the first; `opens` is for tests."""

    def __init__(self, choice: LanguageModelChoice, opens: Callable[[LanguageModelChoice], Reader] | None = None) -> None:
        self.choice = choice
        self._opens = opens or open_reader
        self._reader: Reader | None = None
        self._silent_until = 0.0

    def __call__(self, query: Query, found: Lookup) -> Lookup:
        """Return a lookup as the model reads it, as it was where the model is not to be reached: that is said, and no answer is lost."""
        if time.monotonic() < self._silent_until:
            return found
        try:
            self._reader = self._reader or self._opens(self.choice)
            return reread(self._reader, worded(query), found)
        except LanguageModelError as error:
            self._silent_until = time.monotonic() + _PAUSE
            _log.warning("answering goes on without the language model of %s: %s", self.choice.address, error)
            return found


def open_reader(choice: LanguageModelChoice) -> Reader:
    """Open the model of a choice. Raises LanguageModelError."""
    from app.second_reading.chat_reader import ChatReader, open_chat  # costs two seconds

    model, errors = open_chat(choice.address, choice.name)
    return ChatReader(model, middle=choice.middle, spread=choice.spread, errors=errors)
