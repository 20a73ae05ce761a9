"""What a question names: places that no report is about, numbers."""

import re
from collections.abc import Iterator

from app.choosing.sentences import Sentence
from corpus.matching import matching_text
from index.places import short_name
from index.query import Query

# What makes a number a part of another.
_GOES_BEFORE, _GOES_ON = re.compile(r"[\d.,]"), re.compile(r"[.,]?\d")


def is_place_missing(query: Query, sentence: Sentence) -> bool:
    """Tell whether the question names a place that no report is about, and that is not spoken of here either."""
    if not query.mentioned:
        return False
    passage = sentence.ranked.passage
    # 青岚机械厂已经开工。这个厂建成后…: what is named before a sentence, it goes on about. 英國 is 英国.
    before = passage.text[: sentence.end - passage.start]
    around = matching_text("".join((before, passage.title, *passage.section, passage.context)))
    return any(matching_text(short_name(p)) not in around for p in query.mentioned)


def holds_number(question: str, number: str) -> bool:
    """Tell whether a question has a number: the 20 of 2019 is none."""
    return any(
        not _GOES_BEFORE.match(question[max(0, at - 1) : at]) and not _GOES_ON.match(question, at + len(number))
        for at in _found_at(number, question)
    )


def _found_at(text: str, within: str) -> Iterator[int]:
    """Yield every place where a text stands within another."""
    at = within.find(text)
    while at >= 0:
        yield at
        at = within.find(text, at + 1)
