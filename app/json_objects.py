"""The JSON objects that other programs rely on: answers, hits and summaries as plain dictionaries."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.decimals import plain
from corpus.figures.figure import Figure
from corpus.sentences import sentence_at
from index.catalogue import ReportCard
from index.scope import Scope

if TYPE_CHECKING:
    from app.answer import Answer
    from app.lint.finding import ReportFindings
    from app.trends.trend import Trend
    from app.verdict import Check, CheckedFigure
    from index.figure_search import FoundFigure
    from index.hit import Found
    from index.ingest import IngestSummary

Json = dict[str, Any]


def scope_object(scope: Scope) -> Json:
    """Return a scope as an object; `issued`, `span` and `unknown` stand beside the fields that INTERFACE fixes."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(scope).items()}


def answer_object(answer: "Answer", *, id: str | None = None) -> Json:  # noqa: A002
    """Return an answer as an object."""
    return {
        "id": id,
        "question": answer.question,
        "answer": answer.answer,
        "abstained": answer.abstained,
        "scope": scope_object(answer.scope),
        "figures": [_plain(asdict(f)) for f in answer.figures],
        "citations": [_plain(asdict(c)) for c in answer.citations],
        "latency_ms": round(answer.latency_ms, 2),
    }


def check_object(check: "Check", *, id: str | None = None) -> Json:  # noqa: A002
    """Return a checked text as an object."""
    claims = []
    for claim in check.claims:
        figures = [_checked_object(f) for f in claim.figures]
        claims.append({"text": claim.text, "start": claim.start, "end": claim.end, "verdict": claim.verdict, "figures": figures})
    citations = [_plain(asdict(c)) for c in check.citations]
    latency = round(check.latency_ms, 2)
    return {
        "id": id,
        "text": check.text,
        "verdict": check.verdict,
        "claims": claims,
        "citations": citations,
        "latency_ms": latency,
    }


def _checked_object(figure: "CheckedFigure") -> Json:
    """Return a checked figure as an object: what the report says as it is written there, its sources by their numbers."""
    right = figure.correct
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "unit": figure.unit,
        "verdict": figure.verdict,
        "correct": None if right is None else {"text": right.text, "value": right.value, "unit": right.unit},
        "formula": figure.formula,
        "citations": list(figure.citations),
    }


def found_object(found: "Found", *, id: str | None = None) -> Json:  # noqa: A002
    """Return the hits of a search as an object."""
    hits = []
    for hit in found.hits:
        row = _plain(asdict(hit))
        row["highlights"] = [[s.start, s.end] for s in hit.highlights]
        hits.append(row)
    return {
        "id": id,
        "query": found.query,
        "scope": scope_object(found.scope),
        "hits": hits,
        "latency_ms": round(found.latency_ms, 2),
    }


def trend_object(trend: "Trend") -> Json:
    """Return a trend as an object."""
    return {
        "measure": trend.measure,
        "place": trend.place,
        "points": [_plain(asdict(p)) for p in trend.points],
        "citations": [_plain(asdict(c)) for c in trend.citations],
        "latency_ms": round(trend.latency_ms, 2),
    }


def lint_object(found: "ReportFindings") -> Json:
    """Return the findings of a report as an object."""
    findings = []
    for finding in found.findings:
        row = _plain(asdict(finding))
        row["figures"] = [_plain(asdict(f)) for f in finding.figures]
        findings.append(row)
    citations = [_plain(asdict(c)) for c in found.citations]
    return {"report": found.report, "title": found.title, "findings": findings, "citations": citations}


def found_figures_object(found: "Sequence[FoundFigure]") -> Json:
    """Return figures found in the store, each with its report and the sentence or row that it stands in; spans are the report's."""
    rows = []
    for item in found:
        p = item.passage
        start, end = sentence_at(p.text, item.figure.start - p.start)
        rows.append({
            **figure_object(item.figure), "exact": item.exact, "score": round(item.score, 3), "report": p.report, "title": p.title,
            "section": list(p.section), "page": p.page, "quote": p.text[start:end],
        })  # fmt: skip
    return {"figures": rows}


def summary_object(summary: "IngestSummary") -> Json:
    """Return what an ingest did as an object."""
    return {
        "added": summary.added,
        "updated": summary.updated,
        "unchanged": summary.unchanged,
        "removed": summary.removed,
        "failed": [{"file": f.file, "why": f.why} for f in summary.failed],
        "notes": [{"file": n.file, "note": n.note} for n in summary.notes],
        "passages": summary.passages,
        "figures": summary.figures,
        "seconds": round(summary.seconds, 2),
    }


def card_object(card: ReportCard) -> Json:
    """Return one line of the catalogue as an object."""
    return {
        "report": card.key,
        **asdict(card.metadata),
        "characters": card.characters,
        "passages": card.passages,
        "figures": card.figures,
        "notes": list(card.notes),
    }


def figures_object(figures: list[Figure], *, id: object = None) -> Json:  # noqa: A002
    """Return figures as the object that `wenju figures` prints."""
    return {"id": id, "figures": [figure_object(f) for f in figures]}


def figure_object(f: Figure) -> Json:
    """Return one figure as an object."""
    row: Json = {"text": f.text, "start": f.start, "end": f.end, "value": plain(f.value)}
    if f.value_to is not None:
        row["value_to"] = plain(f.value_to)
    return {
        **row, "unit": f.unit, "kind": f.kind, "polarity": f.polarity, "qualifier": f.qualifier, "basis": f.basis,
        "period": f.period, "status": f.status, "subject": f.subject,
    }  # fmt: skip


def _plain(row: Mapping[str, Any]) -> Json:
    return {k: list(v) if isinstance(v, Sequence) and not isinstance(v, str) else v for k, v in row.items()}
