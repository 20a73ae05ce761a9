"""The speeches that a question names by who gave them, where or on what occasion: 某大学那次演讲, 某总理在某某峰会上的讲话."""

import re
from collections.abc import Sequence

from corpus.matching import matching_text
from index.catalogue import ReportCard, made_of

_SPEECH = "讲话"
_OTHER = "其他"
_NAMED = re.compile(r"演讲|讲话|致辞|致词|发言|\bspeech\b|\baddress\b|\bkeynote\b|\bremarks\b")
# What somebody said somewhere is a speech too, though nobody calls it one; what a report says is none.
_SAID = re.compile(
    "(?:上|中|里|时|那次|当时)[，,]?(?:曾|还|就)?(?:说|讲|提到|提出|指出|谈到|表示|宣布|强调|回忆|承诺|透露|介绍|认为|呼吁|预计)|(?:讲|谈)[^，。？]{2,16}时"
)
_REPORT = re.compile("报告|公报|年报|决算|预算|规划|计划")
# What speeches are called, and where many are given.
_GENERAL = re.compile(
    r"演讲稿?|讲话|致辞|致词|发言|主旨|实录|全文|峰会|会议|论坛|大会|大学|开幕式?|主席|总理|总书记|总统|首相|[\d年月日]+"
)
_OFFICE = "总理|总书记|书记|主席|总统|首相|部长|省长|市长|校长|董事长"
_WORD = re.compile(r"[a-z\d]*[a-z][a-z\d]*|\d+周年|[一-龥]{2,}")
_MOST = 8


def named_speeches(text: str, catalogue: Sequence[ReportCard]) -> tuple[str, ...]:
    """Return the keys of the speeches that a folded, lower-case question names, those whose titles hold most of its words; none if it names no speech."""
    called = _NAMED.search(text) is not None
    if not called and (not _SAID.search(text) or _REPORT.search(text)):
        return ()
    titles = made_of(catalogue, _titles)
    if not called:
        people = [w for w in _words(text) if _is_person(w)]
        titles = [(key, title) for key, title in titles if any(_is_in(w, title) for w in people)]
    held = {key: sum(len(w) for w in _words(text) if _is_in(w, title)) for key, title in titles}
    most = max(held.values(), default=0)
    found = tuple(key for key, letters in held.items() if letters == most) if most else ()
    return found if len(found) <= _MOST else ()


def _titles(catalogue: Sequence[ReportCard]) -> list[tuple[str, str]]:
    """Return key and title of each speech, and of what is neither an office's nor a place's report."""
    return [
        (c.key, matching_text(c.metadata.title))
        for c in catalogue
        if c.metadata.type == _SPEECH or (c.metadata.type == _OTHER and not c.metadata.place and not c.metadata.issuer)
    ]


def _words(text: str) -> list[str]:
    """Return the words of a question that may tell one speech from another."""
    import rjieba

    words = dict.fromkeys(w for w in rjieba.cut(text) if _WORD.fullmatch(w) and not _GENERAL.fullmatch(w))
    return [*words, *re.findall(r"\d+周年", text)]


def _is_in(word: str, title: str) -> bool:
    """Tell whether a title holds a word, or the family name of a person with an office: 李总理 is 李明."""
    return word in title or (len(word) in {2, 3} and re.search(f"{word[0]}(?:{_OFFICE})", title) is not None and _is_person(word))


def _is_person(word: str) -> bool:
    import rjieba

    return any(tag.startswith("nr") for _, tag in rjieba.tag(word)) and len(rjieba.tag(word)) == 1
