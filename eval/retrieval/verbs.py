"""The verbs that measure finding: its parts one by one, and other systems beside it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.retrieval.neutral import Drawing

# Everything that measures is imported by the verb that needs it, as in eval.command.

_SETS = "samples, b, d, cmrc, drcd (the last two are made of question and passage pairs of the training data) or a file"


def add_retrieval_verbs(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the verbs, each with `run` set as in eval.command."""
    ablation = subparsers.add_parser("ablation", help="measure find with its parts added one by one, as Markdown tables")
    _add_sets(ablation)
    ablation.set_defaults(run=run_ablation)


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
        with open_set(name, _drawing(args)) as eval_set, temporary_store(args.reports or eval_set.reports, encoder) as folder:
            library = Engine.open(folder, encoder).library
            results = ablate(library, eval_set.questions)
            asked, reports = len([q for q in eval_set.questions if q.evidence]), len(library.catalogue())
            title = f"{name}: {asked} questions with evidence, {reports} reports, {library.store.count:,} passages; {encoder.name}"
            print(f"{ablation_table(results, title=title)}\n", flush=True)
            library.close()
    return 0


def _drawing(args: argparse.Namespace) -> "Drawing":
    from eval.retrieval.neutral import QUESTIONS, SEED, Drawing

    return Drawing(args.questions or QUESTIONS, SEED if args.seed is None else args.seed)
