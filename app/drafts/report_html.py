"""A checked draft as one html file: the draft with its figures marked, and beside it the findings with their sources."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.drafts.findings import Finding, Summary, source_lines, visible
from app.drafts.layout import Grid, Line, Span, lay_out, unmarked
from app.drafts.reading import Draft
from app.drafts.verdict_words import GROUP_WORDS
from app.verdict import Verdict, spans_in
from app.web.markup import Markup, clean, join, tag
from index.citation import Citation

_STYLE = Path(__file__).with_name("report.css")
# Nothing is loaded and nothing runs, whatever a draft holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_HEADS = (("", ""), ("您的数字", "Yours"), ("报告的数字", "The report's"), ("判定", "Verdict"), ("出处", "Source"))
_FILTERS = (("all", "全部", "All"), *((group, word.zh, word.en) for group, word in GROUP_WORDS.items()))


def render_html(draft: Draft, findings: Sequence[Finding], summary: Summary) -> bytes:
    """Return a page that needs nothing beside it, in light and dark, for the screen and for paper."""
    style = Markup(_STYLE.read_text(encoding="utf-8"))
    head = join((
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"核对结果 · {visible(draft.name)}"),
        tag("style", style),
    ))  # fmt: skip
    body = join((_header(draft, summary), tag("main", _draft(draft, findings), _table(findings))))
    page = tag("html", tag("head", head), tag("body", body), lang="zh-CN")
    return f"<!doctype html>\n{page}\n".encode()


def _header(draft: Draft, summary: Summary) -> Markup:
    seal = tag("span", tag("span", "问"), tag("span", "据"), class_="seal", aria_hidden="true")
    title = tag("div", tag("h1", "核对结果"), tag("p", visible(draft.name), class_="name"), class_="title")
    counts = [_count(group, count) for group, count in summary.by_group().items()]
    # The bar says what the counts say: a reader of the screen is spared it.
    bar = [
        tag("i", class_=group, style=f"flex-grow:{count}")
        for group, count in summary.by_group().items()
        if count
    ]  # fmt: skip
    sums = tag("div", tag("dl", *counts), tag("div", *bar, class_="bar", aria_hidden="true"), class_="sums")
    return tag("header", seal, title, sums)


def _count(group: Verdict, count: int) -> Markup:
    word = GROUP_WORDS[group]
    return tag("div", tag("dt", word.zh, " ", _english(word.en)), tag("dd", str(count)), class_=group)


def _draft(draft: Draft, findings: Sequence[Finding]) -> Markup:
    text = draft.document.text
    parts: list[Markup] = []
    for item in lay_out(draft.document):
        if isinstance(item, Line):
            parts.append(tag(f"h{item.level + 1}" if item.level else "p", _marked(text, item.span, findings)))
        else:
            parts.append(_grid(text, item, findings))
    return tag("article", *parts, class_="draft", aria_label="草稿 Draft")


def _grid(text: str, grid: Grid, findings: Sequence[Finding]) -> Markup:
    rows = [tag("tr", *(tag("td", _marked(text, span, findings)) for span in row)) for row in grid.rows]
    head = [tag("thead", tag("tr", *(tag("th", cell, scope="col") for cell in grid.header)))] if grid.header else []
    caption = [tag("caption", grid.caption)] if grid.caption else []
    return tag("div", tag("table", *caption, *head, tag("tbody", *rows)), class_="wide")


def _marked(text: str, span: Span, findings: Sequence[Finding]) -> Markup:
    """Return a stretch of the draft with its figures as links to their findings."""
    parts: list[str] = []
    at = span.start
    for finding in _inside(findings, span):
        parts += [unmarked(text[at : finding.start]), _mark(finding, text[finding.start : finding.end])]
        at = finding.end
    return join((*parts, unmarked(text[at : span.end])))


def _inside(findings: Sequence[Finding], span: Span) -> Iterator[Finding]:
    """Yield the findings of a stretch in order; of two that overlap the first."""
    at = span.start
    for finding in _from(findings, span.start):
        if finding.start >= span.end:
            return
        if finding.start >= at and finding.end <= span.end:
            yield finding
            at = finding.end


def _from(findings: Sequence[Finding], position: int) -> Sequence[Finding]:
    from bisect import bisect_left

    return findings[bisect_left(findings, position, key=lambda f: f.start) :]


def _mark(finding: Finding, text: str) -> Markup:
    number = [tag("sup", str(finding.n))] if finding.verdict != "consistent" else []
    title = f"{finding.word.zh} {finding.word.en}" + (f" · 报告：{visible(finding.theirs)}" if finding.theirs else "")
    return tag("a", text, *number, class_=f"fig {finding.group}", id=f"d{finding.n}", href=f"#f{finding.n}", title=title)


def _table(findings: Sequence[Finding]) -> Markup:
    radios = [
        tag("label", tag("input", type="radio", name="show", id=f"show-{key}", checked=key == "all"), zh, " ", _english(en))
        for key, zh, en in _FILTERS
    ]
    show = tag("div", *radios, class_="show", role="radiogroup", aria_label="显示 Show")
    heads = tag("tr", *(tag("th", zh, " ", _english(en), scope="col") for zh, en in _HEADS))
    table = tag("table", tag("thead", heads), tag("tbody", *map(_row, findings)), class_="findings")
    return tag("section", show, table, aria_label="核对结果 Findings")


def _row(finding: Finding) -> Markup:
    yours = tag("td", visible(finding.yours), class_="yours", data_label="您的数字")
    theirs = tag("td", visible(finding.theirs) or "—", class_="theirs", data_label="报告的数字")
    verdict = tag("td", tag("b", finding.word.zh), " ", _english(finding.word.en), class_="verdict")
    number = tag("td", tag("a", str(finding.n), href=f"#d{finding.n}", title="回到草稿 Back to the draft"), class_="n")
    return tag(
        "tr", number, yours, theirs, verdict, tag("td", *_evidence(finding), class_="source"),
        class_=finding.group, id=f"f{finding.n}",
    )  # fmt: skip


def _evidence(finding: Finding) -> list[Markup]:
    formula = [tag("p", "推算：", visible(finding.formula), class_="formula")] if finding.formula else []
    if not finding.sources:
        return [
            *formula,
            tag("p", "资料库里没有可对照的数据 ", _english("nothing to compare it with in the reports"), class_="none"),
        ]
    told = zip(finding.sources, source_lines(finding), strict=True)
    return [*formula, *(part for source, line in told for part in _source(source, line, finding))]


def _source(source: Citation, line: str, finding: Finding) -> list[Markup]:
    return [tag("blockquote", *_quote(source, finding)), tag("cite", line)]


def _quote(source: Citation, finding: Finding) -> Iterator[str]:
    """Yield a quote in pieces, the figures that yours was held against marked."""
    at = 0
    for span in spans_in(source, finding.places):
        yield clean(source.quote[at : span.start])
        yield tag("mark", clean(source.quote[span.start : span.end]))
        at = span.end
    yield clean(source.quote[at:])


def _english(text: str) -> Markup:
    return tag("span", text, class_="en", lang="en")
