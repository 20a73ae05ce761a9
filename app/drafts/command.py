"""What `wenju check` does with one text or one draft: read, check with progress, print, write the results."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from app.drafts.checking import check_draft
from app.drafts.reading import ENDINGS, Draft, read_draft, read_text
from app.drafts.workers import helpers
from app.errors import UsageError
from app.json_objects import check_object
from app.printing import print_check
from app.progress import show_count
from app.verdict import Check
from corpus.encoding import decode

# A longer text is no name of a file.
_LONGEST_PATH = 255


def check_one(store: Path, args: argparse.Namespace) -> int:
    """Check the text or the draft that the arguments give. Raises UsageError where they give none or two, and as reading and writing do."""
    draft = read_argument(args.text, args.file)
    if args.out:
        from app.drafts.export import refuse_outputs

        refuse_outputs(args.out, draft)
    with helpers(store, len(draft.document.text)) as helped:
        from app.engine import Engine

        engine = Engine.open(store)
        with show_count("段") as on_text:
            checked = check_draft(engine, draft, on_text=on_text, helped=helped, as_of=args.as_of)
    if args.json:
        print(json.dumps(check_object(checked), ensure_ascii=False))
    else:
        print_check(checked)
    if args.out:
        _write(args.out, draft, checked)
    return 0


def _write(paths: Sequence[Path], draft: Draft, checked: Check) -> None:
    from app.drafts.export import write_result

    for path in paths:
        write_result(path, draft, checked)
        print(f"{path}: written", file=sys.stderr)


def read_argument(text: str | None, file: Path | None) -> Draft:
    """Return the draft that TEXT or --file gives; `-` for either is standard input."""
    if text is not None and file is not None:
        raise UsageError("TEXT and --file DRAFT do not go together: leave one out")
    if text is None and file is None:
        raise UsageError("TEXT is missing: write it behind the verb in quotation marks, or give --file DRAFT or --batch FILE")
    if text == "-" or file == Path("-"):
        return read_text(decode(sys.stdin.buffer.read(), "standard input").text, name="standard input")
    if file is not None:
        return read_draft(file)
    assert text is not None
    if len(text) < _LONGEST_PATH and text.lower().endswith(ENDINGS) and Path(text).is_file():
        raise UsageError(f"{text}: a file has this name; to check what is in it write --file {text}")
    return read_text(text, name="TEXT")
