import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.json_lines import LinesError, read_lines, write_lines


def test_blank_lines_are_skipped_and_lines_counted(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('\ufeff{"id": "a", "value": 1.10}\n\n  \n{"id": "b"}\r\n', encoding="utf-8")
    lines = read_lines(path)
    assert [(line.number, line.row) for line in lines] == [(1, {"id": "a", "value": Decimal("1.10")}), (4, {"id": "b"})]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"id": "a"}\n{"id":\n', r"set\.jsonl, line 2: not JSON \(Expecting value\); write one JSON object a line"),
        ("[1]\n", r"set\.jsonl, line 1: \[1\], not an object"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LinesError, match=why):
        read_lines(path)


def test_a_file_that_is_not_utf8_or_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    with pytest.raises(LinesError, match=r"set\.jsonl: cannot be read as UTF-8 JSON Lines"):
        read_lines(path)
    path.write_bytes("报告".encode("gb18030"))
    with pytest.raises(LinesError, match=r"set\.jsonl: cannot be read as UTF-8 JSON Lines"):
        read_lines(path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(LinesError, match=r"a\.jsonl: cannot be written"):
        write_lines(tmp_path / "out" / "a.jsonl", [])


@given(texts=st.lists(st.text(st.characters(codec="utf-8"))))
def test_what_is_written_reads_the_same_with_either_way_of_splitting(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "out" / "rows.jsonl"
    rows = [{"id": str(i), "text": text} for i, text in enumerate([*texts, "a\u2028b\u2029c\x85d\ne"])]
    write_lines(path, rows)
    assert [line.row for line in read_lines(path)] == rows
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == rows
