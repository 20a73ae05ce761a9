"""The verbs that measure finding: its parts one by one, and other systems beside it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import WenjuError

if TYPE_CHECKING:
    from eval.named import EvalSet
    from eval.retrieval.neutral import Drawing

# Everything that measures is imported by the verb that needs it, as in eval.command.

_SETS = "samples, analysis, b, d, cmrc, drcd (the last two are made of question and passage pairs of the training data) or a file"


def add_retrieval_verbs(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verbs, each with `run` set as in eval.command."""
    ablation = subparsers.add_parser("ablation", help="measure find with its parts added one by one, as Markdown tables")
    _add_sets(ablation)
    ablation.set_defaults(run=run_ablation)

    rivals = subparsers.add_parser(
        "rivals", help="other systems beside find, on the same texts and questions, as Markdown tables"
    )
    _add_sets(rivals)
    rivals.add_argument("--only", nargs="+", metavar="SYSTEM", help="only these systems, the first compared with (default all)")
    rivals.set_defaults(run=run_rivals)


def _add_sets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set", nargs="+", action="extend", metavar="NAME_OR_FILE", help=f"the questions: {_SETS} (default samples)"
    )
    parser.add_argument("--reports", nargs="+", type=Path, metavar="DIR", help="the reports (default: those of the set)")
    parser.add_argument("--encoder", metavar="NAME", help="another encoder, as static:FOLDER or a name of sentence-transformers")
    parser.add_argument("--questions", type=int, metavar="N", help="how many questions of cmrc and drcd (default 1000)")
    parser.add_argument("--seed", type=int, metavar="N", help="which questions of cmrc and drcd are drawn (default 7)")


def run_ablation(_store: Path, args: argparse.Namespace) -> int:
    """Print a table a set."""
    from app.engine import Engine
    from eval.retrieval.ablation import ablate
    from eval.retrieval.neutral import open_set
    from eval.retrieval.tables import ablation_table
    from eval.stores import temporary_store
    from index.encoders import open_encoder

    encoder = open_encoder(args.encoder)
    for name in args.set or ["samples"]:
        with open_set(name, _drawing(args)) as eval_set, temporary_store(_reports(args, eval_set), encoder) as folder:
            library = Engine.open(folder, encoder).library
            results = ablate(library, eval_set.questions)
            asked, reports = len([q for q in eval_set.questions if q.evidence]), len(library.catalogue())
            title = (
                f"{name}: {asked} questions with evidence, {reports} reports, {library.store.count:,} passages; {encoder.name}"
            )
            print(f"{ablation_table(results, title=title)}\n", flush=True)
            library.close()
    return 0


def run_rivals(_store: Path, args: argparse.Namespace) -> int:
    """Print a table a set; a system that is not installed or fails is told and left out, and the code is then 1."""
    from eval.retrieval.neutral import open_set
    from eval.rivals.corpus import read_corpus
    from eval.rivals.measuring import measure_apart
    from eval.rivals.systems import RivalError, choose
    from eval.rivals.table import rivals_table

    systems, failed = choose(args.only), False
    for name in args.set or ["samples"]:
        with open_set(name, _drawing(args)) as eval_set:
            corpus = read_corpus(_reports(args, eval_set))
            results = []
            for system in systems:
                try:
                    results.append(measure_apart(system, corpus, eval_set.questions, encoder=args.encoder))
                except RivalError as error:
                    print(f"wenju eval: {error}", file=sys.stderr)
                    failed = True
        asked = len([q for q in eval_set.questions if q.evidence])
        if results:
            print(
                f"{rivals_table(results, title=f'{name}: {asked} questions with evidence, {len(corpus.texts)} reports')}\n",
                flush=True,
            )
    return int(failed)


def _reports(args: argparse.Namespace, eval_set: "EvalSet") -> Sequence[Path]:
    reports: Sequence[Path] = args.reports or eval_set.reports
    if not reports or not any(q.evidence for q in eval_set.questions):
        raise WenjuError(
            f"{eval_set.name}: questions with evidence and reports are needed; give --reports DIR and a set of questions"
        )
    return reports


def _drawing(args: argparse.Namespace) -> "Drawing":
    from eval.retrieval.neutral import QUESTIONS, SEED, Drawing

    return Drawing(args.questions or QUESTIONS, SEED if args.seed is None else args.seed)
