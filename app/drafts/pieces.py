"""Cut a draft into pieces that are checked one by one: its paragraphs, and the cells of its tables written out as clauses.

A piece is asked in the words that a reader has in mind: a heading's year and the draft's place go before a paragraph that names none, the
label, column and unit before and behind a cell.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.claims.passing import at_head, speaks_of_nation
from app.drafts.headed_places import place_above
from app.drafts.reading import Draft
from corpus.document import Block, Document
from corpus.figures.extract import extract_figures
from corpus.figures.figure import Figure
from corpus.figures.numerals import fold, parse_arabic
from corpus.figures.period import Setting, default_period, time_words
from corpus.figures.setting import heading_part, section_settings
from corpus.matching import is_chinese
from corpus.metadata import read_metadata
from corpus.sections import Outline, split_sections
from corpus.sentences import split_sentences
from index.catalogue import ReportCard
from index.scope import resolve_scope

NATION = "全国"
_ELSEWHERE = re.compile(r"全[省市县区州]")
# The autonomous regions, by the names of places in the catalogue.
_REGIONS, _REGION = frozenset({"内蒙古", "广西", "西藏", "宁夏", "新疆"}), "全区"
_COUNTRY = re.compile(r"[我全本]国|国家|中央")
# A paragraph longer than this is checked in parts, or one without line ends would keep everybody waiting.
_LONG = 2_000
_ONE_YEAR = re.compile(r"\d{4}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_BRACKETS = re.compile(r" \(([A-Za-z ]{1,24})\)")
_NUMBER = re.compile(r"[\d,，]*\d(?:\.\d+)?")
_SCALES = {10**3: "千", 10**4: "万", 10**6: "百万", 10**8: "亿", 10**12: "万亿"}
_ENGLISH_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_SAYS_GROWTH = re.compile("增长|下降|增速|增幅|涨幅|降幅|增减")


@dataclass(frozen=True, slots=True)
class Own:
    """A stretch of what is asked that is the draft's own: from `asked` on in the one, from `start` to `end` in the other."""

    asked: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What is asked for a stretch of a draft, and which parts of it are the draft's `own`, in order.

    `claim` is where the claim begins and ends that its figures belong to, for a cell its row; None where the sentences tell.
    """

    asked: str
    own: tuple[Own, ...]
    claim: tuple[int, int] | None = None

    def place(self, position: int) -> int:
        """Return the place in the draft of a position in what is asked; one in words put in is where the draft goes on."""
        part = next((o for o in self.own if position < o.asked + o.end - o.start), self.own[-1])
        return min(max(part.start, part.start + position - part.asked), part.end)

    def is_own(self, position: int) -> bool:
        """Tell whether a position in what is asked stands in the draft."""
        return any(o.asked <= position < o.asked + o.end - o.start for o in self.own)


def split_pieces(draft: Draft, catalogue: Sequence[ReportCard]) -> list[Piece]:
    """Return the pieces of a draft in order; a place goes before a sentence only if reports of the `catalogue` are about it."""
    document = draft.document
    outline = split_sections(document)
    metadata = read_metadata(document, draft.path.stem if draft.path else "")
    # The title's year is that of the draft, not of what its sections are about.
    paths = [s.path[1:] if s.path[:1] == (metadata.title,) else s.path for s in outline.sections]
    settings = section_settings(paths, year=metadata.year, period=metadata.period, type=metadata.type)
    # A draft need not be of a sort that plans: its heading tells a plan.
    settings = [_as_headed(setting, path) for setting, path in zip(settings, paths, strict=True)]
    # A text without headings has no title either: its first line is its first sentence.
    told = bool(outline.headings)
    place = metadata.place if told and metadata.place != NATION and _has_reports(metadata.place, catalogue) else ""
    places = [place_above(path, catalogue, otherwise=place) for path in paths]
    starts = [s.start for s in outline.sections]
    pieces: list[Piece] = []
    for block in document.blocks:
        section = bisect_right(starts, block.start) - 1
        setting, where = (settings[section], places[section]) if told else (Setting(), place)
        if block.table is not None:
            pieces += _cells(document, block, setting, where, catalogue)
        else:
            pieces += _paragraph(document, block, setting, where, catalogue)
    return pieces


def _paragraph(
    document: Document, block: Block, setting: Setting, place: str, catalogue: Sequence[ReportCard]
) -> Iterator[Piece]:
    """Yield a paragraph with what its headings say before its sentences; behind one with a time of its own that is the time meant."""
    text = document.text[block.start : block.end]
    period = default_period(setting)
    year = period if _ONE_YEAR.fullmatch(period) else ""
    planned = setting.part == "plan"
    asked, at = "", 0
    own: list[Own] = []
    for start, end in split_sentences(text):
        sentence = text[start:end]
        if len(asked) > _LONG:
            yield Piece(asked, tuple(own))
            asked, at, own = "", start, []
        # Between two sentences stands white space.
        asked += text[at:start]
        if _has_time(sentence):
            year, planned = "", False
        says = _holds_figure(sentence) if year or place or planned else False
        apart = not place or not says or _is_elsewhere(sentence, place) or _names_another(sentence, catalogue)
        where = "" if apart else place
        when = year if says else ""
        chinese = is_chinese(sentence)
        asked += _lead(when, where, planned=planned and says) if chinese else _english_lead(when, where)
        own.append(Own(len(asked), block.start + start, block.start + end))
        asked, at = asked + sentence, end
    if own:
        yield Piece(asked, tuple(own))


def _as_headed(setting: Setting, path: tuple[str, ...]) -> Setting:
    told = heading_part(path) if setting.part == "other" else None
    return replace(setting, part=told) if told else setting


def _has_reports(place: str, catalogue: Sequence[ReportCard]) -> bool:
    return bool(place) and any(card.metadata.place == place for card in catalogue)


def _names_another(sentence: str, catalogue: Sequence[ReportCard]) -> bool:
    """Tell whether a sentence says itself whom it is about."""
    scope = resolve_scope(sentence, catalogue)
    if scope.places == (NATION,) and is_chinese(sentence) and not speaks_of_nation(sentence):
        return False
    return bool(scope.places or scope.issuers or scope.unknown)


def _has_time(sentence: str) -> bool:
    """Tell whether a sentence says which year it tells of; 全年 is that of its heading."""
    if not is_chinese(sentence):
        return _YEAR.search(sentence) is not None
    return any(not match["whole"] for match in time_words(fold(sentence)))


def _holds_figure(sentence: str) -> bool:
    if is_chinese(sentence):
        return bool(extract_figures(sentence, Setting()))
    # What reads English takes long to load, and few drafts need it.
    from corpus.figures.english import english_figures

    return bool(english_figures(sentence))


def _lead(year: str, place: str, *, planned: bool = False) -> str:
    """Return the words that go before a sentence; what a plan says of a year is its target."""
    said = f"{f'{year}年' if year else ''}{place}{'预期目标' if planned else ''}"
    return f"{said}，" if said else ""


def _english_lead(year: str, place: str) -> str:
    """Return what goes before an English sentence: with a Chinese word in it, it would be read as a Chinese one."""
    of = "" if is_chinese(place) else place
    said = " ".join(f"in {word}" for word in (of, year) if word)
    return f"I{said[1:]}, " if said else ""


def _is_elsewhere(sentence: str, place: str) -> bool:
    """Tell whether a sentence speaks of another place by a word like 全省, which in a county's draft is not the county; 居全省第三 is told of the county."""
    if _COUNTRY.search(sentence) and speaks_of_nation(sentence):
        return True
    own = _REGION if place in _REGIONS else f"全{place[-1:]}"
    return any(m[0] != own and at_head(sentence, m.start()) for m in _ELSEWHERE.finditer(sentence))


def _cells(document: Document, block: Block, setting: Setting, place: str, catalogue: Sequence[ReportCard]) -> Iterator[Piece]:
    from corpus.figures.rows import row_figures

    table = document.tables[block.table or 0]
    row = document.text[block.start : block.end]
    for figure in row_figures(row, header=table.header, caption=table.caption, unit_line=table.unit, setting=setting):
        where = "" if place and _names_another(figure.subject, catalogue) else place
        before, behind = _clause(figure, table.caption, where)
        start, end = block.start + figure.start, block.start + figure.end
        own = document.text[start:end]
        yield Piece(
            f"{before}{own}{behind}{'。' if is_chinese(before) else '.'}",
            (Own(len(before), start, end),),
            (block.start, block.end),
        )


def _clause(figure: Figure, caption: str, place: str) -> tuple[str, str]:
    """Return what is said before and behind a cell's number to make a clause of it."""
    english = _english_clause(figure, place) if not is_chinese(f"{caption}{figure.subject}") else None
    # A bare decimal is no figure of an English sentence.
    if english is not None and _holds_figure(f"{english[0]}{figure.text}{english[1]}."):
        return english
    year = figure.period if _ONE_YEAR.fullmatch(figure.period) else ""
    where = "" if place and _is_elsewhere(f"{caption}{figure.subject}", place) else place
    grows = ""
    if figure.kind == "growth":
        subject = _SAYS_GROWTH.sub("", figure.subject)
        grows = "下降" if figure.polarity == "-" else "增长"
    else:
        subject = figure.subject
    return f"{_lead(year, where)}{subject.replace(' ', '')}{grows}", _unit_behind(figure)


def _english_clause(figure: Figure, place: str) -> tuple[str, str]:
    """Say a cell as an English sentence; what stands in brackets behind its label, as (million yuan), goes behind the number."""
    year = figure.period if _ONE_YEAR.fullmatch(figure.period) else ""
    label = _IN_BRACKETS.sub("", figure.subject)
    found = _IN_BRACKETS.search(figure.subject) if figure.text.rstrip()[-1:].isdigit() else None
    unit = f" {found[1]}" if found else ""
    # Visitors (million) counts visitors.
    unit += f" {label.lower()}" if unit.strip() in _ENGLISH_SCALES else ""
    return f"{_english_lead(year, place)}{label} was ", unit


def _unit_behind(figure: Figure) -> str:
    """Return the unit of a cell that stands in its column or above the table: 1.28 of 万人 is 12800人 and lacks 万人."""
    number = _NUMBER.search(fold(figure.text))
    if number is None or figure.text.rstrip().endswith(figure.unit or " "):
        return ""
    written = parse_arabic(number[0])
    factor = abs(figure.value / written) if written else Decimal(1)
    scale = next((word for size, word in _SCALES.items() if factor == size), "")
    return f"{scale}{figure.unit}"


def heading_paths(outline: Outline, positions: Sequence[int]) -> list[tuple[str, ...]]:
    """Return the path of headings above each position of a draft."""
    starts = [s.start for s in outline.sections]
    return [outline.sections[bisect_right(starts, at) - 1].path for at in positions]
