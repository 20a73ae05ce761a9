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


def test_a_table_goes_on_behind_the_notes_at_the_foot_of_a_page_and_a_cut_row_is_made_whole(tmp_path: Path) -> None:
    long_name = ["粮食和油料产量", "31.6", "2.1"]
    first = [Text("表1 农产品产量", 200, 560), Text("单位：万吨", 420, 584), *ruled_table([ROWS[0], long_name], top=600)]
    second = ruled_table([ROWS[0], ["", "合计", ""], ["棉花产量", "0.12", "0.3"]], top=120)
    second = [Text("（初步）", i.x, i.y, i.size) if isinstance(i, Text) and i.text == "合计" else i for i in second]
    note = Text("1 含各乡镇上报数。", 80, HEIGHT - 100, 9)
    document = read_document(write_pdf(tmp_path / "a.pdf", [[*first, note], second]))
    assert [(t.caption, t.unit) for t in document.tables] == [("表1 农产品产量", "单位：万吨")]
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind == "row"]
    assert rows == ["粮食和油料产量 | 31.6 | 2.1", " | （初步）", "棉花产量 | 0.12 | 0.3"]
    assert document.text.endswith("1 含各乡镇上报数。")


def test_the_rest_of_a_row_that_the_end_of_a_page_cut_joins_it(tmp_path: Path) -> None:
    head = ["编码", "名称", "数额"]
    first = ruled_table([head, ["2101", "灌区改造", "126.5"]])
    second = ruled_table([head, ["", "与维护", ""], ["2102", "河堤", "88.1"]], top=120)
    document = read_document(write_pdf(tmp_path / "a.pdf", [first, second]))
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind == "row"]
    assert rows == ["2101 | 灌区改造与维护 | 126.5", "2102 | 河堤 | 88.1"]


def test_the_columns_of_a_page_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"左栏第{n}行全县新建农田二万四千亩改造供水管网" for n in "一二三四五六七八"]
    right = [f"右栏第{n}行新增就业一千二百人培训八百人次共" for n in "一二三四五六七八"]
    items: list[Item] = [Text("云栖县二〇二二年工作情况专刊", 180, 90, 16)]
    for n, (a, b) in enumerate(zip(left, right, strict=True)):
        items += [Text(a, 60, 140 + 20 * n, 10), Text(b, 320, 147 + 20 * n, 10)]
    assert [text for _, _, text in lines_of(write_pdf(tmp_path / "a.pdf", [items]))] == [
        "云栖县二〇二二年工作情况专刊",
        "".join(left) + "".join(right),
    ]


def test_a_table_without_rules_keeps_its_head_its_total_and_its_long_labels(tmp_path: Path) -> None:
    def row(top: float, *cells: str) -> list[Item]:
        return [Text(cell, x, top, 10) for cell, x in zip(cells, (60, 260, 340, 440), strict=True) if cell]

    items = [
        Text("$ in millions", 60, 80, 10),
        *row(120, "", "Note", "2024", "2023"),
        *row(140, "Quays, cranes and", "9", "2,310.4", "2,188.7"),
        *row(153, "equipment", "", "", ""),
        *row(175, "Goodwill", "10", "640.0", "-"),
        *row(195, "Debts", "11", "(120.5)", "(310.2)"),
        *row(215, "Net assets", "", "2,829.9", "1,878.5"),
    ]
    path = write_pdf(tmp_path / "Accounts of Ashmere 2024.pdf", [items])
    document = read_document(path)
    rows = [document.text[b.start : b.end] for b in document.blocks if b.kind == "row"]
    assert rows == [
        "Quays, cranes and equipment | 9 | 2,310.4 | 2,188.7", "Goodwill | 10 | 640.0 | -", "Debts | 11 | (120.5) | (310.2)",
        "Net assets |  | 2,829.9 | 1,878.5",
    ]  # fmt: skip
    assert (document.tables[0].unit, document.tables[0].header) == ("$ in millions", ("", "Note", "2024", "2023"))
