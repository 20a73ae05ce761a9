"""What checks drafts, as the page needs it: a text or a file goes in, a check comes out, with what makes its downloads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.drafts.checking import check_draft
from app.drafts.export import FORMS
from app.drafts.reading import Draft, read_draft, read_text
from app.verdict import Check
from app.web.engine import Engine
from corpus.document import Document
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:
    from app.engine import Engine as WholeEngine


# Takes how many pieces are checked and how many there are; may raise to stop.
OnPiece = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked draft as it was read, and what makes each download of it."""

    check: Check
    makers: Mapping[str, Callable[[], bytes]]
    document: Document


def check_pasted(engine: Engine, text: str, on_piece: OnPiece) -> Checked:
    """Check a text. Raises WenjuError."""
    return _check(engine, read_text(text, name="核对"), on_piece)


def check_file(engine: Engine, path: Path, name: str, on_piece: OnPiece) -> Checked:
    """Check a draft in a file that was called `name`. Raises WenjuError."""
    try:
        draft = read_draft(path)
    except UnreadableFileError as error:
        # What is wrong is told under the name that the reader knows.
        raise UnreadableFileError(str(error).replace(path.name, name)) from error
    return _check(engine, Draft(name, draft.path, draft.document), on_piece)


def _check(engine: Engine, draft: Draft, on_piece: OnPiece) -> Checked:
    # No helpers: they would take the cores from those who ask meanwhile.
    # Without them it needs no more of an engine than the page knows.
    check = check_draft(cast("WholeEngine", engine), draft, on_text=on_piece)
    makers = {ending.removeprefix("."): partial(form, draft, check) for ending, form in FORMS.items()}
    return Checked(check, makers, draft.document)
