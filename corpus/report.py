"""A report: one document with its metadata, sections, passages and figures."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.figures.figure import Figure
from corpus.split_years import is_school_period


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report says about itself; a text is "" and a number None where it cannot be told.

    `year` is the year of issue; `period` the years that it covers ("2023", "2021-2024", the school year "2023/24"); `type` one of `corpus.metadata.TYPES`.
    """

    title: str
    issuer: str = ""
    place: str = ""
    type: str = ""
    year: int | None = None
    period: str = ""
    language: str = "zh"


# Of each report it is asked with each search.
@lru_cache(maxsize=4_096)
def covered_years(period: str) -> frozenset[int]:
    """Return the years of a report's period, "2021-2024" with those between; empty where it names none."""
    if is_school_period(period):
        return frozenset({int(period[:4]), int(period[:4]) + 1})
    first, _, last = period.partition("-")
    begins, ends = first[:4], (last or first)[:4]
    return frozenset(range(int(begins), int(ends) + 1)) if begins.isdigit() and ends.isdigit() else frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the heading tree. The span is its own (from its heading to the next heading of any level); spans tile it."""

    path: tuple[str, ...]
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The quotable unit: whole sentences, or one table row, of one section.

    `section` is a position in `Report.sections`. `context` is what a reader must know to understand the passage and it does not
    say itself: caption, unit and header of a table ("" elsewhere; the section path is not repeated in it).
    """

    start: int
    end: int
    text: str
    section: int
    page: int | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One document as the store takes it. `figures` is aligned with `passages`; every span counts code points of `text`.

    `notes` say what of the file was not read, or read with doubt.
    """

    key: str
    digest: str
    metadata: Metadata
    text: str
    encoding: str
    replaced: int
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    figures: tuple[tuple[Figure, ...], ...]
    notes: tuple[str, ...] = ()
