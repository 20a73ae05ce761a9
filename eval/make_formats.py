"""Make the samples of the formats that people do not write by hand: pdf, html, xlsx, xls, csv, pptx, zip, rtf, and a scan.

    python -m eval.make_formats

Those in corpus/samples/formats read the same after every run (the times inside xlsx and pptx differ). Those in corpus/samples_optional need LibreOffice (rtf, doc) or
text recognition (scan) to be read; the scan is drawn with the Chinese font of the machine, the doc by its LibreOffice.
"""

import datetime
import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2 as pdfium
import xlwt
from openpyxl.styles import Alignment
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from eval.make_samples import SAMPLES, with_fixed_times
from eval.pdf_files import Item, Text, ruled_table, write_pdf

FORMATS = SAMPLES / "formats"
OPTIONAL = SAMPLES.parent / "samples_optional"

_WRITTEN = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_ZIP_TIME = (2024, 1, 1, 0, 0, 0)

_ACCOUNTS = [
    ["项目", "年初预算数", "决算数"],
    ["一、一般公共服务支出", "812.40", "845.27"],
    ["二、教育支出", "36.00", "35.18"],
    ["三、社会保障和就业支出", "104.63", "109.82"],
    ["四、卫生健康支出", "48.15", "47.06"],
    ["五、农林水支出", "275.00", "318.44"],
    ["六、住房保障支出", "66.72", "71.39"],
]


def make_formats(folder: Path) -> tuple[Path, ...]:
    """Write the samples that every installation reads into a folder; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    makers = (_accounts, _water, _indicators, _townships, _electricity, _investment, _summaries)
    return tuple(make(folder) for make in makers)


def make_optional(folder: Path) -> tuple[Path, ...]:
    """Write the samples that need an extra or LibreOffice into a folder; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    rtf = _forestry(folder)
    made = [rtf, *_scan(folder)]
    program = shutil.which("soffice")
    if program:
        subprocess.run(
            [program, "--headless", "--convert-to", "doc", "--outdir", str(folder), str(rtf)], check=True, capture_output=True
        )
        made.append(rtf.with_suffix(".doc"))
    return tuple(made)


def _accounts(folder: Path) -> Path:
    """Write a PDF of two pages: running head, page numbers, a sentence over a line's end, a table over the page's end."""
    head, foot = Text("云栖县财政局部门决算", 220, 40, 9), 815
    first: list[Item] = [
        head,
        Text("云栖县财政局2023年度部门决算", 150, 90, 18),
        Text("一、收入支出总体情况", 80, 140),
        Text("2023年，县财政局收入总计1562.38万元，比上年增加", 104, 165),
        Text("87.45万元，增长5.9%；支出总计1427.16万元，年末结转", 80, 185),
        Text("和结余135.22万元。", 80, 205),
        Text("二、支出决算情况", 80, 235),
        Text("表1 支出决算表", 250, 260),
        Text("单位：万元", 370, 280, 10),
        *ruled_table(_ACCOUNTS[:5], top=290, width=145),
        Text("- 1 -", 285, foot, 9),
    ]
    second: list[Item] = [
        head,
        *ruled_table([_ACCOUNTS[0], *_ACCOUNTS[5:]], top=70, width=145),
        Text("三、机关运行经费", 80, 180),
        Text("2023年机关运行经费支出96.31万元，比年初预算减少4.2%。", 104, 205),
        Text("- 2 -", 285, foot, 9),
    ]
    return write_pdf(folder / "云栖县财政局2023年度部门决算.pdf", [first, second])


def _water(folder: Path) -> Path:
    """Write a web page in GBK: a menu, headings, a table with merged cells."""
    page = """<!DOCTYPE html><html><head><meta charset="gbk"><title>云栖县水利局</title></head><body>
<nav><a href="#">首页</a><a href="#">政务公开</a><a href="#">办事服务</a></nav>
<div class="article"><h1>云栖县2023年水资源公报</h1><h2>一、降水量</h2>
<p>2023年全县平均年降水量1486.5毫米，比多年平均值偏多3.2%，属平水年。</p>
<h2>二、用水量</h2><p>全县用水总量2.37亿立方米，比上年减少0.08亿立方米。</p>
<p>表2 2023年各镇用水量</p><p>单位：万立方米</p>
<table><tr><th rowspan="2">镇</th><th colspan="2">用水量</th><th rowspan="2">合计</th></tr><tr><th>农业</th><th>工业</th></tr>
<tr><td>白石镇</td><td>4210</td><td>1365</td><td>5575</td></tr><tr><td>松溪镇</td><td>6038</td><td>742</td><td>6780</td></tr>
<tr><td>龙潭镇</td><td>3927</td><td>418</td><td>4345</td></tr></table></div>
<footer>主办：云栖县水利局</footer><script>var visits = 10086;</script></body></html>"""
    path = folder / "云栖县2023年水资源公报.html"
    path.write_bytes(page.encode("gbk"))
    return path


def _indicators(folder: Path) -> Path:
    """Write a workbook: unit in the title, heads of two rows, number formats, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "主要经济指标"
    rows = [
        ["云栖县2021-2023年主要经济指标（亿元）"],
        ["指标", "2021年", None, "2022年", None, "2023年", None],
        [None, "总量", "增长率", "总量", "增长率", "总量", "增长率"],
        ["规模以上工业总产值", 205.4, 0.113, 221.86, 0.08, 240.05, 0.082],
        ["社会消费品零售额", 61.27, 0.124, 62.93, 0.027, 67.08, 0.066],
        ["固定资产投资额", 88.5, 0.097, 96.02, 0.085, 101.3, 0.055],
    ]
    for row in rows:
        sheet.append(row)
    for area in ("A1:G1", "A2:A3", "B2:C2", "D2:E2", "F2:G2"):
        sheet.merge_cells(area)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for row in sheet.iter_rows(min_row=4):
        for cell in row[2::2]:
            cell.number_format = "0.0%"
        for cell in row[1::2]:
            cell.number_format = "#,##0.00"
    second: Any = book.create_sheet("粮食收购")
    for row in (
        ["单位：吨"],
        ["收购点", "开秤日期", "收购量"],
        ["白石粮站", datetime.date(2023, 7, 12), 3150],
        ["松溪粮站", datetime.date(2023, 7, 15), 2846],
    ):
        second.append(row)
    hidden: Any = book.create_sheet("底稿")
    hidden.append(["不公开", 999])
    hidden.sheet_state = "hidden"
    book.properties.created = book.properties.modified = _WRITTEN
    path = folder / "云栖县2021-2023年主要经济指标.xlsx"
    path.write_bytes(_saved(book))
    return path


def _townships(folder: Path) -> Path:
    """Write a workbook of old Excel: a merged title, a unit in a head, a percentage."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("人口和耕地")
    sheet.write_merge(0, 0, 0, 3, "云栖县2023年各镇人口和耕地")
    share = xlwt.easyxf(num_format_str="0.0%")
    rows: list[list[str | float]] = [
        ["镇", "常住人口（人）", "耕地面积（亩）", "城镇化率"],
        ["白石镇", 48210, 36540, 0.623],
        ["松溪镇", 31765, 52180, 0.418],
        ["龙潭镇", 22904, 40715, 0.337],
    ]
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row):
            sheet.write(r, c, value, share if isinstance(value, float) else xlwt.Style.default_style)
    path = folder / "云栖县2023年各镇人口和耕地.xls"
    book.save(str(path))
    return path


def _electricity(folder: Path) -> Path:
    """Write a csv in GB18030 with its title and its unit above the heads."""
    lines = [
        "云栖县2023年分行业用电量",
        "单位：万千瓦时",
        "行业,一季度,二季度,三季度,四季度",
        "第一产业,318,402,655,371",
        "第二产业,12480,13205,14062,13577",
        "第三产业,3926,3510,5284,3793",
    ]
    path = folder / "云栖县2023年分行业用电量.csv"
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("gb18030"))
    return path


def _investment(folder: Path) -> Path:
    """Write slides: text, a table, a chart, notes."""
    deck = Presentation()
    deck.core_properties.created = deck.core_properties.modified = _WRITTEN
    deck.core_properties.last_modified_by = ""
    opening = deck.slides.add_slide(deck.slide_layouts[0])
    opening.shapes.title.text = "云栖县2023年招商引资工作汇报"
    opening.placeholders[1].text = "云栖县投资促进局\n2024年1月"
    results = deck.slides.add_slide(deck.slide_layouts[5])
    results.shapes.title.text = "一、总体成效"
    box = results.shapes.add_textbox(Cm(2), Cm(4), Cm(20), Cm(3))
    box.text_frame.text = "全年签约项目46个，协议投资额58.7亿元，实际到位资金21.3亿元。"
    _add_table(
        results,
        [
            ["产业", "签约项目（个）", "到位资金（亿元）"],
            ["装备制造", "17", "9.6"],
            ["食品加工", "12", "4.8"],
            ["文化旅游", "8", "3.1"],
        ],
    )
    results.notes_slide.notes_text_frame.text = "其中亿元以上项目11个。"
    chart = deck.slides.add_slide(deck.slide_layouts[5])
    chart.shapes.title.text = "二、历年到位资金"
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2021年", "2022年", "2023年"]
    data.add_series("到位资金（亿元）", (16.2, 18.9, 21.3))
    chart.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(2), Cm(4), Cm(20), Cm(12), data)
    path = folder / "云栖县2023年招商引资工作汇报.pptx"
    path.write_bytes(_saved(deck))
    return path


def _add_table(slide: Any, rows: Sequence[Sequence[str]]) -> None:  # noqa: ANN401 -- python-pptx tells no types
    table = slide.shapes.add_table(len(rows), len(rows[0]), Cm(2), Cm(8), Cm(20), Cm(5)).table
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text


def _summaries(folder: Path) -> Path:
    """Write an archive as Chinese Windows does: names in GBK that do not say so, a folder, a hidden file."""
    texts = {
        "乡镇总结/白石镇2023年工作总结.txt": "白石镇2023年工作总结\n\n一、农业生产\n全镇粮食播种面积2.86万亩，粮食总产量1.21万吨，比上年增长1.7%。\n",
        "乡镇总结/龙潭镇2023年工作总结.txt": "龙潭镇2023年工作总结\n\n一、乡村旅游\n全年接待游客34.5万人次，旅游收入1.08亿元，分别增长22.6%、19.4%。\n",
        "乡镇总结/.隐藏.txt": "不读这一份。\n",
    }
    path = folder / "云栖县2023年乡镇总结.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, text in texts.items():
            # Through cp437, the bytes of a name that does not say that it is UTF-8 come out as they went in.
            entry = _GbkName(name.encode("gbk").decode("cp437"), _ZIP_TIME)
            entry.create_system = 0
            archive.writestr(entry, text.encode("gbk"))
    return path


class _GbkName(zipfile.ZipInfo):
    """An entry whose name goes into the archive as it is, without the mark of UTF-8."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 -- the name is zipfile's
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def _forestry(folder: Path) -> Path:
    """Write rtf by hand."""
    lines = [
        "云栖县2022年林业工作总结",
        "一、造林绿化",
        "全年完成人工造林1.35万亩，森林抚育4.62万亩，森林覆盖率达到61.8%。",
        "二、林业产业",
        "油茶籽产量2970吨，比上年增长12.5%。",
    ]
    coded = "\\par\n".join(
        "".join(f"\\u{ord(c) - 65536 if ord(c) > 32767 else ord(c)}?" if ord(c) > 127 else c for c in line) for line in lines
    )
    path = folder / "云栖县2022年林业工作总结.rtf"
    path.write_text(
        f"{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0 SimSun;}}}}\\f0\\fs28\n{coded}\\par\n}}", encoding="ascii"
    )
    return path


def _scan(folder: Path) -> tuple[Path, Path]:
    """Draw the first page of the accounts as a scanner would see it: grey, 150 dots an inch, as picture and as PDF."""
    source = _accounts(folder)
    with pdfium.PdfDocument(source) as document:
        picture = document[0].render(scale=150 / 72).to_pil().convert("L")
    source.unlink()
    paths = folder / "云栖县财政局2023年度部门决算（扫描）.png", folder / "云栖县财政局2023年度部门决算（扫描）.pdf"
    picture.save(paths[0], optimize=True)
    picture.save(paths[1], resolution=150)
    return paths


def _saved(document: Any) -> bytes:  # noqa: ANN401 -- a workbook or a presentation: both save themselves
    saved = io.BytesIO()
    document.save(saved)
    return with_fixed_times(saved)


if __name__ == "__main__":
    for made in (*make_formats(FORMATS), *make_optional(OPTIONAL)):
        print(made)
