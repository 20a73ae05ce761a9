"""The verbs that measure time and memory: drafts, the benchmark, many users at once."""

import argparse
from contextlib import nullcontext
from pathlib import Path

from corpus.errors import WenjuError
from eval.arguments import DEFAULT_SET, positive

# Everything that measures is imported by the verb that needs it, as in eval.command.


def add_timed_verbs(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verbs, each with `run` set as in eval.command."""
    drafts = subparsers.add_parser("drafts", help="measure the time of checking whole drafts, made of the store's own sentences")
    drafts.add_argument("--store", metavar="DIR", help="the store to check against (default: a temporary one of the samples)")
    drafts.add_argument("--pages", nargs="+", type=positive, default=[10, 200], metavar="N", help="lengths (default 10 200)")
    drafts.add_argument("--runs", type=positive, default=3, metavar="N", help="how many runs (default 3)")
    drafts.set_defaults(run=run_drafts)

    bench = subparsers.add_parser("bench", help="measure time and memory, as a Markdown table")
    bench.add_argument("--reports", nargs="+", type=Path, metavar="DIR", help="the reports to ingest (default: those of the set)")
    bench.add_argument("--set", default=DEFAULT_SET, metavar="NAME_OR_FILE", help=f"the questions to ask (default {DEFAULT_SET})")
    bench.add_argument("--runs", type=positive, default=3, metavar="N", help="how many runs (default 3)")
    bench.set_defaults(run=run_bench)

    load = subparsers.add_parser("load", help="let many users ask the served page at once and time the answers")
    load.add_argument("--store", metavar="DIR", help="the store to serve (default: $WENJU_STORE, else .wenju)")
    load.add_argument("--users", type=positive, default=20, metavar="N", help="how many ask at once (default 20)")
    load.add_argument("--each", type=positive, default=10, metavar="N", help="how many questions each asks (default 10)")
    load.add_argument("--think", type=float, default=0.0, metavar="S", help="seconds between an answer and the next question")
    load.add_argument("--seconds", type=float, default=120.0, metavar="S", help="when to stop in any case (default 120)")
    load.set_defaults(run=run_load)


def run_drafts(store: Path, args: argparse.Namespace) -> int:
    """Print the time of checking drafts as a Markdown table."""
    from eval.drafts import drafts_table, measure_drafts
    from eval.named import load_set
    from eval.stores import temporary_store

    with nullcontext(store) if args.store else temporary_store(load_set(DEFAULT_SET).reports) as folder:
        print(drafts_table(measure_drafts(folder, args.pages, runs=args.runs)))
    return 0


def run_bench(_store: Path, args: argparse.Namespace) -> int:
    """Print the benchmark as a Markdown table."""
    from eval.bench import bench, bench_table
    from eval.named import load_set

    eval_set = load_set(args.set)
    reports = args.reports or eval_set.reports
    if not reports or not eval_set.questions:
        raise WenjuError(f"{args.set}: a benchmark needs questions and reports; give --reports DIR and a set of questions")
    title = ", ".join(path.name for path in reports)
    print(bench_table(bench(reports, eval_set.questions, runs=args.runs), title=title))
    return 0


def run_load(store: Path, args: argparse.Namespace) -> int:
    """Serve a store, let many users ask it, print how long they waited; 1 if an answer failed."""
    from app.engine import Engine
    from eval.load import load, load_table, served

    questions = Engine.open(store).examples(5 * args.users)
    if not questions:
        raise WenjuError(f"{store}: no question can be made from its reports; give a store with reports that hold figures")
    with served(store) as address:
        found = load(address, questions, users=args.users, each=args.each, think=args.think, seconds=args.seconds)
    print(load_table(found))
    return 1 if found.errors else 0
