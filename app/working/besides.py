"""What a whole holds besides the part that a question leaves out: 客运80万人次，其中轮渡30万 leaves 50万 for 轮渡以外的."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.standing import beside
from app.working.computed import Computed, is_part_of
from app.working.deriving import difference
from app.working.parts_of_whole import in_unit_of, parts_and_wholes
from corpus.matching import matching_text
from index.excluded import excluded
from index.query import Query

_ELSE = re.compile("除|[以之]外|其他|其它|其余|另外|非|不含")
# How many of the ferries were not repaired, how much was left
_REST = re.compile(
    r"\bhow (?:many|much)\b[^?]*\b(?:(?:was|were|is|are|did|does|do|has|have|had|been)(?: not|n['’]t)|(?:left|remain(?:s|ed|ing)?|unspent|unused))\b"
)


def besides(query: Query, found: Sequence[Chosen]) -> Computed | None:
    """Derive what is there without the part that a question leaves out, where one sentence gives the whole and that part only."""
    names = [matching_text(name) for name in excluded(query.text)]
    rest = _REST.search(query.text.lower()) is not None
    if not found or not (names or rest):
        return None
    for whole, part in _wholes_and_parts(found) if names else _in_english(found):
        if found[0] not in (whole, part) or (names and not _is_left_out(part, whole, names)):
            continue
        result = difference(whole.candidate.figure, in_unit_of(part, whole))
        if result is not None and result.value > 0:
            return Computed(replace(result, kind="level"), (whole, part), ("", ""))
    return None


def _wholes_and_parts(found: Sequence[Chosen]) -> Iterator[tuple[Chosen, Chosen]]:
    best = found[0].candidate.sentence.ranked.passage.id
    near = [c for c in found if c.candidate.sentence.ranked.passage.id == best and c.candidate.figure.kind == "level"]
    yield from ((whole, part) for part in near for whole in near if is_part_of(part, whole))


def _in_english(found: Sequence[Chosen]) -> Iterator[tuple[Chosen, Chosen]]:
    yield from ((whole, part) for part, whole in parts_and_wholes(beside(found[0], found)))
    yield from ((whole, part) for whole, part in _wholes_and_parts(found))


def _is_left_out(part: Chosen, whole: Chosen, names: Sequence[str]) -> bool:
    """Tell a part that is called what a question leaves out, unlike its whole."""
    own, all_of = (matching_text(c.candidate.figure.subject) for c in (part, whole))
    return any(name in own and name not in all_of for name in names) and not _ELSE.search(own)
