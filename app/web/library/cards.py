"""The reports of the store as cards."""

from collections.abc import Sequence

from app.web.address import address, stem
from app.web.alike import render_empty
from app.web.files import original_address
from app.web.filter import by_age
from app.web.kinds import render_kind
from app.web.markup import Markup, hidden, join, tag, words
from app.web.reasons import both_reasons
from index.catalogue import ReportCard

SHOWN = 60
_LONGEST = 160  # characters of a title or name that a card shows: a report without line breaks may be one heading


def render_cards(reports: Sequence[ReportCard], query: str, shown: int, *, may_remove: bool) -> Markup:
    """Return the first `shown` reports that hold every word of the query, newest first, and how many there are."""
    if not reports:
        return render_empty("library_empty", class_="blank library-empty")
    wanted = query.casefold().split()
    fits = sorted((card for card in reports if all(word in _haystack(card) for word in wanted)), key=by_age)
    count = (
        words("all_reports", n=len(reports))
        if len(fits) == len(reports) <= shown
        else words("shown_of", n=min(shown, len(fits)), all=len(reports))
    )
    rest = len(fits) - shown
    more = (
        tag("button", words("show_more", n=min(rest, SHOWN)), type="button", class_="more show-more", data_shown=shown + SHOWN)
        if rest > 0
        else ""
    )
    cards = [_card(card, may_remove=may_remove) for card in fits[:shown]]
    empty = tag("p", words("no_reports"), class_="quiet") if not fits else ""
    return join((tag("p", count, class_="quiet", role="status"), empty, tag("ol", *cards, class_="shelf-cards"), more))


def _card(card: ReportCard, *, may_remove: bool) -> Markup:
    m = card.metadata
    title = _cut(m.title or stem(card.key))
    opened = tag("button", title, type="button", class_="open title", **address(card.key, 0, 0))
    year = tag("span", str(m.year), class_="year") if m.year is not None else tag("span", words("no_year"), class_="year none")
    about = dict.fromkeys((m.issuer if m.issuer != m.place else "", m.place))
    kind = tag("span", render_kind(_cut(m.type))) if m.type else ""
    facts = tag("p", *(tag("span", _cut(fact)) for fact in about if fact), kind, class_="facts")
    numbers = tag(
        "p",
        tag("span", words("card_sections", n=card.sections)) if card.sections else "",
        tag("span", words("card_figures", n=f"{card.figures:,}")),
        tag("span", words("card_characters", n=f"{card.characters:,}")),
        tag("span", words("card_period", period=_cut(m.period))) if m.period else "",
        tag("span", card.key, class_="key"),
        class_="facts numbers",
    )
    original = tag("a", words("card_original"), href=original_address(card.key), class_="tool", download=True)
    lint = tag("button", words("card_lint"), type="button", class_="tool lint", data_key=card.key)
    remove = tag("button", words("card_remove"), type="button", class_="tool remove", data_key=card.key) if may_remove else ""
    notes = (
        tag(
            "details",
            tag("summary", words("card_notes")),
            tag("ul", *(tag("li", both_reasons(_cut(note))) for note in card.notes)),
        )
        if card.notes
        else ""
    )
    return tag(
        "li", year, tag("div", tag("h3", opened), facts, numbers, notes, tag("div", class_="more-of"), class_="about"),
        tag("div", original, lint, remove, class_="acts"), class_="report-card", data_key=card.key,
    )  # fmt: skip


def render_shelf(cards: Markup) -> Markup:
    """Return the cards with the field above them that narrows them down."""
    seek = tag(
        "label",
        hidden("seek_report"),
        tag("input", type="search", class_="seek-report", data_main=True, data_place="seek_report", autocomplete="off"),
    )
    return join((seek, tag("div", cards, class_="shelf-list")))


def render_sure(card: ReportCard, *, uploaded: bool) -> Markup:
    """Return the question before a report is removed."""
    return tag(
        "div",
        tag("p", tag("b", words("remove_sure"), id=f"sure-{card.id}"), words("remove_upload" if uploaded else "remove_outside")),
        tag("button", words("remove_yes"), type="button", class_="choose remove-yes", data_key=card.key),
        tag("button", words("remove_no"), type="button", class_="tool remove-no"),
        class_="sure",
        role="alertdialog",
        aria_labelledby=f"sure-{card.id}",
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _haystack(card: ReportCard) -> str:
    m = card.metadata
    return " ".join((m.title, m.place, m.issuer, m.type, str(m.year or ""), m.period, card.key)).casefold()
