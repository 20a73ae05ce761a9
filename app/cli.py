"""The command `wenju`: arguments in, a verb's function called, errors shown in one line."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app import commands, models, serving
from app.collecting import end_uncollected
from app.command_parser import Parser, explain
from app.errors import UsageError
from app.threads import one_thread_a_product
from corpus.errors import WenjuError

_EPILOG = "Every verb that reads or writes reports takes --store DIR (default: $WENJU_STORE, else .wenju in the current folder)."

_REPORT = "its key or file name, as wenju list shows them"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb; return 0, 1 for a failure or 2 for wrong use."""
    one_thread_a_product()
    end_uncollected()
    given = sys.argv[1:] if argv is None else argv
    parser = build_parser(given[0] if given else "")
    args, unknown = parser.parse_known_args(given)
    if unknown:
        parser.exit(2, f"wenju {args.verb}: {' '.join(unknown)}: not understood; see wenju {args.verb} --help\n")
    store = Path(args.store or os.environ.get("WENJU_STORE") or ".wenju")
    try:
        return int(args.run(store, args))
    except WenjuError as error:
        print(f"wenju: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    except BrokenPipeError:
        # `wenju … | head` closes our output; that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("wenju: stopped; what was finished before is kept", file=sys.stderr)
        return 1


Verbs = argparse._SubParsersAction  # the type has no public name


@dataclass(frozen=True, slots=True)
class _Shared:
    """Options that several verbs take."""

    common: argparse.ArgumentParser
    output: argparse.ArgumentParser
    batch: argparse.ArgumentParser
    limits: argparse.ArgumentParser


def build_parser(verb: str = "") -> argparse.ArgumentParser:
    """Return the parser of all verbs; for one of our own without version and verbs from outside, which take a while to be found."""
    parser: argparse.ArgumentParser = Parser(
        prog="wenju", description="Ask a folder of reports, find the passage, see the source.", epilog=_EPILOG
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    shared = _shared_options()
    _add_keeping(verbs, shared)
    _add_asking(verbs, shared)
    _add_checking(verbs, shared)
    _add_figures(verbs, shared)
    models.add_verb(verbs, [shared.common, shared.output])
    serving.add_verbs(verbs, shared.common)
    # The evaluation adds its verb from outside: app does not know what looks at it.
    if verb not in verbs.choices:
        from importlib.metadata import entry_points, version

        parser.add_argument("--version", action="version", version=f"wenju {version('wenju')}")
        for plugin in entry_points(group="wenju.verbs"):
            plugin.load()(verbs)
    explain(verbs)
    return parser


def _shared_options() -> _Shared:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--store", metavar="DIR", help="the folder of the store")
    output = argparse.ArgumentParser(add_help=False)
    output.add_argument("--json", action="store_true", help="print one JSON object a line")
    batch = argparse.ArgumentParser(add_help=False, parents=[output])
    batch.add_argument("--batch", type=Path, metavar="FILE", help="read JSON Lines, write one result line each")
    limits = argparse.ArgumentParser(add_help=False)
    limits.add_argument(
        "--year",
        type=int,
        action="append",
        default=[],
        metavar="Y",
        help="a year asked about, as if the question named it (repeatable)",
    )
    limits.add_argument("--report", action="append", default=[], metavar="R", help="only this report, by its key (repeatable)")
    return _Shared(common, output, batch, limits)


def _add_keeping(verbs: "Verbs[argparse.ArgumentParser]", shared: _Shared) -> None:
    """Add the verbs that fill the store."""
    ingest = verbs.add_parser("ingest", parents=[shared.common, shared.output], help="add or update files and folders")
    ingest.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a report or a folder of reports")
    ingest.set_defaults(run=commands.ingest)

    listing = verbs.add_parser("list", parents=[shared.common, shared.output], help="show what is in the store")
    listing.set_defaults(run=commands.list_reports)

    remove = verbs.add_parser("remove", parents=[shared.common, shared.output], help="take reports out of the store")
    remove.add_argument("reports", nargs="+", metavar="REPORT", help=_REPORT)
    remove.set_defaults(run=commands.remove)


def _add_asking(verbs: "Verbs[argparse.ArgumentParser]", shared: _Shared) -> None:
    """Add the verbs that look something up."""
    find = verbs.add_parser("find", parents=[shared.common, shared.batch, shared.limits], help="find passages")
    find.add_argument("query", nargs="?", metavar="QUERY", help="words, numbers or a question")
    find.add_argument("-k", type=int, default=10, metavar="N", help="how many passages (default 10)")
    find.add_argument("--place", action="append", default=[], metavar="P", help="only reports of this place (repeatable)")
    find.set_defaults(run=commands.find)

    ask = verbs.add_parser(
        "ask", parents=[shared.common, shared.batch, shared.limits], help="answer a question with cited figures"
    )
    ask.add_argument("question", nargs="?", metavar="QUESTION", help="a question in Chinese or English")
    ask.add_argument(
        "--history", action="append", default=[], metavar="Q", help="a question asked before (repeatable, oldest first)"
    )
    ask.set_defaults(run=commands.ask)


def _add_checking(verbs: "Verbs[argparse.ArgumentParser]", shared: _Shared) -> None:
    """Add the verbs that hold figures against the reports."""
    check = verbs.add_parser(
        "check",
        parents=[shared.common, shared.batch],
        help="hold the figures of a sentence, a paragraph or a draft against the reports",
    )
    check.add_argument("text", nargs="?", metavar="TEXT", help="the text; - reads standard input")
    check.add_argument("--file", type=Path, metavar="DRAFT", help="check a whole draft: .txt, .md or .docx")
    check.add_argument(
        "--out",
        type=Path,
        action="append",
        default=[],
        metavar="RESULT",
        help="write the checked draft (.html, .docx) or its findings (.csv, .xlsx) into this file (repeatable)",
    )
    check.add_argument(
        "--as-of", type=int, metavar="YEAR", help="the year in which the text was written: 去年 and 今年 count from it"
    )
    check.set_defaults(run=commands.check)

    lint = verbs.add_parser(
        "lint", parents=[shared.common, shared.output], help="find what does not fit in a report and with last year's"
    )
    lint.add_argument("reports", nargs="*", metavar="REPORT", help=f"{_REPORT} (default: all)")
    lint.set_defaults(run=commands.lint)


def _add_figures(verbs: "Verbs[argparse.ArgumentParser]", shared: _Shared) -> None:
    """Add the verbs that list figures."""
    trend = verbs.add_parser("trend", parents=[shared.common, shared.output], help="follow one measure over the years")
    trend.add_argument("measure", metavar="MEASURE", help="what to follow: 粮食产量, 国内生产总值增长")
    trend.add_argument(
        "--from", type=int, dest="first", metavar="Y", help="the first year (default: the first that the reports cover)"
    )
    trend.add_argument("--to", type=int, dest="last", metavar="Y", help="the last year")
    trend.add_argument(
        "--place", default="", metavar="P", help="whose reports to read (default: the nation's, or those of the only place)"
    )
    trend.add_argument("--plot", type=Path, metavar="FILE.png", help="draw the points into a file: .png, .svg or .pdf")
    trend.set_defaults(run=commands.trend)

    figures = verbs.add_parser(
        "figures",
        parents=[shared.common, shared.batch],
        help="read the figures of a text, or find figures of the reports by what they say",
    )
    figures.add_argument("text", nargs="?", metavar="TEXT", help="the text to read")
    figures.add_argument(
        "--value", default="", metavar="V", help="find this value in any unit and any way of writing: 1.39万亿斤"
    )
    figures.add_argument("--measure", default="", metavar="M", help="find what is measured: 粮食产量")
    figures.add_argument("--period", default="", metavar="P", help="of this period only: 2023, 2016-2020")
    figures.add_argument("--place", default="", metavar="P", help="in reports of this place only")
    figures.add_argument("--report", default="", metavar="R", help="in this report only, by its key")
    figures.add_argument("--status", choices=("actual", "target"), help="outcomes or targets only")
    figures.add_argument("-k", type=int, default=20, metavar="N", help="how many at most (default 20)")
    figures.set_defaults(run=commands.figures)


if __name__ == "__main__":
    sys.exit(main())
