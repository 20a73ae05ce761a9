"""What each verb of the command line does."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.collecting import uncollected
from app.errors import InputFileError, UsageError
from app.loading import loading
from corpus.errors import WenjuError

if TYPE_CHECKING:
    from app.engine import Engine

# The engine, the index and the page are imported by the verb that needs them: `wenju --help` stays light.


def ingest(store: Path, args: argparse.Namespace) -> int:
    """Add or update files and folders; show progress on standard error."""
    from app.json_objects import summary_object
    from app.printing import print_summary
    from app.progress import show_progress
    from index.ingest import ingest as ingest_paths
    from index.models import passage_encoder

    with show_progress() as progress:
        summary = ingest_paths(args.paths, store, passage_encoder(store), progress=progress)
    _print_json(summary_object(summary)) if args.json else print_summary(summary, store)
    return 0


def list_reports(store: Path, args: argparse.Namespace) -> int:
    """Show the reports of the store."""
    from app.json_objects import card_object
    from app.printing import print_catalogue

    cards = _store(store).catalogue()
    if args.json:
        for card in cards:
            _print_json(card_object(card))
    else:
        print_catalogue(cards)
    return 0


def remove(store: Path, args: argparse.Namespace) -> int:
    """Take reports out; an unknown name changes nothing."""
    from app.engine import Engine

    engine = Engine.open(store)
    keys = [engine.library.store.card(name).key for name in args.reports]
    engine.library.store.remove(keys)
    engine.library.refresh()
    _print_json({"removed": keys}) if args.json else print(f"removed {len(keys)}: {', '.join(keys)}")
    return 0


def find(store: Path, args: argparse.Namespace) -> int:
    """Find passages for one query or a batch."""
    from app.json_objects import found_object
    from app.printing import print_found

    if args.k < 1:
        raise UsageError(f"-k is {args.k}: give a number of passages from 1")
    _refuse_both(args.query, args.batch, "QUERY")

    def one(engine: "Engine", row: dict[str, Any]) -> dict[str, Any]:
        text = row.get("query") or row.get("question") or ""
        history = row.get("history") or []
        found = engine.find(text, k=args.k, history=history, years=args.year, places=args.place, reports=args.report)
        return found_object(found, id=row.get("id"))

    if args.batch:
        return _batch(store, args.batch, one)
    found = _engine(store).find(_required(args.query, "QUERY"), k=args.k, years=args.year, places=args.place, reports=args.report)
    _print_json(found_object(found)) if args.json else print_found(found)
    return 0


def ask(store: Path, args: argparse.Namespace) -> int:
    """Answer one question or a batch."""
    loading()
    from app.json_objects import answer_object
    from app.printing import print_answer

    _refuse_both(args.question, args.batch, "QUESTION")

    def one(engine: "Engine", row: dict[str, Any]) -> dict[str, Any]:
        history = row.get("history") or []
        return answer_object(
            engine.ask(row.get("question") or "", history=history, years=args.year, reports=args.report), id=row.get("id")
        )

    if args.batch:
        return _batch(store, args.batch, one)
    answer = _engine(store).ask(_required(args.question, "QUESTION"), history=args.history, years=args.year, reports=args.report)
    _print_json(answer_object(answer)) if args.json else print_answer(answer)
    return 0


def check(store: Path, args: argparse.Namespace) -> int:
    """Check a text, a draft or a batch of texts."""
    loading()
    if not args.batch:
        # Around all of it: what is loaded is no garbage either.
        with uncollected():
            from app.drafts.workers import one_thread_a_process

            one_thread_a_process()
            from app.drafts.command import check_one

            return check_one(store, args)
    if args.text or args.file or args.out:
        raise UsageError("--batch FILE goes with neither TEXT nor --file nor --out: leave them out")
    from app.json_objects import check_object

    def one(engine: "Engine", row: dict[str, Any]) -> dict[str, Any]:
        return check_object(engine.check(row.get("claim") or row.get("text") or "", as_of=args.as_of), id=row.get("id"))

    return _batch(store, args.batch, one)


def trend(store: Path, args: argparse.Namespace) -> int:
    """Follow a measure over the years; draw it where a file is given."""
    from app.json_objects import trend_object
    from app.printing import print_trend
    from app.progress import show_count

    if args.plot:
        from app.trends.plotting import check_plot_file

        check_plot_file(args.plot)
    engine = _engine(store)
    with show_count("年") as on_year:
        traced = engine.trend(args.measure, first=args.first, last=args.last, place=args.place, on_year=on_year)
    _print_json(trend_object(traced)) if args.json else print_trend(traced)
    if args.plot and traced.points:
        from app.trends.plotting import plot_trend

        plot_trend(traced, args.plot)
        print(f"{args.plot}: drawn", file=sys.stderr)
    return 0


def lint(store: Path, args: argparse.Namespace) -> int:
    """Show what is odd in reports; no model is loaded for it."""
    from app.json_objects import lint_object
    from app.lint.lint import lint as lint_reports
    from app.printing import print_findings, print_lint_total

    found = []
    for report in lint_reports(_store(store), args.reports):
        _print_json(lint_object(report)) if args.json else print_findings(report)
        found.append(report)
    if not args.json:
        print_lint_total(found)
    return 0


def figures(store: Path, args: argparse.Namespace) -> int:
    """Show the figures of a text or of a batch of texts, for which no store is needed; or find those of the store."""
    from app.json_objects import figures_object
    from app.printing import print_figures
    from app.reading_figures import read_text_figures

    if args.value or args.measure:
        return _find_figures(store, args)
    narrowed = [f"--{name}" for name in ("period", "place", "report", "status") if getattr(args, name)]
    if narrowed:
        raise UsageError(f"{' and '.join(narrowed)}: narrows what is looked for; name that with --measure or --value")

    _refuse_both(args.text, args.batch, "TEXT")
    if not args.batch:
        found = read_text_figures(_required(args.text, "TEXT"))
        _print_json(figures_object(found)) if args.json else print_figures(found)
        return 0
    for row in list(_rows(args.batch)):
        year = row.get("report_year")
        try:
            found = read_text_figures(
                str(row.get("text") or ""),
                context=str(row.get("context") or ""),
                section=str(row.get("section") or ""),
                report_year=year if isinstance(year, int) else None,
            )
            _print_json(figures_object(found, id=row.get("id")))
        except WenjuError as error:
            _print_json({"id": row.get("id"), "error": str(error)})
    return 0


def _find_figures(store: Path, args: argparse.Namespace) -> int:
    from app.json_objects import found_figures_object
    from app.printing import print_found_figures
    from index.figure_search import Wanted

    if args.text or args.batch:
        raise UsageError("a text to read and --value or --measure to find do not go together: leave one out")
    if args.k < 1:
        raise UsageError(f"-k is {args.k}: give a number of figures from 1")
    wanted = Wanted(args.value, args.measure, args.period, args.place, args.report, args.status)
    found = _engine(store).figures(wanted, k=args.k)
    if args.json:
        _print_json(found_figures_object(found))
        return 0
    print_found_figures(found)
    if not found and args.value.replace(",", "").replace(".", "").isdecimal():
        print(f"一个数要带单位来找 (a value is found with its unit): --value {args.value}人")
    return 0


def _engine(store: Path) -> "Engine":
    from app.engine import Engine

    return Engine.open(store)


def _store(folder: Path) -> Any:  # noqa: ANN401
    from index.store import Store

    return Store.open(folder)


def _required(text: str | None, what: str) -> str:
    if not text:
        raise UsageError(f"{what} is missing: write it behind the verb in quotation marks, or give --batch FILE")
    return text


def _refuse_both(text: str | None, batch: Path | None, what: str) -> None:
    if text is not None and batch is not None:
        raise UsageError(f"{what} and --batch FILE do not go together: leave one out")


def _batch(store: Path, path: Path, one: Callable[["Engine", dict[str, Any]], dict[str, Any]]) -> int:
    rows = list(_rows(path))
    with uncollected():
        engine = _engine(store)
        start = time.perf_counter()
        for row in rows:
            try:
                _print_json(one(engine, row))
            except WenjuError as error:
                _print_json({"id": row.get("id"), "error": str(error)})
        seconds = time.perf_counter() - start
    print(f"{len(rows)} lines in {seconds:.2f} s, {1000 * seconds / max(1, len(rows)):.1f} ms each", file=sys.stderr)
    return 0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or error
        raise InputFileError(
            f"{path}: cannot be read as UTF-8 JSON Lines ({why}); give a file with one JSON object a line"
        ) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputFileError(f"{path}, line {number}: not JSON ({error.msg}); write one JSON object a line") from error
        if not isinstance(row, dict):
            raise InputFileError(
                f'{path}, line {number}: a {type(row).__name__}, not an object; write {{"id": …, "question": …}}'
            )
        yield row


def _print_json(row: dict[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False))
