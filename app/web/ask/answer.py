"""An answer as HTML: its figures marked by proof, its citations as chips, its scope, its formulas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.answer import Answer, ShownFigure
from app.web.address import address
from app.web.alike import DOTS
from app.web.ask.foot import render_foot
from app.web.ask.scope import render_notice, render_scope
from app.web.ask.turn import Turn
from app.web.markup import Markup, both, escape, hidden, join, tag, words
from app.web.prose import find_figures, paint_line
from index.citation import Citation

_CITATION = re.compile(r"\[(\d{1,3})\]")
_CLAUSE = re.compile(r"[，。；：！？\n]|[,.;:!?](?=\s)|、")
_OPERATOR = re.compile(r"\s*(?:[=≈+×÷*()（）]|[-−–/](?=\s))\s*")
_RECKONED = re.compile("[=≈]")
_CLOSING = "，。；：！？、）》」”’,.;:!?)"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer's text and its HTML; it is shown whole or not at all."""

    start: int
    end: int
    html: Markup
    chip: bool = False


def render_turn(turn: Turn, number: int, *, upto: int | None = None) -> Markup:
    """Return a question with its answer; `upto` is how many characters of a streaming answer are shown, None all of them."""
    asked = tag("h2", hidden("you_asked"), tag("span", turn.question, class_="said"), class_="asked")
    return tag("article", asked, _reply(turn, number, upto), class_="turn", data_turn=number, aria_busy=_busy(turn, upto))


def render_answer(answer: Answer, number: int, upto: int | None = None) -> Markup:
    """Return the answer's text as paragraphs."""
    shown = len(answer.answer) if upto is None else upto
    pieces = [piece for piece in _pieces(answer, number) if piece.end <= shown]
    lines = _lines(answer.answer, pieces)
    caret = tag("span", class_="caret", aria_hidden="true") if upto is not None else Markup("")
    return join(
        tag("p", _set(line[_marker(line) :]), caret if line is lines[-1] else "", class_="item" if _marker(line) else None)
        for line in lines
    )


def clause_ends(answer: Answer) -> tuple[int, ...]:
    """Return where a streaming answer may pause: behind a clause with its citations, never inside a figure."""
    pieces = _pieces(answer, 0)
    starts = {piece.start: piece for piece in pieces}
    ends = set()
    for match in _CLAUSE.finditer(answer.answer):
        end = match.end()
        while end in starts and starts[end].chip:
            end = starts[end].end
        if not any(piece.start < end < piece.end for piece in pieces):
            ends.add(end)
    return tuple(sorted(ends | {len(answer.answer)}))


def render_chip(citation: Citation, number: int, figures: Sequence[ShownFigure] = ()) -> Markup:
    """Return the button that opens a citation's passage in its section."""
    return tag(
        "button",
        hidden("cite", n=citation.n),
        tag("span", str(citation.n), aria_hidden="true"),
        type="button",
        class_="cite",
        data_turn=number,
        data_n=citation.n,
        title=citation.title,
        data_page=citation.page,
        **address(citation.report, citation.start, citation.end),
        data_figures="\n".join(figures_of(citation, figures)) or None,
    )


def figures_of(citation: Citation, figures: Sequence[ShownFigure]) -> tuple[str, ...]:
    """Return the texts of the figures that a citation proves, each once, with what their formulas were fed."""
    proven = [figure for figure in figures if citation.n in figure.citations]
    terms = [term for figure in proven for term in _OPERATOR.split(figure.formula or "") if any(char.isdigit() for char in term)]
    return tuple(dict.fromkeys((*(figure.text for figure in proven), *terms)))


def _reply(turn: Turn, number: int, upto: int | None) -> Markup:
    if turn.error:
        why = both(turn.error.zh, turn.error.en)
        return tag("div", tag("p", words("failed"), class_="verdict"), tag("p", why), class_="reply failed", role="alert")
    if turn.answer is None:
        return tag("div", tag("p", words("looking"), DOTS, class_="looking"), class_="reply")
    answer = turn.answer
    parts = [render_scope(answer.scope, number, turn.dropped), render_notice(answer.scope)]
    without = answer.abstained and not answer.courtesy
    if without:
        parts.append(tag("p", words("abstained"), class_="verdict"))
    parts.append(tag("div", render_answer(answer, number, upto), class_="text"))
    if upto is None:
        parts += [_formulas(answer), render_foot(turn, number)]
    return tag("div", *parts, class_="reply abstained" if without else "reply")


def _busy(turn: Turn, upto: int | None) -> str | None:
    return "true" if upto is not None or not (turn.answer or turn.error) else None


def _formulas(answer: Answer) -> Markup:
    """Return the formulas that the sentence does not hold already; what is only counted or lies between two years needs none."""
    said = _bare(answer.answer)
    formulas = dict.fromkeys(
        (f.proof, f.formula) for f in answer.figures if f.formula and _RECKONED.search(f.formula) and _bare(f.formula) not in said
    )
    return join(
        tag("p", tag("b", words(proof)), tag("span", paint_line(formula or "")), class_=f"formula {proof}")
        for proof, formula in formulas
    )


def _bare(text: str) -> str:
    """Return a text without spaces and citations: 312人[1] - 286人 and 312人-286人 are one formula."""
    return "".join(_CITATION.sub("", text).split()).replace("−", "-").replace("–", "-")


def _pieces(answer: Answer, number: int) -> list[Piece]:
    """Split the text into figures, chips and single characters, in order."""
    found = [*_figure_pieces(answer), *_chip_pieces(answer, number)]
    pieces: list[Piece] = []
    at = 0
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if piece.start >= at:
            pieces += [*_plain(answer.answer, at, piece.start), piece]
            at = piece.end
    return pieces + _plain(answer.answer, at, len(answer.answer))


def _figure_pieces(answer: Answer) -> list[Piece]:
    pieces: list[Piece] = []
    # A stretch of years (2020–2023), from which the years between are told, is no value.
    values = (figure for figure in answer.figures if figure.role != "context" or "–" not in figure.text)
    for figure in sorted(values, key=lambda figure: -len(figure.text)):
        for span in find_figures(answer.answer, 0, len(answer.answer), (figure.text,)):
            if not any(piece.start < span.end and span.start < piece.end for piece in pieces):
                pieces.append(Piece(span.start, span.end, _figure(figure, answer.answer[span.start : span.end])))
                if _shown_again(figure, answer.figures):
                    break
    return pieces


def _shown_again(figure: ShownFigure, figures: Sequence[ShownFigure]) -> bool:
    """Say whether another figure has the same text, so that each takes one place."""
    return sum(other.text == figure.text for other in figures) > 1


def _figure(figure: ShownFigure, text: str) -> Markup:
    return tag(
        "span",
        text,
        class_=f"fig {figure.proof}",
        data_proof=figure.proof,
        data_formula=figure.formula,
        tabindex=0,
        aria_describedby=f"proof-{figure.proof}",
    )


def _chip_pieces(answer: Answer, number: int) -> list[Piece]:
    cited = {citation.n: citation for citation in answer.citations}
    return [
        Piece(match.start(), match.end(), render_chip(cited[int(match[1])], number, answer.figures), chip=True)
        for match in _CITATION.finditer(answer.answer)
        if int(match[1]) in cited
    ]


def _plain(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(at, at + 1, escape(text[at])) for at in range(start, end)]


def _lines(text: str, pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if text[piece.start : piece.end] == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [line for line in lines if line] or [[]]


def _marker(line: Sequence[Piece]) -> int:
    """Return how many pieces at the start of a line are the mark of a list item, which the style sheet draws."""
    return 2 if len(line) > 2 and line[0].html in {"-", "·", "•"} and line[1].html == " " else 0


def _set(line: Sequence[Piece]) -> Markup:
    """Set a line of pieces; a chip stays on one line with what stands before it and the mark behind it."""
    parts: list[Markup] = []
    at = 0
    while at < len(line):
        end = at + 1
        while end < len(line) and (line[end].chip or (line[end - 1].chip and line[end].html in _CLOSING)):
            end += 1
        whole = join(piece.html for piece in line[at:end])
        parts.append(tag("span", whole, class_="nb") if end > at + 1 else whole)
        at = end
    return join(parts)
