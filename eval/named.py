"""The sets that have a name, with the reports that they ask about, and sets in files of one's own."""

from dataclasses import dataclass
from pathlib import Path

from eval.json_lines import LinesError
from eval.sets import Claim, Question, holds_claims, load_claims, load_questions

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class EvalSet:
    """Questions and claims with the reports that they ask about; no reports are known of a set from a file of one's own."""

    name: str
    questions: tuple[Question, ...]
    claims: tuple[Claim, ...]
    reports: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a named set lies: in `folder` as `stem`_questions.jsonl and, if there are any claims, `stem`_claims.jsonl."""

    folder: Path
    stem: str
    reports: tuple[Path, ...]


_REPORTS = SHARED / "reports"
NAMED = {
    "samples": _Place(ROOT / "eval" / "sets", "samples", (ROOT / "corpus" / "samples",)),
    "analysis": _Place(ROOT / "eval" / "sets", "analysis", (ROOT / "corpus" / "samples",)),
    # On the real reports too, asked by writers who had seen no answer: those that answers were read of, and those that are only scored.
    "reports": _Place(ROOT / "eval" / "sets", "reports", (_REPORTS,)),
    "held": _Place(ROOT / "eval" / "sets", "held", (_REPORTS,)),
    "b": _Place(SHARED / "eval", "set_b", (_REPORTS / "central", _REPORTS / "county")),
    "d": _Place(SHARED / "eval", "set_d", (_REPORTS,)),
}


def load_set(name_or_file: str) -> EvalSet:
    """Load a set by its name or from a file of questions or claims. Raises LinesError."""
    place = NAMED.get(name_or_file)
    return _load_named(name_or_file, place) if place else _load_file(Path(name_or_file))


def _load_named(name: str, place: _Place) -> EvalSet:
    questions, claims = (place.folder / f"{place.stem}_{what}.jsonl" for what in ("questions", "claims"))
    return EvalSet(name, load_questions(questions), load_claims(claims) if claims.exists() else (), place.reports)


def _load_file(path: Path) -> EvalSet:
    if not path.exists():
        raise LinesError(
            f"{path}: is neither a set ({', '.join(NAMED)}) nor a file; give one of these names or a file of JSON Lines"
        )
    if holds_claims(path):
        return EvalSet(path.stem, (), load_claims(path), ())
    return EvalSet(path.stem, load_questions(path), (), ())
