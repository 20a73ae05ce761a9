from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.readers import read_document
from corpus.reading import read_report
from eval.pdf_files import HEIGHT, Item, Rule, Text, ruled_table, write_pdf

LINE = "全县新建高标准农田二万四千亩改造供水管网一百二十公里新增就业一千二百"
ROWS = [["指标", "2022年", "比上年增长（%）"], ["粮食产量（万吨）", "31.6", "2.1"], ["油料产量（万吨）", "2.85", "-1.4"]]


def paragraph(lines: list[str], *, top: float = 100, indent: float = 24) -> list[Item]:
    return [Text(line, 80 + (indent if n == 0 else 0), top + 20 * n) for n, line in enumerate(lines)]


def lines_of(path: Path) -> list[tuple[str, int | None, str]]:
    document = read_document(path)
    return [(b.kind, b.page, document.text[b.start : b.end]) for b in document.blocks]


def test_the_lines_of_a_paragraph_are_joined_and_a_number_is_not_cut(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [paragraph([LINE[:-2], f"{LINE}2", "946.25万元。", "二、工业"])])
    assert lines_of(path) == [("paragraph", 1, f"{LINE[:-2]}{LINE}2946.25万元。"), ("paragraph", 1, "二、工业")]


def test_running_heads_and_page_numbers_are_left_out_and_a_sentence_goes_on_over_the_page(tmp_path: Path) -> None:
    pages: list[list[Item]] = []
    for n in range(1, 5):
        edge: list[Item] = [Text("云栖县统计公报2022", 200, 40), Text(f"- {n} -", 280, HEIGHT - 30)]
        pages.append([*edge, *paragraph([LINE, LINE], top=120, indent=0)])
    found = lines_of(write_pdf(tmp_path / "a.pdf", pages))
    assert [(kind, page) for kind, page, _ in found] == [("paragraph", 1)]
    assert found[0][2] == LINE * 8


def test_a_ruled_table_gives_rows_with_caption_unit_and_header(tmp_path: Path) -> None:
    items: list[Item] = [Text("表1 农产品产量", 200, 160), Text("单位：万吨", 420, 184), *ruled_table(ROWS)]
    document = read_document(write_pdf(tmp_path / "a.pdf", [items]))
    assert [(t.caption, t.unit, t.header) for t in document.tables] == [("表1 农产品产量", "单位：万吨", tuple(ROWS[0]))]
    rows = [(b.page, document.text[b.start : b.end]) for b in document.blocks if b.kind == "row"]
    assert rows == [(1, "粮食产量（万吨） | 31.6 | 2.1"), (1, "油料产量（万吨） | 2.85 | -1.4")]


def test_a_table_goes_on_over_the_page_and_its_repeated_head_is_read_once(tmp_path: Path) -> None:
    first = [Text("表1 农产品产量", 200, 160), *ruled_table(ROWS)]
    second = ruled_table([ROWS[0], ["棉花产量（万吨）", "0.12", "0.3"]], top=120)
    document = read_document(write_pdf(tmp_path / "a.pdf", [first, second]))
    assert len(document.tables) == 1
    rows = [(b.page, document.text[b.start : b.end]) for b in document.blocks if b.kind == "row"]
    assert rows[-1] == (2, "棉花产量（万吨） | 0.12 | 0.3")
    assert len(rows) == 3


def test_the_figures_of_a_cell_have_unit_period_and_page(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "云栖县2022年统计公报.pdf", [[Text("云栖县2022年统计公报", 200, 130), *ruled_table(ROWS)]])
    report = read_report(path, key=path.name)
    passage, figures = next(
        both for both in zip(report.passages, report.figures, strict=True) if both[0].text.startswith("粮食产量")
    )
    assert [(f.text, f.unit, f.kind, f.period) for f in figures] == [
        ("31.6", "吨", "level", "2022"),
        ("2.1", "%", "growth", "2022"),
    ]
    assert passage.page == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"no pdf at all", "not a whole PDF"),
        (b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog", "not a whole PDF"),
    ],
)
def test_a_defect_is_told_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=message) as raised:
        read_document(path)
    assert "\n" not in str(raised.value)


def test_a_pdf_of_blank_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="2 pages without text; export it again"):
        read_document(write_pdf(tmp_path / "a.pdf", [[], []]))


def test_the_last_row_of_a_table_may_stand_alone_on_the_next_page(tmp_path: Path) -> None:
    first = ruled_table([["单位", "税率（%）"], ["甲公司", "15"]], top=700)
    document = read_document(write_pdf(tmp_path / "a.pdf", [first, ruled_table([["乙公司", "20"]], top=60)]))
    assert [(document.text[b.start : b.end], b.page) for b in document.blocks if b.kind == "row"] == [
        ("甲公司 | 15", 1),
        ("乙公司 | 20", 2),
    ]


def test_a_merged_label_goes_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    def grid(top: float, rows: list[tuple[str, str]], label: str) -> list[Item]:
        bottom = top + 24 * len(rows)
        lines: list[Item] = [Rule(x, top, x, bottom) for x in (80, 180, 300, 400)]
        lines += [Rule(80, y, 400, y) for y in (top, bottom)]
        lines += [Rule(180, top + 24 * n, 400, top + 24 * n) for n in range(1, len(rows))]
        texts = [
            Text(cell, x, top + 24 * n + 16, 10) for n, row in enumerate(rows) for cell, x in zip(row, (184, 304), strict=True)
        ]
        return [*lines, *([Text(label, 84, top + 30, 10)] if label else []), *texts]

    first = grid(720, [("受理", "31"), ("答复", "29")], "办理结果")
    second = grid(60, [("转出", "4"), ("结转", "2")], "")
    document = read_document(write_pdf(tmp_path / "a.pdf", [first, second]))
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "办理结果 | 受理 | 31", "办理结果 | 答复 | 29", "办理结果 | 转出 | 4", "办理结果 | 结转 | 2",
    ]  # fmt: skip
