"""The speeches that a question names by who gave them, where or on what occasion: 某大学那次演讲, 某总理在某某峰会上的讲话."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.figures.numerals import fold
from corpus.matching import matching_text
from index.catalogue import ReportCard, made_of

_SPEECH = "讲话"
_OTHER = "其他"
_NAMED = re.compile(r"演讲|讲话|致辞|致词|发言|\bspeech\b|\baddress\b|\bkeynote\b|\bremarks\b")
# Who is said to have said something at an occasion gave a speech there; what a report says is named by its year.
_SAID = re.compile("[说讲谈]|指出|提到|强调|表示|回忆|介绍")
_REPORT = "报告"
_FRAME = re.compile("(?:演讲|讲话|致辞|致词|发言)[时中里上]*[^，。？]{0,2}|(?<=[会上时中])[说讲谈]")
# What speeches are called, and where many are given.
_GENERAL = re.compile(
    r"演讲稿?|讲话|致辞|致词|发言|主旨|实录|全文|峰会|会议|论坛|大会|大学|开幕式?|主席|总理|总书记|总统|首相|[\d年月日]+"
)
_OFFICE = "总理|总书记|书记|主席|总统|首相|部长|省长|市长|校长|董事长"
# Whatever stands right before an office, one inside another too.
_IN_OFFICE = re.compile(f"(.)(?={_OFFICE})")
_WORD = re.compile(r"[a-z\d]*[a-z][a-z\d]*|\d+周年|[一-龥]{2,}")
_MOST = 8


def named_speeches(text: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the keys of the speeches that a folded, lower-case question names, those whose titles hold most of its words; none if it names no speech.

    Without a word for a speech it names one by who spoke, and by one word more of the title: 某某在某某峰会上说.
    """
    named = _NAMED.search(text) is not None
    if not named and (_REPORT in text or not _SAID.search(text)):
        return ()
    words = _words(text)
    people = [w for w in words if _is_person(w)]
    if not named and not people:
        return ()
    titles = made_of(catalogue, _titles)
    held = {title.key: [w for w in words if _is_in(w, title)] for title in titles}
    if not named:
        held = {key: own for key, own in held.items() if len(own) > 1 and set(own) & set(people)}
    held_letters = {key: sum(map(len, own)) for key, own in held.items()}
    most = max(held_letters.values(), default=0)
    found = tuple(key for key, letters in held_letters.items() if letters == most) if most else ()
    return found if len(found) <= _MOST else ()


def speech_words(question: str, reports: Collection[str], catalogue: Sequence[ReportCard]) -> frozenset[str]:
    """Return the words of a question that only say which of some speeches it means: who spoke, where and on what occasion.

    They stand in the title, which every sentence of the speech has above it, and ahead of what is asked.
    """
    import rjieba

    titles = [title for title in made_of(catalogue, _titles) if title.key in reports]
    text = fold(question).lower()
    named = list(_FRAME.finditer(text)) if titles else []
    if not named:
        return frozenset()
    frame, rest = text[: named[0].end()], text[named[0].end() :]
    words = {w for w in rjieba.cut(frame) if w not in rest}
    return frozenset(w for w in words if _NAMED.match(w) or all(_is_in(w, title) for title in titles))


@dataclass(frozen=True, slots=True)
class _Title:
    """The title of a speech, and the characters that stand right before an office in it."""

    key: str
    text: str
    families: frozenset[str]


def _titles(catalogue: Sequence[ReportCard]) -> list[_Title]:
    """Return the title of each speech, and of what is neither an office's nor a place's report."""
    return [
        _Title(c.key, title, frozenset(_IN_OFFICE.findall(title)))
        for c in catalogue
        for title in (matching_text(c.metadata.title),)
        if c.metadata.type == _SPEECH or (c.metadata.type == _OTHER and not c.metadata.place and not c.metadata.issuer)
    ]


def _words(text: str) -> list[str]:
    """Return the words of a question that may tell one speech from another."""
    import rjieba

    words = dict.fromkeys(w for w in rjieba.cut(text) if _WORD.fullmatch(w) and not _GENERAL.fullmatch(w))
    # cmmi-5 is cut as one word, and no word of letters.
    return [*words, *(w for w in re.findall(r"\d+周年|[a-z]{3,}(?=-\d)", text) if w not in words)]


def _is_in(word: str, title: _Title) -> bool:
    """Tell whether a title holds a word, or the family name of a person with an office: 李总理 is 李明."""
    return word in title.text or (len(word) in {2, 3} and word[0] in title.families and _is_person(word))


def _is_person(word: str) -> bool:
    import rjieba

    return any(tag.startswith("nr") for _, tag in rjieba.tag(word)) and len(rjieba.tag(word)) == 1
