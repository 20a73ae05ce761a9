from decimal import Decimal
from pathlib import Path

import pytest

from app.engine import Engine
from eval.cell_questions import invented_questions
from eval.cells import CELLS, CellQuestion, load_cells, measure_cells
from eval.json_lines import LinesError
from eval.make_formats import FORMATS
from index.encoders import open_encoder
from index.ingest import ingest

_PDF = "云栖县财政局2023年度部门决算.pdf"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    store = tmp_path_factory.mktemp("cells") / "store"
    ingest([FORMATS], store, open_encoder(None))
    return Engine.open(store)


def test_the_set_has_forty_questions_about_three_kinds_of_reports() -> None:
    cells = load_cells()
    assert len({cell.id for cell in cells}) == len(cells) == 40
    assert {Path(cell.file).suffix for cell in cells} == {".pdf", ".html", ".docx"}


def test_a_line_that_is_no_cell_is_told(tmp_path: Path) -> None:
    line = CELLS.read_text(encoding="utf-8").splitlines()[0].replace('"1607500"', '"viel"')
    (tmp_path / "cells.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(LinesError, match='line 1: "value" is viel: write a decimal number as text'):
        load_cells(tmp_path / "cells.jsonl")


def test_row_unit_and_page_are_measured(engine: Engine) -> None:
    right = CellQuestion("1", "云栖县财政局2023年农林水支出决算是多少？", _PDF, 2, "农林水支出", "318.44", Decimal(3184400), "元")
    other_unit = CellQuestion("2", "县财政局农林水支出多少吨？", _PDF, 1, "农林水支出", "318.44", Decimal(3184400), "吨")
    other_row = CellQuestion("3", "县财政局教育支出决算是多少？", _PDF, 2, "教育支出", "318.44", Decimal(3184400), "元")
    results = measure_cells(engine, [right, other_unit, other_row])
    assert results[0].rank is not None
    assert [(r.bound, r.page_right) for r in results] == [(True, True), (False, False), (False, False)]
    assert results[2].rank is None


def test_invented_questions_can_be_answered_from_their_rows(engine: Engine) -> None:
    rows = invented_questions(engine.library, [(_PDF, "农林水支出 318.44")])
    assert len(rows) > 30
    assert rows == invented_questions(engine.library, [(_PDF, "农林水支出 318.44")])
    for row in rows:
        assert row["answer"] in row["evidence"][0]["text"]
        assert any(char.isdigit() for char in row["question"])
    assert not [row for row in rows if row["answer"] == "318.44"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("2023年县财政局农林水支出决算是多少？", "318.44万元（农林水支出 · 决算数）[1]。"),
        ("松溪镇2023年工业用水量是多少？", "742万立方米（松溪镇 · 用水量 · 工业）[1]。"),
    ],
)
def test_an_answer_from_a_cell_quotes_its_row_and_names_its_column(engine: Engine, question: str, answer: str) -> None:
    given = engine.ask(question)
    assert given.answer.startswith(answer)
    assert given.citations[0].quote.count(" | ") >= 2
