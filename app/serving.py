"""The verbs that serve the page and make accounts for it."""

import argparse
import gc
import getpass
import sys
from pathlib import Path

# The engine, the index, the page and what makes passwords are imported by the verb that needs them: `wenju --help` stays light.

_LAST_PORT = 65_535


def add_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add `serve` and `password` to the verbs."""
    serve = verbs.add_parser("serve", parents=[common], help="serve the web page")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", type=_port, default=7860, help="the port to listen on (default 7860)")
    serve.add_argument("--auth", type=Path, metavar="FILE", help="ask for name and password: lines of `wenju password NAME`")
    serve.add_argument("--allow-anyone", action="store_true", help="serve other machines without asking who they are")
    serve.add_argument("--read-only", action="store_true", help="no report can be added or removed from the page")
    serve.add_argument(
        "--max-file-mb", type=_positive, default=200, metavar="N", help="the largest report that may be uploaded (default 200)"
    )
    serve.add_argument(
        "--max-files", type=_positive, default=2_000, metavar="N", help="how many may be uploaded at once (default 2000)"
    )
    serve.set_defaults(run=run_serve)

    password = verbs.add_parser("password", help="make a line with a hashed password for `serve --auth FILE`")
    password.add_argument("name", metavar="NAME", help="the name to log in with")
    password.set_defaults(run=run_password, store=None)


def run_serve(store: Path, args: argparse.Namespace) -> int:
    """Serve the web page until stopped; a store that is not there yet begins empty, to be filled from the page."""
    from app.engine import Engine
    from app.intake.job import Intake
    from app.intake.limits import MEGABYTE, Limits
    from app.passwords import read_accounts
    from app.web.binding import check_exposure
    from app.web.server import serve
    from index.encoders import open_encoder
    from index.opening import create_store
    from index.store import FILE

    accounts = read_accounts(args.auth) if args.auth else None
    check_exposure(args.host, has_accounts=accounts is not None, anyone=args.allow_anyone)
    if not (store / FILE).exists() and not args.read_only:
        create_store(store, open_encoder(None)).close()
        print(f"{store}: a new, empty store; add reports on the page or with wenju ingest", file=sys.stderr)
    engine = Engine.open(store)
    limits = Limits(file_bytes=args.max_file_mb * MEGABYTE, files=args.max_files)
    engine.follow_aside()
    intake = None if args.read_only else Intake(store, engine.passage_encoder, limits, after=engine.catch_up)
    # What is loaded by now stays: the collector need not look through it again and again (as in `app.drafts.workers`).
    gc.collect()
    gc.freeze()
    serve(engine, host=args.host, port=args.port, accounts=accounts, intake=intake)
    return 0


def run_password(_store: Path, args: argparse.Namespace) -> int:
    """Ask for a password twice (or read one line of standard input) and print the line for the file of accounts."""
    from app.passwords import PasswordError, account_line

    if sys.stdin.isatty():
        password = getpass.getpass(f"password of {args.name}: ")
        if getpass.getpass("once more: ") != password:
            raise PasswordError("the two are not the same: try again")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    print(account_line(args.name, password))
    return 0


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is no port: give a number from 1 to {_LAST_PORT}")
    return number


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is below 1")
    return number
