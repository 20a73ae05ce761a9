"""Fit the weights of ranking and choosing: see `eval.learning`."""

import argparse
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from pathlib import Path

from app.choosing import candidates
from eval import learning
from eval.cell_questions import invented_questions
from eval.invented import QUESTIONS, REPORTS
from eval.json_lines import read_rows
from eval.learning.choosing import choosing_examples, fit_choosing
from eval.learning.folds import Example, Fold, asked_about, fold_of
from eval.learning.leaving_out import leave_out
from eval.learning.passages import fit_ranking, passage_examples
from eval.stores import temporary_store
from index import ranking
from index.encoders import open_encoder
from index.opening import open_library


def main() -> None:
    """Fit what `--what` names and write the weight files."""
    args = _arguments()
    rows = [*read_rows(args.questions), *({**row, "harder": True} for path in args.harder for row in read_rows(path))]
    with ExitStack() as stack:
        parts = []
        for number, model in enumerate(args.models):
            # As the static encoder that it is: with another the words of an English question would not be translated.
            encoder = open_encoder(f"static:{model}")
            library = open_library(stack.enter_context(temporary_store([args.reports], encoder)), encoder)
            invented = invented_questions(library, asked_about(args.apart))
            parts.append(Fold(library, [row for row in (*rows, *invented) if fold_of(row, len(args.models)) == number]))
        encoder = open_encoder(f"static:{args.models[0]}")
        for folder in args.invented:
            library = open_library(stack.enter_context(temporary_store([folder / REPORTS], encoder)), encoder)
            parts.append(Fold(library, read_rows(folder / QUESTIONS)))
        if args.leave_out:
            _tell_what_can_be_left_out(parts, args.what)
            return
        if "ranking" in args.what:
            fit_ranking(parts)
        if "choosing" in args.what:
            fit_choosing(parts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m eval.learning", description=learning.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--models", type=Path, nargs="+", required=True, help="the encoders of the folds, in their order")
    parser.add_argument("--reports", type=Path, required=True, help="the reports that the questions are about")
    parser.add_argument("--questions", type=Path, required=True, help="JSON Lines with question, values and evidence")
    parser.add_argument(
        "--harder",
        type=Path,
        nargs="*",
        default=[],
        help="more of them, which avoid the words of the reports and count three times",
    )
    parser.add_argument(
        "--apart", type=Path, nargs="*", default=[], help="sets whose rows of tables no question is invented about"
    )
    parser.add_argument(
        "--invented",
        type=Path,
        nargs="*",
        default=[],
        help="folders made by `python -m eval invented --out`, of paragraphs that none of the encoders has seen; a tenth of their weight",
    )
    parser.add_argument("--what", choices=["ranking", "choosing"], nargs="+", default=["ranking", "choosing"])
    parser.add_argument(
        "--leave-out", action="store_true", help="tell which features the choice can do without; nothing is written"
    )
    return parser.parse_args()


def _tell_what_can_be_left_out(parts: Sequence[Fold], what: Collection[str]) -> None:
    """Print the features in the order in which the choice can do without them; it is learnt from the first part and only scored on the others."""
    if "ranking" in what:
        _leave_out("ranking", [e for n, part in enumerate(parts) for e in passage_examples(part, n)], ranking.FEATURES)
    if "choosing" in what:
        _leave_out("choosing", choosing_examples(parts)[0], candidates.FEATURES)


def _leave_out(name: str, examples: Sequence[Example], features: Sequence[str]) -> None:
    learnt, scored = [e for e in examples if e.group == 0], [e for e in examples if e.group != 0]
    print(f"{name}: {len(learnt)} questions learnt from, {len(scored)} only scored")
    for left in leave_out(learnt, scored, features):
        print(f"  without {left.name}: {left.left} left, first right {left.learnt_from:.4f}, only scored {left.only_scored:.4f}")


if __name__ == "__main__":
    main()
