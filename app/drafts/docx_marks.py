"""Mark figures in a Word document: their letters get a run of their own, with the ground of the verdict and a comment."""

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.run import Run
from lxml import etree

from app.drafts.colours import GROUNDS
from app.drafts.docx_flow import Stretch, find_figures, read_flow
from app.drafts.earlier import AUTHOR
from app.drafts.findings import Finding, quotes_of, source_line, visible
from app.drafts.reading import Draft

if TYPE_CHECKING:
    from docx.document import Document

_INITIALS = "问据"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What stands behind the ground in the properties of a run (ECMA-376, 17.3.2).
_BEHIND_SHADING = tuple(
    f"w:{name}" for name in ("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
)


def mark_figures(document: "Document", draft: Draft, findings: Sequence[Finding]) -> None:
    """Mark the figures of a draft in a document that holds its text; all but the plainly consistent get a comment."""
    places = find_figures(read_flow(document.element.body), draft.document, findings)
    marked: list[tuple[Finding, list[etree._Element]]] = []
    # From the end: cutting a node leaves what is before the cut in its place.
    for finding, stretches in zip(reversed(findings), reversed(places), strict=True):
        runs = [run for s in reversed(stretches) if (run := _set_apart(s)) is not None][::-1]
        for run in runs:
            _shade(run, GROUNDS[finding.group])
        marked.append((finding, runs))
    for finding, runs in reversed(marked):
        if runs and finding.verdict != "consistent" and runs[0].getparent() is runs[-1].getparent():
            held = [Run(runs[0], document._body), Run(runs[-1], document._body)]
            document.add_comment(held, text=comment_of(finding), author=AUTHOR, initials=_INITIALS)


def comment_of(finding: Finding) -> str:
    """Return what the comment on a figure says: the verdict, the report's figure, the formula, the source and its sentence."""
    theirs = visible(finding.theirs)
    lines = [
        f"{finding.n}. {finding.word.zh} {finding.word.en}",
        f"报告：{theirs}" if theirs else "",
        f"推算：{visible(finding.formula)}" if finding.formula else "",
        *(f"{finding.source_word.zh}：{visible(source_line(s))}" for s in finding.sources),
        f"原文：{quotes_of(finding.sources)}" if finding.sources else "",
    ]
    return "\n".join(line for line in lines if line)


def _set_apart(stretch: Stretch) -> etree._Element | None:
    """Give a stretch of text a run of its own, formatted as before; None where the text stands in no run."""
    node, run = stretch.node, stretch.node.getparent()
    if run is None or run.tag != qn("w:r"):
        return None
    text = node.text or ""
    behind = list(node.itersiblings())
    rest = _text_run(run, text[stretch.end :]) if text[stretch.end :] or behind else None
    own = _text_run(run, text[stretch.start : stretch.end])
    run.addnext(own)
    if rest is not None:
        rest.extend(behind)
        own.addnext(rest)
    _set_text(node, text[: stretch.start])
    if not stretch.start:
        run.remove(node)
        if all(child.tag == qn("w:rPr") for child in run):
            run.getparent().remove(run)
    return own


def _text_run(run: etree._Element, text: str) -> etree._Element:
    """Return a new run with the properties of another and a text (none if it is empty)."""
    made = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    if text:
        node = OxmlElement("w:t")
        _set_text(node, text)
        made.append(node)
    return made


def _set_text(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(_SPACE, "preserve")


def _shade(run: etree._Element, colour: str) -> None:
    properties = run.get_or_add_rPr()
    for shading in properties.findall(qn("w:shd")):
        properties.remove(shading)
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    properties.insert_element_before(shading, *_BEHIND_SHADING)
