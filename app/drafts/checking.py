"""Check a draft piece by piece, and join the checks into one whose spans count in the draft's text."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.claims.dateline import written_in
from app.drafts.errors import DraftError
from app.drafts.pieces import Piece, split_pieces
from app.drafts.reading import Draft
from app.drafts.workers import Helpers, OnText, check_texts, no_text
from app.verdict import Check, CheckedFigure, Claim, joint_verdict, verdict_of
from index.citation import Citation

if TYPE_CHECKING:
    from app.engine import Engine


@dataclass(slots=True)
class _Sources:
    """The citations of a draft, each place of a report once, numbered as they come."""

    items: list[Citation] = field(default_factory=list)
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def number(self, citation: Citation) -> int:
        """Return the number of a citation in the draft."""
        place = (citation.report, citation.start, citation.end)
        if place not in self.numbers:
            self.numbers[place] = len(self.items) + 1
            self.items.append(replace(citation, n=len(self.items) + 1))
        return self.numbers[place]


def check_draft(
    engine: "Engine", draft: Draft, *, on_text: OnText = no_text, helped: Helpers | None = None, as_of: int | None = None
) -> Check:
    """Check a draft piece by piece; `on_text` hears of each piece, helpers take their share of them; `as_of` as in `Engine.check`.

    Without `as_of` the draft counts from the day that it says it was written on. Raises DraftError for a draft in which no figure was found.
    """
    started = time.perf_counter()
    pieces = split_pieces(draft, engine.catalogue())
    as_of = as_of or written_in(draft.document.text)
    checks = check_texts(engine, [p.asked for p in pieces], on_text=on_text, helped=helped, as_of=as_of)
    sources = _Sources()
    claims: list[Claim] = []
    for piece, check in zip(pieces, checks, strict=True):
        if check is not None:
            claims = _joined(claims, _moved(draft, piece, check, sources))
    if not claims:
        raise DraftError(
            f"{draft.name}: no figure was found in the text: there is nothing to check", chinese="稿子里没有可核对的数字。"
        )
    verdict = joint_verdict([c.verdict for c in claims])
    taken = (time.perf_counter() - started) * 1000
    return Check(draft.document.text, verdict, tuple(claims), tuple(sources.items), taken)


def _moved(draft: Draft, piece: Piece, check: Check, sources: _Sources) -> Iterator[Claim]:
    """Yield the claims of a piece as claims of the draft: what was put before and behind it is no part of them."""
    text = draft.document.text
    numbers = {c.n: c for c in check.citations}
    for claim in check.claims:
        figures = tuple(
            moved
            for figure in claim.figures
            if (moved := _moved_figure(text, piece, figure, lambda n: sources.number(numbers[n]))) is not None
        )
        if figures:
            start, end = piece.claim or (piece.place(claim.start), piece.place(claim.end - 1) + 1)
            yield Claim(text[start:end], start, end, joint_verdict([verdict_of(f.verdict) for f in figures]), figures)


def _moved_figure(text: str, piece: Piece, figure: CheckedFigure, number: Callable[[int], int]) -> CheckedFigure | None:
    if not piece.is_own(figure.start):
        return None
    # The unit of a cell stands behind its number in what is asked, and above it in the draft.
    start = piece.place(figure.start)
    end = (
        piece.place(figure.end - 1) + 1
        if piece.is_own(figure.end - 1)
        else next(o.end for o in piece.own if o.start <= start < o.end)
    )
    places = tuple(replace(place, n=number(place.n)) for place in figure.places)
    return replace(figure, text=text[start:end], start=start, end=end, places=places)


def _joined(claims: list[Claim], more: Iterable[Claim]) -> list[Claim]:
    """Add claims; the figures of one row are one claim."""
    for claim in more:
        last = claims[-1] if claims else None
        if last is not None and (last.start, last.end) == (claim.start, claim.end):
            verdict = joint_verdict([last.verdict, claim.verdict])
            claims[-1] = replace(last, verdict=verdict, figures=(*last.figures, *claim.figures))
        else:
            claims.append(claim)
    return claims
