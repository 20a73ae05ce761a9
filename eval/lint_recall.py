"""How much of what is planted `wenju lint` finds: every kind is planted into reports one at a time, and each planted report is linted."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.engine import Engine
from app.lint.finding import ReportFindings
from corpus.errors import WenjuError
from eval.plants import KINDS, Plant, plant
from eval.stores import temporary_store
from index.encoder import Encoder


@dataclass(frozen=True, slots=True)
class KindRecall:
    """What was planted of a kind and found again; `missed` are the texts before and after of what was not."""

    kind: str
    planted: int
    found: int
    missed: tuple[str, ...]


def measure_recall(engine: Engine, *, each: int, seed: int, encoder: Encoder | None = None) -> list[KindRecall]:
    """Plant at most `each` changes of every kind into the Chinese reports of a store, and return how many are found.

    One is found if a finding of one of its rules, an error or a warning, cites the place of the change. Raises WenjuError if the
    store has no Chinese report.
    """
    cards = [card for card in engine.catalogue() if card.metadata.language == "zh"]
    if not cards:
        raise WenjuError("the store has no Chinese report to plant into: ingest some first")
    texts = [engine.view(card.key).text for card in cards]
    random = Random(seed)
    return [_measure(kind, texts, each, random, encoder) for kind in KINDS]


def _measure(kind: str, texts: Sequence[str], each: int, random: Random, encoder: Encoder | None) -> KindRecall:
    order = random.sample(range(len(texts)), len(texts))
    plants = [p for i in order if (p := plant(texts[i], kind, random)) is not None][:each]
    if not plants:
        return KindRecall(kind, 0, 0, ())
    with tempfile.TemporaryDirectory(prefix="wenju-plants-") as folder:
        for i, p in enumerate(plants):
            (Path(folder) / f"{i:03}.txt").write_text(p.text, encoding="utf-8")
        with temporary_store([Path(folder)], encoder) as store:
            found = Engine.open(store, encoder).lint()
    by_number = {int(Path(r.report).stem): r for r in found}
    missed = [p for i, p in enumerate(plants) if i not in by_number or not _is_found(p, by_number[i])]
    return KindRecall(kind, len(plants), len(plants) - len(missed), tuple(f"{p.before} → {p.after}" for p in missed))


def _is_found(planted: Plant, report: ReportFindings) -> bool:
    spans = [
        (c.start, c.end)
        for finding in report.findings
        if finding.rule in planted.rules and finding.severity != "note"
        for c in report.citations
        if c.n in finding.citations
    ]
    return any(start < planted.at + len(planted.after) and planted.at < end for start, end in spans)


def recall_table(results: Sequence[KindRecall]) -> str:
    """Return the results as a Markdown table."""
    rows = [
        f"| {r.kind} | {r.planted} | {r.found} | {r.found / r.planted:.2f} |" if r.planted else f"| {r.kind} | 0 | – | – |"
        for r in results
    ]
    total, found = sum(r.planted for r in results), sum(r.found for r in results)
    return "\n".join([
        "| kind | planted | found | recall |", "|---|---:|---:|---:|", *rows,
        f"| all | {total} | {found} | {found / total if total else 0:.2f} |",
    ])  # fmt: skip
