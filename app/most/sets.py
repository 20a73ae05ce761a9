"""The sets of values that a report sets side by side: the rows of a table below one head, the cells of a row, the runs of a sentence (其中…)."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from app.agreement import same_unit
from app.choosing.chooser import Chosen
from app.most.contenders import Contender, of_passage
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold
from corpus.matching import is_chinese
from corpus.sentences import split_sentences
from index.stored_passage import StoredPassage

Passages = Callable[[Sequence[int]], Mapping[int, StoredPassage]]

# So many rows are looked at on either side of one; a table that goes on is not compared whole.
_ROWS = 120
_TOTAL = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\d+[.、])?(?:本年|本期|全年)?(?:合\s*计|总\s*计|小\s*计|共\s*计|总和|全\s*部|总\s*量|总\s*额|总\s*数|平均)|(?:合\s*计|总\s*计|小\s*计|共计)$|^(?:grand |sub)?totals?\b|\btotal$|^all (?!other)|^average|^of which|^其中"
    # What balances an account is none of its items.
    r"|结转|结余|balance (?:brought|carried)|brought forward|carried forward",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^[一二三四五六七八九十]+、")
_LISTED = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、]|[#—-]\s*|其中[：:])")
_CODE = re.compile(r"\d{1,7}$")
_UNDER = re.compile(r"^\s*[#—-]|^\s*其中")
_NUMBER = re.compile(r"^-?[\d,.]+%?$")
# What sets several values side by side: 其中…, 分产业看…, 按登记类型分…, 分别为：…
_SET_OUT = re.compile(
    r"其中|分[^，。；]{1,6}(?:来?看|统计)|按[^，。；]{1,10}[分看]|分别[^，。；：:]{0,3}[：:]?|包括|依次|[：:]|\b(?:of which|including|namely|comprising|respectively)\b"
)
_MEASURES = re.compile(r"[量率额值数]$|收入$|支出$|面积$|人口$|投资$|利润$|产值$|增加值$|消费$|价格$|存款$|贷款$")
_AND = re.compile("、|和")
_WORD, _CLAUSE = re.compile(r"[A-Za-z][\w'’-]*"), re.compile("[,;]")
_SMALL = frozenset({"and", "the", "a", "an", "or", "in", "at", "of", "for", "was", "were", "with", "to", "by"})
_SHORTEST, _FEWEST, _AHEAD, _FIRST_ROWS, _SHORTEST_CODE = 2, 2, 120, 3, 3


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Values that a report sets side by side; `around` is what it says of all of them: caption and heads, or the words ahead of a run.

    `every` are these and the values beside them that are no items of one level or measure: a question may name two of them. `section` is
    the heading above, `row` is the name of the row whose cells they are, "" of any others.
    """

    found: tuple[Contender, ...]
    around: str
    is_table: bool
    section: str = ""
    row: str = ""
    every: tuple[Contender, ...] = ()


def sets_of(c: Chosen, passages: Passages) -> list[SideBySide]:
    """Return the sets that a figure stands in, those of several values only."""
    passage, figure = c.candidate.sentence.ranked.passage, c.candidate.figure
    if not passage.context:
        sets = [_run(passage, figure)]
    else:
        rows = _rows_of(passage, passages)
        sets = [_parts(passage, figure, rows), _column(passage, figure, rows), _row(passage, figure)]
    return [s for s in sets if len(s.found) >= _FEWEST or len(s.every) >= _FEWEST]


def _rows_of(passage: StoredPassage, passages: Passages) -> list[StoredPassage]:
    """Return the rows of the table that a row is of, in order."""
    near = passages(range(max(1, passage.id - _ROWS), passage.id + _ROWS + 1))
    rows = [passage]
    for step in (-1, 1):
        at = passage.id + step
        while (row := near.get(at)) is not None and _is_of_table(row, passage):
            rows.append(row)
            at += step
    return sorted(rows, key=lambda r: r.id)


def _is_of_table(row: StoredPassage, passage: StoredPassage) -> bool:
    return row.report == passage.report and row.context == passage.context and row.section == passage.section


def is_sum(name: str) -> bool:
    """Tell the name of a row or a value that sums others up."""
    return _TOTAL.search(name) is not None


def column_of(passage: StoredPassage, figure: Figure) -> int:
    """Return the number of the cell of a row that a figure stands in."""
    return passage.text[: figure.start - passage.start].count("|")


def _parts(passage: StoredPassage, figure: Figure, rows: Sequence[StoredPassage]) -> SideBySide:
    """Return the parts of a numbered row that are set out below it (二、支出 | 其中：教育支出 | 卫生健康支出), from it or from one of them."""
    at = rows.index(passage)
    heads = [i for i, row in enumerate(rows) if _NUMBERED.match(row.text)]
    head = max((i for i in heads if i <= at), default=None)
    if head is None or head + 1 >= len(rows) or not _UNDER.match(rows[head + 1].text):
        return SideBySide((), "", is_table=True)
    below = rows[head + 1 : min((i for i in heads if i > head), default=len(rows))]
    cells = _cells_below(below, passage, figure)
    found = _named_once(
        [of_passage(name, row, cell) for row, cell in cells if not _TOTAL.search(name := _row_name(row, cell)) and name]
    )
    return SideBySide(found, f"{passage.context} {rows[head].text}", is_table=True, every=found)


def _cells_below(rows: Sequence[StoredPassage], passage: StoredPassage, figure: Figure) -> list[tuple[StoredPassage, Figure]]:
    """Return the rows that have a cell of a figure's unit in its column, with this."""
    column = column_of(passage, figure)
    cells = (
        (r, next((f for f in r.figures if column_of(r, f) == column and same_unit(f.unit, figure.unit)), None)) for r in rows
    )
    return [(row, cell) for row, cell in cells if cell is not None]


def _column(passage: StoredPassage, figure: Figure, rows: Sequence[StoredPassage]) -> SideBySide:
    found = _cells_below(rows, passage, figure)
    kept, every = (
        _named_once([of_passage(_row_name(row, cell), row, cell) for row, cell in rows]) for rows in (_of_one_level(found), found)
    )
    around = f"{passage.context} {' '.join(r.text for r, _ in found[:_FIRST_ROWS])}"
    return SideBySide(kept, around, is_table=True, every=every)


def _row_name(row: StoredPassage, cell: Figure) -> str:
    """Return what a row is called, without its number in a list (一、, 其中：)."""
    cells = [c.strip() for c in row.text[: cell.start - row.start].split("|")[:-1]]
    named = [c for c in cells if c and not _NUMBER.match(fold(c)) and not _CODE.match(c)]
    head = cell.subject.split(" ")[0]
    # Ahead of a row's own name may stand what numbers it: 类 | 款 | 项 | 合计.
    name = (
        head if is_chinese(row.text) and len(named) > 1 and any(c.endswith(head) for c in named) else (named[0] if named else "")
    )
    return _LISTED.sub("", name).strip("*： ")


def _of_one_level(found: Sequence[tuple[StoredPassage, Figure]]) -> list[tuple[StoredPassage, Figure]]:
    """Return rows without those of sums, and without those that are parts of another row: told by codes, by 一、 or by #."""
    kept = [
        (row, cell)
        for row, cell in found
        if (name := _row_name(row, cell)) and not _TOTAL.search(name) and not _UNDER.match(row.text)
    ]
    depths = [_depth(row, cell) for row, cell in kept]
    if depths and max(depths) > min(depths):
        top = min(d for d in depths if d)
        kept = [pair for pair, depth in zip(kept, depths, strict=True) if depth == top]
    numbered = [pair for pair in kept if _NUMBERED.match(pair[0].text)]
    return numbered if _FEWEST <= len(numbered) < len(kept) else kept


def _depth(row: StoredPassage, cell: Figure) -> int:
    """Return how long the code of a row is, 0 if it has none: 201, 20106 and 201 | 06 | 01; what numbers the lines of a table is none."""
    ahead = [c.strip() for c in row.text[: cell.start - row.start].split("|")[:-1]]
    codes = [c for c in takewhile(lambda c: not c or _CODE.match(c), ahead) if c]
    return len("".join(codes)) if codes and len(codes[0]) >= _SHORTEST_CODE else 0


def _row(passage: StoredPassage, figure: Figure) -> SideBySide:
    """Return the cells of a row below heads of their own: the quarters of a year, the kinds of a sum."""
    name = _row_name(passage, passage.figures[0]) if passage.figures else ""
    cells = [f for f in passage.figures if same_unit(f.unit, figure.unit) and (f.kind, f.status) == (figure.kind, figure.status)]
    names = [f.subject.removeprefix(name).strip() for f in cells]
    kept = [
        of_passage(own, passage, f)
        for own, f in zip(names, cells, strict=True)
        if own and not _TOTAL.search(own) and f.period[:4] == figure.period[:4]
    ]
    return SideBySide(_named_once(kept), f"{passage.context} {name}", is_table=True, row=name)


def _run(passage: StoredPassage, figure: Figure) -> SideBySide:
    """Return the values of a sentence that stand in a run with one: of its unit, sort and time, and set out together."""
    at = figure.start - passage.start
    start, end = next(((s, e) for s, e in split_sentences(passage.text) if s <= at < e), (0, len(passage.text)))
    marks = list(_SET_OUT.finditer(passage.text, start, end))
    # What stands ahead of 其中 is the whole of what stands behind it.
    opening = next((m for m in reversed(marks) if m.end() <= at), None)
    first = opening.end() if opening is not None else start
    last = next((m.start() for m in marks if m.start() > at), end)
    figures = [
        f
        for f in passage.figures
        if first <= f.start - passage.start < last
        and same_unit(f.unit, figure.unit)
        and (f.kind, f.status) == (figure.kind, figure.status)
        and f.period == figure.period
        and f.subject
        and not _TOTAL.search(f.subject)
    ]
    figures = [f for f in figures if not _joins(f.subject, [o.subject for o in figures if o is not f])]
    every = _named_once([of_passage(f.subject, passage, f) for f in figures])
    shared = _shared_end([f.subject for f in figures])
    figures = [f for f in figures if f.subject.endswith(shared) or not _MEASURES.search(f.subject)] if shared else figures
    if figure not in figures or not _is_run(
        [f.subject for f in figures], shared, set_out=opening is not None and len(opening[0]) > 1
    ):
        return SideBySide((), passage.text[start:end], is_table=False, every=every if figure in _figures(every) else ())
    ahead = passage.text[max(0, start - _AHEAD) : min(f.start for f in figures) - passage.start]
    names = [f.subject for f in figures]
    if not is_chinese(passage.text):
        names = _english_names(passage, figures)
    found = [of_passage(name, passage, f) for name, f in zip(names, figures, strict=True)]
    return SideBySide(
        _named_once(found), f"{ahead} {shared}", is_table=False, section=" ".join(passage.section[-1:]), every=every
    )


def _joins(name: str, others: Sequence[str]) -> bool:
    """Tell the name of a sum of others of a run: 甲、乙两镇 beside 甲 and 乙."""
    parts = [p for p in _AND.split(name) if p]
    return len(parts) > 1 and sum(any(p in other or other in p for other in others) for p in parts) > 1


def _figures(found: Sequence[Contender]) -> list[Figure]:
    return [c.figure for c in found]


def _english_names(passage: StoredPassage, figures: Sequence[Figure]) -> list[str]:
    """Return what stands ahead of each value of a run, up to the word that ends all their names: The Hill branch lent 200 books, the Port branch 90."""
    ends = [0, *(f.end - passage.start for f in figures)]
    pieces = [
        passage.text[max(a, passage.text.rfind(". ", 0, f.start - passage.start) + 1) : f.start - passage.start]
        for a, f in zip(ends, figures, strict=False)
    ]
    words = [_WORD.findall(_CLAUSE.split(piece.rstrip(" ,;:($£€"))[-1]) for piece in pieces]
    counts = Counter(w for own in words for w in set(own))
    last = next((w for w in reversed(words[-1]) if counts[w] == len(words)), "")
    cut = [own[: own.index(last) + 1] if last else own for own in words]
    return [" ".join(w for w in own if w.lower() not in _SMALL) for own in cut]


def _shared_end(names: Sequence[str]) -> str:
    """Return the measure that most of the names of a run end in, "" if no two do."""
    ends = Counter(name[-n:] for name in names for n in range(_SHORTEST, len(name)))
    shared = max(ends, key=lambda e: (ends[e], len(e)), default="")
    return shared if ends[shared] >= _FEWEST else ""


def _is_run(names: Sequence[str], shared: str, *, set_out: bool) -> bool:
    """Tell names of one measure: they end alike, are set out by a word (其中), or only the first says what is measured (甲镇产值3亿元，乙镇2亿元)."""
    if len(names) < _FEWEST:
        return False
    measured = [n for n in names if _MEASURES.search(n)]
    return bool(shared) or (set_out and not measured) or (measured == [names[0]])


def _named_once(found: Sequence[Contender]) -> tuple[Contender, ...]:
    """Return values with names of their own, the first of each name."""
    seen: dict[str, Contender] = {}
    for c in found:
        if c.label:
            seen.setdefault(c.label, c)
    return tuple(seen.values())
