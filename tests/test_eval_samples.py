import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.table import Table

from eval.make_samples import SAMPLES, SOURCES, make_samples
from eval.sets import load_claims, load_questions

SETS = Path(__file__).parent.parent / "eval" / "sets"
QUESTIONS, CLAIMS, ANALYSIS, RECKONED = (
    SETS / f"{stem}.jsonl" for stem in ("samples_questions", "samples_claims", "analysis_questions", "analysis_claims")
)
TYPES = {
    "direct", "paraphrase", "list", "multi_year", "target_vs_actual", "table", "derived", "text", "english", "followup",
    "unanswerable",
}  # fmt: skip


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def text_of(path: Path) -> str:
    """Return the text of a sample, a table row as its cells joined by " | "."""
    if path.suffix == ".docx":
        blocks = Document(str(path)).iter_inner_content()
        return "\n".join(table_text(block) if isinstance(block, Table) else block.text for block in blocks)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    return re.sub(r"^\| (.+) \|$", r"\1", text, flags=re.MULTILINE)


def table_text(table: Table) -> str:
    return "\n".join(" | ".join(cell.text for cell in row.cells) for row in table.rows)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: text_of(path) for path in SAMPLES.iterdir() if path.is_file()}


@pytest.mark.parametrize("path", [QUESTIONS, CLAIMS, ANALYSIS, RECKONED], ids=lambda path: path.stem)
def test_every_evidence_stands_in_its_report(path: Path, texts: dict[str, str]) -> None:
    pieces = [(row["id"], piece) for row in rows(path) for piece in row["evidence"]]
    assert [(name, piece) for name, piece in pieces if piece["text"] not in texts[piece["file"]]] == []


@pytest.mark.parametrize("path", [QUESTIONS, CLAIMS, ANALYSIS, RECKONED], ids=lambda path: path.stem)
def test_a_piece_is_marked_as_table_where_it_is_a_row(path: Path) -> None:
    pieces = [piece for row in rows(path) for piece in row["evidence"]]
    assert [piece for piece in pieces if piece.get("table", False) != (" | " in piece["text"])] == []


def test_the_questions_load_and_are_of_every_type() -> None:
    questions = load_questions(QUESTIONS)
    assert len(questions) == 178
    assert {q.type for q in questions} == TYPES
    assert sum(not q.answerable for q in questions) >= 8
    assert all(q.history for q in questions if q.type == "followup")
    assert {q.answer for q in questions if not q.answerable} == {"NOT_FOUND"}


def test_the_questions_of_analysis_load_and_say_what_the_first_line_tells() -> None:
    questions = load_questions(ANALYSIS)
    assert len(questions) == 75
    assert {q.type for q in questions if q.says} >= {"most", "mark", "met", "yes_no", "direction", "comparison"}
    assert all(q.says for q in questions if q.type in {"most", "mark", "met", "yes_no", "direction", "comparison"})
    assert {q.answer for q in questions if not q.answerable} == {"NOT_FOUND"}


@pytest.mark.parametrize(("path", "number"), [(CLAIMS, 76), (RECKONED, 26)], ids=lambda p: str(p))
def test_the_claims_load_and_are_of_every_verdict(path: Path, number: int) -> None:
    claims = load_claims(path)
    assert len(claims) == number
    assert {c.verdict for c in claims} == {"supported", "refuted", "not_found"}
    assert all(bool(c.correct) == (c.verdict == "refuted") for c in claims)
    assert all(bool(c.evidence) == (c.verdict != "not_found") for c in claims)


def test_every_sample_is_asked_about() -> None:
    assert {piece["file"] for row in rows(QUESTIONS) for piece in row["evidence"]} == {
        p.name for p in SAMPLES.iterdir() if p.is_file()
    }


def test_the_committed_files_are_what_the_sources_give(tmp_path: Path) -> None:
    made = make_samples(tmp_path)
    assert len(made) == len(list(SOURCES.iterdir()))
    assert [path.name for path in made if path.read_bytes() != (SAMPLES / path.name).read_bytes()] == []
