"""Places that a question lists together with places that reports are about, and that no report is about: 北京 in 北京和青岚县各是多少."""

import re
from collections.abc import Sequence

from corpus.figures.numerals import fold
from index.catalogue import ReportCard
from index.dictionary import open_dictionary
from index.places import NATION, divisions, names_nation, short_name, spellings
from index.scope import named_places
from index.unheard import is_no_word, place_at_head, reported_names

_JOINED = re.compile(r"、|以及|和|与|及|跟|,? and |, ")
_RANK = "(?:省|市|县|区|州|盟|旗)?"
_NAME = r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}"
_LEFT_NAME, _RIGHT_NAME = re.compile(rf"{_NAME}$"), re.compile(_NAME)
_LONGEST = 6


def unreported_beside(question: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the places that a question lists with reported ones and that no report is about, as it writes them, in order.

    What stands right before or behind a known place, with 和, 、 or and between, is one of a list with it.
    """
    joints = list(_JOINED.finditer(question))
    known = _spelt(named_places(fold(question).lower(), catalogue)) if joints else []
    if not known:
        return ()
    titles = reported_names(catalogue)
    found: list[str] = []
    # 甲、乙和丙: what is found beside a known place is itself one that others stand beside.
    for _ in range(len(joints)):
        for joint in joints:
            left, right = question[: joint.start()], question[joint.end() :]
            beside = (_at_head(right) if _ends_with(left, known) else "") or (_at_end(left) if _begins_with(right, known) else "")
            if beside and beside.lower() not in known and not _is_reported(beside, titles):
                found.append(beside)
                known.append(beside.lower())
    return tuple(sorted(found, key=question.find))


def _spelt(places: Sequence[str]) -> list[str]:
    """Return how places may be written, in lower case; the nation is no place of a list."""
    names = [divisions(p)[-1] if divisions(p) else short_name(p) for p in places if p != NATION]
    return list(dict.fromkeys(s for name in names for s in (name.lower(), *spellings(name))))


def _ends_with(text: str, known: Sequence[str]) -> bool:
    return any(re.search(rf"{re.escape(name)}{_RANK}$", text.lower()[-40:]) for name in known)


def _begins_with(text: str, known: Sequence[str]) -> bool:
    return any(text[:40].lower().startswith(name) for name in known)


def _at_head(text: str) -> str:
    """Return the name of a place at the head of a text, "" for none."""
    english = _RIGHT_NAME.match(text)
    if english:
        return english[0] if _is_english_place(english[0].lower()) else ""
    return place_at_head(text[: _LONGEST + 2])


def _at_end(text: str) -> str:
    """Return the name of a place at the end of a text, "" for none."""
    english = _LEFT_NAME.search(text)
    if english:
        return english[0] if _is_english_place(english[0].lower()) else ""
    ends = (text[-size:] for size in range(min(_LONGEST, len(text)), 1, -1))
    return next((end for end in ends if end[0] not in "年月日的" and place_at_head(end) == end), "")


def _is_english_place(name: str) -> bool:
    """Tell a name that is no word, or what a Chinese place is called (beijing)."""
    words = name.split()
    return all(map(is_no_word, words)) or any(name in spellings(said) for said in open_dictionary().chinese(words[0]))


def _is_reported(name: str, titles: str) -> bool:
    return short_name(name) in titles or names_nation(name)
