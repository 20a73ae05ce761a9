"""The XML of a docx: its names, what wraps its paragraphs, and the text of a paragraph."""

from collections.abc import Callable, Iterator

from lxml import etree

from corpus.readers.raised import raised_digits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_NOTE_KINDS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_TEXT_NODES = (*(f"{W}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen")), *_NOTE_KINDS)
_WIDEST_SPAN = 64


def children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names in order, through content controls and other wrappers."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from children(child, *names)
        elif child.tag in {f"{W}{name}" for name in names}:
            yield child


def plain_text(paragraph: etree._Element) -> str:
    """Return a paragraph's text: runs, tabs and line breaks, without deleted text, field codes and notes."""
    return text_of(paragraph, lambda _kind, _id: "")


def text_of(paragraph: etree._Element, note: Callable[[str, str], str]) -> str:
    """Return a paragraph's text, with what `note` gives for the kind and the id of each note that it refers to."""
    pieces = []
    for node in paragraph.iter(*_TEXT_NODES):
        if node.tag == f"{W}t":
            pieces.append(_seen(node))
        elif node.tag == f"{W}tab" and node.getparent().tag == f"{W}r":
            pieces.append("\t")
        elif node.tag in {f"{W}br", f"{W}cr"}:
            pieces.append("\n")
        elif node.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif node.tag in _NOTE_KINDS:
            pieces.append(note(_NOTE_KINDS[node.tag], node.get(f"{W}id") or ""))
    return "".join(pieces)


def _seen(node: etree._Element) -> str:
    """Return a piece of text as it is seen."""
    told = node.getparent().find(f"{W}rPr/{W}vertAlign")
    raised = told is not None and told.get(f"{W}val") == "superscript"
    return raised_digits(node.text or "") if raised else node.text or ""


def number_of(element: etree._Element | None, default: int) -> int:
    """Return the value of an element, as far as a table may be wide; `default` without one."""
    value = (element.get(f"{W}val") or "") if element is not None else ""
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() else default
