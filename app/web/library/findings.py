"""What a report's self-check found, as HTML."""

from collections.abc import Sequence

from app.lint.finding import Finding, ReportFindings
from app.web.address import address, stem
from app.web.markup import Markup, join, tag, words
from index.citation import Citation

SHOWN = 50


def render_findings(found: ReportFindings) -> Markup:
    """Return the findings of a report, each with its places."""
    if not found.findings:
        return tag("p", words("card_lint_none"), class_="quiet fine", role="status")
    cited = {c.n: c for c in found.citations}
    items = [_finding(f, [cited[n] for n in f.citations if n in cited]) for f in found.findings[:SHOWN]]
    rest = len(found.findings) - SHOWN
    more = tag("li", words("upload_more_rows", n=rest)) if rest > 0 else ""
    return join((_count(found), tag("ul", *items, more, class_="findings")))


def _count(found: ReportFindings) -> Markup:
    """Say how much is doubtful, and how much is only noted: a target that was reached is nothing to doubt."""
    notes = found.count("note")
    odd = len(found.findings) - notes
    doubt = words("card_lint_n", n=odd) if odd else words("card_lint_none")
    return tag(
        "p",
        tag("span", doubt),
        tag("span", words("card_lint_notes", n=notes)) if notes else "",
        class_="facts counted",
        role="status",
    )


def _finding(finding: Finding, citations: Sequence[Citation]) -> Markup:
    message = join((tag("span", finding.message, class_="zh"), tag("span", finding.message_en, class_="en", lang="en")))
    formula = tag("span", finding.formula, class_="formula-line") if finding.formula else ""
    # A target stands in the report of the year before: where sections of two reports are named, so are the reports.
    several = len({c.report for c in citations}) > 1
    sources = [
        tag(
            "button", _where(c, several=several), type="button", class_="open link", title=c.quote[:200],
            **address(c.report, c.start, c.end),
        )
        for c in citations
    ]  # fmt: skip
    return tag("li", tag("p", message), formula, tag("p", *sources, class_="where"), class_=f"finding {finding.severity}")


def _where(citation: Citation, *, several: bool) -> str:
    title = citation.title or stem(citation.report)
    if not citation.section:
        return title
    return f"{title} › {citation.section[-1]}" if several else citation.section[-1]
