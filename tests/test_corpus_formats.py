"""The samples of every format: values, units, periods, pages and spans; and files that lie, are cut off or ask for a password."""

import io
import os
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2 as pdfium
import pytest

from corpus.errors import UnreadableFileError
from corpus.figures.figure import Figure
from corpus.readers import ocr, read_document
from corpus.readers.kind import kind_of
from corpus.reading import read_report
from corpus.report import Report
from eval.make_formats import FORMATS, OPTIONAL, make_formats

_ACCOUNTS = FORMATS / "云栖县财政局2023年度部门决算.pdf"
_INDICATORS = FORMATS / "云栖县2021-2023年主要经济指标.xlsx"
_TOWNS = FORMATS / "云栖县2023年各镇人口和耕地.xls"
_SLIDES = FORMATS / "云栖县2023年招商引资工作汇报.pptx"
_WATER = FORMATS / "云栖县2023年水资源公报.html"
_POWER = FORMATS / "云栖县2023年分行业用电量.csv"
_SCAN = OPTIONAL / "云栖县财政局2023年度部门决算（扫描）.pdf"
_PHOTO = _SCAN.with_suffix(".png")
_FORESTRY = OPTIONAL / "云栖县2022年林业工作总结.rtf"

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice, which .ci/run installs")


def _figure(report: Report, text: str) -> tuple[Figure, int | None]:
    """Return the one figure that is written so, and the page of its passage."""
    found = [(f, p.page) for p, figures in zip(report.passages, report.figures, strict=True) for f in figures if f.text == text]
    assert len(found) == 1, (text, found)
    return found[0]


@pytest.mark.parametrize(
    ("path", "text", "value", "unit", "period", "subject", "page"),
    [
        (_ACCOUNTS, "1562.38万元", "15623800", "元", "2023", "县财政局收入", 1),
        (_ACCOUNTS, "135.22万元", "1352200", "元", "2023", "结转和结余", 1),
        (_ACCOUNTS, "47.06", "470600", "元", "2023", "卫生健康支出 决算数", 1),
        (_ACCOUNTS, "71.39", "713900", "元", "2023", "住房保障支出 决算数", 2),
        (_ACCOUNTS, "4.2%", "4.2", "%", "2023", "机关运行经费支出", 2),
        (_INDICATORS, "67.08", "6708000000", "元", "2023", "社会消费品零售额 总量", None),
        (_INDICATORS, "2.7%", "2.7", "%", "2022", "社会消费品零售额", None),
        (_INDICATORS, "88.50", "8850000000", "元", "2021", "固定资产投资额 总量", None),
        (_TOWNS, "52180", "52180", "亩", "2023", "松溪镇 耕地面积", None),
        (_TOWNS, "33.7%", "33.7", "%", "2023", "龙潭镇 城镇化率", None),
        (_SLIDES, "58.7亿元", "5870000000", "元", "2023", "协议投资额", 2),
        (_SLIDES, "4.8", "480000000", "元", "2023", "食品加工 到位资金", 2),
        (_SLIDES, "11个", "11", "个", "2023", "亿元以上项目", 2),
        (_SLIDES, "18.9", "1890000000", "元", "2022", "到位资金（亿元）", 3),
        (_WATER, "2.37亿立方米", "237000000", "立方米", "2023", "全县用水总量", None),
        (_WATER, "742", "7420000", "立方米", "2023", "松溪镇 用水量 工业", None),
        (_POWER, "5284", "52840000", "千瓦时", "2023-07/2023-09", "第三产业 三季度", None),
    ],
    ids=lambda value: value.name[:12] if isinstance(value, Path) else None,
)
def test_figures_of_every_format_are_read_exactly(
    path: Path, text: str, value: str, unit: str, period: str, subject: str, page: int | None
) -> None:
    figure, at = _figure(read_report(path, key=path.name), text)
    assert (figure.value, figure.unit, figure.period, figure.subject, at) == (Decimal(value), unit, period, subject, page)


@pytest.mark.parametrize("path", sorted(p for p in FORMATS.iterdir() if p.suffix != ".zip"), ids=lambda path: path.suffix)
def test_every_span_of_a_sample_is_its_text(path: Path) -> None:
    report = read_report(path, key=path.name)
    assert report.notes == ()
    assert [p for p in report.passages if report.text[p.start : p.end] != p.text] == []
    assert [f for figures in report.figures for f in figures if report.text[f.start : f.end] != f.text] == []


def test_the_committed_samples_are_what_the_script_makes(tmp_path: Path) -> None:
    made = make_formats(tmp_path)
    assert {path.name for path in made} == {path.name for path in FORMATS.iterdir()}
    for path in made:
        if path.suffix != ".zip":
            assert read_document(path) == read_document(FORMATS / path.name)
    archive = next(path for path in made if path.suffix == ".zip")
    assert archive.read_bytes() == (FORMATS / archive.name).read_bytes()


def test_menus_running_heads_and_hidden_sheets_are_left_out() -> None:
    assert "首页" not in read_document(_WATER).text
    assert "10086" not in read_document(_WATER).text
    assert "部门决算\n" not in read_document(_ACCOUNTS).text.removeprefix("云栖县财政局2023年度部门决算\n")
    assert "- 2 -" not in read_document(_ACCOUNTS).text
    assert "999" not in read_document(_INDICATORS).text


@pytest.mark.slow
@pytest.mark.parametrize("path", [_SCAN, _PHOTO], ids=["pdf", "png"])
def test_a_scan_is_read_with_its_table_its_page_and_a_note_of_doubt(path: Path) -> None:
    report = read_report(path, key=path.name)
    assert _figure(report, "109.82")[0].value == Decimal(1098200)
    assert _figure(report, "87.45万元")[1] == 1
    assert len(report.notes) == 1
    assert report.notes[0].startswith("page 1: recognised from pictures, confidence 0.9")


@pytest.mark.parametrize(
    ("path", "what"), [(_SCAN, "1 pages without text, 1 of them pictures"), (_PHOTO, "a picture")], ids=["pdf", "png"]
)
def test_without_the_extra_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch, path: Path, what: str) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(UnreadableFileError, match=rf"{what}.*; install text recognition with: make ocr"):
        read_document(path)


def test_a_scanned_page_among_others_is_noted_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pdfium.PdfDocument.new() as both, pdfium.PdfDocument(_ACCOUNTS) as text, pdfium.PdfDocument(_SCAN) as scan:
        both.import_pages(text, [0])
        both.import_pages(scan)
        both.import_pages(text, [1])
        both.save(tmp_path / "both.pdf")
    document = read_document(tmp_path / "both.pdf")
    assert document.notes == ("page 2: a picture without text, left out; " + ocr.INSTALL,)
    assert {block.page for block in document.blocks} == {1, 3}


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("path", [_FORESTRY, _FORESTRY.with_suffix(".doc")], ids=["rtf", "doc"])
def test_old_formats_are_read_through_libreoffice(path: Path) -> None:
    figure, _ = _figure(read_report(path, key=path.name), "1.35万亩")
    assert (figure.value, figure.unit, figure.period) == (Decimal(13500), "亩", "2022")


def test_without_libreoffice_old_formats_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.office._PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableFileError, match=r"reading rtf needs LibreOffice; install it, or save the file as docx"):
        read_document(_FORESTRY)


def test_what_libreoffice_cannot_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho 'Error: source file could not be loaded' >&2\n")
    program.chmod(0o755)
    monkeypatch.setattr("corpus.readers.office._PROGRAMS", (str(program),))
    with pytest.raises(UnreadableFileError, match=r"LibreOffice could not read it \(Error: source file could not be loaded\)"):
        read_document(_FORESTRY)


@pytest.mark.parametrize("path", [*sorted(FORMATS.iterdir()), *sorted(OPTIONAL.iterdir())], ids=lambda path: path.suffix)
def test_a_file_is_known_by_its_content(tmp_path: Path, path: Path) -> None:
    unnamed = tmp_path / "报告"
    shutil.copyfile(path, unnamed)
    assert kind_of(unnamed) == ("" if path.suffix == ".csv" else path.suffix)


@pytest.mark.parametrize(
    ("source", "name"), [(_INDICATORS, "a.docx"), (_ACCOUNTS, "a.docx"), (_WATER, "a.doc"), (_WATER, "a.xls"), (_TOWNS, "a.xlsx"), (_SLIDES, "a.pdf")]
)  # fmt: skip
def test_a_wrongly_named_file_is_read_as_what_it_is_and_noted(tmp_path: Path, source: Path, name: str) -> None:
    shutil.copyfile(source, tmp_path / name)
    document = read_document(tmp_path / name)
    assert document.text == read_document(source).text
    assert document.notes == (f"named {Path(name).suffix}, but a {source.suffix[1:]} file: read as that",)


@pytest.mark.parametrize(
    "path", [*sorted(p for p in FORMATS.iterdir() if p.suffix in {".pdf", ".xlsx", ".xls", ".pptx"}), _PHOTO], ids=lambda path: path.suffix
)  # fmt: skip
def test_a_truncated_file_is_told(tmp_path: Path, path: Path) -> None:
    data = path.read_bytes()
    cut = tmp_path / path.name
    cut.write_bytes(data[: len(data) // 3])
    with pytest.raises(UnreadableFileError, match=r"(not a whole|without text|no text)"):
        read_document(cut)


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".xls", ".pptx", ".doc", ".html", ".csv", ".png"])
def test_an_empty_file_is_told(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a{ending}").write_bytes(b"")
    with pytest.raises(UnreadableFileError, match=rf"a{ending}: the file is empty"):
        read_document(tmp_path / f"a{ending}")


def test_an_office_file_behind_a_password_is_told(tmp_path: Path) -> None:
    # An encrypted docx is a compound file with a stream of this name.
    data = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1024) + "EncryptedPackage\0".encode("utf-16-le") + bytes(512)
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(UnreadableFileError, match=r"a\.docx: the file asks for a password; save a copy without one"):
        read_document(tmp_path / "a.docx")


def test_a_pdf_behind_a_password_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(_locked_pdf())
    with pytest.raises(UnreadableFileError, match=r"a\.pdf: the PDF asks for a password; save a copy without one"):
        read_document(tmp_path / "a.pdf")


def _locked_pdf() -> bytes:
    """Return a PDF whose encryption no empty password opens (its keys are of nothing)."""
    locked = "<" + "5a" * 32 + ">"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O {locked} /U {locked} >>",
    ]
    data, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    table = len(data)
    data += "xref\n0 4\n0000000000 65535 f \n" + "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = "trailer << /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>] >>"
    return f"{data}{trailer}\nstartxref\n{table}\n%%EOF\n".encode()


@pytest.mark.slow
def test_a_pdf_of_60_mb_is_read(tmp_path: Path) -> None:
    noise = pdfium.PdfBitmap.new_native(4000, 5200, 4)
    large = tmp_path / "large.pdf"
    with pdfium.PdfDocument(_ACCOUNTS) as document:
        page = document[0]
        picture = pdfium.PdfImage.new(document)
        buffer = noise.to_numpy()
        buffer[:] = 255
        buffer[:, :, :3] = memoryview(os.urandom(4000 * 5200 * 3)).cast("B", (5200, 4000, 3))
        picture.set_bitmap(noise)
        page.insert_obj(picture)
        page.gen_content()
        document.save(large)
    assert large.stat().st_size > 60_000_000
    assert _figure(read_report(large, key="large.pdf"), "71.39")[1] == 2


def test_a_workbook_with_another_programs_date_and_percent_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([None, "占比", "金额"], ["甲", 0.12345, 1234.5], ["乙", 0.5, -3]):
        sheet.append(row)
    for cell in sheet["B"]:
        cell.number_format = "0.00%"
    for cell in sheet["C"]:
        cell.number_format = '#,##0.00"万元"'
    book.save(tmp_path / "a.xlsx")
    assert read_document(tmp_path / "a.xlsx").text.split("\n")[-2:] == ["甲 | 12.35% | 1234.50万元", "乙 | 50.00% | -3.00万元"]


def test_an_archive_named_as_a_report_is_told(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "甲")
    (tmp_path / "a").write_bytes(data.getvalue())
    with pytest.raises(UnreadableFileError, match="an archive inside an archive, or one of no reports; unpack it"):
        read_document(tmp_path / "a")
