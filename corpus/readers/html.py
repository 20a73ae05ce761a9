"""Read a web page: its main text, headings and tables; menus, scripts and what is hidden are left out."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from corpus.document import Document
from corpus.encoding import decode
from corpus.errors import UnreadableFileError
from corpus.readers.draft import Draft
from corpus.readers.grid import Cell
from corpus.readers.raised import raised_digits

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)
_GBK = {"gb2312", "gbk", "gb_2312-80", "x-gbk"}
_LEFT_OUT = {
    "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "form", "button", "select", "svg", "iframe", "object",
    "rt", "rp", "del",
}  # fmt: skip
# What a page says around its text, by the names that its makers give it: <div class="breadcrumb">, <div id="cookie-banner">.
_AROUND = re.compile(
    r"(?:^|[-_])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|cookies?|gdpr|footer|foot|copyright|sidebar)(?:$|[-_])"
    r"|^(?:navbar|cookie|footer|breadcrumb)",
    re.IGNORECASE,
)
_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog", "alertdialog"])
# No part that holds more than this share of a page's text stands around it, whatever its name.
_AROUND_SHARE = 0.3
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rb", "dfn", "data", "acronym", "nobr", "img", "ix:nonfraction", "ix:nonnumeric",
}  # fmt: skip
_BETWEEN_HAN = re.compile(r"(?<=[一-龥，。、；：（）]) (?=[一-龥，。、；：（）])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# The element that holds this share of a page's text, links not counted, holds its main text.
_MAIN_SHARE = 0.85
_WIDEST_SPAN = 64


def read_html(path: Path) -> Document:
    """Return the document of a html file. Raises UnreadableFileError if it holds no text."""
    text, encoding, replaced = _decode(path)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableFileError(f"{path.name}: no web page in it ({error}); save it again from the browser") from error
    etree.strip_elements(root, *_LEFT_OUT, etree.Comment, with_tail=False)
    body = root.find("body")
    _leave_out_around(root)
    draft = Draft()
    writer = _Writer(draft)
    writer.walk(_main(body if body is not None else root))
    writer.end_line()
    return draft.document(encoding, replaced)


def _decode(path: Path) -> tuple[bytes, str, int]:
    """Return the page in UTF-8: decoded as it declares, else as text files are."""
    data = path.read_bytes()
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii").lower()
        name = "gb18030" if name in _GBK else name
        try:
            return data.decode(name).encode(), name, 0
        except (UnicodeDecodeError, LookupError):
            pass  # The page is in another encoding than it says.
    decoded = decode(data, path.name)
    return decoded.text.encode(), decoded.encoding, decoded.replaced


def _leave_out_around(root: html.HtmlElement) -> None:
    """Drop menus, notices of cookies and the foot of a page that are only known by their names."""
    whole = len("".join(root.itertext()))
    for element in [e for e in root.iter("div", "ul", "ol", "section", "p", "table") if _is_around(e)]:
        if len("".join(element.itertext())) <= _AROUND_SHARE * whole and element.getparent() is not None:
            element.drop_tree()


def _is_around(element: html.HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return (element.get("role") or "") in _ROLES or any(_AROUND.search(name) for name in names)


def _main(element: html.HtmlElement) -> html.HtmlElement:
    """Go down to the element that holds nearly all of the text."""
    while True:
        whole = _weight(element)
        inner = next(
            (
                c
                for c in element
                if isinstance(c.tag, str) and c.tag not in {"table", "tbody", "p"} and _weight(c) >= _MAIN_SHARE * whole
            ),
            None,
        )
        if inner is None or not whole or inner.tag in _INLINE:
            return element
        element = inner


def _weight(element: html.HtmlElement) -> int:
    """Return the number of characters of an element that are not links."""
    if not isinstance(element.tag, str):
        return 0
    links = sum(len("".join(a.itertext())) for a in element.iter("a"))
    return len("".join(element.itertext())) - links


class _Writer:
    """Writes the blocks of a page as lines, and its tables as rows."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._pieces: list[str] = []
        self._level = 0

    def walk(self, element: html.HtmlElement) -> None:
        """Write an element and what is in it, in order."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
            return
        if tag == "table" and _is_data(element):
            self.end_line()
            for caption in element.findall("caption"):
                self.walk(caption)
            self._draft.add_table(_cells(element))
            return
        block = tag not in _INLINE
        if block:
            self.end_line()
        self._level = _HEADINGS.get(tag, self._level if not block else 0)
        self._pieces.append(_own_text(element))
        for child in element:
            if child.tag == "br":
                self.end_line()
            else:
                self.walk(child)
            self._pieces.append(child.tail or "")
        if block:
            self.end_line()

    def end_line(self) -> None:
        """Write what was gathered as one line."""
        line = _one_line("".join(self._pieces))
        self._pieces = []
        if line:
            self._draft.add_line(line, level=self._level)
        self._level = 0


def _one_line(text: str) -> str:
    """Return a text in one line, as a browser shows it; line ends between Chinese characters are nothing."""
    text = re.sub(r"(?<=[一-龥，。；、：])[ \t]*[\r\n]+\s*(?=[一-龥，。；、：\d])", "", text.replace("\u00a0", " "))
    return " ".join(text.split(" ")).strip() if "\n" not in text else re.sub(r"\s+", " ", text).strip()


def _is_data(table: html.HtmlElement) -> bool:
    """Tell a table of data from one that lays out a page: none inside it, more than one column, cells that are no essays."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(_rows(table))
    return max((len(list(_row_cells(r))) for r in rows), default=0) > 1


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _rows(child)


def _row_cells(row: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (c for c in row if c.tag in {"td", "th"})


def _cells(table: html.HtmlElement) -> list[Cell]:
    """Return the cells with their rows and columns, merged ones with what they cover."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(_rows(table)):
        column = 0
        for cell in _row_cells(row):
            while (r, column) in taken:
                column += 1
            rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
            taken |= {(r + i, column + j) for i in range(rows) for j in range(columns)}
            text = _cell_text(cell)
            cells.append(Cell(text, r, column, rows, columns))
            column += columns
    return cells


def _cell_text(cell: html.HtmlElement) -> str:
    """Return the text of a cell in one line, as a browser shows it: blocks and line breaks set words apart, other elements do not."""
    return _BETWEEN_HAN.sub("", " ".join("".join(_pieces(cell)).split()))


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    yield _own_text(element)
    for child in element:
        if isinstance(child.tag, str):
            apart = "" if child.tag in _INLINE else " "
            yield apart
            yield from _pieces(child)
            yield apart
        yield child.tail or ""


def _own_text(element: html.HtmlElement) -> str:
    """Return what an element says before its first child; digits of a mark or an exponent are none of the number before them."""
    return raised_digits(element.text or "") if element.tag == "sup" else element.text or ""


def _span(cell: html.HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), _WIDEST_SPAN)) if value.isdecimal() else 1
