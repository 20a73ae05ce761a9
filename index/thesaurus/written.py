"""The names that reports write, by the thesaurus: which stand in a text, and what else the same thing is called."""

from collections.abc import Iterator
from functools import cache, lru_cache

from index.thesaurus.concepts import concept_lines

_SHORTEST = 3


@cache
def _concepts() -> tuple[tuple[str, ...], ...]:
    """Return the names of each concept in Chinese reports."""
    return tuple(tuple(line.partition(b"\t")[0].decode().split("、")) for line in concept_lines())


@cache
def _known() -> tuple[dict[str, tuple[int, ...]], int]:
    """Return the concepts of each name, and how long the longest name is."""
    known: dict[str, tuple[int, ...]] = {}
    for number, names in enumerate(_concepts()):
        for name in names:
            known[name] = (*known.get(name, ()), number)
    return known, max(map(len, known))


@cache
def _all_names() -> str:
    return "\n".join(name for names in _concepts() for name in names)


@lru_cache(maxsize=1_024)
def uses_of(word: str) -> int:
    """Return how often a word stands in the names that reports write: more than a few times if it is one of theirs, whatever reports there are."""
    return _all_names().count(word)


def other_names(name: str) -> tuple[str, ...]:
    """Return the names that reports write for the same thing, with the name itself; empty for a name that none writes."""
    known, _ = _known()
    return tuple(other for number in known.get(name, ()) for other in _concepts()[number])


def written_names(text: str) -> Iterator[tuple[str, int]]:
    """Yield the longest names that stand in a text, one behind the other, with their places."""
    known, longest = _known()
    at = 0
    while at < len(text):
        for length in range(min(longest, len(text) - at), _SHORTEST - 1, -1):
            if text[at : at + length] in known:
                yield text[at : at + length], at
                at += length
                break
        else:
            at += 1
