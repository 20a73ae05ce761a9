"""Answers, hits and lists as a person reads them in a terminal."""

import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from app.decimals import plain
from app.plurals import with_singulars
from corpus.figures.figure import Figure
from corpus.matching import is_chinese
from corpus.sentences import sentence_at
from index.catalogue import ReportCard
from index.citation import Citation, headings_below
from index.hit import Found, Hit
from index.scope import Scope

if TYPE_CHECKING:
    from app.answer import Answer
    from app.lint.finding import Finding, ReportFindings, Severity
    from app.trends.trend import Trend
    from app.verdict import Check
    from index.figure_search import FoundFigure
    from index.ingest import IngestSummary

_BOLD, _DIM, _RED, _END = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[0m"


def print_answer(answer: "Answer") -> None:
    """Print an answer and its sources."""
    print(_scope_line(answer.scope, chinese=is_chinese(answer.question)), end="")
    print(answer.answer if answer.abstained else _style(answer.answer, _BOLD))
    for citation in answer.citations:
        print()
        print(_source(citation))
        print(f"    {_one_line(citation.quote)}")
    print(_style(f"\n{answer.latency_ms:.0f} ms", _DIM))


def print_found(found: Found) -> None:
    """Print the hits of a search."""
    print(_scope_line(found.scope, chinese=is_chinese(found.query)), end="")
    if not found.hits:
        print("没有找到 (nothing found)")
    for hit in found.hits:
        print(_apart(f"{hit.rank:>2}. {hit.title}", _where(hit.title, hit.section)))
        print(f"    {_marked(hit)}")
        print(_style(f"    {hit.report}:{hit.start}-{hit.end}", _DIM))
    print(_style(f"{with_singulars(f'{len(found.hits)} passages')}, {found.latency_ms:.0f} ms", _DIM))


def print_check(check: "Check") -> None:
    """Print the verdict on every figure, the report's value beside it, and the sources."""
    from app.drafts.findings import NEAREST, summary_of, visible
    from app.drafts.layout import unmarked
    from app.drafts.verdict_words import VERDICT_WORDS

    for claim in check.claims:
        print(unmarked(visible(claim.text)))
        for f in claim.figures:
            right = f"  报告：{f.stated}" if f.correct else f"  {f.formula}" if f.formula else ""
            marks = "".join(f"[{n}]" for n in f.citations)
            # What was not found has no source: what is nearest is shown.
            marks = f"  {NEAREST.zh}：{marks}" if marks and f.verdict == "not_found" else marks
            print(f"    {_style(visible(f.text), _BOLD)}  {VERDICT_WORDS[f.verdict].zh}{right}{marks}")
    for citation in check.citations:
        print(f"\n{_source(citation)}\n    {_one_line(citation.quote)}")
    print(_style(f"\n{summary_of(check).line()}", _DIM))


def print_figures(figures: Sequence[Figure]) -> None:
    """Print figures, one a line: as written, what it is of, value, kind, period and status."""
    for f in figures:
        to = f"–{plain(f.value_to)}" if f.value_to is not None else ""
        facts = " · ".join(x for x in (f.kind, f.polarity, f.qualifier, f.basis, f.period, f.status) if x)
        print(f"{_style(f.text, _BOLD)}  {f.subject or '—'}  {plain(f.value)}{to} {f.unit}  {_style(facts, _DIM)}")
    if not figures:
        print("没有数据 (no figures)")


def print_trend(trend: "Trend") -> None:
    """Print a trend as a table of years, the years without a point, and the sources."""
    if not trend.points:
        print(f"资料库里没有“{trend.measure}”的逐年数据 (no figures of this measure)")
        return
    print(_style(f"{trend.place} {trend.measure}".strip(), _BOLD))
    if trend.called:
        print(f"报告里叫“{trend.called}” (as the reports call it)")
    width = max(len(p.text) for p in trend.points) + 2
    for p in trend.points:
        marks = "".join(f"[{n}]" for n in p.citations)
        print(f"  {p.period}  {_pad(_one_line(p.text), 2 * width)}{marks}{'  修订 (restated)' if p.restated else ''}")
    years = {int(p.period) for p in trend.points}
    missing = [str(y) for y in range(min(years), max(years) + 1) if y not in years]
    if missing:
        print(_style(f"没有找到 (not found): {'、'.join(missing)}", _DIM))
    for citation in trend.citations:
        print(f"\n{_source(citation)}\n    {_one_line(citation.quote)}")


def print_found_figures(found: "Sequence[FoundFigure]") -> None:
    """Print figures found in the store: what each says, where it stands, and its sentence."""
    for n, item in enumerate(found, 1):
        f, p = item.figure, item.passage
        start, end = sentence_at(p.text, f.start - p.start)
        facts = " · ".join(x for x in (f.period, f.kind, f.status, "" if item.exact else "舍入后相同 (rounds to it)") if x)
        print(f"[{n}] {_style(f.text, _BOLD)}  {f.subject or '—'}  {_style(facts, _DIM)}")
        print(f"    {_apart(p.title, _where(p.title, p.section, p.page), p.report)}\n    {_one_line(p.text[start:end])}")
    if not found:
        print("资料库里没有这样的数据 (no such figure in the reports)")


_SEVERITIES: "dict[Severity, str]" = {"error": "✗ 错误", "warning": "! 存疑", "note": "· 说明"}
_EXCERPT = 60


def print_findings(found: "ReportFindings") -> None:
    """Print the findings of a report, each with its formula and the places it is about; nothing for a report without any."""
    if not found.findings:
        return
    print(f"{_style(found.title, _BOLD)}  {_style(found.report, _DIM)}")
    for finding in found.findings:
        mark = _style(_SEVERITIES[finding.severity], _RED if finding.severity == "error" else _BOLD)
        print(f"  {mark} [{finding.rule}] {finding.message}")
        if finding.formula:
            print(f"      算式：{finding.formula}")
        for n in finding.citations:
            citation = found.citations[n - 1]
            where = _where(citation.title, citation.section, citation.page)
            other = citation.report if citation.report != found.report else ""
            print(f"      [{n}] {_apart('', where, other)}\n          {_excerpt(citation, finding)}")
    print()


def print_lint_total(found: "Sequence[ReportFindings]") -> None:
    """Print how many findings there are of each severity."""
    counts = "，".join(f"{mark.split()[1]} {sum(r.count(s) for r in found)}" for s, mark in _SEVERITIES.items())
    odd = sum(bool(r.findings) for r in found)
    print(f"{len(found)} 份报告，{odd} 份有发现：{counts} ({with_singulars(f'{len(found)} reports')}, {odd} with findings)")


def _excerpt(citation: Citation, finding: "Finding") -> str:
    """Return a quote, or of a long one what stands around the finding's figures."""
    quote = _one_line(citation.quote)
    texts = [_one_line(f.text) for f in finding.figures if citation.n in f.citations]
    spots = [(at, at + len(text)) for text in texts if (at := quote.find(text)) >= 0]
    if len(quote) <= 2 * _EXCERPT or not spots:
        return quote if len(quote) <= 4 * _EXCERPT else f"{quote[: 4 * _EXCERPT]}……"
    start, end = max(0, min(s for s, _ in spots) - _EXCERPT), max(e for _, e in spots) + _EXCERPT // 2
    return f"{'……' if start else ''}{quote[start:end]}{'……' if end < len(quote) else ''}"


def print_catalogue(cards: Sequence[ReportCard]) -> None:
    """Print the reports of a store as a table."""
    for card in cards:
        m = card.metadata
        print(
            f"{m.year or '—':>4}  {_pad(m.place or '—', 12)}  {_pad(m.type or '—', 14)}  {card.passages:>5} passages  {card.key}"
        )
        for note in card.notes:
            print(_style(f"      {note}", _DIM))
    total = sum(c.passages for c in cards)
    counts = f"{len(cards)} reports, {total} passages, {sum(c.figures for c in cards)} figures"
    print(_style(with_singulars(counts), _DIM))


def print_summary(summary: "IngestSummary", store: Path) -> None:
    """Print what an ingest did, every file that failed with its reason, and what was read with doubt."""
    for failure in summary.failed:
        # A reader's reason begins with the file's name.
        why = failure.why.removeprefix(f"{PurePosixPath(failure.file).name}: ")
        print(f"{_style('not read', _RED)}  {failure.file}: {why}", file=sys.stderr)
    for note in summary.notes:
        print(f"{_style('note', _BOLD)}  {note.file}: {note.note}", file=sys.stderr)
    print(
        f"{store}: {summary.added} added, {summary.updated} updated, {summary.unchanged} unchanged, {summary.removed} removed, "
        f"{len(summary.failed)} not read; {with_singulars(f'{summary.passages} passages, {summary.figures} figures')} in {summary.seconds:.1f} s"
    )


def _scope_line(scope: Scope, *, chinese: bool) -> str:
    """Return the line that says among what was looked, in the language of the question; "" where it was all."""
    issued = [f"{y} 年报告" if chinese else f"reports of {y}" for y in scope.issued]
    parts = [*(f"{y}" for y in scope.years), *scope.places, *issued, *scope.types, *scope.reports]
    text = f"{'范围：' if chinese else 'Scope: '}{' · '.join(parts)}" if parts else ""
    if scope.widened:
        text += "（范围内没有报告，已扩大到全部）" if chinese else " (no report is in it: all were searched)"
    return _style(f"{text}\n", _DIM) if text else ""


def _source(citation: Citation) -> str:
    where = _where(citation.title, citation.section, citation.page)
    return f"[{citation.n}] {_apart(citation.title, where, citation.report)}"


def _where(title: str, section: tuple[str, ...], page: int | None = None) -> str:
    """Return the section and the page of a passage, "" for one that stands below the title only."""
    return " · ".join(x for x in (" › ".join(headings_below(title, section)), f"第 {page} 页" if page else "") if x)


def _apart(title: str, *more: str) -> str:
    """Return a title and what more is told of it, as far as there is any, two spaces apart."""
    return "  ".join((*([_style(title, _BOLD)] if title else []), *(_style(x, _DIM) for x in more if x)))


def _marked(hit: Hit) -> str:
    if not sys.stdout.isatty():
        return _one_line(hit.text)
    text, at = "", 0
    for span in hit.highlights:
        text += hit.text[at : span.start] + _RED + hit.text[span.start : span.end] + _END
        at = span.end
    return _one_line(text + hit.text[at:])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _pad(text: str, width: int) -> str:
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * max(0, width - taken)


def _style(text: str, style: str) -> str:
    return f"{style}{text}{_END}" if sys.stdout.isatty() else text
