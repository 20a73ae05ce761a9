"""The terms of a Chinese question cut anew by the dictionary, where it is asked of reports in English: what has an entry is one word.

A cutter made for Chinese parts what only the other language has a word for (消费 税, 就业 入息 补助), and joins what it does not know (个税能 →
税能).
"""

import re
from collections.abc import Sequence

from index.dictionary import Dictionary

_HAN = re.compile("[一-龥]+")
# An entry of more characters is looked for in vain.
_LONGEST = 8
# What the cutter calls the names of people.
PERSONS = frozenset(["nr", "nrt", "nrfg"])
# What stands beside the words of a question and means nothing by itself.
_PARTICLES = frozenset(
    "能会要可应该得被把将让给向从在于到了过着的地得又再还就都也很更最约共各每只才太将已想用由及和与或对为讲说称"
)


def recut(question: str, terms: Sequence[str], dictionary: Dictionary) -> tuple[str, ...]:
    """Return the terms of a question with those joined that make an entry of the dictionary, and those parted that it does not know.

    Persons are left out: no report in English spells them so.
    """
    import rjieba

    persons = {word for word, tag in rjieba.tag(question) if tag in PERSONS and _is_unknown(word, dictionary)}
    found: list[str] = []
    for run in _runs(question, [t for t in terms if t not in persons]):
        found += _cut(run, dictionary)
    return tuple(dict.fromkeys(found)) or tuple(terms)


def _runs(question: str, terms: Sequence[str]) -> list[list[str]]:
    """Return the terms in groups of those that stand side by side in the question."""
    runs: list[list[str]] = []
    for term in terms:
        if runs and f"{''.join(runs[-1])}{term}" in question and _HAN.fullmatch(term) and _HAN.fullmatch(runs[-1][-1]):
            runs[-1].append(term)
        else:
            runs.append([term])
    return runs


def _cut(run: Sequence[str], dictionary: Dictionary) -> list[str]:
    cut: list[str] = []
    at = 0
    while at < len(run):
        end = next((e for e in range(len(run), at + 1, -1) if _is_entry("".join(run[at:e]), dictionary)), at + 1)
        if end == at + 1 and _is_unknown(run[at], dictionary):
            # 人个, 税能: two unknown words may be three known ones.
            end = next((e for e in range(at + 1, len(run)) if not _is_unknown(run[e], dictionary)), len(run))
            cut += _parts("".join(run[at:end]), dictionary)
        else:
            cut.append("".join(run[at:end]))
        at = end
    return cut


def _is_entry(word: str, dictionary: Dictionary) -> bool:
    return len(word) <= _LONGEST and bool(dictionary.english(word))


def _is_unknown(word: str, dictionary: Dictionary) -> bool:
    return len(word) > 1 and _HAN.fullmatch(word) is not None and dictionary.is_name(word) is None


def _parts(word: str, dictionary: Dictionary) -> list[str]:
    """Return the longest entries that a word without one consists of, without particles; the word itself if it has none."""
    parts: list[str] = []
    at = 0
    while at < len(word):
        end = next((e for e in range(len(word), at + 1, -1) if _is_entry(word[at:e], dictionary)), at + 1)
        parts.append(word[at:end])
        at = end
    # 吴庆瑞: a name is no row of words.
    named = len(word) > 2 and all(len(p) == 1 for p in parts)
    return [word] if named else [p for p in parts if p not in _PARTICLES] or [word]
