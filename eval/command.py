"""The verbs of `wenju eval` and `python -m eval`: run a set, compare two runs, measure time and memory."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import WenjuError
from eval.arguments import DEFAULT_SET, positive
from eval.retrieval.verbs import add_retrieval_verbs
from eval.timed_verbs import add_timed_verbs

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from app.engine import Engine
    from eval.named import EvalSet
    from eval.running import Evaluation

# Everything that measures is imported by the verb that needs it: this file is loaded by every `wenju` command.

Subparsers = argparse._SubParsersAction  # the type has no public name


def register(subparsers: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add the verb `eval` to those of `wenju`."""
    parser = subparsers.add_parser("eval", help="run and compare evaluation sets")
    parser.set_defaults(store=None)
    add_verbs(parser.add_subparsers(dest="eval_verb", required=True, metavar="VERB"))


def add_verbs(subparsers: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add the verbs, each with `run` set to a function of store and arguments that returns the exit code."""
    _add_sets(subparsers)
    add_retrieval_verbs(subparsers)
    _add_made(subparsers)
    add_timed_verbs(subparsers)


def _add_sets(subparsers: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add the verbs that run sets and compare runs."""
    run = subparsers.add_parser("run", help="run sets and score them")
    run.add_argument(
        "--set",
        nargs="+",
        action="extend",
        metavar="NAME_OR_FILE",
        help=f"samples, analysis, reports, held, b, d or a file (default {DEFAULT_SET})",
    )
    run.add_argument("--store", metavar="DIR", help="the store to ask (default: a temporary one of the set's reports)")
    run.add_argument("--out", type=Path, metavar="DIR", help="write outputs SET.JOB.jsonl and scores SET.json into this folder")
    _add_shown(run)
    run.set_defaults(run=run_sets)

    compare = subparsers.add_parser("compare", help="compare two runs item by item")
    compare.add_argument("a", type=Path, metavar="A.jsonl")
    compare.add_argument("b", type=Path, metavar="B.jsonl")
    compare.add_argument(
        "--set", metavar="NAME_OR_FILE", help="the set that both answer (default: as A's name begins, b.ask.jsonl)"
    )
    compare.set_defaults(run=compare_runs)

    cells = subparsers.add_parser("cells", help="ask for cells of tables: is the row found, its unit read")
    cells.add_argument("--reports", nargs="+", type=Path, metavar="DIR", help="the reports to ingest (default: those of set d)")
    cells.add_argument("--store", metavar="DIR", help="a store of these reports to ask instead")
    cells.set_defaults(run=run_cells)

    feedback = subparsers.add_parser("feedback", help="print what readers said of answers, one JSON object a line")
    feedback.add_argument("--store", metavar="DIR", help="the store whose readers are meant")
    feedback.add_argument("--down", action="store_true", help="only answers that a reader found wrong")
    feedback.set_defaults(run=print_feedback)


def _add_made(subparsers: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add the verbs that make what they measure with from reports."""
    claims = subparsers.add_parser("claims", help="make claims of the reports' own figures, true and false, and check them")
    claims.add_argument("--reports", nargs="+", type=Path, metavar="DIR", help="the reports to ingest (default: the samples)")
    claims.add_argument("--store", metavar="DIR", help="a store to take figures from and to check against instead")
    claims.add_argument("--n", type=positive, default=500, metavar="N", help="how many claims (default 500)")
    claims.add_argument("--seed", type=int, default=7, help="another seed makes other claims (default 7)")
    claims.add_argument("--out", type=Path, metavar="FILE", help="write the claims into this file, as a set")
    _add_shown(claims)
    claims.set_defaults(run=run_claims)

    invented = subparsers.add_parser(
        "invented", help="ask invented reports everyday questions that the encoder was not trained on"
    )
    invented.add_argument("--most", type=positive, default=1_000, metavar="N", help="how many questions (default 1000)")
    invented.add_argument("--seed", type=int, default=5, help="another seed makes other numbers (default 5)")
    invented.add_argument(
        "--paragraphs", nargs="+", type=Path, metavar="TSV", help="paragraphs of one's own instead of those held out"
    )
    invented.add_argument("--out", type=Path, metavar="DIR", help="keep reports, questions and outputs in this new folder")
    _add_shown(invented)
    invented.set_defaults(run=run_invented)

    reading = subparsers.add_parser("reading", help="read reports and count what comes out, by folder and format")
    reading.add_argument("reports", nargs="+", type=Path, metavar="PATH")
    reading.set_defaults(run=run_reading)

    lint = subparsers.add_parser("lint", help="plant inconsistencies into reports and count those that lint finds")
    lint.add_argument(
        "--reports", nargs="+", type=Path, metavar="DIR", help="the reports to plant into (default: those of the samples)"
    )
    lint.add_argument("--store", metavar="DIR", help="a store of reports to plant into instead")
    lint.add_argument("--each", type=positive, default=20, metavar="N", help="how many of each kind at most (default 20)")
    lint.add_argument("--seed", type=int, default=1, metavar="N", help="which places and values are chosen (default 1)")
    lint.set_defaults(run=run_lint)


def _add_shown(parser: argparse.ArgumentParser) -> None:
    """Add how the scores of a run are shown."""
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print this many wrong items of each job")
    parser.add_argument("--json", action="store_true", help="print one JSON object a set and job")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb; return 0, or 1 for a failure."""
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="Run evaluation sets, compare runs, measure time and memory."
    )
    parser.set_defaults(store=None)
    add_verbs(parser.add_subparsers(dest="eval_verb", required=True, metavar="VERB"))
    args = parser.parse_args(argv)
    try:
        return int(args.run(Path(args.store or os.environ.get("WENJU_STORE") or ".wenju"), args))
    except WenjuError as error:
        print(f"wenju eval: {error}", file=sys.stderr)
        return 1


def run_sets(store: Path, args: argparse.Namespace) -> int:
    """Run sets, print their scores, and write outputs and scores if a folder is given."""
    from eval.named import load_set
    from eval.running import evaluate
    from eval.stores import open_measured

    for eval_set in [load_set(name) for name in args.set or [DEFAULT_SET]]:
        # A set in a file says nothing of its reports: it is asked of the user's own store.
        own = store if args.store or not eval_set.reports else None
        with open_measured(eval_set.reports, own) as engine:
            _report(evaluate(engine, eval_set), eval_set, args)
    return 0


def compare_runs(_store: Path, args: argparse.Namespace) -> int:
    """Print the differences between two runs."""
    from eval.comparing import compare_files
    from eval.tables import difference_table

    print(difference_table(compare_files(args.a, args.b, set_name=args.set)))
    return 0


def run_cells(store: Path, args: argparse.Namespace) -> int:
    """Print how many rows are found and read right, and each that is not."""
    from eval.cells import load_cells, measure_cells

    questions = load_cells()
    with _opened(store, args, "d") as engine:
        results = measure_cells(engine, questions)
    for result in results:
        if result.rank is None or not (result.bound and result.page_right):
            wrong = [*(["not in the first 5"] if result.rank is None else []), *([] if result.bound else ["value or unit"])]
            wrong += [] if result.page_right else ["page"]
            print(f"{result.question.id}: {', '.join(wrong)}: {result.question.question}", file=sys.stderr)
    found, bound, pages = (
        sum(bits) for bits in zip(*((r.rank is not None, r.bound, r.page_right) for r in results), strict=True)
    )
    print(f"{len(results)} cells: row in the first 5 {found}, value and unit right {bound}, page right {pages}")
    return 0


def run_invented(_store: Path, args: argparse.Namespace) -> int:
    """Print how invented questions are answered and their passages found, by the languages of question and report."""
    import tempfile

    from eval.invented import QUESTIONS, REPORTS, make_invented, read_held_out
    from eval.named import load_set
    from eval.running import evaluate
    from eval.stores import open_measured

    with tempfile.TemporaryDirectory(prefix="wenju-invented-") as temporary:
        folder: Path = args.out or Path(temporary) / "made"
        make_invented(read_held_out(args.paragraphs or ()), folder, seed=args.seed, most=args.most)
        eval_set = load_set(str(folder / QUESTIONS))
        with open_measured([folder / REPORTS], None) as engine:
            _report(evaluate(engine, eval_set), eval_set, args)
    return 0


def run_claims(store: Path, args: argparse.Namespace) -> int:
    """Make claims, check them, print accuracy, false supported and a line for each kind."""
    from eval.json_lines import write_lines
    from eval.named import EvalSet
    from eval.perturbation.making import claim_object, make_claims
    from eval.running import evaluate

    with _opened(store, args, DEFAULT_SET) as engine:
        made = EvalSet("made", (), make_claims(engine.library, args.n, seed=args.seed), ())
        if args.out:
            write_lines(args.out, [claim_object(c) for c in made.claims])
        for evaluation in evaluate(engine, made):
            _show(evaluation, made, args)
    return 0


def run_reading(_store: Path, args: argparse.Namespace) -> int:
    """Print what reading gives and costs, and each file that is not read with the reason."""
    from eval.reading import measure_reading, reading_table

    measure = measure_reading(args.reports)
    print(reading_table(measure))
    for why in (why for group in measure.folders for why in group.failed):
        print(f"not read: {why}", file=sys.stderr)
    return 0


def run_lint(store: Path, args: argparse.Namespace) -> int:
    """Print how much of what is planted is found, and each that is not."""
    from eval.lint_recall import measure_recall, recall_table

    with _opened(store, args, DEFAULT_SET) as engine:
        results = measure_recall(engine, each=args.each, seed=args.seed)
    print(recall_table(results))
    for kind, missed in ((r.kind, text) for r in results for text in r.missed):
        print(f"not found ({kind}): {missed}", file=sys.stderr)
    return 0


def print_feedback(store: Path, args: argparse.Namespace) -> int:
    """Print feedback as JSON Lines; `question` and `history` make each line an item to ask again."""
    from dataclasses import asdict

    from index.feedback import read_feedback

    for feedback in read_feedback(store):
        if not args.down or feedback.verdict == "down":
            print(json.dumps(asdict(feedback), ensure_ascii=False))
    return 0


def _opened(store: Path, args: argparse.Namespace, set_name: str) -> "AbstractContextManager[Engine]":
    """Open the store that is named, else a temporary one of the reports that are, else of those of a set."""
    from eval.named import load_set
    from eval.stores import open_measured

    return open_measured(args.reports or load_set(set_name).reports, store if args.store else None)


def _report(evaluations: "Sequence[Evaluation]", eval_set: "EvalSet", args: argparse.Namespace) -> None:
    """Print what was measured, and write it into the folder that is given."""
    for evaluation in evaluations:
        _show(evaluation, eval_set, args)
    if args.out:
        _write(evaluations, args.out, eval_set.name)


def _show(evaluation: "Evaluation", eval_set: "EvalSet", args: argparse.Namespace) -> None:
    from eval.running import summary_object
    from eval.tables import score_table, wrong_items

    print(json.dumps(summary_object(evaluation), ensure_ascii=False) if args.json else f"{score_table(evaluation)}\n")
    for item in islice(wrong_items(evaluation, eval_set), args.errors):
        print(item, file=sys.stderr)


def _write(evaluations: "Sequence[Evaluation]", folder: Path, name: str) -> None:
    from eval.json_lines import write_lines
    from eval.running import summary_object

    for evaluation in evaluations:
        write_lines(folder / f"{name}.{evaluation.run.job}.jsonl", evaluation.run.rows)
    write_lines(folder / f"{name}.json", [summary_object(e) for e in evaluations])
