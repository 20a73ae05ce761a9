"""Where a passage stands, as the page's HTML carries it and as the reader sees it."""

from collections.abc import Sequence

from app.web.markup import Markup, join, tag, words
from corpus.report import Metadata, Section


def address(report: str, start: int, end: int) -> dict[str, str | int]:
    """Return the attributes by which the script opens a passage."""
    return {"data_report": report, "data_start": start, "data_end": end}


def stem(key: str) -> str:
    """Return a report's key without its folders and its file type."""
    name = key.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or name


def section_at(sections: Sequence[Section], position: int) -> Section | None:
    """Return the section that a position of the text lies in."""
    return next(
        (section for section in reversed(sections) if section.start <= position < max(section.end, section.start + 1)), None
    )


def render_path(title: str, section: Sequence[str], page: int | None, metadata: Metadata | None) -> Markup:
    """Return where a passage stands: section path, then page, year and place."""
    steps = [tag("span", step, class_="step") for step in section if step != title]
    facts: list[Markup] = []
    if page is not None:
        facts.append(tag("span", words("page", n=page)))
    if metadata and metadata.year is not None:
        facts.append(tag("span", words("year", year=metadata.year)))
    if metadata and metadata.place:
        facts.append(tag("span", metadata.place))
    return join((tag("p", *steps, class_="path") if steps else "", tag("p", *facts, class_="facts") if facts else ""))
