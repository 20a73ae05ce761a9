"""What a question only frames: 工资里，奖金是多少 asks for the bonus, and a figure that is called 工资 and nothing else is none of it."""

import re
from functools import lru_cache

from app.choosing.candidates import Candidate
from app.choosing.said import translated
from app.choosing.words import cut
from corpus.figures.numerals import fold
from corpus.figures.units import UNIT
from corpus.matching import matching_text
from index.framing import asked_part
from index.query import Query

# 基金中有多少…, 基金有多少用于…: the frame and the asking words without a pause. 集中, 期中 and 其中 are words of their own.
_UNPAUSED = (
    re.compile(r".*?(?:里面?|当中|之中|(?<![集高初途其期])中)(?=(?:有|占|是|用|花|属|能|会)?(?:多少|几))"),
    re.compile(rf".*?(?<!还)(?=有(?:多少|几)(?:[万亿千百十]*{UNIT})?[^，。？?]{{4}})"),
)
_ASKED = re.compile(r"多少|几(?!乎)|多[大高长重远]")
# A word is told from which a text speaks of so much, as for `missing`.
_TOLD = 0.6
# Words that say nothing of what is measured: that it was planned or adds up, and that the whole of a place is counted.
_GENERAL = re.compile(
    "[决预结概]算|[数金总]?额|数[量字]?|余额|[合总小共]计|[本上][期年]|期[末初]|年[末初]|绝对|累计|全[年国省市县区州乡镇村]|单位|大规模"
)
_ONLY = re.compile(r"(?<!不)(?:单[是单论说]|光[是论说])(?P<named>[^，,。？?]{2,12})")


def tells_asked(query: Query, candidate: Candidate) -> bool:
    """Tell whether the sentence of a figure, or what stands above it, tells every word of what a question asks of its frame."""
    _, asked = _frame_and_asked(query.text)
    told = zip(query.terms, candidate.around.tolist(), strict=True)
    return all(much >= _TOLD for term, much in told if len(term) > 1 and term in asked)


def is_of_the_frame(query: Query, candidate: Candidate) -> bool:
    """Tell whether a figure is called what a Chinese question frames, and neither its sentence nor what stands above tells a word of what is asked."""
    frame, _ = _frame_and_asked(query.text)
    if not frame or query.background or candidate.sentence.ranked.passage.context or tells_asked(query, candidate):
        # Of the rows of a table each says less than a sentence, and mostly in other words than the question's.
        return False
    words = [w for w in cut(candidate.figure.subject) if not _GENERAL.fullmatch(w)]
    return bool(words) and all(w in frame for w in words if not w.isascii()) and _says_english(frame, words)


def is_of_more(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question asks for one thing alone (单是甲港的货运量) that the clause of a figure does not speak of in all words."""
    named = _ONLY.search(query.text)
    if named is None or query.background:
        return False
    told = zip(query.terms, candidate.spoken.own.tolist(), strict=True)
    return any(much < _TOLD for term, much in told if len(term) > 1 and term in named["named"])


def _says_english(frame: str, words: list[str]) -> bool:
    """Tell whether what is framed says every English word of a name, by the dictionary."""
    latin = [w for w in words if w.isascii()]
    return not latin or bool((translated(cut(frame), latin, foreign=False).max(axis=0, initial=0.0) >= _TOLD).all())


@lru_cache(maxsize=2_000)
def _frame_and_asked(question: str) -> tuple[str, str]:
    """Return what a question frames and what it asks of that, both "" where it frames nothing or asks for several values."""
    text = fold(question).lower()
    if len(_ASKED.findall(text)) != 1:
        return "", ""
    asked = asked_part(question)
    if _ASKED.search(asked):
        return matching_text(text.removesuffix(asked)), asked
    found = next((m for frame in _UNPAUSED if (m := frame.match(text))), None)
    return (matching_text(found[0]), text[found.end() :]) if found else ("", "")
